"""What the names on a page's elements, and the words of its lines, say for or against the article's text.

Authors name the parts of a page: ``entry-content``, ``related-posts``, ``newsletter-signup``. How often text under
a name is the article's was counted over the training pages; a name's weight is the logarithm of the odds, and only
names that five publishers or more use are kept. Words of short lines ("Subscribe", "Getty") are weighed likewise.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from standfirst.language import models
from standfirst.reading.wordlists import words as listed

MODEL = "body-cues.json"
MAX_NAMED = 400
#: Characters of a line whose words are weighed, and its length from which it is none.
MAX_WORDED, LINE = 200, 400

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])")
_NUMBER = re.compile(r"\d+")
WORD = re.compile(r"\w+")

#: Readers' comments, and appeals to subscribe: parts whose text reads like an article's own.
COMMENTS = listed(
    "comment comments disqus commentlist respond reply replies kommentare kommentar commentaires comentarios"
)
APPEALS = listed("newsletter subscribe subscription signup paywall register donate donation membership cta")


@dataclass(frozen=True, slots=True)
class Weight:
    """What an element's names say: the sum of their log odds, the least, the greatest, and two sorts of part."""

    sum: float = 0.0
    least: float = 0.0
    most: float = 0.0
    comments: bool = False
    appeals: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Log odds of names and words."""

    names: dict[str, float]
    words: dict[str, float]

    def weigh(self, named: tuple[str, ...]) -> Weight:
        """The weight of an element with these attribute values."""
        return self.weighed(parts(named))

    def weighed(self, found: tuple[str, ...]) -> Weight:
        """The weight of an element with these names."""
        if not found:
            return _NOTHING
        known = [self.names[name] for name in found if name in self.names]
        return Weight(
            sum(known),
            min(known, default=0.0),
            max(known, default=0.0),
            not COMMENTS.isdisjoint(found),
            not APPEALS.isdisjoint(found),
        )

    def worded(self, text: str) -> float:
        """What the words of a line say, over the root of how many there are."""
        known = {word: self.words.get(word, 0.0) for word in words(text)}
        return float(sum(known.values()) / len(known) ** 0.5) if known else 0.0


_NOTHING = Weight()


def parts(named: tuple[str, ...]) -> tuple[str, ...]:
    """The names in attribute values: their words (``entry``, ``content``), and whole compounds (``=entry-content``).

    Digits in compounds are made 0, since many are numbers of posts.
    """
    text = " ".join(named)[:MAX_NAMED]
    if not text or text.isspace():
        return ()
    single = [word.lower() for word in _PART.findall(text) if 2 < len(word) < 20][:24]
    whole = ["=" + _NUMBER.sub("0", word.lower()) for word in text.split()[:12] if "-" in word or "_" in word]
    return tuple(dict.fromkeys(single + whole))


def words(text: str) -> list[str]:
    """The words of a line that are weighed."""
    return WORD.findall(text[:MAX_WORDED].lower())


@cache
def shipped() -> Cues:
    """The cues that come with the package."""
    stored = json.loads(models.path(MODEL).read_text(encoding="utf-8"))
    return Cues(stored["names"], stored["words"])
