"""What stands at ``/api/``: every operation with its parameters and an example, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from django.utils.translation import gettext

from standfirst.newsroom.models import Publication
from standfirst.publishing import Network
from standfirst.publishing.api import PREFIX, VERSION, Operation, shapes
from standfirst.publishing.api.openapi import ADDRESS
from standfirst.publishing.api.operations import OPERATIONS
from standfirst.publishing.api.problems import KINDS
from standfirst.publishing.network import network as the_network
from standfirst.publishing.network import settings
from standfirst.publishing.pages.environment import render


def html(network: Network) -> str:
    """The page."""
    there = known(network)
    return _page(network, [(each, PREFIX + each.path, example(each, there)) for each in OPERATIONS])


def without() -> str:
    """The page of a network that is served from files: it has no API, and says what it has instead."""
    return _page(the_network(), [])


def _page(network: Network, operations: list[tuple[Operation, str, str]]) -> str:
    """The page with these operations: each with its path and an example."""
    return render(
        "api.html",
        network,
        title=lambda: gettext("Read API"),
        canonical=f"{network.base_url}{PREFIX}/",
        openapi=network.base_url + ADDRESS if operations else "",
        operations=operations,
        kinds=KINDS,
        base=network.base_url,
    )


def index(network: Network) -> shapes.Index:
    """The same as a value."""
    there = known(network)
    return shapes.Index(
        name=network.name,
        version=VERSION,
        openapi=network.base_url + ADDRESS,
        operations=tuple(
            shapes.OperationName(
                name=each.name,
                href=f"{network.base_url}{PREFIX}{each.path}",
                summary=str(each.summary),
                parameters=tuple(parameter.name for parameter in each.parameters),
                example=f"{network.base_url}{shown}" if (shown := example(each, there)) else None,
            )
            for each in OPERATIONS
        ),
    )


def known(network: Network) -> dict[str, str]:
    """Names that an example may use: those of the latest publication."""
    found = {"section": network.sections[0][0]} if network.sections else {}
    rows = Publication.objects.filter(withdrawn=None).order_by("-position")
    latest = rows.values_list("id", "source__slug", "story_id", "published", "section").first()
    if latest:
        id, source, story, published, section = latest
        found |= {"publication": str(id), "source": source}
        if section in dict(network.sections):
            found["section"] = section
        found["day"] = published.astimezone(settings().zone).date().isoformat()
        if story:
            found["story"] = str(story)
    return found


def example(operation: Operation, there: Mapping[str, str]) -> str:
    """An address that the operation answers, "" where the network has nothing yet for it to name."""
    try:
        return PREFIX + operation.example.format_map({name: quote(value, safe="") for name, value in there.items()})
    except KeyError:
        return ""


__all__ = ["example", "html", "index", "known", "without"]
