"""The made networks as they are answered: documents of every view, page after page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.test import Client

from tests.publishing.validators import made
from tests.publishing.validators.rules import Document

BASE = "http://localhost:8000"
#: A page of a listing has so few rows that every network but the smallest has second pages.
SETTINGS = {"listing_size": 7, "websub_hub": "https://hub.example/", "index_briefs": True}
FORMS = ("rss", "atom", "json", "xml", "csv")
SINGLES = ("html", "print.html", "json", "xml", "txt")


def set_up(settings: Any, **values: Any) -> None:
    """Give the network the settings above, changed."""
    settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, **SETTINGS, **values})


@contextmanager
def network(name: str) -> Iterator[Client]:
    """The made network for a while; nothing of it stays in the database."""
    with transaction.atomic():
        made.NETWORKS[name]()
        yield Client()
        transaction.set_rollback(True)


def ask(site: Client, address: str, status: int = 200) -> Document:
    """The answer at an address of ours, whole or without its host."""
    path = address.removeprefix(BASE)
    answer = site.get(path)
    assert answer.status_code == status, (path, answer.status_code, answer.content[:200])
    return Document(answer.content, BASE + path, answer["Content-Type"], answer.status_code)


def following(site: Client, address: str) -> str:
    """The next page's address, from the Link header: the one place that every format has it in; "" on the last."""
    for link in site.get(address.removeprefix(BASE)).get("Link", "").split(", <"):
        target, _, rest = link.lstrip("<").partition(">")
        if 'rel="next"' in rest:
            return target
    return ""


def pages(site: Client, form: str, most: int = 2) -> Iterator[Document]:
    """Every view's first pages in a format."""
    for first in made.addresses(form):
        address = first
        for _ in range(most):
            yield ask(site, address)
            address = following(site, address)
            if not address:
                break
