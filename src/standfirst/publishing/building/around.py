"""The files of the network itself: pages about it, sitemaps, OPML, robots.txt, the page of errors, style and script.

They are few, so each is asked of its own view in every build and written where it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from standfirst.publishing import assets, pages
from standfirst.publishing.building import Document
from standfirst.publishing.building.asking import answer, document, request_for
from standfirst.publishing.network import network
from standfirst.publishing.problems import not_found
from standfirst.publishing.responses import content_type
from standfirst.publishing.view import listing_formats

#: The files that hosts of static sites send with 404.
ERROR = "/404.html"
PAGES = (
    "/about/method", "/about/marks", "/corrections", "/rights", "/sources", "/feeds", "/status",
    "/robots.txt", "/sources.opml", "/sitemap-news.xml", "/sitemap.xml",
)  # fmt: skip


def documents() -> Iterator[Document]:
    """Everything but listings and publications."""
    for address in PAGES:
        yield answer(address)
    for address in _parts(answer("/sitemap.xml").body):
        yield answer(address)
    for extension in listing_formats():
        listing = answer(f"/mark/corrected.{extension}")
        yield Document(f"/corrections.{extension}", listing.body, listing.media_type)
    yield search_page()
    yield document(ERROR, not_found(request_for(ERROR)))
    for path in sorted(assets.FOLDER.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield answer(assets.static_url(path.name))


def search_page() -> Document:
    """The page that searches in the reader's browser; without JavaScript it says where else everything is listed."""
    body = pages.finder(network()).encode(errors="replace")
    return Document("/search", body, content_type("text/html"))


def _parts(index: bytes) -> list[str]:
    """The addresses of the sitemap's parts."""
    root = etree.fromstring(index)
    return [urlsplit(each.text).path for each in root.iter("{*}loc") if each.text]


__all__ = ["documents"]
