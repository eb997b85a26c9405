"""Pages made of pieces at random, and real pages broken at random: read always answers, and its answer holds together.

STANDFIRST_FUZZ=100 tries a hundred times as many. Mutated pages are numbered; a failure names its number.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standfirst import read, values
from standfirst.gathering import Item, Page
from standfirst.reading import PARAGRAPH_BREAK, Article, NotArticle, hash_text
from standfirst.rights import Outcome

TIMES = float(os.environ.get("STANDFIRST_FUZZ", "1"))
FETCHED = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESSES = ("https://a.example/b/c", "https://paper.example/", "", "https://[", "page.html", "https://é.example/ü?ö=%")
ROLES = {"heading", "text", "quotation", "list-item", "caption", "standfirst"}
KINDS = {
    "report", "comment", "live-blog", "video", "gallery", "review", "interview", "press-release", "sponsored", "satire",
}  # fmt: skip
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

pages = settings(
    max_examples=int(60 * TIMES),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def check(page: Page, item: Item | None = None) -> Article | NotArticle:
    """Read a page, and hold the answer to what every answer must be."""
    began = time.process_time()
    found = read(page, item)
    assert time.process_time() - began < 4  # generous, since others share the machine; test_bounds has the strict bound
    assert isinstance(found, Article | NotArticle)
    said = json.dumps(values.dump(found), ensure_ascii=False)
    said.encode()
    if isinstance(found, NotArticle):
        assert found.kind
        assert found.reason
        assert not CONTROL.search(found.reason)
        return found
    assert values.load(Article, json.loads(said)) == found
    assert found.text == PARAGRAPH_BREAK.join(each.text for each in found.paragraphs)
    assert found.text_hash == hash_text(found.text)
    for each in found.paragraphs:
        assert found.text[each.start : each.end] == each.text
        assert each.text.strip() == each.text != ""
        assert PARAGRAPH_BREAK not in each.text
        assert each.role in ROLES
    texts = (found.title, found.standfirst, found.byline, found.publisher, found.section, *found.authors)
    for text in (*texts, *found.keywords):
        assert "\n" not in text
        assert text.strip() == text
    assert not CONTROL.search(said.replace("\\n", ""))
    assert not any(CONTROL.search(each.text) for each in found.paragraphs)
    assert all(found.authors)
    assert len(set(found.authors)) == len(found.authors)
    assert found.kind in KINDS
    assert found.rights.outcome in set(Outcome)
    for stamp in (found.published, found.modified):
        if stamp is not None:
            assert stamp.at.tzinfo is not None
            assert stamp.at.year >= 1990
            assert stamp.found == "feed" or stamp.at <= FETCHED + timedelta(days=3)
    return found


def words(text: str) -> list[str]:
    return text.split()


def some(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from(text.split())


def made(body: str | bytes, address: str = ADDRESSES[0], **more: object) -> Page:
    body = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    fields = {"status": 200, "headers": (("content-type", "text/html"),), "fetched": FETCHED, **more}
    return Page(address, address, body=body, **fields)  # type: ignore[arg-type]


TEXT = st.text(max_size=30) | st.sampled_from(
    [
        "The ferry returned to Port Merrow on Tuesday, said Mara Olsen.", "By Ada Quill", "3 May 2026", "Ferry – Post",
        "\u200f", "Read more: ", "渡轮回到了港口。", "&#0;", "&#xD800;", "&#146;", "&#129;", "<", "&", "]]>", "\x00",
        "«", "\x92", "\ud800", "é" * 40, "-" * 300,
    ]
)  # fmt: skip
TAGS = words(
    """
    html head body title meta link base script style noscript template p div span article section main header footer
    nav aside h1 h2 h3 a b i em br hr img figure figcaption picture video iframe blockquote q cite ul ol li dl dt dd
    table tr td th caption thead form input button select option textarea label time address pre code svg math x-card
    ruby rt
    """
)
NAMES = words(
    """
    class id href src rel type name property content itemprop itemtype itemscope datetime lang dir role style hidden
    data-nosnippet aria-hidden alt title http-equiv charset colspan
    """
)
VALUES = TEXT | some(
    """
    article-body byline headline https://paper.example/a //[ javascript:x author datePublished 2026-05-03T08:00:00Z
    2026-13-45 license canonical application/ld+json application/rsl+xml noindex robots og:title en xx-yy-zz comments
    article:published_time https://schema.org/NewsArticle 0 99999
    """
)
DATES = some(
    """
    2026-05-03 2026-05-03T08:00:00+02:00 0000-00-00 9999-12-31T23:59:59Z 1 -1 20260503 now 1777777777 1777777777000
    2026-05-03T08:00:00+99:99 2026-02-30 0001-01-01T00:00:00+14:00
    """
) | st.sampled_from(["May 3, 2026", "Sun, 03 May 2026 08:00:00 GMT", "٣ مايو ٢٠٢٦", ""])


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    """An element with attributes and more inside, not always closed."""
    tag = draw(st.sampled_from(TAGS))
    attributes = "".join(
        f" {name}={quote}{value}{quote}"
        for name, value, quote in draw(
            st.lists(st.tuples(st.sampled_from(NAMES), VALUES, st.sampled_from(['"', "'", ""])), max_size=3)
        )
    )
    inside = draw(st.lists(TEXT | elements(depth - 1), max_size=4)) if depth else [draw(TEXT)]
    return f"<{tag}{attributes}>{''.join(inside)}" + draw(
        st.sampled_from([f"</{tag}>", "", "</p>", f"</{tag}", "<!--"])
    )


KEYS = some(
    """
    @type @id @graph @context headline name alternativeHeadline description articleBody author creator publisher url
    mainEntityOfPage datePublished dateModified keywords articleSection isAccessibleForFree hasPart cssSelector image
    inLanguage itemListElement mainEntity review text
    """
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | TEXT
    | DATES
    | some("NewsArticle https://schema.org/Person Organization LiveBlogPosting #a .b False")
)
JSON_LD = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)
META = some(
    """
    description author og:title og:description og:site_name og:url og:type article:published_time date robots
    article:author article:section article:tag keywords news_keywords parsely-author dc.date.issued twitter:title
    tdm-reservation content-type article:content_tier lastmod byl sailthru.author
    """
)
METAS = st.lists(st.tuples(some("name property itemprop http-equiv"), META, TEXT | DATES | VALUES), max_size=12)
HEADERS = st.lists(
    st.tuples(
        st.sampled_from(["content-type", "x-robots-tag", "link", "tdm-reservation", "content-usage", "last-modified"]),
        TEXT
        | DATES
        | st.sampled_from(["text/html; charset=shift_jis", '</l>; rel=license; type="application/rsl+xml"']),
    ),
    max_size=3,
).map(tuple)


@pages
@given(st.lists(elements() | TEXT, max_size=12), st.sampled_from(ADDRESSES), HEADERS)
def test_tag_soup(parts, address, headers):
    check(made("".join(parts), address, headers=headers))


@pages
@given(st.lists(JSON_LD, max_size=3), st.text(max_size=6), st.integers(0, 400), elements())
def test_json_ld_soup(nodes, noise, at, body):
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    check(made(f"<head>{scripts[:at]}{noise}{scripts[at:]}</head><body>{body}"))


@pages
@given(JSON_LD.filter(lambda node: isinstance(node, dict)), st.lists(TEXT, min_size=1, max_size=6))
def test_an_article_with_any_json_ld(node, texts):
    node = {**node, "@type": "NewsArticle"}
    body = "".join(f"<p>{text}</p>" for text in texts)
    check(
        made(
            f'<script type="application/ld+json">{json.dumps(node)}</script><article><h1>Ferry</h1>{body * 3}</article>'
        )
    )


@pages
@given(METAS, st.lists(TEXT, max_size=8))
def test_meta_soup(metas, texts):
    head = "".join(f'<meta {key}="{name}" content="{value}">' for key, name, value in metas)
    check(made(f"<head>{head}</head><body><article>{''.join(f'<p>{text}</p>' for text in texts)}"))


@pages
@given(
    st.binary(max_size=600), HEADERS, st.sampled_from([b"", b"<html><p>", b"\xff\xfe", b"\xef\xbb\xbf<p>", b"<?xml "])
)
def test_any_bytes(body, headers, start):
    check(made(start + body, headers=headers))


@pages
@given(
    elements(), st.builds(Item, TEXT, title=TEXT, content=elements(), summary=TEXT, authors=st.lists(TEXT).map(tuple))
)
def test_any_item_of_a_feed(body, item):
    read(made(body), item)  # the item's texts were cleaned by gathering; here only that it is survived


def flip(noise: random.Random, body: bytes) -> bytes:
    out = bytearray(body)
    for _ in range(noise.randint(1, 60)):
        out[noise.randrange(len(out))] ^= 1 << noise.randrange(8)
    return bytes(out)


def cut(noise: random.Random, body: bytes) -> bytes:
    start, end = _slice(noise, body)
    return body[:start] + body[end:]


def double(noise: random.Random, body: bytes) -> bytes:
    start, end = _slice(noise, body)
    return body[:end] + body[start:end] * noise.randint(1, 3) + body[end:]


def move(noise: random.Random, body: bytes) -> bytes:
    start, end = _slice(noise, body)
    rest = body[:start] + body[end:]
    at = noise.randrange(len(rest) + 1)
    return rest[:at] + body[start:end] + rest[at:]


def without_tags(noise: random.Random, body: bytes) -> bytes:
    share = noise.random()
    return re.sub(rb"</?[a-zA-Z][^<>]{0,500}>", lambda tag: b"" if noise.random() < share else tag[0], body)


def without_ends(noise: random.Random, body: bytes) -> bytes:
    return re.sub(
        rb"</(?:div|p|section|script|article|ul|li)>", lambda tag: b"" if noise.random() < 0.5 else tag[0], body
    )


def swapped_attributes(noise: random.Random, body: bytes) -> bytes:
    found = re.findall(rb'"[^"<>]{0,200}"', body[:500_000])
    return re.sub(rb'"[^"<>]{0,200}"', lambda each: noise.choice(found) if noise.random() < 0.2 else each[0], body)


def other_encoding(noise: random.Random, body: bytes) -> bytes:
    name = noise.choice(["latin-1", "cp1252", "shift_jis", "utf-16", "gb18030", "koi8-r"])
    return body.decode("utf-8", "replace").encode(name, noise.choice(["replace", "ignore", "xmlcharrefreplace"]))


MUTATIONS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    flip, cut, double, move, without_tags, without_ends, swapped_attributes, other_encoding,
)  # fmt: skip


def _slice(noise: random.Random, body: bytes) -> tuple[int, int]:
    start = noise.randrange(len(body))
    return start, min(len(body), start + noise.choice([1, 20, 500, 20_000, len(body) // 2]))


@cache
def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*/*.html.gz")))


def mutated(folder: Path, number: int) -> bytes:
    """The saved page of this number, broken in one to four ways: the same each time."""
    noise = random.Random(number)
    files = _files(folder)
    body = gzip.decompress(files[noise.randrange(len(files))].read_bytes())
    for mutation in noise.choices(MUTATIONS, k=noise.randint(1, 4)):
        body = mutation(noise, body or b"<p>") or b"<p>"
    return body


@pytest.mark.shared
@pytest.mark.parametrize("start", range(0, int(120 * TIMES), 10))
def test_mutated_pages(shared, start):
    for number in range(start, start + 10):
        body = mutated(shared / "corpora" / "pages", number)
        try:
            check(made(body))
        except Exception as error:
            raise AssertionError(f"mutated page {number} ({len(body)} bytes)") from error
