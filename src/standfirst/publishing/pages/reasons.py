"""Sentences that our rules wrote down in English, told in the network's language.

A mark's reason, a right's, a change's note are kept with the publication as the rule said them. Each is known here by
its form, so that it can be said again in the language of the pages; one that is not known stands as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import get_language, gettext, override
from markupsafe import Markup, escape

from standfirst.newsroom.tongue import SOURCE
from standfirst.publishing.pages.forms import FORMS, INSIDE, QUOTED, SEVERAL
from standfirst.publishing.pages.words import listed, number, percent

#: Longest sentence that is looked at, and most sentences in one reason.
LONGEST, MOST = 2000, 6

_GAP = re.compile(r"%\((\w+)\)s")
_NUMBER = re.compile(r"[0-9]{1,9}%?\Z")
_HEADER = re.compile(r"the header ([\w-]{1,60})\Z")


def told(text: str, language: str) -> str:
    """``text`` in ``language``, where every sentence of it has a known form; else as it stands."""
    if language.partition("-")[0].lower() == SOURCE or not text or len(text) > LONGEST:
        return text
    return _said(text, language) or text


def marked(text: str, language: str) -> Markup:
    """``text`` in ``language``, or as English labelled as such: for sentences that only our rules write."""
    shown = told(text, language)
    if shown != text or not text or language.partition("-")[0].lower() == SOURCE:
        return escape(shown)
    return Markup('<span lang="{}" dir="ltr">{}</span>').format(SOURCE, text)


@lru_cache(maxsize=2048)
def _said(text: str, language: str) -> str:
    """All of ``text`` in ``language``, "" where a sentence of it is not known."""
    said: list[str] = []
    rest = text
    with override(language):
        while rest and len(said) < MOST:
            for end in _ends(rest):
                if known := _sentence(rest[:end]):
                    said.append(known)
                    rest = rest[end:].lstrip()
                    break
            else:
                return ""
    return "" if rest else " ".join(said)


def _ends(text: str) -> Iterator[int]:
    """Where a first sentence of ``text`` may end: all of it, then at each full stop."""
    yield len(text)
    at = text.find(". ")
    for _ in range(2 * MOST):
        if at < 0:
            return
        yield at + 1
        at = text.find(". ", at + 1)


def _sentence(sentence: str) -> str:
    """One sentence in the active language, "" where no form fits."""
    for form in FORMS:
        values = fitted(form, sentence)
        if values is None:
            continue
        shown = {name: _inside(name, value) for name, value in values.items()}
        if None not in shown.values():
            return gettext(form) % shown
    return ""


def fitted(form: str, sentence: str) -> dict[str, str] | None:
    """What stands in the gaps of ``form`` where ``sentence`` has that form. The pieces are found from the left."""
    first, *parts = _GAP.split(form)
    if not sentence.startswith(first):
        return None
    values: dict[str, str] = {}
    at = len(first)
    for gap in range(0, len(parts), 2):
        piece = parts[gap + 1]
        last = gap + 2 == len(parts)
        end = len(sentence) - len(piece) if last else sentence.find(piece, at + 1)
        if end <= at or not sentence.startswith(piece, end):
            return None
        name, value = parts[gap], sentence[at:end]
        if ("“" in value or "”" in value) if name == "words" else (". " in value and name not in QUOTED):
            return None
        values[name] = value
        at = end + len(piece)
    return values if at == len(sentence) else None


def _inside(name: str, value: str) -> str | None:
    """A gap's words in the active language; None where they cannot stand there."""
    if name in SEVERAL:
        pieces = [_one(name, piece) for piece in value.split(SEVERAL[name])]
        return listed((piece for piece in pieces if piece), long=name == "reasons") if all(pieces) else None
    if name in INSIDE:
        return _one(name, value) or None
    if name not in ("words", "before", "after") and _NUMBER.match(value):
        language = get_language() or SOURCE
        return percent(int(value[:-1]), language) if value.endswith("%") else number(int(value), language)
    if name == "place" and (header := _HEADER.match(value)):
        return gettext("the header %(name)s") % {"name": header[1]}
    return value


def _one(name: str, value: str) -> str:
    """One of the words that a gap may hold, with the list behind its colon; "" for another."""
    head, colon, rest = value.partition(": ")
    return f"{INSIDE[name][head]}{colon}{rest}" if head in INSIDE[name] else ""


__all__ = ["fitted", "marked", "told"]
