"""The newsletter: publications in, a letter out. One for all readers who chose alike; pure but for the templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.translation import gettext, ngettext, override
from markupsafe import Markup

from standfirst.newsroom.correspondence import letters
from standfirst.publishing import Entry, Network, View, links
from standfirst.publishing.letters import HERE, Letter, text
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.editions import Column, columns
from standfirst.publishing.pages.environment import render
from standfirst.publishing.pages.labels import card_shows, mark_label
from standfirst.publishing.pages.words import listed, number
from standfirst.publishing.xml import line

#: Bytes of both forms together; with the headers and what encoding adds the mail stays under 100 kB.
MOST_BYTES = 64_000
STYLE = Path(__file__).parent / "letter.css"


@dataclass(frozen=True, slots=True)
class Issue:
    """What stands in a letter beside its publications. ``day`` is the one on which it fell due."""

    network: Network
    day: date
    every: str
    imprint: tuple[str, ...] = ()

    @property
    def change(self) -> str:
        """Where the reader chooses anew."""
        return f"{self.network.base_url}/letter/change/{HERE}"

    @property
    def stop(self) -> str:
        """Where the reader signs off."""
        return f"{self.network.base_url}/letter/stop/{HERE}"


def letter(entries: Sequence[Entry], issue: Issue) -> Letter:
    """The letter with as many of the entries, from the first on, as there is room for."""
    with override(issue.network.language):
        kept = tuple(entries)
        while True:
            made = _letter(kept, issue, len(entries) - len(kept))
            if len(made.html.encode()) + len(made.text.encode()) <= MOST_BYTES or len(kept) < 2:
                return made
            kept = kept[: max(1, len(kept) * 4 // 5)]


def _letter(entries: tuple[Entry, ...], issue: Issue, left_out: int) -> Letter:
    network = issue.network
    clock = Clock(network.language, network.time_zone)
    title = clock.long_day(issue.day)
    if issue.every == letters.WEEKLY:
        title = gettext("The week to %(day)s") % {"day": title}
    subject = line(f"{network.name} – {title}")
    found = columns(entries, network)
    counted, first = summary(entries, network), entries[0].headline if entries else ""
    html = render(
        "letter.html",
        network,
        subject=subject,
        title=title,
        style=style(),
        counted=counted,
        first=first,
        columns=found,
        day=issue.day,
        left_out=left_out,
        section_address=lambda: lambda slug: links.to(network, View("section", slug)),
        warnings=lambda: warnings,
        why=lambda: why(issue),
        change=issue.change,
        stop=issue.stop,
        imprint=issue.imprint,
    )
    return Letter(
        subject=subject,
        html=html,
        text=plain(found, issue, title, f"{counted}: {first}" if first else counted, left_out),
        positions=tuple(entry.position for entry in entries),
        left_out=left_out,
        stop=issue.stop,
    )


def plain(found: Sequence[Column], issue: Issue, title: str, preheader: str, left_out: int) -> str:
    """The letter as text of at most 72 columns; addresses stand on lines of their own."""
    network, clock = issue.network, Clock(issue.network.language, issue.network.time_zone)
    blocks = [text.filled(network.name), text.filled(title), text.filled(preheader)]
    for column in found:
        blocks.append(text.heading(column.name or gettext("Other news")))
        for entry in column.entries:
            when = clock.near(entry.source_published, issue.day).striptags()
            source = listed([entry.source.name, when, *warnings(entry)])
            parts = [text.filled(entry.headline), entry.permalink, text.filled(entry.lead), text.filled(source)]
            blocks.append("\n".join(part for part in [*parts, entry.original] if part))
    rest = gettext("You are up to date.")
    if left_out:
        rest = ngettext(
            "%(count)s more publication stands on the site.", "%(count)s more publications stand on the site.", left_out
        ) % {"count": number(left_out, network.language)}
    blocks += [f"{text.filled(rest)}\n{network.base_url}/", "-- \n" + text.filled(why(issue))]
    ways = ((gettext("Choose sections and days"), issue.change), (gettext("Unsubscribe"), issue.stop))
    blocks += [f"{words}:\n{address}" for words, address in ways]
    blocks += [text.filled(each) for each in issue.imprint]
    return text.clean("\n\n".join(blocks) + "\n")


def summary(entries: Sequence[Entry], network: Network) -> str:
    """How much there is; with the first headline it is what mail programs show beside the subject."""
    count, sources = len(entries), len({entry.source.slug for entry in entries})
    publications = ngettext("%(count)s publication", "%(count)s publications", count)
    from_sources = ngettext("%(count)s source", "%(count)s sources", sources)
    return gettext("%(publications)s from %(from_sources)s") % {
        "publications": publications % {"count": number(count, network.language)},
        "from_sources": from_sources % {"count": number(sources, network.language)},
    }


def warnings(entry: Entry) -> list[str]:
    """The names of the marks that a reader should see beside a headline, as listings show them."""
    names = [str(mark_label(code).name) for code in entry.marks if code != "summary"]
    return [*names, card_shows(entry.lead)] if entry.kind == "card" else names


def why(issue: Issue) -> str:
    """Why the reader gets this."""
    if issue.every == letters.WEEKLY:
        sentence = gettext("You get this letter once a week because you signed up for it at %(address)s.")
    else:
        sentence = gettext("You get this letter every day because you signed up for it at %(address)s.")
    return sentence % {"address": issue.network.base_url}


@cache
def style() -> Markup:
    """The letter's style, in the letter itself: mail programs fetch none."""
    return Markup("<style>\n{}</style>").format(Markup(STYLE.read_text(encoding="utf-8")))  # noqa: S704 - ours


__all__ = ["Issue", "letter", "plain", "style", "summary", "warnings", "why"]
