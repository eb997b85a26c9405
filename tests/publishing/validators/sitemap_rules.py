"""The rules of sitemaps (sitemaps.org, schema 0.9), their index and news sitemaps, as tables of ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from tests.publishing.validators import texts
from tests.publishing.validators.common import name_of
from tests.publishing.validators.rules import ERROR, WARNING, Document, Table

NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
GOOGLE = "http://www.google.com/schemas/sitemap-news/0.9"
BASE = "https://harwick.example"
XML = "application/xml; charset=utf-8"
HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"
SECOND = f"<url><loc>{BASE}/sport?a=1&amp;b=2</loc></url>"
MAP_SOUND = (
    f"{HEAD}<urlset xmlns='{NS}'><url><loc>{BASE}/</loc><lastmod>2026-11-22T11:00:00Z</lastmod></url>{SECOND}</urlset>"
)
INDEX_SOUND = (
    f"{HEAD}<sitemapindex xmlns='{NS}'><sitemap><loc>{BASE}/sitemap/pages.xml</loc><lastmod>2026-11-22</lastmod>"
    f"</sitemap><sitemap><loc>{BASE}/sitemap/2026-11-16.xml</loc></sitemap></sitemapindex>"
)
TODAY = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
NEWS_SOUND = (
    f"{HEAD}<urlset xmlns='{NS}' xmlns:news='{GOOGLE}'><url><loc>{BASE}/content/1.html</loc><news:news>"
    f"<news:publication><news:name>Harwick</news:name><news:language>en</news:language></news:publication>"
    f"<news:publication_date>{TODAY}</news:publication_date><news:title>Rovers win</news:title></news:news></url>"
    f"{SECOND}</urlset>"
)
MAP = Table("sitemap", Document(MAP_SOUND.encode(), f"{BASE}/sitemap/pages.xml", XML))
INDEX = Table("sitemap-index", Document(INDEX_SOUND.encode(), f"{BASE}/sitemap.xml", XML))
NEWS = Table("sitemap-news", Document(NEWS_SOUND.encode(), f"{BASE}/sitemap-news.xml", XML))
#: Addresses and bytes of one document, characters of an address, addresses of a news sitemap.
MOST, LARGEST, LONGEST, MOST_NEWS = 50_000, 50 * 1024 * 1024, 2048, 1000
ORDER = ("loc", "lastmod", "changefreq", "priority")


def n(tag: str) -> str:
    """A name in the sitemap's namespace."""
    return f"{{{NS}}}{tag}"


def g(tag: str) -> str:
    """A name in the news sitemap's namespace."""
    return f"{{{GOOGLE}}}{tag}"


def _enter(table: Table, whole: str, part: str) -> None:
    first = f"<loc>{table.sound.root[0].findtext(n('loc'))}</loc>"
    second = table.sound.root[1].findtext(n("loc")).replace("&", "&amp;")

    @table.rule("media-type", WARNING, "the answer is XML in UTF-8", breaks=("application/xml", "text/html"))
    def _(document: Document) -> Iterator[str]:
        if (
            document.media_type.split(";")[0] not in ("application/xml", "text/xml")
            or b"UTF-8" not in document.body[:99]
        ):
            yield document.media_type

    @table.rule("root", ERROR, f"the root is {whole} and holds nothing but {part}",
                breaks=(f"<{part}>", f"<extra/><{part}>"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        if document.root.tag != n(whole) or {name_of(each) for each in document.root} - {n(part)}:
            yield f"{document.root.tag}: {sorted({name_of(each) for each in document.root})}"

    @table.rule("size", ERROR, "one address at least, 50,000 and 50 MiB at most",
                breaks=(f"<{part}>", f"<{part}/>" * MOST + f"<{part}>"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        if not 1 <= len(document.root) <= MOST or len(document.body) > LARGEST:
            yield f"{len(document.root)} addresses"

    @table.rule("parts", ERROR, "each part has a loc first, then lastmod, changefreq, priority, each once at most",
                breaks=(first, ""))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        for each in document.root:
            tags = [tag.removeprefix(n("")) for tag in map(name_of, each) if tag.startswith(n(""))]
            if tags[:1] != ["loc"] or tags != [tag for tag in ORDER if tag in tags]:
                yield str(tags)

    @table.rule("addresses", ERROR, "addresses are absolute, of this host and under 2,048 characters",
                breaks=(first, "<loc>https://elsewhere.example/</loc>"))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        for each in document.root.iter(n("loc")):
            text = each.text or ""
            if wrong := texts.wrong_uri(text, web=True):
                yield wrong
            elif urlsplit(text)[:2] != urlsplit(document.address)[:2] or len(text) >= LONGEST:
                yield text

    @table.rule("once", WARNING, "no address stands twice", breaks=(first, f"<loc>{second}</loc>"))
    def _(document: Document) -> Iterator[str]:
        found = [each.text for each in document.root.iter(n("loc"))]
        if len(set(found)) < len(found):
            yield str(sorted({each for each in found if found.count(each) > 1})[:5])

    @table.rule("dates", ERROR, "lastmod is a day or a moment of W3C's form, and not to come",
                breaks=("</loc>", "</loc><lastmod>22 November</lastmod>"), keeps=(first, first))  # fmt: skip
    def _(document: Document) -> Iterator[str]:
        for each in document.root.iter(n("lastmod")):
            text = each.text or ""
            if wrong := texts.wrong_date3339(text if "T" in text else f"{text}T00:00:00Z"):
                yield wrong


_enter(MAP, "urlset", "url")
_enter(INDEX, "sitemapindex", "sitemap")
_enter(NEWS, "urlset", "url")


@NEWS.rule(
    "news-most", ERROR, "a news sitemap has at most 1,000 addresses", breaks=("<url>", "<url/>" * 1000 + "<url>")
)
def _(document: Document) -> Iterator[str]:
    if len(document.root) > MOST_NEWS:
        yield str(len(document.root))


@NEWS.rule("news-has", ERROR, "news has a publication with name and language, a date and a title, once each",
           breaks=("<news:title>Rovers win</news:title>", ""))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(g("news")):
        if sorted(map(name_of, each)) != sorted(map(g, ("publication", "publication_date", "title"))):
            yield str(list(map(name_of, each)))
        if [name_of(found) for found in each.find(g("publication"))] != [g("name"), g("language")]:
            yield "a publication without name or language"
        if not (each.findtext(g("title")) or "").strip():
            yield "a blank title"


@NEWS.rule("news-name", WARNING, "a publication is named without brackets",
           breaks=("<news:name>Harwick", "<news:name>Harwick (beta)"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    yield from (each.text for each in document.root.iter(g("name")) if set("()") & set(each.text or "()"))


@NEWS.rule("news-language", ERROR, "a language is two or three letters, Chinese zh-cn or zh-tw",
           breaks=("<news:language>en<", "<news:language>en-GB<"),
           keeps=("<news:language>en<", "<news:language>zh-tw<"))  # fmt: skip
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(g("language")):
        text = each.text or ""
        if text not in ("zh-cn", "zh-tw") and not (text.isascii() and text.isalpha() and 2 <= len(text) <= 3):
            yield text


@NEWS.rule("news-new", ERROR, "news is of the last two days", breaks=(TODAY, "2026-01-01T00:00:00Z"))
def _(document: Document) -> Iterator[str]:
    for each in document.root.iter(g("publication_date")):
        if wrong := texts.wrong_date3339(each.text or ""):
            yield wrong
        elif datetime.now(UTC) - texts.moment(each.text) > timedelta(days=2, minutes=5):
            yield each.text
