"""Networks of earlier versions: what their databases hold is there after an upgrade."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from standfirst.newsroom import counts
from standfirst.newsroom.models import Publication, PublicationContent
from tests.newsroom.factory import NOON

BEFORE, AFTER = ("newsroom", "0007_network_id"), ("newsroom", "0008_publication_content")
SAME = {
    "kind": "brief", "headline": "Rovers win", "language": "en", "original": "https://courier.example/1",
    "source_published": NOON, "published": NOON, "updated": NOON,
}  # fmt: skip


def migrate(target: tuple[str, str]) -> Any:
    """The models as of ``target``."""
    MigrationExecutor(connection).migrate([target])
    return MigrationExecutor(connection).loader.project_state([target]).apps


@pytest.fixture
def old() -> Iterator[Any]:
    """The models of the version before; afterwards the database is today's again."""
    yield migrate(BEFORE)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.django_db(transaction=True)
def test_contents_move_into_a_table_of_their_own(old: Any) -> None:
    source = old.get_model("newsroom", "Source").objects.create(domain="courier.example", slug="courier")
    contents = ({"headline": "Rovers win", "original": {"free": True}}, {"original": {"free": None}}, {})
    for number, content in enumerate(contents, 1):
        article = old.get_model("newsroom", "Article").objects.create(
            source=source, address=f"https://a.example/{number}"
        )
        old.get_model("newsroom", "Publication").objects.create(
            position=number, article=article, source=source, path=f"/{number}", content=content,
            withdrawn=None if content else NOON, **SAME,
        )  # fmt: skip
    migrate(AFTER)
    first, second, gone = Publication.objects.order_by("position")
    assert (first.free, second.free, gone.free) == (True, None, None)
    assert [each.content for each in PublicationContent.objects.order_by("pk")] == list(contents[:2])
    assert first.said.content == contents[0]
    assert ("access", f"{first.source_id}/free") in counts.keys(first)
