"""JSON Feed 1.1's rules that its schema cannot say, as a table of ours."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.publishing.validators import texts
from tests.publishing.validators.rules import ERROR, WARNING, Document, Table, words

ADDRESS = "https://harwick.example/sport.json"
SOUND = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harwick: Sport",
    "home_page_url": "https://harwick.example/sport",
    "feed_url": ADDRESS,
    "next_url": "https://harwick.example/sport/before/a.json",
    "language": "en",
    "authors": [{"name": "Harwick"}],
    "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
    "_standfirst": {"about": "https://harwick.example/about/method"},
    "items": [
        {
            "id": "urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c11",
            "url": "https://harwick.example/1.html",
            "external_url": "https://six.example/1",
            "title": "Rovers win",
            "summary": "Two goals",
            "content_html": '<p>Two goals. <a href="https://six.example/1">Read on</a></p>',
            "date_published": "2026-11-22T11:00:00Z",
            "date_modified": "2026-11-22T12:00:00Z",
            "language": "en",
            "tags": ["Sport"],
            "attachments": [{"url": "https://six.example/1.mp3", "mime_type": "audio/mpeg"}],
        },
        {"id": "https://harwick.example/2.html", "content_text": "Tram returns"},
    ],
}
TABLE = Table(
    "jsonfeed",
    Document(json.dumps(SOUND).encode(), ADDRESS, "application/feed+json"),
    ends=('"items": [', '"items": [['),
)
rule = TABLE.rule
FEED = words(
    "version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs"
    " items"
)
ITEM = words(
    "id url external_url title content_html content_text summary image banner_image date_published date_modified"
    " authors tags language attachments"
)


def items(document: Document) -> list[dict[str, Any]]:
    """The feed's items."""
    return list(document.root.get("items", []))


def parts(document: Document) -> list[dict[str, Any]]:
    """The feed and its items."""
    return [document.root, *items(document)]


@rule("media-type", WARNING, "the answer is application/feed+json and needs no charset",
      breaks=("application/feed+json", "text/json"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    if document.media_type != "application/feed+json":
        yield document.media_type


@rule("version", ERROR, "the version is 1.1's address", breaks=("version/1.1", "version/1"))
def _(document: Document) -> Iterator[str]:
    if document.root.get("version") != "https://jsonfeed.org/version/1.1":
        yield str(document.root.get("version"))


@rule("known-names", ERROR, "names are those of version 1.1; others begin with an underscore and are objects",
      breaks=('"authors"', '"author"'), keeps=('"tags"', '"_ours": {}, "tags"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for part in parts(document):
        allowed = FEED if part is document.root else ITEM
        for name, value in part.items():
            if name in allowed:
                continue
            if not re.fullmatch(r"_[A-Za-z][A-Za-z0-9_-]*", name) or not isinstance(value, dict):
                yield name


@rule("no-nulls", WARNING, "what is not known is left out", breaks=('"title": "Rovers win"', '"title": null'))
def _(document: Document) -> Iterator[str]:
    for part in parts(document):
        yield from (name for name, value in part.items() if value is None or value == "")


@rule("title", ERROR, "the feed has a title", breaks=('"title": "Harwick: Sport", ', ""))
def _(document: Document) -> Iterator[str]:
    if not str(document.root.get("title", "")).strip():
        yield "none"


@rule("self", WARNING, "feed_url is where the feed was found",
      breaks=(f'"feed_url": "{ADDRESS}"', '"feed_url": "https://x.example/"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    if document.root.get("feed_url") != document.address:
        yield f"{document.root.get('feed_url')} is not {document.address}"


@rule("home", WARNING, "the feed names its page", breaks=('"home_page_url": "https://harwick.example/sport", ', ""))
def _(document: Document) -> Iterator[str]:
    if "home_page_url" not in document.root:
        yield "none"


@rule("next", ERROR, "next_url is another page", breaks=("https://harwick.example/sport/before/a.json", ADDRESS))
def _(document: Document) -> Iterator[str]:
    if document.root.get("next_url") == document.root.get("feed_url"):
        yield "the same page"


@rule(
    "addresses", ERROR, "addresses are absolute", breaks=('"url": "https://harwick.example/1.html"', '"url": "/1.html"')
)
def _(document: Document) -> Iterator[str]:
    names = ("home_page_url", "feed_url", "next_url", "icon", "favicon", "url", "external_url", "image", "banner_image")
    for part in parts(document):
        others = [each for name in ("authors", "hubs", "attachments") for each in part.get(name, [])]
        for holder in (part, *others):
            for name in names:
                if name in holder and (wrong := texts.wrong_uri(holder[name], web=True)):
                    yield f"{name}: {wrong}"


@rule("ids", ERROR, "every item has an id that is a text and its own",
      breaks=('"id": "https://harwick.example/2.html"',
              '"id": "urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c11"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    found = [each.get("id") for each in items(document)]
    yield from (f"{id!r} is no id" for id in found if not isinstance(id, str) or not id.strip())
    yield from (f"{id!r} {n} times" for id, n in Counter(map(str, found)).items() if n > 1)


@rule("content", ERROR, "an item has content, as HTML or as text", breaks=('"content_text"', '"summary"'))
def _(document: Document) -> Iterator[str]:
    yield from (str(each.get("id")) for each in items(document) if not {"content_html", "content_text"} & set(each))


@rule("dates", ERROR, "dates are RFC 3339 and can be", breaks=("2026-11-22T11:00:00Z", "22 Nov 2026"))
def _(document: Document) -> Iterator[str]:
    for each in items(document):
        for name in ("date_published", "date_modified"):
            if name in each and (wrong := texts.wrong_date3339(each[name])):
                yield f"{name}: {wrong}"


@rule("modified-after", WARNING, "an item was modified no earlier than published",
      breaks=("2026-11-22T12:00:00Z", "2026-11-22T10:00:00Z"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in items(document):
        if each.get("date_modified", "9") < each.get("date_published", "0"):
            yield each["id"]


@rule("languages", ERROR, "languages are language tags", breaks=('"language": "en"', '"language": "English"'))
def _(document: Document) -> Iterator[str]:
    for part in parts(document):
        if "language" in part and (wrong := texts.wrong_language(part["language"])):
            yield wrong


@rule("authors", ERROR, "an author has a name, an address or a picture", breaks=('{"name": "Harwick"}', "{}"))
def _(document: Document) -> Iterator[str]:
    for part in parts(document):
        yield from ("one has none" for each in part.get("authors", []) if not {"name", "url", "avatar"} & set(each))


@rule("hubs", ERROR, "a hub has type and address", breaks=('"type": "WebSub", ', ""))
def _(document: Document) -> Iterator[str]:
    yield from (str(each) for each in document.root.get("hubs", []) if not {"type", "url"} <= set(each))


@rule("attachments", ERROR, "an attachment has an address and a media type", breaks=('"mime_type"', '"kind"'))
def _(document: Document) -> Iterator[str]:
    for each in items(document):
        for found in each.get("attachments", []):
            if "url" not in found or texts.wrong_media_type(found.get("mime_type", "")):
                yield str(found)


@rule("one-line", WARNING, "titles, summaries and tags are one line of text", breaks=("Rovers win", "Rovers\\n win"))
def _(document: Document) -> Iterator[str]:
    for part in parts(document):
        for text in (part.get("title", ""), part.get("summary", ""), *part.get("tags", [])):
            if text != " ".join(text.split()) or texts.bad_characters(text):
                yield text


@rule("safe-html", WARNING, "HTML holds nothing that runs, and its addresses are absolute",
      breaks=('href=\\"https://six.example/1\\"', 'href=\\"/1\\"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in items(document):
        yield from (f"{kind}: {said}" for kind, said in texts.wrong_html(each.get("content_html", "")))
