"""Invented sources, articles and publications, straight into the records, for tests and benchmarks.

``make(count)`` writes what a round would have left behind: sources with a feed, articles, stories, publications
with content, marks, tallies, the search table and a raised data version. The same arguments make the same
publications but for the random parts of their identifiers.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from standfirst.editing import CheckResult, DateNote, Evidence, Fact, Filing, Mark, Statement, Versions
from standfirst.newsroom import counts
from standfirst.newsroom.content import Content, Original, Place
from standfirst.newsroom.finding import renewal, search
from standfirst.newsroom.models import Article, Feed, Publication, PublicationContent, PublicationMark, Source, Story
from standfirst.reading import Stamp
from standfirst.rights import Outcome, Signal, Verdict
from standfirst.values import dump

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
#: slug, name, language
SOURCES = (
    ("channel-6", "Channel 6 Harwick", "en"),
    ("harwick-courier", "Harwick Courier", "en"),
    ("der-hafenbote", "Der Hafenbote", "de"),
    ("al-marsa", "المرسى", "ar"),
)
SECTIONS = ("sports-and-competition", "politics-and-government", "media-and-entertainment")
TOPICS = {
    "sports-and-competition": "15000000",
    "politics-and-government": "11000000",
    "media-and-entertainment": "01000000",
}
HEADLINES = {
    "en": "Rovers win 3–1 & go second in round {n}",
    "de": "Großer Kran kehrt nach Łódź zurück, Teil {n}",
    "ar": "الميناء يعلن موعد السباق رقم {n}",
}
STATEMENTS = {
    "en": (
        "Idris Kaya scored twice in the last ten minutes on 21 November before 4,{n:03} people.",
        'The coach, Mara Lindt, said <the side> "had waited for an evening like this".',
        "Harwick play Easton at the Quay Ground on Saturday.",
    ),
    "de": (
        "Der Kran Nummer {n} steht seit dem 20. November wieder am Ostkai.",
        "Die Hafenmeisterin Jördis Behn nennt Kosten von 310.000 Euro.",
        "Die Probefahrt ist für Dienstag angesetzt.",
    ),
    "ar": (
        "حددت إدارة الميناء يوم 5 ديسمبر موعداً للسباق رقم {n}.",
        "وقالت ليلى حداد إن درجة حرارة المياه بلغت 6 درجات.",
        "يبدأ التسجيل يوم الاثنين.",
    ),
}


def make_source(slug: str = "channel-6", name: str = "Channel 6 Harwick", language: str = "en") -> Source:
    """The source ``slug`` with one feed; made once."""
    source, new = Source.objects.get_or_create(
        slug=slug,
        defaults={
            "domain": f"{slug}.example",
            "name": name,
            "home": f"https://{slug}.example/",
            "language": language,
        },
    )
    if new:
        Feed.objects.create(source=source, address=f"https://{slug}.example/feed.xml", kind="rss", active=True)
    return source


def make_content(
    n: int = 0,
    *,
    language: str = "en",
    publisher: str = "Channel 6 Harwick",
    section: str = SECTIONS[0],
    kind: str = "brief",
    marks: Sequence[str] = ("summary",),
    address: str = "https://channel-6.example/news/0",
    published: datetime = NOON,
    headline: str = "",
) -> Content:
    """The content of one publication: three statements for a brief, one for a card, each with evidence."""
    said = [text.format(n=n) for text in STATEMENTS[language]][: 3 if kind == "brief" else 1]
    statements, start = [], 0
    for text in said:
        evidence = Evidence(f"article-{n}", "0" * 64, start, start + len(text))
        found = text.find("21 November")
        dates = (DateNote(found, found + len("21 November"), "2026-11-21"),) if found >= 0 else ()
        statements.append(Statement(text, (evidence,), dates=dates))
        start += len(text) + 2
    first = statements[0].evidence[0]
    reasons = {
        "summary": "Chosen from the source's own sentences by a program; no person has checked it.",
        "commentary": "The source labels it as comment.",
        "speculation": "Four of its nine sentences say what may happen.",
        "corrected": "The attendance was corrected.",
    }
    brief = kind == "brief"
    rights = Verdict() if brief else Verdict(
        Outcome.CARD, "robots-meta", "The page asks for no snippet.",
        signals=(Signal("robots-meta", "nosnippet", '<meta name="robots">'),),
    )  # fmt: skip
    return Content(
        headline=headline or HEADLINES[language].format(n=n),
        statements=tuple(statements),
        missing=("how many tickets are left",) if brief else (),
        facts=(
            Fact("person", "Idris Kaya", Evidence(first.article, first.text_hash, 0, 10), role="striker"),
            Fact("date", "21 November", Evidence(first.article, first.text_hash, 55, 66), "2026-11-21"),
            Fact("number", "4,112", Evidence(first.article, first.text_hash, 74, 79), "4112", "people"),
        )
        if brief
        else (),
        marks=tuple(Mark(code, reasons.get(code, "Stated by the source."), (first,)) for code in marks),
        filing=Filing(section, 0.81, "", ((TOPICS.get(section, "15000000"), 0.81),), ("scored", "coach"), "vectors"),
        checks=(CheckResult(2, "early", "brief", True), CheckResult(3, "names", "statement", True, statement=0)),
        original=Original(
            title=headline or HEADLINES[language].format(n=n),
            address=address,
            publisher=publisher,
            language=language,
            published=Stamp(published, "json-ld"),
            modified=None,
            byline="By Nell Ortega",
            authors=("Nell Ortega",),
            standfirst="Two late goals settled it." if brief and language == "en" else "",
            section="Sport",
            kind="report",
            free=None if brief else False,
            words=412,
            paragraphs=(Place(0, 200, "text"), Place(202, 420, "text"), Place(422, 900, "text")),
            rights=rights,
        ),
        writer="excerpt",
        digital_source_type="algorithmicMedia",
        versions=Versions("1", "1", "1", "sections-1", "excerpt-1"),
    )


def make_publication(
    n: int = 0,
    *,
    source: Source | None = None,
    section: str = SECTIONS[0],
    second_section: str = "",
    kind: str = "brief",
    marks: Sequence[str] = ("summary",),
    published: datetime | None = None,
    language: str = "",
    story: Story | None = None,
    corrected: datetime | None = None,
    withdrawn: datetime | None = None,
    headline: str = "",
    text: str = "",
    slug: str = "",
) -> Publication:
    """One publication, out at ``published`` (default: noon of 22 November 2026 less ``n`` hours).

    ``text`` is searched beside the headline and statements.
    """
    source = source or make_source()
    language = language or source.language or "en"
    published = published or NOON - timedelta(hours=n)
    position = round(published.timestamp() * 1_000_000)
    while Publication.objects.filter(position=position).exists():
        position += 1
    address = f"https://{source.slug}.example/news/{n}"
    if corrected and "corrected" not in marks:
        marks = (*marks, "corrected")
    content = make_content(
        n, language=language, publisher=source.name, section=section, kind=kind, marks=marks, address=address,
        published=published - timedelta(minutes=30), headline=headline,
    )  # fmt: skip
    article = Article.objects.create(
        source=source, address=address, host=f"{source.slug}.example", state=Article.State.PUBLISHED
    )
    slug = slug or f"rovers-win-round-{n}-{position}"
    publication = Publication.objects.create(
        position=position,
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"https://harwick.example/{position}"),
        article=article,
        source=source,
        story=story or Story.objects.create(slug=slug),
        kind=kind,
        rule="" if kind == "brief" else "robots-meta",
        reason="" if kind == "brief" else "The page asks for no snippet.",
        withdrawn=withdrawn,
        withdrawn_reason="The publisher asked for it." if withdrawn else "",
        path=f"/content/{published:%Y/%m/%d}/{slug}.html",
        section=section,
        second_section=second_section,
        first_section=section,
        headline=content.headline,
        lead=content.statements[0].text,
        language=language,
        original=address,
        source_published=published - timedelta(minutes=30),
        published=published,
        updated=withdrawn or corrected or published,
        corrected=corrected,
        marks=list(marks),
        free=None if withdrawn else content.original.free,
    )
    if withdrawn is None:
        PublicationContent.objects.create(publication=publication, content=dump(content))
        PublicationMark.objects.bulk_create(PublicationMark(publication=publication, code=code) for code in marks)
        counts.add((key, 1) for key in counts.keys(publication))
        found_by = renewal.findable(publication, content)
        search.index(position, search.Findable((*found_by.texts, text), found_by.fields))
    counts.touch()
    return publication


def make(count: int, *, end: datetime = NOON, every: timedelta = timedelta(minutes=40)) -> list[Publication]:
    """``count`` publications, one each ``every`` back from ``end``, over all sources and sections.

    Every fifth is a card, every third carries the mark commentary, every fourth is unfiled, and each second and
    third of twelve share a story. Returned latest first.
    """
    sources = [make_source(*row) for row in SOURCES]
    made: list[Publication] = []
    for n in range(count):
        shared = made[-1].story if n % 12 == 2 and made else None
        section = "" if n % 4 == 3 else SECTIONS[n % len(SECTIONS)]
        made.append(
            make_publication(
                n,
                source=sources[n % len(sources)],
                section=section,
                second_section=SECTIONS[(n + 1) % len(SECTIONS)] if n % 6 == 0 else "",
                kind="card" if n % 5 == 4 else "brief",
                marks=("summary", "commentary") if n % 3 == 0 else ("summary",),
                published=end - every * n,
                story=shared,
            )
        )
    return made


def noon(day: date) -> datetime:
    """Noon of ``day``, in UTC."""
    return datetime.combine(day, time(12), UTC)
