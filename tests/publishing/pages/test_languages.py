"""Every page in every language of the interface: no English word of ours is left, and texts of others say theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache

import pytest
from django.utils.translation import override
from lxml import html

from standfirst.editing import Mark
from standfirst.newsroom.editions.makeup import Place
from standfirst.newsroom.facts import FeedFacts, SignalSeen, SourceFacts
from standfirst.publishing import Network, View, messages, pages
from standfirst.publishing.pages import Beside, Change, Link, Related, SourceRow, archives
from standfirst.publishing.pages import sources as source_words
from tests.publishing.pages import invented
from tests.publishing.pages.invented import CARD, NETWORK, NOW, OTHERS, PIER, REST, SOURCES

LANGUAGES = ("de", "fr", "es", "ar")
BESIDE = Beside(
    previous=invented.edition().day - timedelta(days=1), following=invented.edition().day + timedelta(days=1),
    sources=SOURCES * 2, marks=("summary", "commentary", "satire"), languages=("en", "de"),
)  # fmt: skip
CHANGES = (
    Change(NOW, "The source changed its article; the summary follows it."),
    Change(NOW + timedelta(minutes=65), "Given before: 47. The source now says: 48.", True),
)
FULL = View("section", "food-and-drink", ("channel-6",), "commentary", "de", NOW.date(), NOW.date(), "eel", before=9)
#: Every mark, each with a reason as its rule words it.
MARKS = (
    Mark("commentary", "The source's address files it under “columns”. Slanted passages: “eel”, “pier”."),
    Mark("speculation", "Hedged or unconfirmed claims carry the article: 7 of its first 14 sentences are hedged."),
    Mark("press-release", "The source declares it a press release (NewsArticle)."),
    Mark("one-source", "A sensitive matter (health advice), and no second independent source reports it here."),
    Mark("corrected", "Corrected once since it was published; the changes are listed."),
)
TOLD = replace(
    PIER,
    kind="brief",
    content=replace(
        PIER.content,
        marks=(Mark("summary", ""), *MARKS),
        missing=("when", "how many", "wer"),
        checks=tuple(replace(each, reason=each.reason and "A sentence of 33 words; 30 is the most.")
                     for each in PIER.content.checks),
        original=replace(PIER.content.original, words=12_684),
    ),
)  # fmt: skip
WHY = "The publisher asks for nosnippet in the header X-Robots-Tag."
ROWS = tuple(
    SourceRow(source, state, 12_000, "en", "CC BY", (("tdmrep", "1", "header"),))
    for source, state in zip(SOURCES, ("active", "disabled", "opted-out") * 3, strict=False)
)
#: A place by every rule, for the first publications of the invented edition.
PLACES = tuple(
    Place(each.position, rule, values)
    for each, (rule, values) in zip(
        invented.edition().entries,
        (
            ("pinned", (("place", 1),)),
            ("pinned", (("place", 2),)),
            ("added", ()),
            ("reported", (("sources", 3),)),
            ("goes-on", ()),
            ("section", (("section", "food-and-drink"),)),
            ("latest", ()),
            ("filled", ()),
        ),
        strict=False,
    )
)
#: Months whose names no two of the languages share.
MONTHS, DAYS = {(2026, 3): 12_000, (2026, 10): 1, (2025, 12): 2}, {date(2026, 3, 14): 12_000}
KNOWN = SourceFacts(
    "harwick-gazette", "7", "7", "https://gazette.example/", ("de", "en"), "disabled", "CC BY", "CC BY", NOW,
    publications=12_000, cards=12, barred=2,
    card_rules=tuple((rule, 1) for rule in source_words.RULES), corrected=3, followed=2, ours=1, free=9, paid=3,
    outcome="card", reason=WHY, judged=NOW.date(),
    signals=tuple(SignalSeen(kind, "nosnippet", "header", NOW.date()) for kind in source_words.KINDS),
    feeds=(
        FeedFacts("https://gazette.example/a", "7", "rss", True, NOW, 0, ""),
        FeedFacts("https://gazette.example/b", "7", "rss", True, NOW, 1, ""),
        FeedFacts("https://gazette.example/c", "7", "rss", True, None, 0, ""),
        FeedFacts("https://gazette.example/d", "7", "rss", False, None, 0, ""),
    ),
)  # fmt: skip
EVERY: dict[str, Callable[[Network], str]] = {
    "front": lambda network: pages.listing(invented.edition(network=network), BESIDE),
    "day": lambda network: pages.listing(invented.edition((), view=View("day", "2026-11-22"), network=network), BESIDE),
    "section": lambda network: pages.listing(
        invented.listing(view=FULL, network=network, next=replace(FULL, before=7), total=12_000), BESIDE
    ),
    "empty": lambda network: pages.listing(invented.listing((), FULL, network=network), BESIDE),
    "new": lambda network: pages.listing(invented.listing((), network=network), BESIDE),
    "edition told": lambda network: pages.listing(
        invented.edition(network=network), replace(BESIDE, day=NOW.date(), places=PLACES)
    ),
    "source": lambda network: pages.listing(
        invented.listing(view=View("source", "harwick-gazette"), network=network, title="7"),
        replace(BESIDE, about=SOURCES[0], facts=KNOWN),
    ),
    "archive": lambda network: archives.overview(network, MONTHS),
    "archive of a year": lambda network: archives.year(network, 2026, MONTHS, DAYS),
    "archive of a month": lambda network: archives.month(network, (2026, 3), MONTHS, DAYS, {}),
    "earliest": lambda network: pages.listing(
        invented.listing((), View("source", "channel-6", before=1), network=network, title="7"),
        replace(BESIDE, about=SOURCES[0]),
    ),
    "search": lambda network: pages.listing(invented.listing((), View("search"), network=network, title="7"), BESIDE),
    "mark": lambda network: pages.listing(
        invented.listing(view=View("mark", "commentary"), network=network, title="7"), BESIDE
    ),
    "publication": lambda network: pages.publication(TOLD, network, Related(OTHERS, REST[:5], CHANGES)),
    "unfiled": lambda network: pages.publication(replace(TOLD, section=None, others=0), network),
    "card": lambda network: pages.publication(replace(CARD, reason=WHY), network, Related(latest=REST[:3])),
    "print": lambda network: pages.print_publication(TOLD, network, Related(OTHERS, REST[:5], CHANGES)),
    "problem": lambda network: pages.problem(404, "7", "7", [Link("/", "7")], network),
    "method": lambda network: pages.about("method", network),
    "marks": lambda network: pages.about("marks", network),
    "feeds": lambda network: pages.about("feeds", network),
    "corrections": lambda network: pages.about("corrections", network, [(PIER, CHANGES[1])]),
    "no corrections": lambda network: pages.about("corrections", network),
    "sources": lambda network: pages.about("sources", network, ROWS),
    "no sources": lambda network: pages.about("sources", network),
    "rights": lambda network: pages.about("rights", network, ROWS),
    "no rights": lambda network: pages.about("rights", replace(network, contact="")),
    "status": lambda network: pages.about("status", network, [("7", NOW), ("8", 12_000)]),
    "no status": lambda network: pages.about("status", network),
}
READ_OUT = ("aria-label", "aria-roledescription", "title", "placeholder", "alt", "data-done", "data-failed",
            "data-start", "data-stop")  # fmt: skip
#: Words that are the same in every language: names of formats and codes that a publisher or browser uses.
NAMES = {"RSS", "Atom", "JSON", "XML", "CSV", "OPML", "API", "ninjs", "NewsML-G", "Nov", "nosnippet", "X-Robots-Tag",
         "tdmrep", "header", "NewsArticle", "Europe", "London"}  # fmt: skip
WORD = re.compile(r"[^\W\d_][\w’'-]*[^\W\d_]")


def spoken(made: str) -> Iterator[str]:
    """What a reader sees or hears of a page: texts and the attributes that are read out."""
    document = html.document_fromstring(made)
    for gone in document.xpath("//script | //style | //code"):
        gone.drop_tree()
    for score in document.xpath("//span[@class='nb']"):
        score.drop_tag()
    yield from (" ".join(text.split()) for text in document.itertext())
    for name in READ_OUT:
        yield from (str(value) for value in document.xpath(f"//@{name}"))


def texts(value: object) -> Iterator[str]:
    """Every text in a value: the words of others, which stay in their language."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts(each)


def words(said: Iterable[str]) -> set[str]:
    """The words of some texts."""
    return {word for text in said for word in WORD.findall(text)}


def unmarked(text: str) -> str:
    """A text whose quotation marks are all the same: a page sets them as its place and language want."""
    return re.sub("[‘’‚‹›“”„«»]", "'", text)


#: The texts of the invented publications, sources, sections and filters, and their words.
RAW = [*texts((TOLD, CARD, OTHERS, REST, SOURCES, invented.ALL, NETWORK, FULL, "CC BY", "columns"))]
GIVEN = [*map(unmarked, RAW)]
THEIRS = words(GIVEN) | words(RAW)


def theirs(text: str, known: set[str]) -> bool:
    """Whether others said all but ``known`` words: as it was given, or a piece of it too long to be a label."""
    parts = unmarked(re.sub(r" \((?:RSS|Atom|JSON|XML|CSV)\)$", "", text).strip("“”…:")).split(" – ")
    said = [part for part in parts if words([part]) - known]
    return all(part in GIVEN or (len(part.split()) > 2 and any(part in each for each in GIVEN)) for part in said)


@cache
def same(language: str) -> set[str]:
    """Words that our own translation has in common with the English: decided by the catalogue."""
    catalogue = messages.read(messages.LOCALE / language / messages.FILE)
    return words(text for each in catalogue for text in texts(each.string))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_no_english_word_of_ours_is_left(name: str, language: str) -> None:
    english = [*spoken(EVERY[name](NETWORK))]
    with override(language):  # as the site's process runs
        shown = [*spoken(EVERY[name](replace(NETWORK, language=language)))]
    known = NAMES | same(language)
    assert words(english) & words(shown) - THEIRS - known == set()
    assert {text for text in {*english} & {*shown} if not theirs(text, known)} == set()


def test_the_scan_finds_english_words() -> None:
    english = [*spoken(EVERY["front"](NETWORK))]
    assert {"publications", "edition", "Skip"} <= words(english) - THEIRS - NAMES
    assert "Skip to the news" in english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_direction(language: str) -> None:
    way = "rtl" if language == "ar" else "ltr"
    for make in EVERY.values():
        document = html.document_fromstring(make(replace(NETWORK, language=language)))
        assert (document.get("lang"), document.get("dir")) == (language, way)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-GB", ("12,000 publications", "22 November 2026", "684 in the source")),
        ("de", ("12.000 Meldungen", "22. November 2026", "12.684 in der Quelle")),
        ("de-AT", ("Meldungen", "22. November 2026", "in der Quelle")),
        ("fr", ("12\u202f000 publications", "22 novembre 2026", "12\u202f684 dans la source")),
        ("es", ("12.000 publicaciones", "22 de noviembre de 2026", "12.684 en la fuente")),
        ("ar", ("12,000 مادة", "22 نوفمبر 2026", "12,684 في المصدر")),
    ],
)
def test_dates_and_numbers_are_the_languages(language: str, shown: tuple[str, ...]) -> None:
    network = replace(NETWORK, language=language)
    made = EVERY["section"](network) + EVERY["publication"](network)
    for text in shown:
        assert text in made


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "مادة واحدة"), (2, "مادتان"), (3, "3 مواد"), (11, "11 مادة"), (100, "100 مادة"), (103, "103 مواد")],
)
def test_arabic_counts_in_its_six_forms(count: int, text: str) -> None:
    made = pages.listing(invented.listing(network=replace(NETWORK, language="ar"), total=count), BESIDE)
    assert f">{text}<" in made


def test_what_is_not_in_the_pages_language_says_so() -> None:
    marked = replace(TOLD.content, marks=(Mark("satire", "It is a jest of a kind that no rule had foreseen."),))
    made = pages.publication(replace(TOLD, content=marked), replace(NETWORK, language="ar"), Related(OTHERS))
    document = html.document_fromstring(made)
    assert document.xpath("//h1[@lang='en'][@dir='ltr']")
    assert document.xpath("//ul[@class='marks']//span[@lang='en'][@dir='ltr']/text()") == [
        "It is a jest of a kind that no rule had foreseen."
    ]
    assert document.xpath("//blockquote[@lang='en'][@dir='ltr']")
    assert not document.xpath("//ul[@class='marks']//a[@lang]")
    story = pages.listing(invented.listing((OTHERS[2],), View("story", PIER.story, slug="pier-3")), BESIDE)
    assert html.document_fromstring(story).xpath("//h1[@lang='ar'][@dir='rtl']")
