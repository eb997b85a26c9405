"""A plain search to compare with: lists of runs, walked through. It knows nothing of how the index is made.

A *run* is what stands between spaces: a folded word, or letters of a script without spaces, which may be searched
from the middle. A text is a list of runs, a publication is texts and fields, a term is a list of runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from standfirst.newsroom.finding.search import Findable

#: As written, and the runs it is; several spellings of one word have the same runs.
SPELT = (
    ("Harbour", ["harbour"]), ("HARBOUR", ["harbour"]), ("wall", ["wall"]), ("Łódź", ["lodz"]), ("lodz", ["lodz"]),
    ("Straße", ["strasse"]), ("STRASSE", ["strasse"]), ("Café", ["cafe"]), ("cafe\u0301", ["cafe"]),
    ("O’Brien", ["o", "brien"]), ("o-brien", ["o", "brien"]), ("3.5", ["3", "5"]),
    ("مُوسَى", ["موسى"]), ("موسى", ["موسى"]), ("שָׁלוֹם", ["שלום"]),
    ("東京都", ["東京都"]), ("東京", ["東京"]), ("京都", ["京都"]), ("京", ["京"]), ("都", ["都"]),
    ("都都", ["都都"]), ("NHK東京", ["nhk", "東京"]), ("ＮＨＫ", ["nhk"]), ("ｶﾞﾗｽ", ["ガラス"]), ("ガラス", ["ガラス"]),
    ("カラス", ["カラス"]), ("ไทย", ["ไทย"]), ("ประเทศไทย", ["ประเทศไทย"]),
    ("서울", ["서울"]), ("a", ["a"]), ("b", ["b"]),
)  # fmt: skip
UNSPACED = set("東京都ガラスカไทยปรเศ서울\u0e31\u0e30")
NAMES = {"Harbour Wall News": "harbour-wall-news", "NHK 東京": "nhk-東京", "The Lodz Café": "the-lodz-café"}
SECTIONS = ("politics-and-government", "food", "wall-and-harbour")
MARKS = ("summary", "commentary", "press-release")
LANGUAGES = ("en", "de", "de-AT", "pt-BR", "br")
SIGNS = (" ", " ", ", ", " – ", "! ")


@dataclass
class Text:
    """A text as written, and its runs."""

    written: str
    runs: list[str]


@dataclass
class Made:
    """A publication of the corpus."""

    texts: list[Text] = field(default_factory=list)
    fields: list[tuple[str, Text]] = field(default_factory=list)

    @property
    def findable(self) -> Findable:
        return Findable(
            tuple(each.written for each in self.texts), tuple((name, each.written) for name, each in self.fields)
        )


def text(chance: Random, most: int) -> Text:
    spelt = [chance.choice(SPELT) for _ in range(chance.randint(1, most))]
    written = spelt[0][0]
    for each, _ in spelt[1:]:
        written += chance.choice(SIGNS) + each
    return Text(written, [run for _, runs in spelt for run in runs])


def slug(written: str) -> Text:
    return Text(written, written.replace("é", "e").split("-"))


def publication(chance: Random) -> Made:
    headline, author = text(chance, 4), text(chance, 2)
    name = chance.choice(list(NAMES))
    source = Text(name, slug(NAMES[name]).runs)
    made = Made([headline, *(text(chance, 7) for _ in range(chance.randint(0, 3))), source])
    made.fields = [("headline", headline), ("author", author), ("source", source), ("source", slug(NAMES[name]))]
    made.fields += [("section", slug(each)) for each in chance.sample(SECTIONS, chance.randint(0, 2))]
    made.fields += [("mark", slug(each)) for each in chance.sample(MARKS, chance.randint(1, 2))]
    language = chance.choice(LANGUAGES)
    made.fields.append(("lang", Text(language, [language.lower(), language.lower().partition("-")[0]])))
    return made


@dataclass
class Asked:
    """A term: as typed, its runs, its field or none, and whether it must not be there."""

    typed: str
    runs: list[str]
    field: str = ""
    unwanted: bool = False


def term(chance: Random) -> Asked:
    kind = chance.choice(("", "", "", "headline", "author", "source", "section", "mark", "lang"))
    if kind in ("section", "mark"):
        said = slug(chance.choice(SECTIONS if kind == "section" else MARKS))
        said.runs = said.runs if chance.random() < 0.7 else said.runs[:1]
        said.written = "-".join(said.runs)
    elif kind == "lang":
        language = chance.choice(LANGUAGES)
        said = Text(language.upper() if chance.random() < 0.3 else language, [language.lower()])
    elif kind == "source" and chance.random() < 0.6:
        said = slug(NAMES[chance.choice(list(NAMES))])
    else:
        said = text(chance, chance.choice((1, 1, 2, 3)))
    quoted = " " in said.written or chance.random() < 0.2
    shown = f'"{said.written}"' if quoted else said.written
    minus = chance.random() < 0.2
    prefix = (kind.upper() if chance.random() < 0.2 else kind) + ":" if kind else ""
    return Asked(("-" if minus else "") + prefix + shown, said.runs, kind, minus)


def stands_in(runs: list[str], asked: list[str]) -> bool:
    """Whether ``asked`` stand beside each other in ``runs``; at both ends an unspaced run may go on."""

    def fits(run: str, wanted: str, place: int) -> bool:
        if not set(wanted) <= UNSPACED:
            return run == wanted
        first, last = place == 0, place == len(asked) - 1
        if not set(run) <= UNSPACED:
            return False
        if first and last:
            return wanted in run
        return run.endswith(wanted) if first else run.startswith(wanted) if last else run == wanted

    return any(
        all(fits(runs[at + place], wanted, place) for place, wanted in enumerate(asked))
        for at in range(len(runs) - len(asked) + 1)
    )


def found(made: Made, terms: list[Asked]) -> bool:
    """Whether a publication answers the terms."""

    def has(each: Asked) -> bool:
        if each.field == "lang":
            return any(each.runs[0] in held.runs for name, held in made.fields if name == "lang")
        texts = [held for name, held in made.fields if name == each.field] if each.field else made.texts
        return any(stands_in(held.runs, each.runs) for held in texts)

    return bool(terms) and all(has(each) != each.unwanted for each in terms)
