"""Which Friday a text means: the one that was or the one that will be, by the verb nearest to it."""

from __future__ import annotations

from datetime import date, timedelta

from standfirst.language.lexicons import Lexicon


def resolve(number: int, before: list[str], then: list[str], lexicon: Lexicon, reference: date) -> str:
    """The day that a weekday means, in ISO 8601. ``number`` is 0 for Monday.

    ``before`` and ``then`` are the folded words of its sentence before and after it, ``reference`` the source's day.
    """
    near = set(before[-2:])
    ahead = (number - reference.weekday()) % 7
    if near & lexicon.next_cues:
        return (reference + timedelta(days=ahead or 7)).isoformat()
    # "The gates will shut at 4pm on Sunday", written on a Sunday: today. A week later would be "next Sunday".
    if not near & lexicon.last_cues and _future(before, then, lexicon):
        return (reference + timedelta(days=ahead)).isoformat()
    back = (reference.weekday() - number) % 7
    if near & lexicon.last_cues:
        back = back or 7
    return (reference - timedelta(days=back)).isoformat()


def _future(before: list[str], then: list[str], lexicon: Lexicon) -> bool:
    """Whether the verb nearest to a weekday, first before it, then after, tells of what will be."""
    for place in range(len(before) - 1, -1, -1):
        tense = _tense(before, place, lexicon)
        if tense is not None:
            return tense
    tenses = (_tense(then, place, lexicon) for place in range(min(len(then), 6)))
    return next((tense for tense in tenses if tense is not None), False)


def _tense(words: list[str], place: int, lexicon: Lexicon) -> bool | None:
    """True for a word of the future, False for one of the past, None for any other. "To be opened" is neither."""
    word, earlier = words[place], words[max(0, place - 2) : place]
    english = lexicon.language == "en"
    if word in lexicon.future_cues or (english and word == "to" and earlier[-1:] in (["set"], ["is"], ["are"])):
        return True
    if word in lexicon.past_cues or word in lexicon.reporting:
        return False
    return False if english and word.endswith("ed") and len(word) > 4 and "be" not in earlier else None
