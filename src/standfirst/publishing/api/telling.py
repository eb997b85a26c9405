"""An entry as the API tells it, and how things name each other in its answers."""

from __future__ import annotations

from django.utils.translation import get_language

from standfirst.newsroom.content import Content
from standfirst.newsroom.tongue import SOURCE
from standfirst.publishing import Entry, Network, View
from standfirst.publishing.api import PREFIX, shapes
from standfirst.publishing.fragment import mark_notes, why
from standfirst.publishing.links import to
from standfirst.publishing.pages.reasons import told
from standfirst.publishing.uris import uri


def publication(entry: Entry, network: Network) -> shapes.Publication:
    """An entry that is out, with its content, as the API tells it."""
    said = entry.content
    assert said is not None  # what is out has its content
    evidence = {mark.code: mark.evidence for mark in said.marks}
    traced, statements = said.traced
    sections = [shapes.SectionName(*each) if each else None for each in (entry.section, entry.second_section)]
    return shapes.Publication(
        id=f"urn:uuid:{entry.id}",
        href=f"{network.base_url}{PREFIX}/publications/{entry.id}",
        url=entry.permalink,
        kind="brief" if entry.kind == "brief" else "card",
        reason=why(entry),
        headline=entry.headline,
        lead=entry.lead,
        language=entry.language or "und",
        direction="rtl" if entry.direction == "rtl" else "ltr",
        source=shapes.SourceName(
            entry.source.slug, entry.source.name, entry.source.home or None, source_href(network, entry.source.slug)
        ),
        section=sections[0],
        second_section=sections[1],
        story=_story(entry, network),
        source_published=entry.source_published,
        published=entry.published,
        updated=max(entry.updated, entry.published),
        corrected=entry.corrected,
        marks=tuple(
            shapes.MarkNote(note.code, note.name, note.sentence, note.reason, evidence.get(note.code, ()))
            for note in mark_notes(entry)
        ),
        statements=said.statements,
        traced=shapes.Traced(statements=statements, with_evidence=traced),
        missing=said.missing,
        facts=said.facts,
        filing=said.filing,
        checks=said.checks,
        original=_original(entry, said),
        rights=said.original.rights,
        provenance=shapes.Provenance(said.writer, said.digital_source_type, bool(said.checked_by), said.versions),
        others=tuple(shapes.Other(name, address) for name, address in entry.related),
    )


def source_href(network: Network, slug: str) -> str:
    """Where this API tells more of a source."""
    return network.base_url + PREFIX + uri(f"/sources/{slug}")


def story_href(network: Network, story: str) -> str:
    """Where this API tells more of a story."""
    return f"{network.base_url}{PREFIX}/stories/{story}"


def in_our_words(text: str) -> str:
    """A sentence that a rule wrote down, in the network's language."""
    return told(text, get_language() or SOURCE)


def _story(entry: Entry, network: Network) -> shapes.StoryName | None:
    if not entry.story:
        return None
    view = View("story", entry.story, slug=entry.story_slug)
    return shapes.StoryName(entry.story, to(network, view), story_href(network, entry.story))


def _original(entry: Entry, said: Content) -> shapes.Original:
    original = said.original
    return shapes.Original(
        address=entry.original,
        title=original.title,
        byline=original.byline,
        authors=original.authors,
        publisher=original.publisher,
        language=original.language,
        section=original.section,
        kind=original.kind,
        free=original.free,
        words=original.words,
        standfirst=original.standfirst,
        published=original.published,
        modified=original.modified,
    )


__all__ = ["in_our_words", "publication", "source_href", "story_href"]
