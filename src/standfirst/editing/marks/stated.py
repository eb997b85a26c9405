"""Sponsored, press release and satire: what the source itself states, by label, schema.org type or address.

Some publishers print nothing but satire, say so of themselves, and label no article; their hosts are listed.
"""

from __future__ import annotations

import re

from standfirst.editing import Mark, phrases
from standfirst.editing.marks import Context, enter

#: Labels stand alone: a paragraph longer than this speaks of something.
LABEL_WORDS = 14

_SPONSORED = (
    phrases.pattern("sponsored", "address", "/", "(?:/|$)"),
    phrases.pattern("sponsored", "label", r"^\W{0,4}", r"\W{0,4}$"),
)
_RELEASE = (
    phrases.pattern("press-release", "address", "/", "(?:/|$)"),
    phrases.pattern("press-release", "label"),
)
_SATIRE = (
    phrases.pattern("satire", "address", "/", "(?:/|$)"),
    phrases.pattern("satire", "label", r"^\W{0,4}", r"\W{0,4}$"),
)
_HOST = re.compile(r"^[a-z]+://(?:www\.)?")
_SATIRISTS = phrases.words("satire", "hosts")
_KINDS = {"sponsored": "sponsored content", "press-release": "a press release", "satire": "satire"}


def _stated(context: Context, code: str, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> Mark | None:
    article, (address, label) = context.article, patterns
    what = _KINDS[code]
    if article.kind == code:
        found = f" ({article.kind_found})" if article.kind_found else ""
        return Mark(code, f"The source declares it {what}{found}.")
    path = re.sub(r"^[a-z]+://[^/]*", "", (article.canonical or article.address).lower()).split("?")[0]
    if hit := address.search(path):
        return Mark(code, f"The source's address files it under “{hit.group().strip('/')}”.")
    for words in (article.section, *article.title.split(":")[:1], article.byline, article.signature):
        if words and len(words) < 60 and label.search(words):
            return Mark(code, f"The source labels it “{words.strip()}”.")
    for paragraph in article.paragraphs[:3]:
        short = len(paragraph.text.split()) <= LABEL_WORDS
        if (short or code == "press-release") and (hit := label.search(paragraph.text[:300])):
            place = context.place(paragraph.start + hit.start(), paragraph.start + hit.end())
            return Mark(code, f"The source labels it “{hit.group().strip()}”.", (place,))
    return None


@enter("sponsored", "The source was paid to publish this.", rank=40)
def sponsored(context: Context) -> Mark | None:
    """Set where the source says that it was paid."""
    return _stated(context, "sponsored", _SPONSORED)


@enter("press-release", "The source is a press release.", rank=45)
def press_release(context: Context) -> Mark | None:
    """Set where the source says that it publishes a release."""
    return _stated(context, "press-release", _RELEASE)


@enter("satire", "The source is satire.", rank=50)
def satire(context: Context) -> Mark | None:
    """Set where the source says that it jests, of the article or of itself; never guessed."""
    host = _HOST.sub("", (context.article.canonical or context.article.address).lower()).split("/")[0]
    if host in _SATIRISTS:
        return Mark("satire", f"The publisher ({host}) prints satire.")
    return _stated(context, "satire", _SATIRE)
