"""What stands in words: a publisher's own section, the address, tags and keywords, as evidence for a section.

Each finding is (section's slug, weight, what a reader is told, kind). Weights are on the scale of log-odds; they
were set on the invented cases of the tests, not learnt, because the labels at hand were made from addresses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from standfirst.editing.sections import Section

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
PHRASE_WORDS = 4
STRONG, WEAK = 3.0, 1.0
#: How a cue weighs that is only a part of the name.
INNER = 0.6


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


def slug_words(address: str) -> str:
    """The last part of an address as words: in most of the world's languages it is Latin, and often English."""
    try:
        last = urlsplit(address).path[:1000].rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
    return re.sub(r"[-_+.]+", " ", unquote(last))


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
            hit = (inner[0][0], INNER * max(weight for _, weight in inner)) if len(slugs) == 1 else None
        if hit is None and not key.isascii():
            hit = _inside(key, table)
        if hit is not None:
            slug, weight = hit
            share = 1.0 if not found else 0.4
            found.append(Finding(slug, share * weight, f"{label}: {part}", kind))
    return found[:4]


def _inside(key: str, table: dict[str, tuple[str, float]]) -> tuple[str, float] | None:
    """The longest cue in a name whose script needs no space between words: politics in 정치일반."""
    length, slug, weight = max(
        ((len(cue), *table[cue]) for cue in table if not cue.isascii() and cue in key), default=(0, "", 0.0)
    )
    return (slug, INNER * weight) if length else None


def section_parts(name: str) -> list[str]:
    """A page's section as it may be written: ``News > Sport``, ``Sport, Football``."""
    return [part.strip() for part in re.split(r"[>/|,;»›]", name[:200]) if part.strip()]
