"""How a text spells its words: in small letters somewhere, or, in German, as nouns like others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from standfirst.language.capitals import Token

#: How often a German word must stand in a sentence without ever standing as a noun does, to be a name.
STANDS = 3
#: The German words before a noun: articles, determiners, possessives. Adjectives are told by their endings.
_DETERMINERS = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|(?:k|m|d|s)?ein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|uns(?:er|re)(?:[nms])?"
    r"|(?:dies|jed|jen|welch|solch|manch|all|beid|viel|wenig|einig|mehrer)(?:e[nmrs]?)?|[ai]m|vom|zu[mr]|beim|ins|kein|mehr)$"
)
_INFLECTED = re.compile(r"\w{2,}(?:er|en|es|em|e)$")
#: Endings of German nouns, and of plurals above all. A surname that ends so stands beside its given name first.
_NOUNS = re.compile(r"(?:e|er|en|ern|eln|ung|heit|keit|schaft|tion|tat|ismus|chen|markt|recht|zeit|werk|wehr|geld)$")
#: Prepositions and adverbs that end as adjectives do, before names too.
_UNINFLECTED = re.compile(
    r"(?:über|unter|hinter|neben|gegen|wegen|zwischen|ohne|seine|außer|aber|oder|wieder|immer|heute|gestern|"
    r"gerade|bitte|sagte|sagten|erklärte|meinte|wurde|wurden|hatte|hatten|konnte|konnten|sollte|sollten|"
    r"wollte|wollten|würde|würden|haben|werden|können|sollen|wollen|müssen|dürfen|gehen|kommen|stehen|"
    r"sehen|eben|dessen|deren|gegenüber)$"
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How often each folded word stands in small letters, and with a capital inside a sentence; of the latter, how
    often in German behind an article or determiner, and behind a word that ends as an adjective or a verb does.
    """

    small: Counter[str]
    capital: Counter[str]
    noun: Counter[str]
    inflected: Counter[str]

    def ordinary(self, word: str) -> bool:
        """Whether a capital says nothing of ``word``: the text has it in small letters as often."""
        return self.small[word] > 0 and self.small[word] >= self.capital[word]

    def never_a_noun(self, word: str) -> bool:
        """Whether a German word stands often enough, never behind an article or determiner, and ends as no noun."""
        often = 0 if _NOUNS.search(word) else self.capital[word]
        return often >= STANDS and not (self.noun[word] or self.small[word]) and 3 * self.inflected[word] <= often


def of(lines: Iterable[Sequence[Token]], *, german: bool) -> Spelling:
    """The spelling of a text, from the words of its sentences."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    noun: Counter[str] = Counter()
    inflected: Counter[str] = Counter()
    for line in lines:
        for place, token in enumerate(line):
            if not token.capital:
                small[token.folded] += 1
            elif place:
                capital[token.folded] += 1
                before = line[place - 1].text.lower()
                if german and not line[place - 1].capital and not _UNINFLECTED.match(before):
                    noun[token.folded] += bool(_DETERMINERS.match(before))
                    inflected[token.folded] += bool(_INFLECTED.match(before))
    return Spelling(small, capital, noun, inflected)
