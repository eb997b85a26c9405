"""Finds a site's feeds: a feed's own address, what a page points to, well-known paths, news sitemaps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from standfirst.errors import UsageError
from standfirst.gathering import Failure, FeedDocument, FeedLink, Page, addresses, feeds, hints
from standfirst.gathering.fetcher import ACCEPT_FEED, Fetcher

#: Requests made to see whether what a page points to is a feed.
MAX_CHECKED = 8
MAX_SITEMAPS = 3
WAY_OUT = "Give the feed's own address, or add the page with the kind `links` to take the links it shows as items"


@dataclass(frozen=True, slots=True)
class Discovery:
    """What an address offers: the source as it names itself, its registrable domain, home page and feeds.

    ``failure`` is None where at least one feed was found.
    """

    address: str
    name: str = ""
    domain: str = ""
    home: str = ""
    language: str = ""
    feeds: tuple[FeedLink, ...] = ()
    failure: Failure | None = None


async def discover(fetcher: Fetcher, address: str) -> Discovery:
    """Find the feeds of the site or feed at ``address``; whatever goes wrong is its ``failure``."""
    try:
        address = addresses.normalise(address)
    except UsageError as error:
        why = f"{error.reason}. {error.way_out}".rstrip(". ")
        return Discovery(address, failure=Failure(address, "address", why))
    page = await fetcher.get(address, accept=ACCEPT_FEED)
    if isinstance(page, Failure):
        return Discovery(address, domain=addresses.source_domain(address), failure=page)
    document = feeds.parse(page.body, page.final_address, page.header("content-type"))
    if isinstance(document, FeedDocument):
        return await _of_feed(fetcher, address, document)
    return await _of_page(fetcher, address, page, document)


async def _of_feed(fetcher: Fetcher, address: str, document: FeedDocument) -> Discovery:
    """A feed given directly; its home page, where it has one of its own, says how the site names itself."""
    home = document.home if _believed(document.home, address) else f"{addresses.origin(address)}/"
    page = await fetcher.get(home)
    site = hints.of_page(page.body, page.final_address, page.header("content-type")) if isinstance(page, Page) else None
    return Discovery(
        address,
        name=(site.name if site else "") or document.title or addresses.source_domain(home),
        domain=addresses.source_domain(home),
        home=home,
        language=document.language or (site.language if site else ""),
        feeds=(FeedLink(address, document.kind, document.title, "given"),),
    )


def _believed(home: str, address: str) -> bool:
    """Whether a feed's word on its home page can be taken: a real domain, or the host it came from itself."""
    return bool(home) and (addresses.has_domain(home) or addresses.host(home) == addresses.host(address))


async def _of_page(fetcher: Fetcher, address: str, page: Page, not_feed: Failure) -> Discovery:
    """A page: what it points to, then what is usual, then news sitemaps; the first of these that has feeds."""
    here = page.final_address
    site = hints.of_page(page.body, here, page.header("content-type")) or hints.Site()
    found = Discovery(
        address,
        name=site.name or addresses.source_domain(here),
        domain=addresses.source_domain(here),
        home=here if here.count("/") == 3 else f"{addresses.origin(here)}/",
        language=site.language,
    )
    origin = addresses.origin(here)
    usual = tuple(FeedLink(origin + path, "", "", "well-known path") for path in hints.WELL_KNOWN)
    for candidates, enough in ((site.feeds, MAX_CHECKED), (usual, 1)):
        if proved := await _proved(fetcher, candidates[:MAX_CHECKED], enough):
            return _with(found, proved)
    if proved := await _proved(fetcher, await _sitemaps(fetcher, origin), 1):
        return _with(found, proved)
    why = f"{not_feed.reason.removeprefix('this is no feed: ')}, and no feed was found from it. {WAY_OUT}"
    return replace(found, failure=Failure(address, "not-a-feed", why))


def _with(found: Discovery, proved: list[tuple[FeedLink, FeedDocument]]) -> Discovery:
    language = found.language or next((document.language for _, document in proved if document.language), "")
    return replace(found, feeds=tuple(link for link, _ in proved), language=language)


async def _proved(
    fetcher: Fetcher, candidates: tuple[FeedLink, ...], enough: int
) -> list[tuple[FeedLink, FeedDocument]]:
    """Those candidates that are feeds, with their true kind, each once wherever it leads."""
    proved: dict[str, tuple[FeedLink, FeedDocument]] = {}
    for link in candidates:
        page = await fetcher.get(link.address, accept=ACCEPT_FEED)
        if isinstance(page, Failure):
            if page.code in {"dns", "connect", "timeout", "robots-unreachable", "budget"}:
                break  # the host does not answer: do not go on asking it
            continue
        document = feeds.parse(page.body, page.final_address, page.header("content-type"))
        if isinstance(document, FeedDocument):
            true = replace(link, kind=document.kind, title=link.title or document.title)
            proved.setdefault(addresses.canonical(page.final_address), (true, document))
        if len(proved) >= enough:
            break
    return list(proved.values())


async def _sitemaps(fetcher: Fetcher, origin: str) -> tuple[FeedLink, ...]:
    """News sitemaps that robots.txt names, or that an index it names leads to."""
    stated = (await fetcher.sites.of(origin)).robots.sitemaps
    named = hints.news_sitemaps(stated)
    for index in [] if named else stated[:MAX_SITEMAPS]:
        page = await fetcher.get(index, accept=ACCEPT_FEED)
        if isinstance(page, Page):
            named += hints.news_sitemaps((), page.body)
    return tuple(FeedLink(sitemap, "news-sitemap", "", "sitemap") for sitemap in named[:MAX_SITEMAPS])
