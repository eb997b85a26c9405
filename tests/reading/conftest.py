"""Pages for the reading room's tests, made up here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from standfirst.gathering import Page

FETCHED = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESS = "https://www.harbourpost.example/news/ferry-returns"

PARAGRAPHS = (
    "The ferry Annabel Lee returned to Port Merrow on Tuesday morning, eleven months after a fire in her engine room.",
    "Harbour master Jonas Wick said that the ship had passed every test and would sail twice a day until October.",
    "“We waited a long winter for this,” said Mara Olsen, who runs the bakery on the quay and counted 340 passengers.",
    "The repair cost 2.4 million crowns, of which the county pays half; the rest comes from the shipping line itself.",
    "A second ferry, the Lenore, stays in reserve, and the line will decide in spring whether it sells her abroad.",
)


def article(head: str = "", body: str = "", title: str = "Ferry returns after eleven months") -> str:
    """A page with an article of five paragraphs and the furniture around it."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Post</title>{head}</head>'
        '<body><nav><a href="/">Home</a><a href="/news">News</a></nav>'
        f"<main><article><h1>{title}</h1>{text}{body}</article></main>"
        "<footer><p>© 2026 Harbour Post</p></footer></body></html>"
    )


@pytest.fixture
def make_page() -> Callable[..., Page]:
    """Makes a page of HTML (text or bytes), with headers and site signals."""

    def make(
        html: str | bytes, address: str = ADDRESS, headers: tuple[tuple[str, str], ...] = (), **rest: object
    ) -> Page:
        body = html.encode() if isinstance(html, str) else html
        if not any(name == "content-type" for name, _ in headers):
            headers = (("content-type", "text/html"), *headers)
        values = {"status": 200, "fetched": FETCHED, **rest}
        return Page(address, address, headers=headers, body=body, **values)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_article() -> Callable[..., str]:
    """Makes the HTML of an article; see :func:`article`."""
    return article


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    """The paragraphs of the article."""
    return PARAGRAPHS
