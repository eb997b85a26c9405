"""``/sources.opml``: the feeds the network is made of, for any feed reader."""

from __future__ import annotations

from html import escape

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from standfirst.gathering import opml
from standfirst.newsroom.models import Feed, Source
from standfirst.publishing.network import network
from standfirst.publishing.responses import respond
from standfirst.publishing.uris import uri
from standfirst.publishing.xml import line, plain

MOST_FEEDS = 20_000


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every feed in use of every source that has not opted out."""
    feeds = (
        Feed.objects.filter(active=True)
        .exclude(source__state=Source.State.OPTED_OUT)
        .select_related("source")
        .order_by("source__name", "address")
    )
    listed = [
        opml.OpmlFeed(uri(feed.address), _title(feed.title or feed.source.name), uri(feed.source.home))
        for feed in feeds[:MOST_FEEDS]
    ]
    return respond(request, opml.write(listed, network().name), "text/x-opml")


def _title(text: str) -> str:
    """A feed's title. OPML lets texts hold HTML: one that would read as markup is written as HTML, others as is."""
    text = line(text)
    return escape(text, quote=False) if "<" in text or plain(text) != text else text
