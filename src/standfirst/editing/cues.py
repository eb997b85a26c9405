"""What stands in words: a publisher's own section, the address, tags and keywords, as evidence for a section.

Each finding is (section's slug, weight, what a reader is told, kind). Weights are on the scale of log-odds; they
were set on the invented cases of the tests, not learnt, because the labels at hand were made from addresses.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from standfirst.editing.sections import Section

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
PHRASE_WORDS = 4
LEAD_CHARACTERS = 500
BODY_CHARACTERS = 3000
#: The shortest stretch of a hyphenated compound that is looked up by itself.
STRONG, WEAK = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of evidence. ``kind``: source-section, address, keywords."""

    slug: str
    weight: float
    said: str
    kind: str


def fold(text: str) -> str:
    """Lower case without accents, so that ``Fußball`` and ``fussball`` meet."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The folded words of a text; parts joined by hyphens stay one word, an apostrophe divides."""
    return WORD.findall(fold(text))


# --- a publisher's own words -------------------------------------------------------------------------------


def address_parts(address: str) -> list[str]:
    """The parts of an address that may name a section, the general first: host labels, folders, no slug."""
    try:
        split = urlsplit(address)
        host = (split.hostname or "").split(".")
    except ValueError:
        return []
    folders = [unquote(part) for part in split.path[:1000].split("/") if part]
    if folders and not split.path.endswith("/"):
        last = folders.pop()
        # A short last part without digits or ending is a folder written without its slash.
        if last.count("-") + last.count("_") < 2 and re.fullmatch(r"[^\W\d]+(?:[-_][^\W\d]+)*", last):
            folders.append(last)
    return [label for label in host[:-2] if label != "www"] + [part for part in folders if len(part) <= 40]


@lru_cache(maxsize=8)
def cue_table(sections: tuple[Section, ...]) -> dict[str, tuple[str, float]]:
    """Every cue word, folded: its section and weight. The first section that names a cue has it."""
    table: dict[str, tuple[str, float]] = {}
    for section in sections:
        for cue in (*section.cues, *section.weak_cues, section.name, section.slug):
            weight = WEAK if cue in section.weak_cues else STRONG
            table.setdefault("-".join(words(cue)), (section.slug, weight))
    return table


def named(parts: Sequence[str], sections: tuple[Section, ...], kind: str, label: str) -> list[Finding]:
    """Findings in names given from the general to the special; the most special one weighs full."""
    table = cue_table(sections)
    found: list[Finding] = []
    for part in reversed(parts):
        key = "-".join(word for word in words(part))
        hit = table.get(key)
        if hit is None and key.count("-") <= PHRASE_WORDS:
            # "football-news", "local-sport": one word of a short name decides, more weakly.
            inner = [table[word] for word in key.split("-") if word in table]
            slugs = {slug for slug, _ in inner}
            hit = (inner[0][0], 0.6 * max(weight for _, weight in inner)) if len(slugs) == 1 else None
        if hit is not None:
            slug, weight = hit
            share = 1.0 if not found else 0.4
            found.append(Finding(slug, share * weight, f"{label}: {part}", kind))
    return found[:4]


def section_parts(name: str) -> list[str]:
    """A page's section as it may be written: ``News > Sport``, ``Sport, Football``."""
    return [part.strip() for part in re.split(r"[>/|,;»›]", name[:200]) if part.strip()]


# --- words of the text -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The keywords of all sections in one language: whole words and phrases, and beginnings by their length."""

    whole: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    lengths: tuple[int, ...]


@lru_cache(maxsize=32)
def lexicon(sections: tuple[Section, ...], language: str) -> Lexicon:
    """The lexicon of ``language``; a phrase may end in a beginning (``electric vehicle*``)."""
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    for section in sections:
        for keyword in dict(section.keywords).get(language, ()):
            key = " ".join(words(keyword))
            table = beginnings if keyword.endswith("*") else whole
            if key and section.slug not in table.get(key, ()):
                table[key] = (*table.get(key, ()), section.slug)
    return Lexicon(whole, beginnings, tuple(sorted({len(key) for key in beginnings})))


def hits(text: str, terms: Lexicon) -> Iterable[tuple[str, str]]:
    """(section's slug, words that hit) in the order of the text; the same words once a place."""
    tokens = words(text)
    for start in range(len(tokens)):
        for size in range(1, PHRASE_WORDS + 1):
            if start + size > len(tokens):
                break
            phrase = " ".join(tokens[start : start + size])
            for slug in terms.whole.get(phrase, ()):
                yield slug, phrase
            for length in terms.lengths:
                if length > len(phrase):
                    break
                beginning = phrase[:length]
                # A beginning of one word is no beginning of a phrase, and the other way round.
                if beginning.count(" ") == size - 1:
                    for slug in terms.beginnings.get(beginning, ()):
                        yield slug, phrase


def keywords(title: str, body: str, tags: Sequence[str], sections: tuple[Section, ...], language: str) -> list[Finding]:
    """Keywords in the title (weight 2), the opening (1), the rest (a half) and the tags (1.5), damped by log.

    A word of several sections counts for each, shared.
    """
    terms = lexicon(sections, language.split("-", maxsplit=1)[0])
    if not terms.whole and not terms.beginnings:
        return []
    places = (
        (title[:LEAD_CHARACTERS], 2.0),
        (body[:LEAD_CHARACTERS], 1.0),
        (body[LEAD_CHARACTERS:BODY_CHARACTERS], 0.5),
        (", ".join(tags)[:LEAD_CHARACTERS], 1.5),
    )
    sums: dict[str, dict[str, float]] = {}
    for text, weight in places:
        for slug, phrase in hits(text, terms):
            seen = sums.setdefault(slug, {})
            seen[phrase] = seen.get(phrase, 0.0) + weight
    found: list[Finding] = []
    for slug, seen in sums.items():
        # A word said often counts less each time: one theme, not many.
        total = sum(math.log1p(weight) for weight in seen.values())
        best = sorted(seen, key=lambda phrase: (-seen[phrase], phrase))[:5]
        found.append(Finding(slug, math.log1p(total), ", ".join(best), "keywords"))
    return found
