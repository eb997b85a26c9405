"""Our own table of the rules of RSS 2.0, as the specification, the Best Practices Profile and validators have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.publishing.validators import common, texts
from tests.publishing.validators.common import ATOM, CONTENT, DC, name_of
from tests.publishing.validators.rules import ERROR, WARNING, Document, Table, words

ADDRESS = "https://harwick.example/sport.rss"
SOUND = """<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0" xml:lang="en"><channel><title>Harwick: Sport</title>\
<link>https://harwick.example/sport</link><description>Sport in Harwick</description><language>en</language>\
<lastBuildDate>Sun, 22 Nov 2026 12:00:00 GMT</lastBuildDate><generator>Standfirst</generator>\
<docs>https://www.rssboard.org/rss-specification</docs><ttl>60</ttl>\
<managingEditor>desk@harwick.example (Desk)</managingEditor>\
<image><url>https://harwick.example/i.png</url><title>Harwick: Sport</title><link>https://harwick.example/sport</link></image>\
<atom:link rel="self" href="https://harwick.example/sport.rss" type="application/rss+xml"/>\
<atom:link rel="next" href="https://harwick.example/sport/before/a.rss" type="application/rss+xml"/>\
<atom:link rel="hub" href="https://hub.example/"/>\
<item><title>Rovers win at R&amp;D Park</title><link>https://harwick.example/1.html</link>\
<description>Two goals &amp;amp; a &lt;i&gt;red card&lt;/i&gt;</description>\
<content:encoded>&lt;p&gt;Two goals. &lt;a href="https://six.example/1"&gt;Read on&lt;/a&gt;&lt;/p&gt;\
</content:encoded>\
<dc:creator>Harwick</dc:creator><dc:language>en</dc:language><category domain="https://harwick.example/">Sport</category>\
<guid isPermaLink="false">urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c11</guid>\
<pubDate>Sun, 22 Nov 2026 11:00:00 GMT</pubDate>\
<enclosure url="https://six.example/1.mp3" length="0" type="audio/mpeg"/>\
<source url="https://six.example/feed">Channel 6</source></item>\
<item><title>Tram returns</title><guid>https://harwick.example/2.html</guid></item></channel></rss>
"""
TABLE = Table("rss", Document(SOUND.encode(), ADDRESS, "application/rss+xml; charset=utf-8"))
common.enter(TABLE, "application/rss+xml")
rule = TABLE.rule

CHANNEL = words(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs"
    " cloud ttl image rating textInput skipHours skipDays item"
)
ITEM = words("title link description author category comments enclosure guid pubDate source")
MANY = frozenset(("category", "item", f"{{{ATOM}}}link", f"{{{DC}}}creator", f"{{{ATOM}}}author"))
ATTRIBUTES = {
    "rss": {"version"}, "category": {"domain"}, "guid": {"isPermaLink"}, "source": {"url"},
    "enclosure": {"url", "length", "type"}, "cloud": {"domain", "port", "path", "registerProcedure", "protocol"},
}  # fmt: skip
PLAIN = ("title", "source", "category", "copyright")
SELF, NEXT = '<atom:link rel="self"', '<atom:link rel="next"'


def channel_of(document: Document) -> Any:
    """The channel, or an empty element in its place."""
    found = document.root.find("channel")
    return document.root.makeelement("channel", {}) if found is None else found


def items(document: Document) -> list[Any]:
    """The channel's items."""
    return channel_of(document).findall("item")


def parents(document: Document) -> list[Any]:
    """The channel and its items."""
    return [channel_of(document), *items(document)]


def links(document: Document) -> list[Any]:
    """The channel's Atom links."""
    return channel_of(document).findall(f"{{{ATOM}}}link")


@rule("root", ERROR, "the root is rss of version 2.0, without a namespace", breaks=('version="2.0"', 'version="2.1"'))
def _(document: Document) -> Iterator[str]:
    if document.root.tag != "rss" or document.root.get("version") != "2.0":
        yield f"{document.root.tag} {document.root.get('version')}"


@rule("one-channel", ERROR, "rss holds one channel and nothing else", breaks=("</channel>", "</channel><channel/>"))
def _(document: Document) -> Iterator[str]:
    if [name_of(each) for each in document.root] != ["channel"]:
        yield str([name_of(each) for each in document.root])


@rule("channel-has", ERROR, "a channel has title, link and description",
      breaks=("<description>Sport in Harwick</description>", ""))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from ({"title", "link", "description"} - {name_of(each) for each in channel_of(document)})


@rule("known-elements", ERROR, "channel and items hold the elements of RSS, and others only by a namespace",
      breaks=("<ttl>60</ttl>", "<ttl>60</ttl><author>a@b.example</author>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        own = CHANNEL if parent.tag == "channel" else ITEM
        yield from (f"{parent.tag}/{tag}" for tag in map(name_of, parent) if "{" not in tag and tag and tag not in own)


@rule("known-attributes", ERROR, "elements of RSS carry the attributes of RSS",
      breaks=("<ttl>", '<ttl unit="minute">'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for element in document.root.iter():
        tag = name_of(element)
        if tag and "{" not in tag:
            extra = {name for name in element.attrib if "{" not in name} - ATTRIBUTES.get(tag, set())
            yield from (f"{tag}@{name}" for name in extra)


@rule("once", ERROR, "what may stand once stands once",
      breaks=("<ttl>60</ttl>", "<ttl>60</ttl><ttl>61</ttl>"),
      keeps=("<category", '<category domain="https://harwick.example/">Football</category><category'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        for tag, count in Counter(map(name_of, parent)).items():
            if count > 1 and tag and tag not in MANY:
                yield f"{tag} {count} times in {parent.tag}"


@rule("stray-text", ERROR, "no text stands between elements", breaks=("<item>", "and <item>"))
def _(document: Document) -> Iterator[str]:
    for parent in (document.root, *parents(document)):
        for text in (parent.text, *(each.tail for each in parent)):
            if text and text.strip():
                yield text


@rule("metadata-first", WARNING, "the channel's own elements stand before its items",
      breaks=("</channel>", "<copyright>None</copyright></channel>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    tags = [tag for tag in map(name_of, channel_of(document)) if tag]
    if "item" in tags and any(tag != "item" for tag in tags[tags.index("item") :]):
        yield "an element of the channel stands behind an item"


@rule("not-blank", ERROR, "titles, categories and sources are not blank",
      breaks=("<title>Tram returns</title>", "<title> </title>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        for tag in PLAIN:
            yield from (f"{parent.tag}/{tag}" for each in parent.findall(tag) if not (each.text or "").strip())


@rule("plain-text", WARNING, "titles, names and categories read the same as text and as HTML",
      breaks=("Tram returns", "Tram &lt;b&gt;returns&lt;/b&gt;"),
      keeps=("Tram returns", "1 &lt; 2 at AT&amp;T"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        for tag in (*PLAIN, *(["description"] if parent.tag == "channel" else [])):
            for each in parent.findall(tag):
                if wrong := texts.markup_in(each.text or ""):
                    yield f"{parent.tag}/{tag}: {wrong}"


@rule("one-line", WARNING, "titles are one line", breaks=("Tram returns", "Tram\nreturns"))
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        text = parent.findtext("title") or ""
        if text != " ".join(text.split()):
            yield text


@rule("addresses", ERROR, "links and docs are absolute addresses",
      breaks=("<link>https://harwick.example/1.html</link>", "<link>/1.html</link>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        for tag in ("link", "docs", "comments"):
            for each in parent.findall(tag):
                if wrong := texts.wrong_uri(each.text or "", web=True):
                    yield f"{tag}: {wrong}"


@rule("dates", ERROR, "dates are RFC 822 with a year of four digits, the right day of the week, and can be",
      breaks=("Sun, 22 Nov 2026 11", "Mon, 22 Nov 2026 11"), keeps=("11:00:00 GMT", "11:00:00 +0100"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        for tag in ("pubDate", "lastBuildDate"):
            for each in parent.findall(tag):
                if wrong := texts.wrong_date822(each.text or ""):
                    yield f"{tag}: {wrong}"


@rule("built-last", WARNING, "the channel was built no earlier than its latest item went out",
      breaks=("<lastBuildDate>Sun, 22 Nov 2026 12", "<lastBuildDate>Sun, 22 Nov 2026 10"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    from email.utils import parsedate_to_datetime

    built = channel_of(document).findtext("lastBuildDate")
    if built and not texts.wrong_date822(built):
        for each in items(document):
            out = each.findtext("pubDate")
            if out and not texts.wrong_date822(out) and parsedate_to_datetime(out) > parsedate_to_datetime(built):
                yield f"{built} is before {out}"


@rule("languages", ERROR, "languages are language tags", breaks=("<language>en<", "<language>en_GB<"))
def _(document: Document) -> Iterator[str]:
    for each in (*document.root.iter("language"), *document.root.iter(f"{{{DC}}}language")):
        if wrong := texts.wrong_language(each.text or ""):
            yield wrong


@rule("ttl", ERROR, "ttl is a number of minutes above none", breaks=("<ttl>60<", "<ttl>0<"))
def _(document: Document) -> Iterator[str]:
    yield from (each.text or "" for each in document.root.iter("ttl") if not (each.text or "").strip("0").isdigit())


@rule("people", ERROR, "editors, webmasters and authors are addresses of mail",
      breaks=("desk@harwick.example (Desk)", "The desk"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("managingEditor", "webMaster", "author"):
        if wrong := texts.wrong_mail(each.text or ""):
            yield wrong


@rule("image", ERROR, "an image has address, title and link",
      breaks=("<url>https://harwick.example/i.png</url>", ""))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for image in document.root.iter("image"):
        yield from ({"url", "title", "link"} - {name_of(each) for each in image})


@rule("image-agrees", WARNING, "an image's title and link are the channel's",
      breaks=("</title><link>https://harwick.example/sport</link></image>",
              "</title><link>https://six.example/</link></image>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    channel = channel_of(document)
    for image in document.root.iter("image"):
        yield from (tag for tag in ("title", "link") if image.findtext(tag) != channel.findtext(tag))


@rule("self", WARNING, "one atom:link names the feed's own address", breaks=(SELF, '<atom:link rel="up"'))
def _(document: Document) -> Iterator[str]:
    found = [each for each in links(document) if each.get("rel") == "self"]
    if len(found) != 1:
        yield f"{len(found)} of them"


@rule("self-agrees", WARNING, "the feed's own address is where it was found",
      breaks=('href="https://harwick.example/sport.rss"', 'href="https://harwick.example/news.rss"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in links(document):
        if each.get("rel") == "self" and each.get("href") != document.address:
            yield f"{each.get('href')} is not {document.address}"


@rule("atom-link", ERROR, "an atom:link has an absolute address, a known relation and a media type, and is empty",
      breaks=(f'{NEXT} href="https://harwick.example/sport/before/a.rss"', f'{NEXT} href="before/a.rss"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(f"{{{ATOM}}}link"):
        if wrong := texts.wrong_uri(each.get("href") or ""):
            yield wrong
        if len(each) or (each.text or "").strip():
            yield "it is not empty"
        if each.get("type") is not None and (wrong := texts.wrong_media_type(each.get("type"))):
            yield wrong


@rule("atom-relation", WARNING, "relations of links are entered ones or addresses",
      breaks=(NEXT, '<atom:link rel="forward"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(f"{{{ATOM}}}link"):
        if each.get("rel", "alternate") not in common.RELATIONS and texts.wrong_uri(each.get("rel")):
            yield each.get("rel")


@rule("self-type", WARNING, "links of paging lead to feeds of the same kind",
      breaks=('a.rss" type="application/rss+xml"', 'a.rss" type="text/html"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in links(document):
        if each.get("rel") in (*common.HISTORIES, "self") and each.get("type") != "application/rss+xml":
            yield f"{each.get('rel')}: {each.get('type')}"


@rule("paging", ERROR, "each relation of paging (RFC 5005) stands once, of the channel, and leads elsewhere",
      breaks=("https://harwick.example/sport/before/a.rss", ADDRESS))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    counted = Counter(each.get("rel") for each in links(document))
    yield from (f"{relation} {counted[relation]} times" for relation in common.HISTORIES if counted[relation] > 1)
    for each in links(document):
        if each.get("rel") in ("next", "previous") and each.get("href") == document.address:
            yield f"{each.get('rel')} leads to the page itself"
    for item in items(document):
        yield from (
            f"{each.get('rel')} of an item"
            for each in item.findall(f"{{{ATOM}}}link")
            if each.get("rel") in common.HISTORIES
        )


@rule("item-says", ERROR, "an item has a title or a description",
      breaks=("<title>Tram returns</title>", ""))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for number, item in enumerate(items(document), 1):
        if item.find("title") is None and item.find("description") is None:
            yield f"item {number}"


@rule("guid", WARNING, "every item has an identifier", breaks=("<guid>https://harwick.example/2.html</guid>", ""))
def _(document: Document) -> Iterator[str]:
    yield from (f"item {n}" for n, item in enumerate(items(document), 1) if not (item.findtext("guid") or "").strip())


@rule("guid-form", ERROR, "isPermaLink is true or false; a permanent link is an address of the web",
      breaks=("<guid>https://harwick.example/2.html",
              "<guid>urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c12"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("guid"):
        said = each.get("isPermaLink", "true")
        if said not in ("true", "false"):
            yield f"isPermaLink={said!r}"
        elif said == "true" and (wrong := texts.wrong_uri(each.text or "", web=True)):
            yield wrong


@rule("guid-enough", WARNING, "an identifier is more than a short number",
      breaks=(">urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c11<", ">42<"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from (each.text for each in document.root.iter("guid") if (each.text or "").isdigit() and len(each.text) < 9)


@rule("guid-once", ERROR, "no two items have one identifier",
      breaks=("<guid>https://harwick.example/2.html",
              '<guid isPermaLink="false">urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c11'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    counted = Counter(each.text for each in document.root.iter("guid"))
    yield from (f"{guid} {count} times" for guid, count in counted.items() if count > 1)


@rule("source", ERROR, "a source names the address of its feed",
      breaks=('<source url="https://six.example/feed">', "<source>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("source"):
        if wrong := texts.wrong_uri(each.get("url") or "", web=True):
            yield wrong


@rule("enclosure", ERROR, "an enclosure has an address of the web, a length in bytes and a media type",
      breaks=('length="0"', 'length="-1"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter("enclosure"):
        if wrong := texts.wrong_uri(each.get("url") or "", web=True):
            yield wrong
        if not (each.get("length") or "").isdigit():
            yield f"length={each.get('length')!r}"
        if wrong := texts.wrong_media_type(each.get("type") or ""):
            yield wrong


@rule("description-first", WARNING, "description stands before content:encoded",
      breaks=("<description>Two goals &amp;amp; a &lt;i&gt;red card&lt;/i&gt;</description>", ""))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for number, item in enumerate(items(document), 1):
        tags = list(map(name_of, item))
        content = f"{{{CONTENT}}}encoded"
        if content in tags and "description" not in tags[: tags.index(content)]:
            yield f"item {number}"


@rule("said-twice", WARNING, "an item says a thing with RSS's own element or an extension's, not with both",
      breaks=("<dc:creator>Harwick</dc:creator>", "<dc:date>2026-11-22</dc:date>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    pairs = (("author", f"{{{DC}}}creator"), ("category", f"{{{DC}}}subject"), ("pubDate", f"{{{DC}}}date"),
             ("guid", f"{{{ATOM}}}id"), ("source", f"{{{DC}}}source"))  # fmt: skip
    for item in items(document):
        yield from (own for own, other in pairs if item.find(own) is not None and item.find(other) is not None)


def _html(document: Document, kind: str) -> Iterator[str]:
    for item in items(document):
        for tag in ("description", f"{{{CONTENT}}}encoded"):
            yield from (said for each, said in texts.wrong_html(item.findtext(tag) or "") if each == kind)


@rule("safe-html", WARNING, "HTML holds nothing that runs, frames or asks",
      breaks=("&lt;p&gt;Two goals.", "&lt;p onclick='x()'&gt;Two goals."))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from _html(document, "unsafe")


@rule("absolute-html", WARNING, "addresses inside HTML are absolute",
      breaks=('href="https://six.example/1"', 'href="/1"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from _html(document, "relative")


@rule("sound-html", WARNING, "HTML refers to no control characters", breaks=("Two goals.", "Two goals.&amp;#13;"))
def _(document: Document) -> Iterator[str]:
    yield from _html(document, "broken")
