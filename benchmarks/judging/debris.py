"""Rule 16: no placeholders, markup, prompt text, self-corrections, foreign language or mojibake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import lexicon, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

_DEBRIS = {
    "markup": re.compile(
        r"<[/!]?[a-zA-Z][^<>]{0,200}>|&[a-zA-Z]{2,8};|&#x?[0-9a-fA-F]{1,6};|(?<![\w*])\*\*\w[^*]{0,200}\*\*(?![\w*])|```|\]\(|^#{1,5}\s"
    ),
    "a placeholder": re.compile(
        r"\{\{|\}\}|\$\{|\[(?:insert|your|name|date|todo|link|image)\b|lorem ipsum|\btodo:", re.IGNORECASE
    ),
    "mojibake": re.compile(r"\ufffd|Ã[\u0080-\u00bf©¨¤¶¼ª]|â€|Â[\u00a0«»£©]|ï»¿"),
    "prompt text": re.compile(
        r"\bas an ai\b|as a large language model|i cannot (?:help|assist)|here is (?:a|the|your) (?:summary|rewrit)|"
        r"^(?:summary|sure)[:,!]|\bals ki-|en tant qu'ia|\bcomo modelo de lenguaje\b",
        re.IGNORECASE,
    ),
    "a self-correction": re.compile(
        r"\b(?:correction:|i meant to|scratch that[,.]|wait, no|let me rephrase)", re.IGNORECASE
    ),
    "a page's furniture": re.compile(
        r"\b(?:click here|read more\b|sign up (?:for|to)|subscribe (?:to|now)|advertisement\b|cookies? policy|"
        r"getty images\b|share this|follow us|enable javascript|hier klicken|mehr zum thema|lire aussi|leer más)",
        re.IGNORECASE,
    ),
}
#: What a deletion leaves behind when it takes too little or too much.
_BROKEN = re.compile(r"[,;:–—]\s*[.,;](?!\.)|\(\s*\)|\[\s*\]|\s[.,;](?=\s|$)")
#: Words from which a statement's language is told.
TELLING = 15


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """What no editor would let pass, in a statement or the headline."""
    language = text.language_of(article.language)
    for said in (brief.headline, *(each.text for each in brief.statements)):
        outside = text.unquoted(said)
        for what, pattern in _DEBRIS.items():
            if pattern.search(outside if what == "a page's furniture" else said):
                yield f"There is {what} in it."
        if any(unicodedata.category(each) in {"Cc", "Co", "Cn"} for each in said):
            yield "There are control characters in it."
    for each in passage.said(brief):
        if (broken := _BROKEN.search(each.text)) and broken.group() not in passage.of(article, each):
            yield "Its punctuation was broken by a deletion."
        if foreign := _foreign(each.text, language):
            yield f"A statement in {foreign}."


def _foreign(said: str, language: str) -> str:
    """Another language, where twice as many of its small words stand in a statement as of the brief's own."""
    words = text.folded(text.unquoted(said))
    if len(words) < TELLING or language not in lexicon.STOP:
        return ""
    counts = {code: sum(word in stop for word in words) for code, stop in lexicon.STOP.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= 4 and counts[best] > 2 * counts[language] else ""
