"""Names in a text, by rules: capitalised sequences, titles, roles, heads of organisations, a gazetteer of places.

No model: what is found must be explainable and the same on every machine. German writes every noun with a
capital; there a single word is a name only where something else says so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from standfirst.language import capitals, lexicons, naming, places, sentences, spelling
from standfirst.language.lexicons import Lexicon
from standfirst.language.naming import Name
from standfirst.language.words import fold, primary

#: At most so many mentions of one text.
MOST = 600


def find(text: str, language: str) -> tuple[Name, ...]:
    """The names of ``text``, in order. Scripts without capitals give places of the gazetteer alone."""
    return _find(text, primary(language))


@lru_cache(maxsize=64)
def _find(text: str, language: str) -> tuple[Name, ...]:
    lexicon, known = lexicons.get(language), places.known(language)
    spans = sentences.split(text, language)
    lines = [capitals.tokens(text, span.start, span.end, language) for span in spans]
    spelt = spelling.of(lines, german=language == "de")
    found: list[Name] = []
    doubtful: list[Name] = []
    for span, line in zip(spans, lines, strict=True):
        shouted = capitals.title_case(line, text[span.end - 1])
        for sequence in capitals.runs_of(text, line, lexicon):
            for name, sure in naming.judge(text, sequence, line, lexicon, known, spelt):
                if shouted or not sure:
                    doubtful.append(name)
                else:
                    found.append(name)
        if len(found) > MOST:
            break
    seen = Counter(word for name in found for word in fold(name.text).split())
    for name in doubtful[:MOST]:
        words = fold(name.text).split()
        if all(seen[word] for word in words):
            found.append(name)
    starts = {line[0].start for line in lines if line}
    found.sort(key=lambda name: name.start)
    return _settle(tuple(_without_opener(name, starts, seen, lexicon) for name in found[:MOST]), known)


def _without_opener(name: Name, starts: set[int], seen: Counter[str], lexicon: Lexicon) -> Name:
    """ "Later Reyes" without its first word, where that opens a sentence and only the rest is named elsewhere."""
    head, _, rest = name.text.partition(" ")
    if not rest or name.start not in starts or name.kind != "name" or fold(head) in lexicon.given_names:
        return name
    if seen[fold(head)] > 1 or any(seen[word] < 2 for word in fold(rest).split()):
        return name
    return replace(name, start=name.start + len(head) + 1, text=rest)


def _settle(found: tuple[Name, ...], known: frozenset[str]) -> tuple[Name, ...]:
    """A surname alone takes the kind of the full name before it: "Ana Reyes … Reyes".

    A place told by nothing but the word before it ("in Marlby") is one where that holds of half its mentions.
    """
    kinds: dict[str, str] = {}
    mentions = Counter(fold(name.text) for name in found)
    cued = Counter(fold(name.text) for name in found if name.kind == "place")
    for name in found:
        folded = fold(name.text)
        weak = (
            name.kind == "place"
            and folded not in known
            and " " not in name.text
            and 2 * cued[folded] < mentions[folded]
        )
        if name.kind != "name" and not weak:
            kinds.setdefault(folded, name.kind)
            if name.kind == "person":
                kinds.setdefault(folded.split()[-1], "person")
    return tuple(
        replace(name, kind=kinds.get(fold(name.text), "name")) if name.kind in {"name", "place"} else name
        for name in found
    )


__all__ = ["MOST", "Name", "find"]
