"""A made-up harbour town's news as values: long headlines, other scripts, many marks, missing parts. No database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from standfirst.editing import CheckResult, DateNote, Evidence, Fact, Filing, Mark, Statement, Versions
from standfirst.newsroom.content import Content, Original, Place
from standfirst.publishing import Entry, Listing, Network, SourceName, View
from standfirst.reading import Stamp
from standfirst.rights import Outcome, Verdict

SECTIONS = (
    ("politics-and-government", "Politics and Government"),
    ("crime-and-justice", "Crime and Justice"),
    ("business-and-finance", "Business and Finance"),
    ("automotive-and-transportation", "Automotive and Transportation"),
    ("sports-and-competition", "Sports and Competition"),
    ("media-and-entertainment", "Media and Entertainment"),
    ("science-and-technology", "Science and Technology"),
    ("health-and-wellness", "Health and Wellness"),
    ("education-and-learning", "Education and Learning"),
    ("food-and-drink", "Food and Drink"),
    ("travel-and-leisure", "Travel and Leisure"),
    ("house-and-home", "House and Home"),
)
NETWORK = Network(
    name="The Harwick Digest",
    base_url="https://digest.example",
    language="en-GB",
    time_zone="Europe/London",
    contact="desk@digest.example",
    sections=SECTIONS,
)
GAZETTE = SourceName("Harwick Gazette", "harwick-gazette", "https://gazette.example/", "https://gazette.example/feed")
COAST = SourceName("Coast Radio", "coast-radio", "https://coast.example/")
TRADE = SourceName("Harbour Trade", "harbour-trade", "https://trade.example/")
SIX = SourceName("Channel 6 Harwick", "channel-6", "https://six.example/")
CITY = SourceName("City of Harwick", "city-of-harwick", "https://city.example/")
TIDE = SourceName("Tidewater Monthly", "tidewater-monthly", "https://tide.example/")
BOTE = SourceName("Der Hafenbote", "der-hafenbote", "https://bote.example/")
MARSA = SourceName("المرسى", "al-marsa", "https://marsa.example/")
SOURCES = (GAZETTE, COAST, TRADE, SIX, CITY, TIDE, BOTE, MARSA)
NOW = datetime(2026, 11, 22, 11, 5, tzinfo=UTC)
NAMES = dict(SECTIONS)
HASH = "0" * 64


def entry(headline: str, lead: str = "", source: SourceName = GAZETTE, section: str = "", **changes) -> Entry:
    """A publication; ``hours`` and ``late`` set how long ago it was published and how long after its source."""
    number = uuid5(NAMESPACE_URL, headline)
    at = NOW - timedelta(hours=changes.pop("hours", 0))
    source_at = at - timedelta(minutes=changes.pop("late", 25))
    slug = f"item-{number.hex[:8]}"
    language = changes.pop("language", "en")
    path = f"/content/{at:%Y/%m/%d}/{slug}.html"
    values = {
        "position": int(at.timestamp() * 1_000_000),
        "id": str(number),
        "kind": "brief",
        "path": path,
        "permalink": NETWORK.base_url + path,
        "headline": headline,
        "lead": lead,
        "language": language,
        "direction": "rtl" if language in ("ar", "he") else "ltr",
        "source": source,
        "original": f"{source.home}news/{slug}",
        "section": (section, NAMES[section]) if section else None,
        "second_section": None,
        "source_published": source_at,
        "published": at,
        "updated": at,
        "corrected": None,
        "withdrawn": None,
        "marks": ("summary",),
    }
    return Entry(**{**values, **changes})


def evidence(start: int, end: int) -> tuple[Evidence, ...]:
    """A place in the source."""
    return (Evidence("article", HASH, start, end),)


#: A standfirst, then ten paragraphs of 200 characters with a heading after the third.
PARAGRAPHS = (
    Place(0, 98, "standfirst"),
    *(Place(100 + 202 * n, 300 + 202 * n, "heading" if n == 3 else "text") for n in range(11)),
)
PIER_STATEMENTS = (
    Statement(
        "Harwick council voted 7–4 on Tuesday to close Pier 3 to the public from 14 March, after engineers found"
        " corrosion in 11 of its 48 piles.",
        evidence(100, 420),
        dates=(DateNote(29, 36, "2026-11-17"), DateNote(72, 80, "2027-03-14")),
    ),
    Statement(
        "Repairs are estimated at £2.3m and would take nine months, the council’s engineer Ana Reyes said.",
        evidence(920, 1000),
    ),
    Statement("Two ferry lines move to Pier 1; the sailing club has not yet agreed a berth.", evidence(1330, 1620)),
    Statement(
        "Councillor Tom Byrne, who voted against, called it “a decision made before the survey was finished”.",
        evidence(1720, 1800),
    ),
    Statement("The source does not say who pays for the repairs.", notice=True, verbatim=False),
)


def content(told: Entry, statements: tuple[Statement, ...] = PIER_STATEMENTS, **changes) -> Content:
    """What a publication says."""
    first = statements[0].evidence if statements and statements[0].evidence else evidence(100, 200)
    place = first[0]
    values = {
        "headline": told.headline,
        "statements": statements,
        "missing": ("who pays", "when"),
        "facts": (
            Fact("person", "Ana Reyes", place, role="the council’s engineer"),
            Fact("person", "Tom Byrne", place, role="councillor"),
            Fact("person", "Ana Reyes", place),
            Fact("place", "Pier 3", place),
            Fact("place", "Harwick", place),
            Fact("date", "Tuesday", place, "2026-11-17"),
            Fact("date", "14 March", place, "2027-03-14"),
            Fact("number", "11 of 48", place, "11", "piles"),
            Fact("money", "£2.3m", place, "GBP 2300000"),
        ),
        "marks": (
            Mark("summary", "Excerpt by machine, not checked by a person."),
            Mark("commentary", "One paragraph argues in the first person.", evidence(1930, 2000)),
        ),
        "filing": Filing(told.section[0] if told.section else "", 0.84),
        "checks": (
            CheckResult(1, "answers-headline", "brief", True),
            CheckResult(3, "names", "statement", True, statement=0),
            CheckResult(12, "length", "brief", False, "report", reason="one sentence has 33 words"),
        ),
        "original": Original(
            title="Pier 3 to close for nine months",
            address=told.original,
            publisher=told.source.name,
            language=told.language,
            published=Stamp(told.source_published, "json-ld"),
            modified=None,
            byline="By Lena Ortiz",
            authors=("Lena Ortiz",),
            standfirst="Corrosion closes the town’s oldest pier, and the ferries have to move.",
            section="Council",
            kind="report",
            free=True,
            words=684,
            paragraphs=PARAGRAPHS,
            rights=Verdict(),
        ),
        "writer": "excerpt",
        "digital_source_type": "algorithmicMedia",
        "versions": Versions("1", "1", "1", "none", "excerpt-1"),
    }
    return Content(**{**values, **changes})


def told(plain: Entry, **changes) -> Entry:
    """A publication with its content."""
    return replace(plain, content=content(plain, **changes))


PIER = told(
    entry(
        "Harwick council votes 7–4 to close Pier 3 from 14 March",
        PIER_STATEMENTS[0].text,
        section="politics-and-government",
        story="7f3c2a10-0000-5000-8000-000000000001",
        story_slug="pier-3",
        others=3,
        corrected=NOW + timedelta(minutes=65),
        updated=NOW + timedelta(minutes=65),
        marks=("summary", "commentary"),
    )
)
SEASON = entry(
    "Will there be a second season of Lighthouse Nine?",
    "“No decision has been made,” the channel said on Friday; filming dates are not given.",
    SIX,
    "media-and-entertainment",
    marks=("summary", "speculation"),
    hours=1,
)
ARABIC = entry(
    "الميناء يعلن موعد سباق القوارب السنوي ويخفض رسوم الاشتراك للناشئين",
    "حددت إدارة الميناء يوم 5 ديسمبر موعداً للسباق، وقالت ليلى حداد إن درجة حرارة المياه بلغت 6 درجات.",
    MARSA,
    "sports-and-competition",
    language="ar",
    hours=3,
)
GERMAN = entry(
    "Hafengebührenneuordnungsverordnung: Rat vertagt Entscheidung über Liegeplatzvergabe auf Dezember",
    "Die Hafenmeisterin Jördis Behn nennt offene Rechtsfragen als Grund.",
    BOTE,
    "business-and-finance",
    language="de",
    hours=4,
)
CARD = replace(
    told(
        entry(
            "Inside the fish market’s winter of repairs",
            "The market’s roof has been open to the rain since the storm of 9 November.",
            TIDE,
            "business-and-finance",
            kind="card",
            marks=("subscription",),
            hours=5,
            reason="The page asks not to be quoted (robots meta: nosnippet).",
        ),
        statements=(
            Statement("The market’s roof has been open to the rain since the storm of 9 November.", evidence(100, 200)),
        ),
        missing=(),
        facts=(),
        checks=(CheckResult(12, "length", "brief", False, "card", reason="the source has 96 words"),),
        marks=(Mark("subscription", "The page says that it is not free to read."),),
    )
)
CARD = replace(
    CARD,
    content=replace(
        CARD.content,
        original=replace(
            CARD.content.original, standfirst="", rights=Verdict(Outcome.CARD, "robots-meta", "nosnippet")
        ),
    ),
)
PLAIN = (
    ("Court clears ferry captain in 2024 grounding", "The jury took three hours to find Mara Lindqvist, 51, not guilty"
     " on both counts.", GAZETTE, "crime-and-justice", {"others": 3, "story": "s-2"}),
    ("Rovers win 3–1 and go second", "Two goals by Idris Kaya in the last ten minutes settled it before 4,112 people.",
     SIX, "sports-and-competition", {}),
    ("Harbour Trade buys two electric tugs for £11.4m", "Delivery is due in June 2027; the port pays a third.", TRADE,
     "business-and-finance", {}),
    ("Night buses return on three routes", "Routes 2, 5 and 9 run until 02:00 from 1 December.", CITY,
     "automotive-and-transportation", {"marks": ("summary", "press-release")}),
    ("Bypass works end nine days early", "Both lanes reopened at 06:00 on Saturday.", COAST,
     "automotive-and-transportation", {"late": 1500}),
    ("Seal count finds 1,240 pups, a fifth more than in 2024", "Drones counted every beach between the two lights.",
     TIDE, "science-and-technology", {}),
    ("Comment: the drone law the coast needs", "The author argues for permits by beach, not by pilot.", TIDE,
     "science-and-technology", {"marks": ("summary", "commentary", "one-source")}),
    ("Harbour swim moves to 5 December", "The organisers name water at 6 °C as the reason; entries stay valid.", SIX,
     "sports-and-competition", {}),
    ("Fish market rents rise 6 % in April", "The first rise since 2021 covers a new cold store.", GAZETTE,
     "business-and-finance", {}),
    ("School roof repairs finish early", "Pupils return to the east wing on Monday.", COAST, "education-and-learning",
     {}),
    ("A clinic for night workers opens at the fish quay with two doctors, one nurse and, from January, a dentist on"
     " alternate Thursdays", "It is open from 22:00 to 06:00; no referral is needed.", GAZETTE, "health-and-wellness",
     {"marks": ("summary", "agency-copy", "corrected")}),
    ("Lost parrot found aboard the dredger Constance", "It answered to “Admiral”.", COAST, "", {}),
)  # fmt: skip
REST = tuple(
    entry(headline, lead, source, section, hours=2 + number, **more)
    for number, (headline, lead, source, section, more) in enumerate(PLAIN)
)
ALL = (replace(PIER, content=None), SEASON, *REST[:2], ARABIC, GERMAN, replace(CARD, content=None), *REST[2:])
OTHERS = (
    entry("Ferry timetable from 14 March", "Lines 4 and 6 leave from Pier 1; the last boat is at 22:10.", COAST,
          "automotive-and-transportation"),
    entry("Sailing club seeks berth after Pier 3 vote", "Its 74 boats have to be out by 7 March.", TRADE,
          "sports-and-competition", late=3000),
    entry("إغلاق الرصيف الثالث", "صوت المجلس بأغلبية سبعة أصوات مقابل أربعة.", MARSA, "politics-and-government",
          language="ar", kind="card"),
)  # fmt: skip


def edition(entries: tuple[Entry, ...] = ALL, **changes) -> Listing:
    """The front page's listing."""
    values = {
        "view": View("front"),
        "network": NETWORK,
        "title": NETWORK.name,
        "entries": entries,
        "updated": NOW,
        "day": date(2026, 11, 22),
    }
    return Listing(**{**values, **changes})


SPORTS = View("section", "sports-and-competition")


def listing(entries: tuple[Entry, ...] = ALL, view: View = SPORTS, **changes) -> Listing:
    """A section's listing, by day."""
    values = {
        "view": view,
        "network": NETWORK,
        "title": NAMES.get(view.key, "Search"),
        "entries": tuple(sorted(entries, key=lambda each: -each.position)),
        "updated": NOW,
    }
    return Listing(**{**values, **changes})
