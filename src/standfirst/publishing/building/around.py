"""The files of the network itself: pages about it, sitemaps, OPML, robots.txt, the page of errors, style and script.

They are few, so each is asked of its own view in every build and written where it has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

from lxml import etree

from standfirst.publishing import archive, inbox, pages
from standfirst.publishing.api.page import without
from standfirst.publishing.building import Document
from standfirst.publishing.building.asking import answer, document, request_for
from standfirst.publishing.building.layout import ERROR
from standfirst.publishing.letters.views import subscribe_page
from standfirst.publishing.looks import assets
from standfirst.publishing.network import network
from standfirst.publishing.problems import not_found
from standfirst.publishing.responses import content_type
from standfirst.publishing.view import listing_formats

PAGES = (
    "/about/method", "/about/marks", "/corrections", "/sources", "/feeds", "/status", "/reader",
    "/robots.txt", "/sources.opml", "/sitemap-news.xml", "/sitemap.xml",
)  # fmt: skip
#: Pages that have a form on the server: nobody would answer it here, so they name the contact. Nor is there an API.
FORMLESS: dict[str, Callable[[], str]] = {
    "/rights": inbox.rights_page,
    "/report": inbox.report_page,
    "/subscribe": subscribe_page,
    "/api/": without,
}


def documents() -> Iterator[Document]:
    """Everything but listings and publications."""
    for address in (*PAGES, *archive.addresses()):
        yield answer(address)
    for address, page in FORMLESS.items():
        yield Document(address, page().encode(errors="replace"), content_type("text/html"))
    for address in _parts(answer("/sitemap.xml").body):
        yield answer(address)
    for extension in listing_formats():
        yield answer(f"/corrections.{extension}")
    yield search_page()
    yield document(ERROR, not_found(request_for(ERROR)))
    for name in assets.names():
        yield answer(assets.static_url(name))
    for name in assets.own_files(assets.network_folder())[0]:
        yield answer(quote(f"/static/{name}"))  # as an operator's own style and templates may name it


def search_page() -> Document:
    """The page that searches in the reader's browser; without JavaScript it says where else everything is listed."""
    body = pages.finder(network()).encode(errors="replace")
    return Document("/search", body, content_type("text/html"))


def _parts(index: bytes) -> list[str]:
    """The addresses of the sitemap's parts."""
    root = etree.fromstring(index)
    return [urlsplit(each.text).path for each in root.iter("{*}loc") if each.text]


__all__ = ["documents"]
