"""Headlines: what is only furniture in them, and whether they ask or tease. What answers is in ``answering``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from standfirst.editing import phrases

#: The notice in our own voice, where a headline asks and the source gives no answer.
NOTICES = {
    "en": "The source does not say.",
    "de": "Die Quelle sagt es nicht.",
    "fr": "La source ne le dit pas.",
    "es": "La fuente no lo dice.",
    "it": "La fonte non lo dice.",
    "pt": "A fonte não o diz.",
    "nl": "De bron zegt het niet.",
}

#: Labels that stand before a headline and tell of its kind, not of its matter.
LABELS = phrases.pattern("headline", "label", after=r"\s{1,3}", exact=True)
_SUFFIX = re.compile(r"\s(?:[|·•»–—]|-{1,2})\s")

# How each language asks without a question mark, and how it teases; matched on the headline's lower case.
_ASKS = phrases.patterns("asks", before="^¿?", after=r"(?!\w)")
_TEASES = phrases.patterns("teases", before=r"\b", after=r"\b")
# Where a clause of its own may ask: behind a colon, dash, comma with "and", or full stop.
_CLAUSE = re.compile(r"(?:(?<=\w{3})\. |[:;!?…] |\s[–—-] |, (?:and|und|et|y|e) )")
# The kind of answer a question wants, by language and kind.
_KINDS = phrases.patterns("asked", before=r"\b", after=r"\b")
_FUTURE = phrases.pattern("headline", "future")
_MONEY = phrases.pattern("headline", "money", r"\b", r"\b")
# Asked of the reader, as a shop window does, and not of the source.
_RHETORICAL = phrases.pattern("headline", "rhetorical")
_WORD = re.compile(r"\w+")
_STOP = phrases.words("headline", "stop")
_DOING = re.compile(r"\bwho (?:will|would|could|might|wird|va|sera) (\w{3,})")
# What stands in quotation marks is somebody's; an apostrophe inside a word opens nothing.
_QUOTED = re.compile(
    r"[\"“„«‹][^\"”“»›]{1,200}[\"”“»›]"
    r"|(?:(?<=^)|(?<=[\s:(]))['‘][^\s'’](?:[^'’]|['’](?=\w)){1,200}['’](?!\w)"
)
#: A headline longer than this is read so far.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Question:
    """What a headline asks: ``kind`` (yes-no, when, who, where, number, why, how, what, tease) and its key words.

    ``open`` is false for a headline that promises ("How the storm grew", "Here's why") without a question mark: its
    whole article is the answer, so that any early sentence on the matter serves, and the notice would be untrue.

    ``price``: a sum of money is wanted. ``doing`` is the verb of "Who will …?": a sentence that does not speak of it
    names somebody else. ``future``: it asks what will be. ``text`` is the headline, ``language`` its language's code.
    """

    kind: str
    words: frozenset[str]
    open: bool = True
    price: bool = False
    doing: str = ""
    future: bool = False
    text: str = ""
    language: str = "en"


def clean(title: str, publisher: str = "") -> str:
    """``title`` without the site's name behind it or a label ("OPINION:") before it, unless its sentence goes on.

    A last part after a dash or bar goes if it is the publisher's name, or names a site and is short; the rest of
    the title stays as the source wrote it.
    """
    text = " ".join(title.split())
    parts = list(_SUFFIX.finditer(text))
    if parts:
        last = text[parts[-1].end() :]
        bar = text[parts[-1].start() : parts[-1].end()].strip() in "|·•»"
        house = _plain(publisher)
        same = bool(house) and (_plain(last) == house or (len(_plain(last)) > 3 and _plain(last) in house))
        address = re.search(r"\.(?:com|org|net|de|at|ch|fr|es|co\.uk|info|news)$", last.lower())
        if same or address or (bar and len(last.split()) <= 4 and parts[-1].start() >= 20):
            text = text[: parts[-1].start()].rstrip()
    for _ in range(2):
        label = LABELS.match(text)
        if label and len(text) - label.end() >= 12 and not text[label.end()].islower():
            text = text[label.end() :]
    return text


def _plain(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def asks(title: str, language: str) -> Question | None:
    """The question that ``title`` asks or the tease it makes; None where it simply says.

    A question in quotation marks with words around it is somebody's, not the headline's.
    """
    title = title[:LONGEST]
    key = language[:2].lower()
    outside = _QUOTED.sub(lambda found: " " * len(found.group()), title)
    if not _WORD.search(outside):
        outside = title
    whole = title.lower()
    plain = outside.lower().strip(" \"'“”‘’„»«")
    for part, said in _questions(outside.lower(), whole):
        if not _RHETORICAL.match(part) and (len(part.split()) > 1 or len(plain) < len(part) + 20):
            return _question(title, said, part, key, open=True)
    clauses = [clause.strip(" \"'“”‘’„»«¿") for clause in _CLAUSE.split(plain)]
    pattern = _ASKS.get(key)
    asking = next((clause for clause in clauses if pattern and len(clause) > 2 and pattern.match(clause)), None)
    if asking is not None:
        return _promise(_question(title, whole, asking, key, open=False))
    if (teases := _TEASES.get(key)) and teases.search(plain):
        return _promise(_question(title, whole, plain, key, open=False))
    return None


def _promise(question: Question) -> Question:
    """A promise of yes or no, or of "what", is a tease: any of its matter keeps it."""
    return replace(question, kind="tease") if question.kind in {"yes-no", "what"} else question


def _question(title: str, words: str, part: str, key: str, *, open: bool) -> Question:
    doing = _DOING.search(part)
    return Question(
        _kind(part, key),
        _keys(words) or _keys(title.lower()),
        open,
        price=bool(_MONEY.search(part)),
        doing=_stem(doing.group(1)) if doing and open else "",
        future=bool(_FUTURE.search(part)),
        text=title,
        language=key,
    )


def _questions(outside: str, whole: str) -> list[tuple[str, str]]:
    """The parts of a headline that end in a question mark outside quotation marks, and the same with what is quoted.

    What stands before a colon or full stop is no part of the question.
    """
    found = []
    start = 0
    for mark in re.finditer(r"\?(?!\w)|[？؟]", outside):
        begin = start
        for stop in re.finditer(r"(?<=\w{4})\. |[!:;] ", outside[start : mark.start()]):
            begin = start + stop.end()
        part = outside[begin : mark.start()].strip(" \"'“”‘’„»«")
        if part:
            found.append((part, whole[begin : mark.start()]))
        start = mark.end()
    return found


def _kind(lower: str, key: str) -> str:
    """What the first question word wants; a yes or a no where there is none."""
    first = []
    for name, pattern in _KINDS.items():
        language, kind = name.split("-")
        found = pattern.search(lower) if language == key else None
        if found:
            first.append((found.start(), -found.end(), kind))
    return min(first)[2] if first else "yes-no"


def _stem(word: str) -> str:
    return word[:6] if len(word) > 6 else word.rstrip("s") if len(word) > 3 else word


def _keys(lower: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(lower) if word not in _STOP)


def keys(title: str) -> frozenset[str]:
    """The key words of a headline: folded beginnings of what is neither a stop word nor asks."""
    return _keys(title.lower())


def overlap(question: Question, sentence: str) -> float:
    """The share of the question's key words that ``sentence`` has, from 0 to 1."""
    return len(question.words & _keys(sentence.lower())) / len(question.words) if question.words else 0.0


def notice(language: str) -> str:
    """The notice "The source does not say." in the article's language, in English where we have no words for it."""
    return NOTICES.get(language[:2].lower(), NOTICES["en"])
