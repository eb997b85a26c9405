"""What search engines are told: robots.txt, the sitemap's index and parts, the news sitemap.

Only what may be indexed is listed: sections, sources, stories, and publications where the network indexes briefs.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from lxml import etree

from standfirst.newsroom.listings import midnight
from standfirst.newsroom.models import Publication, Source, Tally
from standfirst.publishing import Network, View, links
from standfirst.publishing.entries import home_of
from standfirst.publishing.network import network as the_network
from standfirst.publishing.network import settings
from standfirst.publishing.problems import problem
from standfirst.publishing.responses import respond
from standfirst.publishing.uris import uri
from standfirst.publishing.xml import document, line, stamp, sub

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
    root = etree.Element(f"{{{MAP}}}sitemapindex", nsmap={None: MAP})
    for name in ("pages", *(first.isoformat() for first in parts())):
        sub(sub(root, "sitemap"), "loc", f"{base}/sitemap/{name}.xml")
    return respond(request, document(root), "application/xml")


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
    root = etree.Element(f"{{{MAP}}}urlset", nsmap={None: MAP})
    if name == "pages":
        sources = Tally.objects.filter(kind="source", count__gt=0).values_list("key", flat=True)
        shown = Source.objects.filter(slug__in=sources).exclude(state=Source.State.OPTED_OUT)
        views = [View("front"), *(View("section", slug) for slug, _ in network.sections)]
        views += [View("source", slug) for slug in shown.order_by("slug").values_list("slug", flat=True)]
        for place in (*(links.to(network, view) for view in views), *(network.base_url + path for path in ABOUT)):
            _url(root, place)
        return respond(request, document(root), "application/xml")
    try:
        first = date.fromisoformat(name)
    except ValueError:
        return problem(request, 404, gettext("There is no such page"))
    if not (1970 <= first.year < 2200) or first.weekday():
        return problem(request, 404, gettext("There is no such page"))
    _week(root, first, network)
    if not len(root):
        return problem(request, 404, gettext("There is no such page"))
    return respond(request, document(root), "application/xml")


def _week(root: Any, first: date, network: Network) -> None:
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
            _url(root, links.to(network, View("day", day.isoformat())))
            listed += 1
    for row in stories.order_by("-at")[: MOST_ADDRESSES - listed]:
        view = View("story", str(row["story_id"]), slug=row["story__slug"])
        _url(root, links.to(network, view), row["last"])
        listed += 1
    if network.index_briefs:
        briefs = (
            out.filter(kind=Publication.Kind.BRIEF)
            .order_by("-position")
            .values_list("path", "first_section", "updated")
        )
        for path, first_section, updated in briefs[: MOST_ADDRESSES - listed]:
            _url(root, home_of(network, first_section) + uri(path), updated)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The last two days' publications, where the network lets them be indexed; the front page where there are none.

    A sitemap without any address is none by its schema.
    """
    network = the_network()
    root = etree.Element(f"{{{MAP}}}urlset", nsmap={None: MAP, "news": NEWS})
    if network.index_briefs:
        since = int((datetime.now(UTC) - timedelta(days=2)).timestamp() * 1_000_000)
        out = Publication.objects.filter(withdrawn=None, kind=Publication.Kind.BRIEF, position__gte=since)
        columns = ("path", "first_section", "language", "published", "headline")
        for path, first_section, language, published, headline in out.order_by("-position").values_list(*columns)[
            :MOST_NEWS
        ]:
            found = sub(_url(root, home_of(network, first_section) + uri(path)), f"{{{NEWS}}}news")
            publisher = sub(found, "publication")
            sub(publisher, "name", _PARENTHESES.sub("", line(network.name)).strip() or line(network.name))
            sub(publisher, "language", _news_language(language or network.language))
            sub(found, "publication_date", stamp(published))
            sub(found, "title", line(headline))
    if not len(root):
        _url(root, links.to(network, View("front")))
    return respond(request, document(root), "application/xml")


def _news_language(tag: str) -> str:
    """A language as news sitemaps name it: by two or three letters, Chinese by its script."""
    first, _, rest = tag.lower().partition("-")
    if first != "zh":
        return first
    return "zh-tw" if {"hant", "tw", "hk", "mo"} & set(rest.split("-")) else "zh-cn"


def _url(root: Any, address: str, changed: datetime | None = None) -> Any:
    found = sub(root, "url")
    sub(found, "loc", address)
    if changed:
        sub(found, "lastmod", stamp(changed))
    return found
