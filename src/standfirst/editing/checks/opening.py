"""Rule 2: who, what, when and where within the first 35 words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import dates, lexicons, names, words
from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold

FIRST_WORDS = 35
# Endings of finite verbs that a list cannot hold; a rule of thumb that errs towards passing.
_ENDINGS = {
    "en": re.compile(r"[a-z]{2,}(?:ed|ised|ized)$"),
    "de": re.compile(r"[a-z]{2,}(?:te|ten|iert|ierte|ierten)$"),
    "fr": re.compile(r"[a-z]{2,}(?:ent|ait|aient|era|eront|rait)$"),
    "es": re.compile(r"[a-z]{2,}(?:aron|ieron|aba|aban|ara|aran|eran|iran)$"),
}


@enter(2, "who-what-when-where", level="brief")
def who_what_when_where(draft: Draft) -> Iterator[Fault]:
    """A named entity, a finite verb, and a date or place early; else a report that says what is late."""
    if not draft.said or words.unspaced(draft.language):
        return
    text = draft.text
    spans = words.words(text)[:FIRST_WORDS]
    if not spans:
        return
    opening = text[: spans[-1].end]
    lexicon = lexicons.get(draft.language)
    known = [name for name in names.find(draft.article.text, draft.language) if name.text in opening]
    known.extend(names.find(opening, draft.language))
    late = []
    if not known:
        late.append("a named entity")
    if lexicon.known and not _verb(opening, lexicon):
        late.append("a finite verb")
    if not any(name.kind == "place" for name in known) and not dates.find(opening, draft.language):
        late.append("a date or place")
    if late:
        yield Fault("report", f"The first {FIRST_WORDS} words lack {' and '.join(late)}.", 0, opening)


def _verb(text: str, lexicon: Lexicon) -> bool:
    ending = _ENDINGS.get(lexicon.language)
    for span in words.words(text):
        word = fold(span.of(text))
        if word in lexicon.verbs or word in lexicon.reporting or (ending and ending.match(word)):
            return True
    return False
