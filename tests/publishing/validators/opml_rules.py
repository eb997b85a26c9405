"""OPML 2.0's rules for lists of subscriptions, as a table of ours."""

from __future__ import annotations

from collections.abc import Iterator

from tests.publishing.validators import texts
from tests.publishing.validators.rules import ERROR, WARNING, Document, Table, words

SOUND = """<?xml version='1.0' encoding='UTF-8'?>
<opml version="2.0"><head><title>Harwick</title><dateCreated>Sun, 22 Nov 2026 11:00:00 GMT</dateCreated></head>\
<body><outline text="News"><outline type="rss" text="Channel 6" title="Channel 6" xmlUrl="https://six.example/feed"\
 htmlUrl="https://six.example/"/></outline></body></opml>
"""
TABLE = Table("opml", Document(SOUND.encode(), "https://harwick.example/sources.opml", "text/x-opml; charset=utf-8"))
rule = TABLE.rule
HEAD = words(
    "title dateCreated dateModified ownerName ownerEmail ownerId docs expansionState vertScrollState windowTop"
    " windowLeft windowBottom windowRight"
)
OUTLINE = words(
    "text type isComment isBreakpoint created category xmlUrl htmlUrl description language title version url"
)


@rule("media-type", WARNING, "the answer is text/x-opml in UTF-8", breaks=("text/x-opml", "text/plain"))
def _(document: Document) -> Iterator[str]:
    if document.media_type != "text/x-opml; charset=utf-8":
        yield document.media_type


@rule("root", ERROR, "the root is opml of version 2.0 and holds head and body", breaks=('version="2.0"', 'version="3"'))
def _(document: Document) -> Iterator[str]:
    root = document.root
    if (root.tag, root.get("version"), [each.tag for each in root]) != ("opml", "2.0", ["head", "body"]):
        yield f"{root.tag} {root.get('version')} {[each.tag for each in root]}"


@rule("head", ERROR, "the head holds its elements once each", breaks=("<title>", "<name>x</name><title>"))
def _(document: Document) -> Iterator[str]:
    tags = [each.tag for each in document.root.iterfind("head/*")]
    yield from (tag for tag in tags if tag not in HEAD or tags.count(tag) > 1)


@rule("title", WARNING, "the list has a title", breaks=("<title>Harwick</title>", "<title/>"))
def _(document: Document) -> Iterator[str]:
    if not (document.root.findtext("head/title") or "").strip():
        yield "none"


@rule("dates", ERROR, "dates are RFC 822", breaks=("Sun, 22 Nov 2026 11:00:00 GMT", "2026-11-22"))
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("dateCreated", "dateModified"):
        if wrong := texts.wrong_date822(each.text or ""):
            yield wrong


@rule("body", ERROR, "the body holds at least one outline, and only outlines",
      breaks=('<body><outline text="News">', '<body><p/><outline text="News">'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    body = document.root.find("body")
    if body is None or not len(body) or any(each.tag != "outline" for each in body.iterdescendants()):
        yield "it holds something else"


@rule("outline", ERROR, "an outline has a text, and attributes of OPML",
      breaks=('<outline text="News">', '<outline title="News">'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("outline"):
        if not (each.get("text") or "").strip() or set(each.attrib) - OUTLINE:
            yield str(dict(each.attrib))


@rule("subscription", ERROR, "an outline with a feed says that it is one; one that says so has a feed",
      breaks=('type="rss" text="Channel 6"', 'text="Channel 6"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("outline"):
        if (each.get("type") == "rss") != ("xmlUrl" in each.attrib):
            yield str(dict(each.attrib))


@rule("subscription-title", WARNING, "a subscription has a title", breaks=(' title="Channel 6"', ""))
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("outline"):
        if each.get("type") == "rss" and not (each.get("title") or "").strip():
            yield each.get("xmlUrl") or ""


@rule("addresses", ERROR, "addresses are absolute", breaks=("https://six.example/feed", "six.example/feed"))
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("outline"):
        for name in ("xmlUrl", "htmlUrl", "url"):
            if name in each.attrib and (wrong := texts.wrong_uri(each.get(name), web=True)):
                yield wrong


@rule(
    "plain-text",
    WARNING,
    "texts, which may be HTML, hold no elements",
    breaks=('title="Channel 6"', 'title="&lt;b&gt;6"'),
)
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("outline"):
        for name in ("text", "title"):
            if "tag" in (wrong := texts.markup_in(each.get(name) or "")):
                yield wrong


@rule("once", WARNING, "no feed stands twice",
      breaks=("</outline></body>",
              '</outline><outline type="rss" text="6" xmlUrl="https://six.example/feed"/></body>'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    found = [each.get("xmlUrl") for each in document.root.iter("outline") if each.get("xmlUrl")]
    yield from {each for each in found if found.count(each) > 1}
