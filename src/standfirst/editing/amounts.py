"""Numbers and sums of money as facts: their value with its unit, and what a number counts, for people to read."""

from __future__ import annotations

import re
from datetime import date

from standfirst.editing import phrases
from standfirst.language import lexicons, numbers
from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold, primary

#: Start, end, kind (number or money), value, and the noun that a number counts.
Found = tuple[int, int, str, str, str]

_BEHIND = re.compile(r"[ \u00a0-]([^\W\d_]{3,30})(?: ([^\W\d_]{3,30}))?")
#: A plural's last letter, by language; "x" ("jeux") is French alone.
_ENDINGS = {"en": ("s",), "es": ("s",), "pt": ("s",), "fr": ("s", "x")}
# "0830", "007": an hour or a code, and no quantity.
_CODE = re.compile(r"0\d+$")
# The same word is a coin and a weight: "nine pounds", "neun Pfund". Weighed is what words beside it say so.
_POUNDS = re.compile(r"(?:pounds?|pfund|livres?|libras?)$", re.IGNORECASE)
_WEIGHS_BEFORE = phrases.pattern("weight", "before", r"\b", r"\b[^.!?;:£$€]*$")
_WEIGHS_AFTER = phrases.pattern("weight", "after", r"\s", r"\b")
#: Code points before a number in which something may be said to weigh it.
_WEIGHED = 40
#: They end as plurals do.
_NO_NOUNS = frozenset({"less", "plus", "across", "this", "its", "as", "us", "versus", "moins", "dans", "sans", "mas"})
#: Words of grammar that may stand between a number and its noun.
_BETWEEN = frozenset({"more", "other", "new", "old", "further"})
_PLURALS = frozenset({"people", "men", "women", "children", "police", "cattle", "sheep", "fish"})
_CURRENCY = re.compile(r"[A-Z]{3}$")


def find(text: str, language: str, day: date | None) -> list[Found]:
    """The numbers and sums of money of ``text``, in order; ordinals, times and codes are none.

    ``day`` is what its dates are resolved against.
    """
    found: list[Found] = []
    for number in numbers.find(text, language, day):
        if number.unit in {"ordinal", "time"}:
            continue
        if _CODE.match(text[number.start : number.end]):
            continue
        money = bool(_CURRENCY.match(number.unit))
        if money and _weighs(text, number.start, number.end):
            found.append((number.start, number.end, "number", f"{number.value} lb", ""))
        elif money:
            found.append((number.start, number.end, "money", f"{number.unit} {number.value}", ""))
        else:
            unit = "" if number.unit in {"", "score"} else f" {number.unit}"
            counted = f"{number.value}{unit}"
            noun = "" if number.unit == "%" else _counts(text, number.end, language)
            found.append((number.start, number.end, "number", counted, noun))
    return found


def _weighs(text: str, start: int, end: int) -> bool:
    """Whether pounds are a weight: something is said to weigh them, right before or right after."""
    if not _POUNDS.search(text[start:end]):
        return False
    before, after = text[max(0, start - _WEIGHED) : start], text[end : end + 20]
    return bool(_WEIGHS_BEFORE.search(before) or _WEIGHS_AFTER.match(after))


def _counts(text: str, end: int, language: str) -> str:
    """What a number counts, for people to read: the plural right behind it, or with one word before it; else ""."""
    after = _BEHIND.match(text, end)
    if not after:
        return ""
    one, two = after[1], after[2] or ""
    code = primary(language)
    if code == "de":
        return next((word for word in (one, two) if word[:1].isupper()), "")
    lexicon = lexicons.get(code)

    def plural(word: str) -> bool:
        ends = word.endswith(_ENDINGS.get(code, ("s",))) or word in _PLURALS
        return word.islower() and ends and not _listed(word, lexicon)

    if plural(one):  # French and Spanish adjectives are plurals too: "grandes îles"
        return f"{one} {two}" if code != "en" and plural(two) else one
    # A verb or a particle between says that something else is told.
    if not plural(two) or (_listed(one, lexicon) and one not in _BETWEEN):
        return ""
    # "megawatt hours", "galley kitchens"; but of "14 rescued sailors" it may be the sailors who were counted alone.
    return two if one.endswith(("ed", "ing")) else f"{one} {two}"


def _listed(word: str, lexicon: Lexicon) -> bool:
    folded = fold(word)
    return folded in _NO_NOUNS or folded in lexicon.stopwords or folded in lexicon.verbs or folded in lexicon.numbers
