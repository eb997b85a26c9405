"""The page of one publication, and the same on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext
from markupsafe import Markup

from standfirst.newsroom.content import Content
from standfirst.publishing import Entry, Network
from standfirst.publishing.fragment import once
from standfirst.publishing.pages import Related, glance, labels, places, reasons, said, statements, structured
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.environment import speaking, write
from standfirst.publishing.pages.words import bdi, direction, foreign, web
from standfirst.publishing.pages.written import rendered, shown

#: Other publications on the story that the page tells of, and slides in all.
OTHERS, SLIDES = 6, 12


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A mark on a page: its sentence, its reason, where in the source, and the page that explains it."""

    code: str
    name: str
    sentence: str
    reason: str | Markup
    place: str
    href: str


def marks(content: Content, own: str) -> list[MarkLine]:
    """The publication's marks in their order, for pages in ``own``. *summary* says how and by whom it was made."""
    made = []
    source = places.numbered(content.original.paragraphs)
    for mark in content.marks:
        label = labels.spoken(mark.code, own)
        if mark.code == "summary":
            reason = labels.how_made(content.digital_source_type, content.checked_by)
        else:  # a correction's may be an editor's note, in whatever language
            reason = (reasons.told if mark.code == "corrected" else reasons.marked)(mark.reason, own)
        place = places.named(mark.evidence, source, own)
        sentence = str(label.sentence) or mark.code
        made.append(MarkLine(mark.code, str(label.name), sentence, reason, place, f"/about/marks#{mark.code}"))
    return made


def sibling(entry: Entry, extension: str) -> str:
    """The publication's path in another form: its extension in place of ``.html``."""
    return f"{entry.href.removesuffix('.html')}.{extension}"


def report_link(entry: Entry, network: Network) -> str:
    """Where a mistake is reported: a form on the server, and a page that names the contact where files are served."""
    return f"{network.home}/report?about={quote(entry.path, safe='/%')}"


def report_letter(entry: Entry, network: Network) -> str:
    """The same as a letter to the contact; "" where that is no mail address."""
    contact = network.contact.removeprefix("mailto:")
    if web(contact) or "@" not in contact:
        return ""
    subject = gettext("A mistake in: %(headline)s") % {"headline": entry.headline}
    return f"mailto:{quote(contact, safe='@')}?subject={quote(subject)}&body={quote(entry.permalink)}"


def published_line(entry: Entry, content: Content, clock: Clock) -> Markup:
    """*Published in* section *on* our date *by* source, its own date; one sentence, so that it can be translated."""
    stamp = content.original.published
    if stamp is not None and not stamp.precise:
        own = clock.dated(entry.source_published)
    else:
        own = clock.near(entry.source_published, clock.day(entry.published))
    values = {
        "date": clock.full(entry.published),
        "source": _link("source", entry.source.slug, entry.source.name),
        "own": own,
    }
    if entry.section is None:
        return rendered(gettext("Published on %(date)s by %(source)s (first published there: %(own)s)") % values)
    values["section"] = _link("section", *entry.section)
    said_in = gettext("Published in %(section)s on %(date)s by %(source)s (first published there: %(own)s)")
    return rendered(said_in % values)


def _link(kind: str, key: str, name: str) -> str:
    return f'<a href="{shown(said.address_of(kind, key))}">{bdi(name)}</a>'


def why_card(entry: Entry, content: Content) -> str:
    """Why a card is no brief: as recorded, else the right or the rule that its content names."""
    if entry.reason:
        return entry.reason
    if content.original.rights.outcome != "brief" and content.original.rights.reason:
        return content.original.rights.reason
    failed = [check for check in content.checks if not check.passed and check.consequence == "card"]
    return failed[0].reason if failed else ""


def page(entry: Entry, network: Network, related: Related, template: str = "publication.html") -> str:
    """The publication as a page; ``print.html`` is the template for paper."""
    content = entry.content
    if content is None:
        raise ValueError(f"the publication {entry.path} came without its content")
    with speaking(network):
        # The page and its form for paper say the same; a build asks for both.
        return write(template, network, once(entry, "values", _values, entry, content, network, related))


def _values(entry: Entry, content: Content, network: Network, related: Related) -> dict[str, Any]:
    """What the templates are given, in the network's language, which must be the active one."""
    clock = Clock(network.language, network.time_zone)
    own, is_card = network.language, entry.kind == "card"
    told = bool(entry.story and entry.others)
    article = structured.news_article(entry, network, related.changes, clock.local)
    return {
        "entry": entry,
        "content": content,
        "related": related,
        "day": clock.day(entry.published),
        "is_card": is_card,
        "why": reasons.told(why_card(entry, content), own) if is_card else "",
        "story_path": said.address_of("story", entry.story, entry.story_slug) if told else "",
        "published": published_line(entry, content, clock),
        "lines": statements.lines(content, entry.language, own),
        "marks": marks(content, own),
        "rows": glance.rows(entry, content, own) if not is_card else [],
        "missing": labels.missing(content.missing),
        "how_made": labels.how_made(content.digital_source_type, content.checked_by),
        "unmet": [check for check in content.checks if not check.passed],
        "judged": len({check.rule for check in content.checks}),
        "original": web(entry.original),
        "original_direction": direction(content.original.language or entry.language),
        # The text's language where it is not the page's, and ours beside such a text.
        "tongue": foreign(entry.language, entry.direction, own),
        "ours": foreign(own, direction(own), entry.language),
        "report": report_link(entry, network),
        "letter": report_letter(entry, network),
        "forms": {extension: sibling(entry, extension) for extension in ("print.html", "txt", "json", "xml")},
        "others": related.story[:OTHERS],
        "slides": _slides(entry, related),
        "indexed": network.index_briefs and not is_card,
        "description": structured.description(entry),
        "ld": structured.in_script(article),
    }


def _slides(entry: Entry, related: Related) -> tuple[Entry, ...]:
    """The story's other publications, then the section's latest, each once."""
    found = {each.id: each for each in (*related.story, *related.latest) if each.id != entry.id}
    return tuple(found.values())[:SLIDES]


__all__ = ["MarkLine", "marks", "page", "published_line", "report_letter", "report_link", "sibling", "why_card"]
