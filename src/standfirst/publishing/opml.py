"""``/sources.opml``: the feeds the network is made of, for any feed reader."""

from __future__ import annotations

from html import escape

from django.db.models import Max, Min
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from standfirst.gathering import opml
from standfirst.newsroom.models import Feed, Source
from standfirst.publishing.network import network
from standfirst.publishing.responses import respond
from standfirst.publishing.uris import uri
from standfirst.publishing.xml import line, plain

MOST_FEEDS = 20_000
#: Ways to learn of articles that are no feeds.
NO_FEEDS = ("news-sitemap", "links")


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every feed in use of every source that has not opted out: what feed readers can follow."""
    feeds = (
        Feed.objects.filter(active=True)
        .exclude(source__state=Source.State.OPTED_OUT)
        .exclude(kind__in=NO_FEEDS)
        .select_related("source")
        .order_by("source__name", "address")
    )
    listed = [
        opml.OpmlFeed(uri(feed.address), _title(feed.title or feed.source.name), uri(feed.source.home))
        for feed in feeds[:MOST_FEEDS]
    ]
    # The list is as old as the network and as new as its latest source: the same until another comes.
    added = Source.objects.aggregate(dateCreated=Min("added"), dateModified=Max("added"))
    dates = {name: at for name, at in added.items() if at}
    return respond(request, opml.write(listed, network().name, dates), "text/x-opml")


def _title(text: str) -> str:
    """A feed's title. OPML lets texts hold HTML: one that would read as markup is written as HTML, others as is."""
    text = line(text)
    return escape(text, quote=False) if "<" in text or plain(text) != text else text
