"""An article's fingerprint: the same for copies of one text, whatever headline and credit each paper gave it."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from standfirst.language.datelines import credit, dateline

_WORD = re.compile(r"\w+")


def fingerprint(title: str, text: str) -> str:
    """SHA-256, in hexadecimal, of the folded words of ``text``; of ``title`` only where there is no text.

    Papers give an agency's report a headline of their own, put the place of the agency's desk before it and its
    initials behind it, so the title, a dateline and closing credit lines are left out. Folding takes away case,
    accents and punctuation (Unicode NFKD without combining marks, case folded).
    """
    body = text.strip()
    body = body[dateline(body)[0] :]
    paragraphs = [part for part in body.split("\n") if part.strip()]
    while len(paragraphs) > 1 and credit(paragraphs[-1])[0] == 0:
        paragraphs.pop()
    if paragraphs:
        paragraphs[-1] = paragraphs[-1][: credit(paragraphs[-1])[0]]
    words = _folded("\n".join(paragraphs)) or _folded(title)
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def _folded(text: str) -> list[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return _WORD.findall(plain.casefold())
