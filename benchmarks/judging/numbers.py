"""Rule 4: every number stands in the source passage, with the same unit and beside the same noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import lexicon, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

_FIGURE = re.compile(r"([€$£¥₹]|US\$|A\$|C\$)?\s?(\d[\d.,:/]*\d|\d)\s?(%|°|€|\$|£|km|kg|bn|m\b|k\b)?")
#: Words around a number in the passage among which a rewrite's noun must stand; an excerpt's stands where it stood.
AROUND = 12
_OURS = ("our arithmetic", "eigene rechnung", "notre calcul", "calculo propio")


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """A number that the passage has not, or has in another unit or of something else."""
    language = text.language_of(article.language)
    for each in passage.said(brief):
        if not each.verbatim and any(mark in text.fold(each.text) for mark in _OURS):
            continue
        source = passage.of(article, each)
        have = set(_figures(source))
        for figure in _figures(each.text):
            if figure not in have:
                yield f"“{''.join(figure)}” does not stand in the source passage."
        yield from _words(each.text, source, language, AROUND if not each.verbatim else passage.MOST)


def _figures(said: str) -> list[tuple[str, str, str]]:
    return [(found[1] or "", found[2].replace(",", "."), found[3] or "") for found in _FIGURE.finditer(said)]


def _words(said: str, source: str, language: str, around: int) -> Iterator[str]:
    stated, have = text.folded(said), text.folded(source)
    stop = lexicon.of(lexicon.STOP, language)
    for place, word in enumerate(stated):
        if word not in lexicon.NUMBER_WORDS and not word[0].isdigit():
            continue
        places = [at for at, other in enumerate(have) if other == word]
        if not places:
            if word in lexicon.NUMBER_WORDS:
                yield f"“{word}” does not stand in the source passage."
            continue
        noun = next(
            (
                after
                for after in stated[place + 1 : place + 3]
                if len(after) > 2 and after.isalpha() and after not in stop
            ),
            "",
        )
        if noun and not any(noun in have[max(0, at - around) : at + around] for at in places):
            yield f"The source passage has “{word}” of something other than “{noun}”."
