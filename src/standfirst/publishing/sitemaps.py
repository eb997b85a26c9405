"""What search engines are told: robots.txt, the sitemap's index and parts, the news sitemap.

Only what may be indexed is listed: sections, sources, stories, and publications where the network indexes briefs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from django.db.models import Exists, Max, Min, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from standfirst.newsroom.listings.filters import midnight
from standfirst.newsroom.models import Publication, Source, Tally
from standfirst.publishing import Network, View, links
from standfirst.publishing.entries import home_of
from standfirst.publishing.network import network as the_network
from standfirst.publishing.network import settings
from standfirst.publishing.problems import problem
from standfirst.publishing.responses import respond
from standfirst.publishing.uris import uri
from standfirst.publishing.xml import Written, document, element, leaf, line, stamp

MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
#: The protocol's limits: addresses of a part, of a news sitemap, and parts of an index (weeks, newest first).
MOST_ADDRESSES, MOST_NEWS, MOST_PARTS = 50_000, 1000, 600
_PARENTHESES = re.compile(r"\([^()]*\)")  # a publication is named without what stands in them
ABOUT = ("/about/method", "/about/marks", "/corrections", "/rights", "/sources", "/editions")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything but the desk and searches may be fetched."""
    base = the_network().base_url
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /search", f"Sitemap: {base}/sitemap.xml"]
    if the_network().index_briefs:
        lines.append(f"Sitemap: {base}/sitemap-news.xml")
    return respond(request, ("\n".join(lines) + "\n").encode(), "text/plain")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The parts: the standing pages, then a part for each week with something in it."""
    base = the_network().base_url
    names = ("pages", *(first.isoformat() for first in parts()))
    found = (element("sitemap", None, leaf("loc", f"{base}/sitemap/{name}.xml")) for name in names)
    return respond(request, document(element("sitemapindex", {"xmlns": MAP}, *found)), "application/xml")


def parts() -> list[date]:
    """The first days of the weeks (from Monday) in which something is out, latest first."""
    zone, found = settings().zone, []
    out = Publication.objects.filter(withdrawn=None)
    top: int | None = None
    while len(found) < MOST_PARTS:
        below = out if top is None else out.filter(position__lt=top)
        position = below.order_by("-position").values_list("position", flat=True).first()
        if position is None:
            break
        day = datetime.fromtimestamp(position // 1_000_000, UTC).astimezone(zone).date()
        found.append(day - timedelta(days=day.weekday()))
        top = midnight(found[-1], zone)
    return found


@require_safe
def part(request: HttpRequest, name: str) -> HttpResponse:
    """One part: ``pages``, or the Monday a week begins with."""
    network = the_network()
    if name == "pages":
        sources = Tally.objects.filter(kind="source", count__gt=0).values_list("key", flat=True)
        shown = Source.objects.filter(slug__in=sources).exclude(state=Source.State.OPTED_OUT)
        views = [View("front"), *(View("section", slug) for slug, _ in network.sections)]
        views += [View("source", slug) for slug in shown.order_by("slug").values_list("slug", flat=True)]
        places = (*(links.to(network, view) for view in views), *(network.base_url + path for path in ABOUT))
        return _answer(request, [_url(place) for place in places])
    try:
        first = date.fromisoformat(name)
    except ValueError:
        return problem(request, 404, gettext("There is no such page"))
    if not (1970 <= first.year < 2200) or first.weekday():
        return problem(request, 404, gettext("There is no such page"))
    listed = list(_week(first, network))
    return _answer(request, listed) if listed else problem(request, 404, gettext("There is no such page"))


def _week(first: date, network: Network) -> Iterator[Written]:
    """The week's editions, the stories told in it, and its publications where briefs are indexed."""
    zone = settings().zone
    out = Publication.objects.filter(
        withdrawn=None, position__gte=midnight(first, zone), position__lt=midnight(first + timedelta(days=7), zone)
    )
    # The page of a story that one publication tells says no more than that publication, which is not indexed either.
    others = Publication.objects.filter(withdrawn=None, story=OuterRef("story")).exclude(position=OuterRef("position"))
    told = out.exclude(story=None).filter(Exists(others))
    stories = told.values("story_id", "story__slug").annotate(last=Max("updated"), at=Min("position"))
    listed = 0
    for day in (first + timedelta(days=number) for number in range(7)):
        since, until = midnight(day, zone), midnight(day + timedelta(days=1), zone)
        if out.filter(position__gte=since, position__lt=until).exists():
            yield _url(links.to(network, View("day", day.isoformat())))
            listed += 1
    for row in stories.order_by("-at")[: MOST_ADDRESSES - listed]:
        view = View("story", str(row["story_id"]), slug=row["story__slug"])
        yield _url(links.to(network, view), row["last"])
        listed += 1
    if network.index_briefs:
        briefs = (
            out.filter(kind=Publication.Kind.BRIEF)
            .order_by("-position")
            .values_list("path", "first_section", "updated")
        )
        for path, first_section, updated in briefs[: MOST_ADDRESSES - listed]:
            yield _url(home_of(network, first_section) + uri(path), updated)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The last two days' publications, where the network lets them be indexed; the front page where there are none.

    A sitemap without any address is none by its schema.
    """
    network = the_network()
    listed = []
    if network.index_briefs:
        since = int((datetime.now(UTC) - timedelta(days=2)).timestamp() * 1_000_000)
        out = Publication.objects.filter(withdrawn=None, kind=Publication.Kind.BRIEF, position__gte=since)
        columns = ("path", "first_section", "language", "published", "headline")
        for path, first_section, language, published, headline in out.order_by("-position").values_list(*columns)[
            :MOST_NEWS
        ]:
            name = _PARENTHESES.sub("", line(network.name)).strip() or line(network.name)
            spoken = leaf("news:language", _news_language(language or network.language))
            about = (
                element("news:publication", None, leaf("news:name", name), spoken),
                leaf("news:publication_date", stamp(published)),
                leaf("news:title", line(headline)),
            )
            address = home_of(network, first_section) + uri(path)
            listed.append(element("url", None, leaf("loc", address), element("news:news", None, *about)))
    return _answer(request, listed or [_url(links.to(network, View("front")))], {"xmlns:news": NEWS})


def _news_language(tag: str) -> str:
    """A language as news sitemaps name it: by two or three letters, Chinese by its script."""
    first, _, rest = tag.lower().partition("-")
    if first != "zh":
        return first
    return "zh-tw" if {"hant", "tw", "hk", "mo"} & set(rest.split("-")) else "zh-cn"


def _url(address: str, changed: datetime | None = None) -> Written:
    return element("url", None, leaf("loc", address), *([leaf("lastmod", stamp(changed))] if changed else []))


def _answer(request: HttpRequest, listed: Sequence[Written], spaces: Mapping[str, str] = {}) -> HttpResponse:
    """The sitemap of addresses."""
    return respond(request, document(element("urlset", {"xmlns": MAP, **spaces}, *listed)), "application/xml")
