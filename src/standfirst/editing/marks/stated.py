"""Sponsored, press release and satire: what the source itself states, by label, schema.org type or address.

Some publishers print nothing but satire, say so of themselves, and label no article; their hosts are listed.
"""

from __future__ import annotations

import re

from standfirst.editing import Mark, phrases
from standfirst.editing.marks import Context, enter
from standfirst.language.words import fold

#: Labels stand alone: a paragraph longer than this speaks of something.
LABEL_WORDS = 14
#: How often a release names the house that it comes from.
OFTEN = 3

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
#: A desk that writes for advertisers, as a byline, and a label that opens the line under the title.
_STUDIO = phrases.pattern("sponsored", "byline", r"\b", r"\b")
_OPENS = phrases.pattern("sponsored", "opens", r"^\W{0,4}", r"\b")
#: How a release ends, and how much of its end is looked at.
_ENDING = phrases.pattern("press-release", "ending", r"\b", r"\b")
ENDING_CHARACTERS = 1_500
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
    """Set where the source says that it was paid, or that a desk for advertisers wrote it."""
    mark = _stated(context, "sponsored", _SPONSORED)
    article = context.article
    if mark is None:
        for words in (article.byline[:300], article.signature[:300]):
            if hit := _STUDIO.search(words) or _OPENS.search(words):
                return Mark("sponsored", f"The byline says “{hit.group().strip()}”.")
    return mark


@enter("press-release", "The source is a press release.", rank=45)
def press_release(context: Context) -> Mark | None:
    """Set where the source says that it publishes a release, or a house tells of itself and ends as releases do."""
    return _stated(context, "press-release", _RELEASE) or _of_itself(context)


def _of_itself(context: Context) -> Mark | None:
    """A title that opens with the name of the site's own host, a text that keeps naming it, and a release's ending."""
    article = context.article
    host = _HOST.sub("", (article.canonical or article.address).lower()).split("/")[0].split(":")[0]
    name = host.split(".")[-2] if host.count(".") else ""
    if len(name) < 4 or not fold(article.title).startswith(f"{name} ") or fold(article.text).count(name) < OFTEN:
        return None
    begin = max(0, len(article.text) - ENDING_CHARACTERS)
    hit = _ENDING.search(article.text, begin)
    if hit is None:
        return None
    why = f"The publisher ({host}) writes of itself, and ends as releases do: “{hit.group()}”."
    return Mark("press-release", why, (context.place(hit.start(), hit.end()),))


@enter("satire", "The source is satire.", rank=50)
def satire(context: Context) -> Mark | None:
    """Set where the source says that it jests, of the article or of itself; never guessed."""
    host = _HOST.sub("", (context.article.canonical or context.article.address).lower()).split("/")[0]
    if host in _SATIRISTS:
        return Mark("satire", f"The publisher ({host}) prints satire.")
    return _stated(context, "satire", _SATIRE)
