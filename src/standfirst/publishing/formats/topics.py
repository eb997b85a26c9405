"""IPTC media topics as the formats name them: those that a publication is more likely than not about."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from standfirst.language import models
from standfirst.language.words import primary
from standfirst.publishing import Entry

#: A topic below this probability is a guess, and stands in JSON Feed's ``_standfirst.filing`` alone.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Topic:
    """A media topic: its code without ``medtop:``, its name for readers, and our confidence in hundredths."""

    code: str
    name: str
    confidence: int


def topics(entry: Entry, language: str) -> list[Topic]:
    """The topics of a publication, likeliest first, named in ``language``."""
    if entry.content is None:
        return []
    found = ((code.removeprefix("medtop:"), share) for code, share in entry.content.filing.topics if share >= LEAST)
    return [Topic(code, name(code, language), round(100 * min(1.0, share))) for code, share in found]


@lru_cache(maxsize=2048)
def name(code: str, language: str) -> str:
    """What IPTC calls a topic in ``language``, else in English; its code where IPTC does not know it."""
    return _names(language).get(code, code)


@lru_cache(maxsize=8)
def _names(language: str) -> dict[str, str]:
    """Every topic's name, from the list that topics are recognised by; without what recognises them."""
    stored = json.loads(models.path("iptc.json").read_text(encoding="utf-8"))
    wanted = (language, primary(language), "en")
    return {
        code: next((topic["names"][each] for each in wanted if each in topic["names"]), code)
        for code, topic in stored.items()
    }
