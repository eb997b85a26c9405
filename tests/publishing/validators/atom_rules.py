"""Our own table of the rules of Atom: RFC 4287, paging by RFC 5005, tombstones by RFC 6721.

With what validators warn of beside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.publishing.validators import common, texts
from tests.publishing.validators.common import ATOM, TOMBSTONES, XHTML, name_of
from tests.publishing.validators.rules import ERROR, WARNING, Document, Table, words

ADDRESS = "https://harwick.example/sport.atom"
ONE, TWO = "urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c11", "urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c12"
GONE = "urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c13"
SOUND = f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="{ATOM}" xmlns:at="{TOMBSTONES}" xml:lang="en"><id>urn:uuid:0e5c1bd4-5b62-4c4a-8f40-0a4b2a8a1c10</id>\
<title>Harwick: Sport</title><updated>2026-11-22T12:00:00.5Z</updated><rights>None</rights>\
<link rel="self" href="{ADDRESS}" type="application/atom+xml"/>\
<link rel="alternate" href="https://harwick.example/sport" type="text/html"/>\
<link rel="next" href="https://harwick.example/sport/before/a.atom" type="application/atom+xml"/>\
<author><name>Harwick</name><uri>https://harwick.example/</uri></author><generator>Standfirst</generator>\
<at:deleted-entry ref="{GONE}" when="2026-11-22T10:00:00Z"><at:comment>Asked</at:comment></at:deleted-entry>\
<entry xml:lang="en"><id>{ONE}</id><title>Rovers win at R&amp;D Park</title>\
<published>2026-11-22T11:00:00Z</published><updated>2026-11-22T12:00:00.5Z</updated>\
<link rel="alternate" href="https://harwick.example/1.html" type="text/html"/>\
<link rel="via" href="https://six.example/1" type="text/html" title="Channel 6"/>\
<category term="sport" scheme="https://harwick.example/" label="Sport"/><summary>Two goals</summary>\
<content type="html">&lt;p&gt;Two goals. &lt;a href="https://six.example/1"&gt;Read on&lt;/a&gt;&lt;/p&gt;</content>\
</entry>\
<entry><id>{TWO}</id><title type="text">Tram returns</title><updated>2026-11-22T09:00:00Z</updated>\
<link rel="alternate" href="https://harwick.example/2.html"/><summary>Tomorrow</summary></entry></feed>
"""
TABLE = Table("atom", Document(SOUND.encode(), ADDRESS, "application/atom+xml; charset=utf-8"))
common.enter(TABLE, "application/atom+xml")
rule = TABLE.rule

FEED = words("author category contributor generator icon id link logo rights subtitle title updated entry")
ENTRY = words("author category content contributor id link published rights source summary title updated")
MANY = frozenset(("author", "category", "contributor", "link", "entry"))
TEXT = ("title", "subtitle", "summary", "rights")
ATTRIBUTES = {
    "link": {"href", "rel", "type", "hreflang", "title", "length"}, "category": {"term", "scheme", "label"},
    "generator": {"uri", "version"}, "content": {"type", "src"}, "title": {"type"}, "subtitle": {"type"},
    "summary": {"type"}, "rights": {"type"},
}  # fmt: skip


def a(tag: str) -> str:
    """A name in Atom's namespace."""
    return f"{{{ATOM}}}{tag}"


def entries(document: Document) -> list[Any]:
    """The feed's entries."""
    return document.root.findall(a("entry"))


def parents(document: Document) -> list[Any]:
    """The feed and its entries."""
    return [document.root, *entries(document)]


def own(parent: Any) -> list[str]:
    """The names of an element's children in Atom's namespace."""
    return [tag.removeprefix(a("")) for tag in map(name_of, parent) if tag.startswith(a(""))]


def each_of(document: Document, *tags: str) -> Iterator[tuple[str, Any]]:
    """Feed's and entries' children of these names, each with its name."""
    for parent in parents(document):
        for tag in tags:
            yield from ((tag, each) for each in parent.findall(a(tag)))


@rule("root", ERROR, "the root is feed in Atom's namespace", breaks=(ATOM, "http://purl.org/atom/ns#"))
def _(document: Document) -> Iterator[str]:
    if document.root.tag != a("feed"):
        yield document.root.tag


@rule("prefix", WARNING, "Atom's namespace is the default one: some programs know no other way",
      breaks=(f'xmlns="{ATOM}"', f'xmlns="{ATOM}" xmlns:atom="{ATOM}"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    if any(prefix and uri == ATOM for prefix, uri in document.root.nsmap.items()):
        yield "it has a prefix"


@rule("has", ERROR, "a feed and each entry have id, title and updated", breaks=(f"<entry><id>{TWO}</id>", "<entry>"))
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        yield from (f"{name_of(parent)} lacks {tag}" for tag in {"id", "title", "updated"} - set(own(parent)))


@rule("author", ERROR, "the feed has an author, or every entry has",
      breaks=("<author><name>Harwick</name><uri>https://harwick.example/</uri></author>", ""))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    if document.root.find(a("author")) is None:
        yield from (f"entry {n}" for n, each in enumerate(entries(document), 1) if each.find(a("author")) is None)


@rule("known-elements", ERROR, "feed and entries hold the elements of Atom where they may stand",
      breaks=("<generator>", "<summary>All</summary><generator>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        allowed = FEED if parent is document.root else ENTRY
        yield from (tag for tag in own(parent) if tag not in allowed)
        yield from (tag for tag in map(name_of, parent) if tag and "{" not in tag)


@rule("known-attributes", ERROR, "elements of Atom carry the attributes of Atom",
      breaks=("<generator>", '<generator name="x">'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for element in document.root.iter(f"{{{ATOM}}}*"):
        tag = name_of(element).removeprefix(a(""))
        extra = {name for name in element.attrib if "{" not in name} - ATTRIBUTES.get(tag, set())
        yield from (f"{tag}@{name}" for name in extra)


@rule("once", ERROR, "what may stand once stands once",
      breaks=("<summary>Two goals</summary>", "<summary>Two</summary><summary>goals</summary>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        yield from (f"{tag} {n} times" for tag, n in Counter(own(parent)).items() if n > 1 and tag not in MANY)


@rule("stray-text", ERROR, "no text stands between elements", breaks=("<entry><id>", "<entry>and <id>"))
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        yield from (text for text in (parent.text, *(each.tail for each in parent)) if text and text.strip())


@rule("metadata-first", ERROR, "the feed's own elements stand before its entries",
      breaks=("</feed>", "<subtitle>All</subtitle></feed>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    tags = own(document.root)
    if "entry" in tags and any(tag != "entry" for tag in tags[tags.index("entry") :]):
        yield "an element of the feed stands behind an entry"


@rule("ids", ERROR, "an id is an absolute URI, without white space, in its canonical form",
      breaks=(f"<id>{TWO}", f"<id> {TWO}"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for _, each in each_of(document, "id"):
        text = each.text or ""
        if wrong := texts.wrong_uri(text):
            yield wrong
        elif text.split(":")[0] != text.split(":")[0].lower():
            yield f"{text} is not canonical"


@rule("ids-once", ERROR, "no two entries have one id, nor has an entry the feed's", breaks=(f"<id>{TWO}", f"<id>{ONE}"))
def _(document: Document) -> Iterator[str]:
    counted = Counter(each.text for _, each in each_of(document, "id"))
    yield from (f"{text} {n} times" for text, n in counted.items() if n > 1)


@rule("dates", ERROR, "dates are RFC 3339 and can be",
      breaks=("2026-11-22T09:00:00Z", "2026-11-22 09:00:00"),
      keeps=("2026-11-22T09:00:00Z", "2026-11-22T09:00:00.123+01:00"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for tag, each in each_of(document, "updated", "published"):
        if wrong := texts.wrong_date3339(each.text or ""):
            yield f"{tag}: {wrong}"


@rule("updated-once", WARNING, "no two entries were updated at one time: programs order by it",
      breaks=("<updated>2026-11-22T09:00:00Z", "<updated>2026-11-22T12:00:00.5Z"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    counted = Counter(each.findtext(a("updated")) for each in entries(document))
    yield from (f"{text} {n} times" for text, n in counted.items() if n > 1)


@rule("updated-after", ERROR, "an entry is updated no earlier than published, the feed no earlier than its entries",
      breaks=("<published>2026-11-22T11", "<published>2026-11-22T13"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    times = [document.root.findtext(a("updated")), *(each.findtext(a("updated")) for each in entries(document))]
    if any(texts.wrong_date3339(text or "") for text in times):
        return
    if max(map(texts.moment, times[1:]), default=texts.moment(times[0])) > texts.moment(times[0]):
        yield "an entry is newer than the feed"
    for entry in entries(document):
        out = entry.findtext(a("published"))
        if out and not texts.wrong_date3339(out) and texts.moment(out) > texts.moment(entry.findtext(a("updated"))):
            yield f"{out} is after {entry.findtext(a('updated'))}"


@rule("self", WARNING, "one link names the feed's own address", breaks=('<link rel="self"', '<link rel="up"'))
def _(document: Document) -> Iterator[str]:
    found = [each for each in document.root.findall(a("link")) if each.get("rel") == "self"]
    if len(found) != 1:
        yield f"{len(found)} of them"


@rule("self-agrees", WARNING, "the feed's own address is where it was found",
      breaks=(f'href="{ADDRESS}"', 'href="https://harwick.example/news.atom"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.findall(a("link")):
        if each.get("rel") == "self" and each.get("href") != document.address:
            yield f"{each.get('href')} is not {document.address}"


@rule("links", ERROR, "a link has an absolute address and a media type that is one",
      breaks=('href="https://harwick.example/2.html"', 'href="/2.html"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(a("link")):
        if wrong := texts.wrong_uri(each.get("href") or ""):
            yield wrong
        if each.get("type") is not None and (wrong := texts.wrong_media_type(each.get("type"))):
            yield wrong
        if each.get("hreflang") is not None and (wrong := texts.wrong_language(each.get("hreflang"))):
            yield wrong


@rule("link-empty", WARNING, "a link holds nothing",
      breaks=('href="https://harwick.example/2.html"/>',
              'href="https://harwick.example/2.html">here</link>'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(a("link")):
        if len(each) or (each.text or "").strip():
            yield each.get("href") or ""


@rule("relations", WARNING, "relations of links are entered ones or addresses", breaks=('rel="via"', 'rel="origin"'))
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(a("link")):
        if each.get("rel", "alternate") not in common.RELATIONS and texts.wrong_uri(each.get("rel")):
            yield each.get("rel")


@rule("one-alternate", ERROR, "one alternate for each media type and language",
      breaks=('<link rel="via" href="https://six.example/1" type="text/html" title="Channel 6"/>',
              '<link href="https://six.example/1" type="text/html"/>'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for parent in parents(document):
        counted = Counter(
            (each.get("type"), each.get("hreflang"))
            for each in parent.findall(a("link"))
            if each.get("rel", "alternate") == "alternate"
        )
        yield from (f"{kind} {n} times" for kind, n in counted.items() if n > 1)


@rule("content-or-alternate", ERROR, "an entry without content has an alternate",
      breaks=('<link rel="alternate" href="https://harwick.example/2.html"/>', ""))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for number, entry in enumerate(entries(document), 1):
        alternates = [each for each in entry.findall(a("link")) if each.get("rel", "alternate") == "alternate"]
        if entry.find(a("content")) is None and not alternates:
            yield f"entry {number}"


@rule("text-there", WARNING, "an entry has a summary or content", breaks=("<summary>Tomorrow</summary>", ""))
def _(document: Document) -> Iterator[str]:
    for number, entry in enumerate(entries(document), 1):
        if entry.find(a("content")) is None and entry.find(a("summary")) is None:
            yield f"entry {number}"


@rule("history", ERROR, "each relation of paging (RFC 5005) stands once, of the feed, to another page of Atom",
      breaks=('rel="via"', 'rel="next"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    links = document.root.findall(a("link"))
    counted = Counter(each.get("rel") for each in links)
    yield from (f"{relation} {counted[relation]} times" for relation in common.HISTORIES if counted[relation] > 1)
    for each in links:
        if each.get("rel") in (*common.HISTORIES, "self") and each.get("type") != "application/atom+xml":
            yield f"{each.get('rel')} leads to {each.get('type')}"
        if each.get("rel") in ("next", "previous") and each.get("href") == document.address:
            yield f"{each.get('rel')} leads to the page itself"
    for entry in entries(document):
        yield from (
            f"{each.get('rel')} of an entry" for each in entry.findall(a("link")) if each.get("rel") in common.HISTORIES
        )


@rule("text-types", ERROR, "texts are text, html or xhtml; content may be of another media type",
      breaks=('<title type="text">', '<title type="text/plain">'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for tag, each in each_of(document, *TEXT, "content"):
        kind = each.get("type", "text")
        if kind not in ("text", "html", "xhtml") and (tag != "content" or texts.wrong_media_type(kind)):
            yield f"{tag}: {kind}"
        if kind == "xhtml" and [name_of(child) for child in each] != [f"{{{XHTML}}}div"]:
            yield f"{tag}: xhtml is one div"
        if kind in ("text", "html") and len(each):
            yield f"{tag}: {kind} holds elements"


@rule("not-blank", WARNING, "texts, names and labels are not blank",
      breaks=("<summary>Tomorrow</summary>", "<summary> </summary>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for tag, each in each_of(document, *TEXT, "content", "generator"):
        if not (each.text or "").strip() and not len(each) and not each.get("src"):
            yield tag
    for each in document.root.iter(a("link"), a("category")):
        yield from (f"@{name}" for name in ("title", "label", "rel") if each.get(name, "x").strip() == "")


@rule("plain-text", WARNING, "plain texts, titles of links and labels read the same as text and as HTML",
      breaks=("Tram returns", "Tram &amp;amp; train"), keeps=("Tram returns", "1 &lt; 2 at AT&amp;T"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for tag, each in each_of(document, *TEXT, "generator"):
        if each.get("type", "text") == "text" and (wrong := texts.markup_in(each.text or "")):
            yield f"{tag}: {wrong}"
    for each in document.root.iter(a("link"), a("category")):
        for name in ("title", "label"):
            if wrong := texts.markup_in(each.get(name) or ""):
                yield f"@{name}: {wrong}"


@rule("people", ERROR, "a person has one name that is not blank, and an absolute address",
      breaks=("<name>Harwick</name>", "<name></name>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(a("author"), a("contributor")):
        if [bool((name.text or "").strip()) for name in each.findall(a("name"))] != [True]:
            yield "a person without a name"
        yield from filter(None, (texts.wrong_uri(uri.text or "") for uri in each.findall(a("uri"))))
        yield from filter(None, (texts.wrong_mail(mail.text or "") for mail in each.findall(a("email"))))


@rule("categories", ERROR, "a category has a term, and a scheme that is an absolute URI",
      breaks=('scheme="https://harwick.example/"', 'scheme="sections"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(a("category")):
        if not (each.get("term") or "").strip():
            yield "no term"
        if each.get("scheme") is not None and (wrong := texts.wrong_uri(each.get("scheme"))):
            yield wrong


@rule("tombstones", ERROR, "a deleted entry (RFC 6721) has ref and when, and is no entry of the feed any more",
      breaks=(f'ref="{GONE}"', f'ref="{ONE}"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    live = {each.findtext(a("id")) for each in entries(document)}
    for each in document.root.iter(f"{{{TOMBSTONES}}}deleted-entry"):
        if wrong := texts.wrong_uri(each.get("ref") or "") or texts.wrong_date3339(each.get("when") or ""):
            yield wrong
        if each.get("ref") in live:
            yield f"{each.get('ref')} is there"


@rule("tombstones-once", ERROR, "a deleted entry stands once, at the feed's own level, with one comment at most",
      breaks=("</at:comment>", "</at:comment><at:comment/>"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    stones = list(document.root.iter(f"{{{TOMBSTONES}}}deleted-entry"))
    yield from (ref for ref, n in Counter(each.get("ref") for each in stones).items() if n > 1)
    for each in stones:
        if each.getparent() is not document.root or len(each.findall(f"{{{TOMBSTONES}}}comment")) > 1:
            yield each.get("ref")


def _html(document: Document, kind: str) -> Iterator[str]:
    for _, each in each_of(document, *TEXT, "content"):
        if each.get("type") == "html":
            yield from (said for found, said in texts.wrong_html(each.text or "") if found == kind)


@rule("safe-html", WARNING, "HTML holds nothing that runs, frames or asks",
      breaks=("&lt;p&gt;Two goals.", "&lt;script&gt;x()&lt;/script&gt;Two goals."))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from _html(document, "unsafe")


@rule("absolute-html", WARNING, "addresses inside HTML are absolute: xml:base is not known to all",
      breaks=('&lt;a href="https://six.example/1"', '&lt;a href="one.html"'))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from _html(document, "relative")


@rule("sound-html", WARNING, "HTML refers to no control characters",
      breaks=("&lt;p&gt;Two goals.", "&lt;p&gt;Two goals.&amp;#x0;"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from _html(document, "broken")
