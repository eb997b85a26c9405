"""Rules that RSS and Atom share: what any feed is as a document of XML on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.publishing.validators import texts
from tests.publishing.validators.rules import ERROR, WARNING, Document, Table, words

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
XHTML = "http://www.w3.org/1999/xhtml"
HISTORY = "http://purl.org/syndication/history/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
#: Namespaces that programs know, with the prefix they are known by.
KNOWN = {
    ATOM: "atom", CONTENT: "content", DC: "dc", TOMBSTONES: "at", XHTML: "xhtml", HISTORY: "fh",
    "http://purl.org/dc/terms/": "dcterms", "http://search.yahoo.com/mrss/": "media",
    "http://purl.org/syndication/thread/1.0": "thr", "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://purl.org/rss/1.0/modules/slash/": "slash", "http://purl.org/rss/1.0/modules/syndication/": "sy",
}  # fmt: skip
#: Relations that feeds use: RFC 4287, 5005, 4685, 4946, WebSub, and others that IANA has entered.
RELATIONS = words(
    "alternate current describedby edit edit-media enclosure first hub last license next next-archive payment"
    " prev-archive previous related replies search self service up via"
)
PAGING = frozenset(("first", "last", "next", "previous"))
HISTORIES = PAGING | {"current", "next-archive", "prev-archive"}


def name_of(element: object) -> str:
    """An element's tag, "" for a comment or instruction."""
    tag = getattr(element, "tag", "")
    return tag if isinstance(tag, str) else ""


def enter(table: Table, media_type: str) -> None:
    """Enter the shared rules into a format's table, whose documents are of ``media_type``."""
    sound = table.sound

    @table.rule("media-type", WARNING, "the answer names the format's own media type",
                breaks=(media_type, "application/xml"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        if document.media_type.split(";")[0].strip() != media_type:
            yield document.media_type

    @table.rule("encoding-agrees", ERROR, "the encoding of the answer is that of the declaration",
                breaks=("charset=utf-8", "charset=iso-8859-1"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        declared = re.match(rb"<\?xml[^>]*encoding=['\"]([A-Za-z0-9._-]+)", document.body)
        said = re.search(r"charset=\"?([^\s;\"]+)", document.media_type)
        if declared and said and declared[1].decode().lower() != said[1].lower():
            yield f"{said[1]} in the answer, {declared[1].decode()} in the document"

    @table.rule("utf-8", WARNING, "a feed is UTF-8 and says so",
                breaks=("encoding='UTF-8'", "encoding='US-ASCII'"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        if not re.match(rb"<\?xml[^>]*encoding=['\"][Uu][Tt][Ff]-8['\"]", document.body):
            yield "it does not declare UTF-8"
        try:
            document.body.decode()
        except UnicodeDecodeError as error:
            yield str(error)

    @table.rule("no-doctype", ERROR, "no document type, no entities of its own",
                breaks=("?>", f"?><!DOCTYPE {'rss' if media_type.endswith('rss+xml') else 'feed'}>"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        if document.root.getroottree().docinfo.doctype:
            yield document.root.getroottree().docinfo.doctype

    @table.rule("namespace", WARNING, "every namespace is one that programs know, by its usual prefix",
                breaks=(' xml:lang="en"', ' xml:lang="en" xmlns:x="https://harwick.example/ns"'))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        for prefix, uri in {pair for element in document.root.iter() for pair in getattr(element, "nsmap", {}).items()}:
            if uri != XML and (uri not in KNOWN or prefix not in (None, KNOWN[uri])):
                yield f"{prefix}={uri}"

    @table.rule("language-tag", ERROR, "xml:lang is a language tag",
                breaks=('xml:lang="en"', 'xml:lang="english"'),
                keeps=('xml:lang="en"', 'xml:lang="zh-Hant-TW"'))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        for element in document.root.iter():
            tag = element.get(f"{{{XML}}}lang") if name_of(element) else None
            if tag and (wrong := texts.wrong_language(tag)):
                yield wrong

    @table.rule("characters", WARNING, "no controls, and none of what stands for characters nobody could read",
                breaks=("Rovers win", "Rovers\x85win"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        for element in document.root.iter():
            for text in (element.text, element.tail, *(element.attrib.values() if name_of(element) else ())):
                if text and (wrong := texts.bad_characters(text)):
                    yield f"{name_of(element)} {wrong}"

    @table.rule("no-instructions", WARNING, "no processing instructions: programs pass over them or refuse them",
                breaks=("?>", "?><?xml-stylesheet href='x.xsl'?>"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        if re.search(rb"<\?xml-stylesheet", document.body[:2000]):
            yield "a style sheet"

    assert sound.media_type
