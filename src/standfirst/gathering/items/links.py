"""A page of links as a feed, where a site offers none: only when it is asked for by this name."""

from __future__ import annotations

from typing import Any

from standfirst.errors import UsageError
from standfirst.gathering import FeedDocument, addresses, htmltree, item_sources
from standfirst.gathering.entries import MAX_ITEMS, Entries, tag

#: Fewest words of a link that reads like a headline.
MIN_WORDS = 4


@item_sources.register("links", rank=1000)
def parse(body: bytes, address: str, content_type: str) -> FeedDocument | None:
    """The links of a page that lead to pages of the same site and read like headlines, each once, in order."""
    root = htmltree.parse(body, content_type)
    if root is None:
        return None
    base = htmltree.base(root, address)
    feed = Entries(address, "links", title=htmltree.title(root), home=address, language=tag(root.get("lang")))
    domain = addresses.source_domain(address)
    seen = {addresses.folded(address)}
    for anchor in root.iter("a"):
        text = _headline(anchor)
        link = feed.link(anchor.get("href"), base)
        if not text or not link:
            continue
        try:
            known = addresses.folded(link)
            elsewhere = addresses.source_domain(link) != domain
        except UsageError:
            continue
        if elsewhere or known in seen or len(feed.items) >= MAX_ITEMS:
            continue
        seen.add(known)
        feed.add(link, title=text)
    return feed.document() if feed.items else None


def _headline(anchor: Any) -> str:
    words = htmltree.text(anchor, 500).split()
    spaced = len(words) >= MIN_WORDS
    unspaced = len("".join(words)) >= 10 and not "".join(words).isascii()  # scripts without spaces
    return " ".join(words) if spaced or unspaced else ""
