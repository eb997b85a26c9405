"""Rule 16: no debris: placeholders, markup, prompt text, self-corrections, wrong language, mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.editing import passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import identify, lexicons, words
from standfirst.language.words import fold

#: Letters that a statement needs for its language to be told.
ENOUGH = 160
#: Languages told by their words of grammar, and the share of these in a text from which they are.
PLAIN, GRAMMAR = frozenset({"en", "de"}), 0.25

_PATTERNS = (
    ("markup", re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,200})?/?>|<!--")),
    ("markup", re.compile(r"&(?:amp|nbsp|quot|lt|gt|[lr][ds]quo|#\d{2,6}|#x[0-9a-fA-F]{2,5});")),
    (
        "markup",
        re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])|```|\]\(https?:|^\s{0,3}#{1,4}\s\S", re.MULTILINE),
    ),
    ("a placeholder", re.compile(r"\{\{|\}\}|\{%|\$\{")),
    ("a placeholder", re.compile(r"\[(?:insert|your|name|date|link|image|caption|todo)\b[^\]]{0,40}\]", re.IGNORECASE)),
    ("mojibake", re.compile(r"\ufffd|Ã[\u0080-\u00bf©¨¤¶¼ª§±]|â€[\u0080-\u00bf™œ“”˜¦]|Â[\u00a0«»°£©]|ï»¿")),
    ("control characters", re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\ufff9-\ufffb]")),
    ("a script's code", re.compile(r"\bfunction\s?\(|\bvar\s\w{1,30}\s?=|window\.\w|document\.(?:get|write|query)")),
)


@enter(16, "no-debris", level="statement")
def no_debris(draft: Draft) -> Iterator[Fault]:
    """Block a brief with what no editor would let pass."""
    phrases = {*lexicons.get(draft.language).debris, *lexicons.get("en").debris}
    for index, statement in enumerate(draft.statements):
        found = _debris(statement.text, phrases)
        if found:
            yield Fault("block", f"{found[0].capitalize()} in a statement.", index, found[1])
    found = _debris(draft.headline, set())
    if found:
        yield Fault("block", f"{found[0].capitalize()} in the headline.", None, found[1])
    yield from _language(draft)


def _debris(text: str, phrases: set[str]) -> tuple[str, str] | None:
    for what, pattern in _PATTERNS:
        match = pattern.search(text)
        if match:
            return what, match[0]
    if phrases:
        folded = " ".join(fold(passages.outside_quotes(text)).split())
        for phrase in phrases:
            if phrase in folded:
                return "text that is not the story's", phrase
    return None


def _language(draft: Draft) -> Iterator[Fault]:
    expected = words.primary(draft.language)
    if expected in {"", "und"}:
        return
    for index, statement in draft.said:
        outside = passages.outside_quotes(statement.text)
        if sum(letter.isalpha() for letter in outside) < ENOUGH or _plainly(outside, expected):
            continue
        found = identify.language(outside, expected)
        if found != expected:
            yield Fault("block", f"A statement in {found}, of a brief in {expected}.", index, statement.text)


def _plainly(text: str, language: str) -> bool:
    """Whether its words of grammar tell a text to be English or German; a classifier takes a millisecond."""
    if language not in PLAIN:
        return False
    stopwords = lexicons.get(language).stopwords
    said = words.texts(fold(text))
    return sum(word in stopwords for word in said) >= GRAMMAR * len(said)
