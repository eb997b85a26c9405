"""How a search is written, as the page of search explains it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from standfirst.publishing import Network


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that may be typed, and what it finds."""

    typed: str
    finds: str


def hints(network: Network, *, phrases: bool = True) -> list[Hint]:
    """What a search may hold; the examples use the network's own section and language. A build finds no ``phrases``."""
    word, phrase = gettext("harbour"), gettext("harbour wall")
    found = [
        Hint(f"-{word}", gettext("leaves out what has this word; a minus also goes before a phrase or a field")),
        Hint(f"headline:{word}", gettext("the word in the headline")),
        Hint('author:"Nell Ortega"', gettext("a name in the source’s byline")),
        Hint("source:gazette", gettext("a source, by words of its name or its address")),
        Hint("mark:commentary", gettext("a mark, by its short name in the address of its page")),
        Hint(f"lang:{network.language.partition('-')[0]}", gettext("the source’s language, by its tag")),
    ]
    if network.sections:
        shortest = min((slug for slug, _ in network.sections), key=len)
        found.insert(4, Hint(f"section:{shortest}", gettext("a section, by its name in the address")))
    beside = [Hint(f'"{phrase}"', gettext("these words in this order"))] if phrases else []
    return beside + found


__all__ = ["Hint", "hints"]
