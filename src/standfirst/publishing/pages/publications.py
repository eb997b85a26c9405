"""The page of one publication, and the same on paper."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext
from markupsafe import Markup

from standfirst.newsroom.content import Content
from standfirst.publishing import Entry, Network, View
from standfirst.publishing.fragment import once
from standfirst.publishing.links import href
from standfirst.publishing.pages import Related, glance, labels, places, reasons, statements, structured
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.environment import render
from standfirst.publishing.pages.words import bdi, web

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
    for mark in content.marks:
        label = labels.mark_label(mark.code)
        # A correction's reason may be an editor's note, in whatever language.
        reason = (reasons.told if mark.code == "corrected" else reasons.marked)(mark.reason, own)
        if mark.code == "summary":
            reason = labels.how_made(content.digital_source_type, content.checked_by)
        place = places.named(mark.evidence, content.original.paragraphs)
        made.append(
            MarkLine(
                mark.code, str(label.name), str(label.sentence) or mark.code, reason, place, f"/about/marks#{mark.code}"
            )
        )
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


def published_line(entry: Entry, content: Content, clock: Clock, network: Network) -> Markup:
    """*Published in* section *on* our date *by* source, its own date; one sentence, so that it can be translated."""
    stamp = content.original.published
    own = clock.near(entry.source_published, clock.day(entry.published))
    if stamp is not None and not stamp.precise:
        own = clock.dated(entry.source_published)
    values = {
        "date": clock.full(entry.published),
        "source": Markup('<a href="{}"><bdi>{}</bdi></a>').format(
            href(network, View("source", entry.source.slug)), entry.source.name
        ),
        "own": own,
    }
    if entry.section is None:
        return Markup(gettext("Published on %(date)s by %(source)s, %(own)s")) % values  # noqa: S704 - our sentence
    values["section"] = Markup('<a href="{}">{}</a>').format(
        href(network, View("section", entry.section[0])), bdi(entry.section[1])
    )
    sentence = gettext("Published in %(section)s on %(date)s by %(source)s, %(own)s")
    return Markup(sentence) % values  # noqa: S704 - our sentence; the values are escaped


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
    clock = Clock(network.language, network.time_zone)
    is_card = entry.kind == "card"
    told = bool(entry.story and entry.others)
    story_path = href(network, View("story", entry.story, slug=entry.story_slug)) if told else ""
    return render(
        template,
        network,
        entry=entry,
        content=content,
        related=related,
        day=clock.day(entry.published),
        is_card=is_card,
        why=lambda: reasons.told(why_card(entry, content), network.language),
        story_path=story_path,
        # The page and its form for paper say the same; a build asks for both.
        published=lambda: once(entry, "published", published_line, entry, content, clock, network),
        lines=lambda: once(entry, "lines", statements.lines, content, entry.language, network.language),
        marks=lambda: once(entry, "mark-lines", marks, content, network.language),
        rows=lambda: once(entry, "glance", glance.rows, entry, content, network.language) if not is_card else [],
        missing=lambda: labels.missing(content.missing),
        how_made=lambda: labels.how_made(content.digital_source_type, content.checked_by),
        unmet=[check for check in content.checks if not check.passed],
        judged=len({check.rule for check in content.checks}),
        original=web(entry.original),
        original_direction=_direction(content.original.language or entry.language),
        report=report_link(entry, network),
        letter=lambda: report_letter(entry, network),
        forms={extension: sibling(entry, extension) for extension in ("print.html", "txt", "json", "xml")},
        others=related.story[:OTHERS],
        slides=_slides(entry, related),
        indexed=network.index_briefs and not is_card,
        description=structured.description(entry),
        ld=once(entry, "ld", _ld, entry, network, related, clock),
    )


def _ld(entry: Entry, network: Network, related: Related, clock: Clock) -> Markup:
    return structured.in_script(structured.news_article(entry, network, related.changes, clock.local))


def _direction(language: str) -> str:
    from standfirst.publishing.pages.words import direction

    return direction(language)


def _slides(entry: Entry, related: Related) -> tuple[Entry, ...]:
    """The story's other publications, then the section's latest, each once."""
    found = {each.id: each for each in (*related.story, *related.latest) if each.id != entry.id}
    return tuple(found.values())[:SLIDES]


__all__ = ["MarkLine", "marks", "page", "published_line", "report_letter", "report_link", "sibling", "why_card"]
