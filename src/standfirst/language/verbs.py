"""Finite verbs, by lists and endings: enough to tell a sentence from a heading. Errs towards finding one."""

from __future__ import annotations

import re
from functools import lru_cache

from standfirst.language import lexicons
from standfirst.language.words import fold, words

# Endings of finite verbs that a list cannot hold.
_ENDINGS = {
    "en": re.compile(r"\w{2,}ed$|\w+'(?:s|re|ve|ll|d|m|t)$"),
    "de": re.compile(r"[a-z]{2,}(?:te|ten|iert|ierte|ierten)$"),
    "fr": re.compile(r"[a-z]{2,}(?:ent|ait|aient|era|eront|rait)$"),
    "es": re.compile(r"[a-z]{2,}(?:aron|ieron|aba|aban|ara|aran|eran|iran)$"),
}


@lru_cache(maxsize=4096)
def first(text: str, language: str) -> int | None:
    """Where the first word that seems a finite verb starts in ``text``; 0 where the language has no list, else None."""
    lexicon = lexicons.get(language)
    if not lexicon.verbs:
        return 0
    ending = _ENDINGS.get(lexicon.language)
    for span in words(text):
        word = fold(span.of(text))
        if word in lexicon.verbs or word in lexicon.reporting or (ending and ending.match(word)):
            return span.start
    return None
