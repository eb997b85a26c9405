"""Publications as records → entries, the value every renderer sees."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from standfirst import values
from standfirst.newsroom.content import Content
from standfirst.newsroom.listings import rows
from standfirst.newsroom.listings.rows import Row, RowSource
from standfirst.newsroom.models import Feed, Publication, Source
from standfirst.publishing import Entry, Network, SourceName
from standfirst.publishing.hosts import origin
from standfirst.publishing.pages.words import direction
from standfirst.publishing.uris import uri

#: Other publications named beside the rows of one page; a story that everyone carries is cut here.
MOST_RELATED = 400


def entries(
    publications: Sequence[Publication | Row], network: Network, *, content: bool = True, feeds: bool = True
) -> tuple[Entry, ...]:
    """Entries in the order of their records, whose source and story must have been selected with them.

    Two queries at most, whatever their number: the publishers' ``feeds``, and the stories' other publications.
    """
    sections = dict(network.sections)
    addresses = _feeds({each.source_id for each in publications}) if feeds else {}
    told, slugs = _told({str(each.story_id) for each in publications if each.story_id})
    for each in publications:
        if each.story is not None and not each.story.slug:  # a row without content
            each.story.slug = slugs.get(str(each.story.id), "")
    return tuple(
        entry(each, network, sections, feed=addresses.get(each.source_id, ""), told=told, content=content)
        for each in publications
    )


def entry(
    publication: Publication | Row,
    network: Network,
    sections: dict[str, str],
    *,
    feed: str = "",
    told: dict[str, list[tuple[int, str, str]]] | None = None,
    content: bool = True,
) -> Entry:
    """One record as an entry. What is withdrawn has no content left."""
    story = publication.story if publication.story_id else None
    others = [each for each in (told or {}).get(str(story.id), ()) if each[0] != publication.position] if story else []
    path = uri(publication.path)
    withdrawn = publication.withdrawn is not None
    return Entry(
        position=publication.position,
        id=str(publication.id),
        kind=publication.kind,
        path=path,
        permalink=home_of(network, publication.first_section) + path,
        headline=publication.headline,
        lead="" if withdrawn else publication.lead,
        language=publication.language,
        direction=direction(publication.language),
        source=source_name(publication.source, feed),
        original=uri(publication.original),
        section=_section(publication.section, sections),
        second_section=_section(publication.second_section, sections),
        source_published=publication.source_published,
        published=publication.published,
        updated=publication.updated,
        corrected=publication.corrected,
        withdrawn=publication.withdrawn,
        marks=tuple(publication.marks),
        story=str(story.id) if story else "",
        story_slug=story.slug if story else "",
        others=len(others),
        content=_content(publication) if content and not withdrawn else None,
        reason=publication.withdrawn_reason if withdrawn else publication.reason,
        related=tuple((name, uri(original)) for _, name, original in others) if content else (),
        abroad=network.section_hosts,
    )


def _content(publication: Publication | Row) -> Content:
    if isinstance(publication, Row):
        return values.decode(Content, publication.content or "")
    return values.load(Content, publication.said.content)


def home_of(network: Network, first_section: str) -> str:
    """The origin under which a publication's path is its permalink: the host of the section that held it first."""
    return origin(network.base_url, first_section) if network.section_hosts else network.base_url


def source_name(source: Source | RowSource, feed: str = "") -> SourceName:
    """A source as readers see it. ``feed`` is the publisher's feed."""
    return _source_name(source.name, source.slug, source.home, feed)


@lru_cache(maxsize=1024)
def _source_name(name: str, slug: str, home: str, feed: str) -> SourceName:
    return SourceName(name, slug, uri(home), uri(feed))


def _section(slug: str, sections: dict[str, str]) -> tuple[str, str] | None:
    """A section that the network still has."""
    return (slug, sections[slug]) if slug in sections else None


def _feeds(sources: Iterable[int]) -> dict[int, str]:
    """Each source's first feed in use."""
    found: dict[int, str] = {}
    rows = Feed.objects.filter(source__in=sources, active=True).order_by("id").values_list("source_id", "address")
    for source, address in rows:
        found.setdefault(source, address)
    return found


def _told(stories: Collection[str]) -> tuple[dict[str, list[tuple[int, str, str]]], dict[str, str]]:
    """For each story of several the publications that are out: position, source's name, original; oldest first. And
    these stories' slugs.
    """
    told: dict[str, list[tuple[int, str, str]]] = {}
    slugs: dict[str, str] = {}
    for position, story, name, original, slug in rows.told(stories, most=MOST_RELATED):
        told.setdefault(story, []).append((position, name, original))
        slugs[story] = slug
    return told, slugs
