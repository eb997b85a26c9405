"""Invented words as a language has them, common and rare (Zipf), and contents with the parts that real briefs have."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

VOCABULARY, SENTENCES, HEADLINES = 6000, 3000, 3000
#: Language, its share of publications, the syllables of its words.
LANGUAGES = (
    ("en", 88, "har bour lin ton ray mer chel se by wick ford dale an er ing est o ver un der st and ley co ast"),
    ("de", 6, "hä fen stra ße brü cke ver un ge zeit lich keit un ter stadt rat hof berg tal wer der ö st"),
    ("fr", 4, "cô te vil le é té mar ché pon tage con seil ru e gen re por tée lu mi ère an née"),
    ("ar", 2, "مي نا بح ري سو قر مد ين جد يد شر كة عا لم طر يق"),
)
#: Words every reader would search for: one in most publications of English, one in hundreds.
COMMON, UNCOMMON = "harbour", "lanternfish"
_NOON, _DAY = datetime(2026, 11, 22, 12, tzinfo=UTC), "2026-11-22"


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is stored, as JSON holds it between quotes, as search finds it, and as addresses name it."""

    plain: str
    json: str
    words: str
    slug: str


def word(pick: random.Random, syllables: str) -> str:
    """A word of a few syllables."""
    return "".join(pick.choices(syllables.split(), k=pick.choice((1, 2, 2, 3, 3, 4))))


def pool(pick: random.Random, language: str, syllables: str) -> tuple[list[Text], list[Text]]:
    """Headlines and sentences of a language; the word at rank *r* is *r* times as rare as the first."""
    vocabulary = [word(pick, syllables) for _ in range(VOCABULARY)]
    if language == "en":
        vocabulary[0], vocabulary[2000] = COMMON, UNCOMMON
    weights = [0.0]
    for rank in range(1, VOCABULARY + 1):
        weights.append(weights[-1] + 1 / (rank + 8))
    return (
        [_text(pick.choices(vocabulary, cum_weights=weights[1:], k=pick.randint(6, 11)), "") for _ in range(HEADLINES)],
        [
            _text(pick.choices(vocabulary, cum_weights=weights[1:], k=pick.randint(12, 26)), ".")
            for _ in range(SENTENCES)
        ],
    )


def _text(words: Iterable[str], end: str) -> Text:
    from standfirst.newsroom.finding.search import normalise
    from standfirst.newsroom.slugs import slug

    plain = " ".join(words)
    plain = plain[0].upper() + plain[1:] + end
    return Text(plain, json.dumps(plain)[1:-1], normalise(plain), slug(plain))


def mould(language: str, kind: str, section: str, marks: str) -> list[str]:
    """A content's JSON with places to fill: text, name of a place, text, …"""
    from standfirst.editing import CheckResult, Evidence, Fact, Filing, Mark, Statement, Versions
    from standfirst.newsroom.content import Content, Original, Place
    from standfirst.reading import Stamp
    from standfirst.rights import Outcome, Verdict
    from standfirst.values import dump

    brief = kind == "brief"
    at = [Evidence("~article~", "97dba8a440bb4ccd" * 4, start, start + 140) for start in range(0, 2100, 150)]
    said = ["~lead~", *(f"~said{place}~" for place in range(1, 5 if brief else 1))]
    kinds = ("person", "place", "organisation", "date", "number", "money") * 2
    content = Content(
        headline="~headline~",
        statements=tuple(Statement(text, (at[n], at[n + 5])) for n, text in enumerate(said)),
        missing=("how-many",) if brief else (),
        facts=tuple(Fact(each, f"fact {n}", at[n], _DAY, "role") for n, each in enumerate(kinds if brief else ())),
        marks=tuple(Mark(code, "The source labels it so.", (at[0],)) for code in marks.split()),
        filing=Filing(section, 0.81, "", (("15000000", 0.52), ("07000000", 0.29)), ("topic: harbour",), "vectors"),
        checks=tuple(CheckResult(n, f"rule-{n}", "statement", True, statement=0) for n in range(16 if brief else 0)),
        original=Original(
            title="~headline~", address="~address~", publisher="~source~", language=language, modified=None,
            published=Stamp(_NOON, "json-ld"), byline="By Nell Ortega", authors=("Nell Ortega",), section="News",
            standfirst="~said1~" if brief else "", kind="report", free=None, words=740, rights=Verdict() if brief else
            Verdict(Outcome.CARD, "robots-meta", "The page asks for no snippet."),
            paragraphs=tuple(Place(start, start + 240, "text") for start in range(0, 6000, 242)),
        ),
        writer="excerpt",
        digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        versions=Versions("1", "1", "1", "697728f5a7", "excerpt"),
    )  # fmt: skip
    return re.split("~([a-z0-9]+)~", json.dumps(dump(content)).replace(dump(_NOON), "~published~"))
