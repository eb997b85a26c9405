"""Rule 10: a name, number, date or place in 20 words, and three fifths of what the article speaks of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import entities, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

EVERY, SHARE, SALIENT, FEWEST = 20, 0.6, 8, 3


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """Too few specific things, or too few of the article's own; scripts without capitals are passed over."""
    language = text.language_of(article.language)
    whole = " ".join(each.text for each in passage.said(brief))
    if not whole or not any(word[0].isupper() for word in text.tokens(article.text)):
        return
    source = entities.prose(article)
    known = entities.names(source, language)
    things = len(entities.mentions(whole, known)) + len(entities.numbers(whole)) + len(entities.days(whole))
    size = text.size(whole, language)
    if things * EVERY < size:
        yield f"{things} specific things in {size} words."
    wanted = salient(source, known)
    if len(wanted) >= FEWEST:
        have = {_key(word) for word in text.tokens(whole)}
        told = sum(fact in have for fact in wanted)
        if told < SHARE * len(wanted):
            yield f"{told} of {len(wanted)} salient facts."


def salient(source: str, known: frozenset[str]) -> tuple[str, ...]:
    """The eight names and figures that recur most and stand earliest, the more often and the earlier the sooner.

    What stands once does not recur. A name of several words is known by the one of them that the source uses most,
    which is the surname of a person and the short form of a house.
    """
    words = text.tokens(source)
    single = Counter(_key(word) for word in words)
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    run: list[str] = []
    for place, word in enumerate((*words, "")):
        if len(word) > 1 and word[0].isupper() and entities.bare(word) in known:
            run.append(_key(word))
            continue
        for fact in ([max(run, key=lambda each: single[each])] if run else []) + (
            [word] if word[:1].isdigit() and len(word) > 2 else []
        ):
            counts[fact] += 1
            first.setdefault(fact, place)
        run = []
    recurring = [fact for fact in counts if counts[fact] > 1]
    # A fact that first stands at the end of the text weighs a quarter of one that opens it.
    order = sorted(recurring, key=lambda fact: -counts[fact] / (1 + 3 * first[fact] / max(len(words), 1)))
    return tuple(order[:SALIENT])


def _key(word: str) -> str:
    """A word without what its plural or genitive adds: "SUVs", "Deutschlands"."""
    plain = entities.bare(word)
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") else plain
