"""Pages made to cost as much as they can, by name; and what reading each costs, measured in a process of its own.

Run as a module (``python -m tests.reading.hostile [NAME …]``) it prints a JSON line a page: its name, CPU seconds,
growth of the largest resident memory in MB, and what the page was read as.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from standfirst import read
from standfirst.gathering import Item, Page

#: What is cut before it is parsed needs no more; what is not is as large as is read at all.
SIZE, FULL = 1_600_000, 4_100_000
LIMIT = 20  # seconds of CPU after which a page is given up
FETCHED = datetime(2026, 11, 22, 12, tzinfo=UTC)
RSL = '<script type="application/rsl+xml"><rsl>' + '<content url="/*a*b"/>' * 6000 + "</rsl></script>"
#: As many attributes as a tag may have that is left alone.
MANY = "".join(f"{chr(97 + n % 26)}{n // 26} " for n in range(195))
ADDRESS = "https://www.harbourpost.example/news/ferry-returns"
SENTENCE = (
    "The ferry Annabel Lee returned to Port Merrow on Tuesday, and harbour master Jonas Wick counted 340 people. "
)


def fill(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece.encode()))


def numbered(piece: str, size: int = SIZE) -> str:
    """``piece`` with ``#`` as a running number, so often that it fills ``size``."""
    return "".join(piece.replace("#", str(number)) for number in range(size // (len(piece) + 5)))


def article(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>Ferry returns</title>{head}</head><body><article>{body}"


def json_ld(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


def nested(tag: str, inside: str, depth: int, times: int) -> str:
    return (f"<{tag}>" * depth + inside + f"</{tag}>" * depth) * times


def news(**fields: object) -> str:
    """JSON-LD of an article with these fields."""
    return json_ld(json.dumps({"@type": "NewsArticle", **fields}))


def steps(tag: str, piece: str, depth: int) -> str:
    return f"<{tag}>{piece}" * depth


PAGES: dict[str, Callable[[], str | bytes]] = {
    "an article": lambda: article(f"<p>{SENTENCE * 9}</p>" * 5),
    # nesting
    "divs in divs": lambda: fill("<div>", FULL) + "<p>deep",
    "inline in inline": lambda: fill("<b>") + "deep",
    "inline in inline, closed": lambda: article(nested("b", SENTENCE, 200, 600)),
    "mixed nesting": lambda: article(fill("<div><b><i><span>x")),
    "misnested": lambda: article(fill("<b><p></b><i></p><a></i><div></a>x")),
    "text at each depth": lambda: article(steps("div", SENTENCE, 40_000)),
    "lists in lists": lambda: article(fill("<ul><li>one two three")),
    "quotes in quotes": lambda: article("<blockquote>" * 140 + fill(f"<p>{SENTENCE}</p>", 2_000_000)),
    "tables in tables": lambda: article(steps("table><tr><td", SENTENCE, 20_000)),
    "closed tables in tables": lambda: article(nested("table><tr><td", SENTENCE, 40, 150)),
    "forms and frames": lambda: article(fill(f"<form><noscript><p>{SENTENCE}</p></noscript><iframe></iframe>")),
    "sections in sections": lambda: article(steps("section><h2>Head</h2><article", f"<p>{SENTENCE}</p>", 9000)),
    # tags and attributes
    "a million attributes": lambda: "<div " + numbered("a#=1 ", 8_000_000) + "><p>x</p></div>",
    "attributes without values": lambda: "<div " + numbered("a#/", FULL) + ">x</div>",
    "many tags of many attributes": lambda: article(fill("<p " + "".join(f"a{n:x} " for n in range(700)) + ">x")),
    "as many as pass": lambda: article(fill(f"<p {MANY}>x", 690_000)),
    "long attributes": lambda: article(fill('<p class="' + "a b " * 900 + f'">{SENTENCE}')),
    "one attribute for ever": lambda: article("<p title='" + fill("x ", FULL)),
    "quotes for ever": lambda: fill("<a '", FULL),
    "angle brackets": lambda: fill("<", FULL),
    "tags begun": lambda: fill("<p ", FULL),
    "100,000 tags": lambda: article("<i>x</i>" * 100_000),
    "end tags": lambda: fill("</p>"),
    "unknown elements": lambda: article(numbered("<x-#>word word</x-#>")),
    "unclosed everything": lambda: article(fill("<p><div><ul><li><table><tr><td><b><a href=/x>word <h2><blockquote>")),
    "line breaks": lambda: article("<p>" + fill("<br>")),
    "lines with breaks": lambda: article("<p>" + fill(f"{SENTENCE}<br><br>")),
    "empty paragraphs": lambda: article(fill("<p></p>")),
    "pre": lambda: article("<pre>" + fill("word\n")),
    # text
    "one text": lambda: article("<p>" + fill(SENTENCE, FULL)),
    "one word": lambda: article("<p>" + fill("x", FULL)),
    "one line of markup": lambda: article(fill(f"<p>{SENTENCE}</p>", FULL)),
    "identical paragraphs": lambda: article(fill("<p>Some words in a paragraph.</p>")),
    "numbered paragraphs": lambda: article(numbered(f"<p># {SENTENCE}</p>")),
    "headings": lambda: article(numbered("<h2>Heading # of many</h2>")),
    "spaces": lambda: article("<p>" + fill(" \n\t") + "x"),
    "no-break spaces": lambda: article("<p>" + fill("\u00a0x")),
    "references": lambda: article("<p>" + fill("&amp;&#x41;&nbsp;")),
    "ampersands": lambda: article(fill("&")),
    "loose text": lambda: fill(SENTENCE.replace(". ", ".<br>\n")),
    "sentences without end": lambda: article("<p>" + fill("word, word; and (word – ")),
    "capitals": lambda: article("<p>" + fill("ABC DEF Ghi Jkl ")),
    "Chinese": lambda: article("<p>" + fill("渡轮星期二早上回到了港口，", FULL)),
    "combining marks": lambda: article("<p>" + fill("e\u0301\u0301\u0301")),
    "emoji": lambda: article("<p>" + fill("👩‍👩‍👧‍👦 ")),
    # links, pictures, tables
    "10,000 links": lambda: article("<p>x</p>" + numbered('<a href="/news/#">Link number # to a page</a> ', 700_000)),
    "100,000 links": lambda: article(fill("<a href=/x>link</a>")),
    "links in a list": lambda: article("<ul>" + numbered('<li><a href="/n/#">Story #</a></li>') + "</ul>"),
    "data addresses": lambda: article(fill(f'<img src="data:image/png;base64,{"A" * 3000}"><p>{SENTENCE}</p>')),
    "one data address": lambda: article(f'<img src="data:image/png;base64,{"A" * FULL}"><p>{SENTENCE * 9}</p>'),
    "figures": lambda: article(fill(f"<figure><img src=a.jpg><figcaption>{SENTENCE}</figcaption></figure>")),
    "a long table": lambda: article("<table>" + fill("<tr><td>a<td>b<td>340")),
    "a wide table": lambda: article("<table><tr>" + fill("<td>word")),
    "a wide and long table": lambda: article("<table><tr>" + "<td>a" * 1500 + "<tr><td>b" * 5000),
    "a table of spans": lambda: article("<table>" + fill('<tr><td colspan="99999" rowspan="99999">a')),
    "posts embedded": lambda: article(fill(f'<blockquote class="twitter-tweet"><p>{SENTENCE}</p>— A</blockquote>')),
    "vector graphics": lambda: article("<svg>" + fill('<path d="M0 0L1 1"/><text>x</text>')),
    "mathematics": lambda: article("<math>" + fill("<mrow><mi>x</mi></mrow>")),
    # head
    "metas": lambda: fill("<meta name=a content=b>"),
    "metas of one name": lambda: fill('<meta property="og:title" content="Ferry | Port | Returns">'),
    "metas of robots": lambda: numbered('<meta name="robots" content="max-snippet:#, otherbot: nosnippet">'),
    "links of the head": lambda: numbered('<link rel="license" type="application/rsl+xml" href="/#.xml">'),
    "titles": lambda: fill("<title>Ferry - Port | News : Post » Home</title>"),
    "a long title": lambda: "<title>" + fill("a | b - c : ") + "</title><p>x",
    "a title of separators": lambda: "<title>" + "| - " * 1000 + "</title><h1>" + fill("| – » ") + "</h1>",
    "headlines": lambda: fill("<h1>Ferry | </h1>"),
    "bylines": lambda: article(fill("<p class=byline>By Ada Quill and ")),
    "a long byline": lambda: article("<p class=byline>By " + fill("Ada Quill, and Mara Olsen for ")),
    "authors by microdata": lambda: article(numbered("<i itemprop=author itemscope><b itemprop=name>Ada Q#</b></i>")),
    "times": lambda: article(numbered('<time datetime="2026-05-03T08:00:0#">3 May 2026</time>')),
    "dates in the text": lambda: article("<p>" + fill("Published: 3 May 2026 08:00, updated 4/5/2026; ")),
    "figures like dates": lambda: article("<p>" + fill("2026-05-03-2026/05/03 ")),
    "classes like signs": lambda: article(fill(f"<div class='related share social comment'><p>{SENTENCE}</p></div>")),
    # JSON-LD
    "deep JSON-LD": lambda: article("x", json_ld('{"@graph":[' * 90_000)),
    "wide JSON-LD": lambda: article("x", json_ld("[" + '{"@type":"NewsArticle"},' * 40_000 + "{}]")),
    "many scripts of JSON-LD": lambda: article("x", fill(json_ld('{"@type":"NewsArticle","headline":"x"}'))),
    "a long body in JSON-LD": lambda: article("x", news(articleBody=SENTENCE * 8000)),
    "markup in JSON-LD": lambda: article("x", news(articleBody=fill(f"<p>{SENTENCE}</p>", 900_000))),
    "authors in JSON-LD": lambda: article("x", news(author=[{"name": f"Ada Quill {n}"} for n in range(30_000)])),
    "keywords in JSON-LD": lambda: article("x", news(keywords="a, b; " * 150_000)),
    "references in JSON-LD": lambda: article(
        "x", json_ld(json.dumps([{"@type": "X", "@id": f"#{n}", "knows": {"@id": f"#{n + 1}"}} for n in range(9999)]))
    ),
    "broken JSON-LD": lambda: article("x", fill(json_ld('{"@type": "NewsArticle", ,,,   }' + "\\q" * 9000))),
    "commas in JSON-LD": lambda: article("x", json_ld("{" + ", " * 400_000)),
    "comments in JSON-LD": lambda: article("x", json_ld("<!--" + " " * 400_000 + "-->" + " ;" * 200_000)),
    "numbers in JSON-LD": lambda: article("x", json_ld('{"@type":"NewsArticle","position":' + "9" * 900_000 + "}")),
    # rights
    "reserved in reserved": lambda: article(steps("div data-nosnippet", SENTENCE, 15_000)),
    "reserved texts": lambda: article(numbered("<p data-nosnippet>Reserved # words</p><p>Open # words</p>")),
    "selectors": lambda: article(
        numbered("<p class='s# t#'>Sold words #</p>"),
        news(hasPart=[{"isAccessibleForFree": False, "cssSelector": [f".s{n}, .t{n}" for n in range(400)]}] * 400),
    ),
    "RSL": lambda: article("x", fill(RSL)),
    # what is no page
    "comments": lambda: fill("<!-- x -->", FULL),
    "comments begun": lambda: fill("<!--", FULL),
    "scripts begun": lambda: fill("<script", FULL),
    "one script": lambda: article("<script>" + fill("if (a<b) {'</scr'+'ipt>'} ", FULL) + "</script>"),
    "CDATA": lambda: article(fill("<![CDATA[ x ]]>")),
    "processing instructions": lambda: fill("<?php x ?>"),
    "billion laughs": lambda: '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)) + "]><html><p>&m;</p>",
    "entity from a file": lambda: '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hosts">]><html><p>&x;</p>',
    "plain words": lambda: fill(SENTENCE),
    # kinds of page
    "walls": lambda: article("<p>" + fill("cookies consent privacy policy log in sign in password ")),
    "scripts asked for": lambda: article("<p>" + fill("please enable your browser's ") + "javascript"),
    # bytes
    "NULs": lambda: b"\x00" * FULL,
    "controls": lambda: b"<p>\x00\x01\x02\x7fx" * (FULL // 8),
    "broken UTF-8": lambda: b"<p>\xe9\xff\xc3" * (FULL // 6),
    "one broken byte": lambda: (article("<p>" + fill(SENTENCE + "é ")).encode() + b"\xff"),
    "Windows-1252": lambda: article("<p>" + fill("où déjà ", 8_000_000)).encode("cp1252"),
    "Shift_JIS": lambda: article("<p>" + fill("渡し船は港に戻った。", 7_000_000)).encode("cp932"),
    "Big5, broken": lambda: article("<p>").encode() + b"\xa4\xff\xfe" * (FULL // 3),
    "GB18030 of four bytes": lambda: b"<p>" + b"\x81\x30\x81\x30" * (FULL // 4),
    "ISO-2022-JP escapes": lambda: b"<p>" + b"\x1b$B\x1b(B" * (FULL // 6),
    "ISO-2022-JP": lambda: b"<p>" + "渡し船は港に戻った。\n".encode("iso2022_jp") * 100_000,
    "UTF-16": lambda: article("<p>" + fill(SENTENCE, 2_500_000)).encode("utf-16"),
    "UTF-8 made twice": lambda: article("<p>" + fill("cafÃ© â€œxâ€\u009d Â£ ", FULL)),
    "only signs of it": lambda: article("<p>" + fill("Ãé ÃéÂé", FULL)),
    "surrogates": lambda: b"<p>\xed\xa0\x80" * (FULL // 6),
    "references to surrogates": lambda: article("<p>" + fill("&#xD800;&#x110000;&#0;")),
}  # fmt: skip


def page(html: str | bytes) -> Page:
    body = html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass")
    return Page(ADDRESS, ADDRESS, 200, (("content-type", "text/html"),), body, FETCHED)


def measured(names: list[str]) -> Iterator[dict[str, object]]:
    """Read each page in a fork of a warm process, so that what is counted is the page's alone."""
    read(page(article(f"<p>{SENTENCE * 9}</p>" * 5)), Item("", content=f"<p>{SENTENCE * 90}"))
    for name in names:
        html = page(PAGES[name]())
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
            before = resource.getrusage(resource.RUSAGE_SELF)
            found = read(html)
            after = resource.getrusage(resource.RUSAGE_SELF)
            row = {
                "name": name,
                "seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 3),
                "megabytes": round((after.ru_maxrss - before.ru_maxrss) / 1024, 1),
                "found": f"{type(found).__name__} {getattr(found, 'kind', '')} {len(getattr(found, 'text', ''))}",
            }
            os.write(writer, json.dumps(row).encode())
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
        yield json.loads(said) if said else {"name": name, "seconds": LIMIT, "megabytes": 0.0, "found": "given up"}


if __name__ == "__main__":
    for row in measured(sys.argv[1:] or list(PAGES)):
        print(json.dumps(row), flush=True)
