"""Invented text in six languages: names, headlines, sentences, and what sites say around them."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent / "texts"
#: Languages, as often as they are drawn.
LANGUAGES = ("en",) * 6 + ("de", "fr", "es") * 4 + ("ja", "ar")
QUERIES = ("ferry", "harbour", "tram", "orchestra", "mill", "bakery", "Merrow", "Stonnard")


@cache
def texts(language: str) -> dict[str, Any]:
    """The texts of a language, by what they are for."""
    return tomllib.loads((TEXTS / f"{language}.toml").read_text(encoding="utf-8"))


class Speech:
    """A speaker of one language who knows one ``half`` (0 or 1) of its fixed phrases."""

    def __init__(self, chance: random.Random, language: str, half: int) -> None:
        self.chance = chance
        self.language = language
        self.half = half
        self.paper = chance.choice(texts(language)["papers"])

    def any(self, key: str) -> str:
        """One of all texts for ``key``: news and names, which are no phrases of a kind of page."""
        return self.fill(self.chance.choice(texts(self.language)[key]))

    def say(self, key: str) -> str:
        """One of this half's phrases for ``key``."""
        return self.fill(self.chance.choice(self._half(key)))

    def lines(self, key: str, least: int = 1, most: int = 9) -> list[str]:
        """Some of this half's phrases for ``key``, each once, as they stand in their order."""
        known = self._half(key)
        wanted = min(len(known), self.chance.randint(least, most))
        return [self.fill(known[at]) for at in sorted(self.chance.sample(range(len(known)), wanted))]

    def every(self, key: str) -> list[str]:
        """All texts for ``key``."""
        return [self.fill(each) for each in texts(self.language)[key]]

    def headline(self) -> str:
        """A news headline."""
        return self.any("headlines")

    def paragraph(self, sentences: int) -> str:
        """A paragraph of so many different sentences."""
        known = texts(self.language)["sentences"]
        joint = "" if self.language == "ja" else " "
        return joint.join(self.fill(each) for each in self.chance.sample(known, min(len(known), sentences)))

    def body(self, words: int) -> list[str]:
        """Paragraphs of together about ``words`` words (in Japanese about twice as many letters)."""
        made: list[str] = []
        size = 0
        while size < words:
            made.append(self.paragraph(self.chance.randint(1, 3)))
            size += len(made[-1]) // 2 if self.language == "ja" else len(made[-1].split())
        return made

    def fill(self, text: str) -> str:
        """``text`` with its gaps filled."""
        if "{" not in text:
            return text
        known = texts(self.language)
        return text.format(
            name=self.chance.choice(known["names"]),
            place=self.chance.choice(known["places"]),
            day=self.chance.choice(known["days"]),
            section=self.chance.choice(known["sections"]),
            n=self.chance.randint(12, 940),
            query=self.chance.choice(QUERIES),
            year=self.chance.randint(2021, 2026),
            paper=self.paper,
        )

    def _half(self, key: str) -> list[str]:
        known: list[str] = texts(self.language)[key]
        return known[self.half :: 2] or known
