"""One process for all hosts: where sections have their own, each request is led to the host of what it asks for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from standfirst.publishing.hosts import (
    CONTENT,
    EVERYWHERE,
    READER,
    label,
    on_network,
    on_section,
    origin,
    section_of,
)
from standfirst.publishing.network import settings, the_sections
from standfirst.publishing.responses import redirect


def own_host(request: HttpRequest) -> str:
    """The label under the network's host that a request came to; "" for the network's own host."""
    return section_of(request.META.get("HTTP_HOST", ""), settings().text("base_url"))


class SectionHosts:
    """Middleware. On a section's host its listing is asked for under the path it has on the network's host.

    What belongs on another host is answered with 308 to it. Publications ask for themselves (``single.py``): only
    their record knows their host.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or lead elsewhere."""
        path = request.path
        if not settings().flag("section_hosts") or path == READER or path.startswith((CONTENT, *EVERYWHERE)):
            return self.get_response(request)
        base = settings().text("base_url").rstrip("/")
        sections = the_sections()
        asked = own_host(request)
        if not asked:
            section, place = on_section(path, sections)
            return _led(request, origin(base, section) + place) if section else self.get_response(request)
        slug = next((each for each in sections if label(each) == asked), "")
        place = on_network(path, slug) if slug else ""
        if not place:
            section, elsewhere = on_section(path, sections)
            return _led(request, origin(base, section) + (elsewhere or path))
        request.path = request.path_info = place
        return self.get_response(request)


def _led(request: HttpRequest, target: str) -> HttpResponse:
    """308 to the same thing on its own host, its query with it."""
    from standfirst.publishing.uris import uri

    query = request.META.get("QUERY_STRING", "")
    return redirect(request, uri(target) + (f"?{uri(query)}" if query else ""))


__all__ = ["SectionHosts", "own_host"]
