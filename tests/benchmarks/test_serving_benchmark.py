"""The networks of the benchmark of serving are such as rounds leave, and every dataset is measured."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from benchmarks import made, serving
from benchmarks.invented import COMMON, UNCOMMON
from standfirst.newsroom import counts
from standfirst.newsroom.finding import search
from standfirst.newsroom.models import Article, Publication, PublicationMark, Story
from standfirst.newsroom.publications.saying import said_by
from standfirst.publishing.formats import formats

SIZE = 150


@pytest.fixture
def filled(db: None) -> None:
    made.fill(SIZE, every=timedelta(minutes=20))


def test_a_made_network_is_such_as_a_round_leaves(filled: None) -> None:
    found = list(Publication.objects.select_related("source", "story", "article").order_by("position"))
    assert len(found) == counts.of("all") == Article.objects.count() == SIZE
    assert Story.objects.count() < SIZE
    assert not counts.renew()
    for each in found:
        content = said_by(each)
        assert content.headline == each.headline
        assert content.statements[0].text == each.lead
        assert [mark.code for mark in content.marks] == each.marks
        assert content.original.published.at == each.source_published
        assert each.position == round(each.published.timestamp() * 1_000_000)
    assert PublicationMark.objects.filter(code="summary").count() == counts.of("mark", "summary") > 0
    assert {each.language for each in found} == {"en", "de", "fr", "ar"}
    assert found[0].id < found[-1].id


def test_search_finds_what_was_made(filled: None) -> None:
    def latest(query: str) -> list[int]:
        return search.positions(search.parse(query))

    common = latest(COMMON)
    assert SIZE / 2 < len(common) < SIZE
    assert len(latest(UNCOMMON)) < SIZE / 10
    one = Publication.objects.order_by("position")[77]
    assert one.position in latest("77")
    assert one.position in latest(f"source:{one.source.slug} lang:{one.language}")


def test_every_format_renders_what_was_made(filled: None, client: Client) -> None:
    one = Publication.objects.filter(kind="brief").first()
    assert one is not None
    section = Publication.objects.exclude(section="").values_list("section", flat=True)[0]
    for name in formats:
        extension = formats[name].extension
        assert client.get(f"/{section}.{extension}" if extension else f"/{section}").status_code in (200, 404)
    assert client.get(f"/{section}.rss").status_code == client.get(f"/{section}").status_code == 200
    assert client.get(one.path).status_code == 200


def test_every_dataset_is_measured(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "rows.json"
    keep = ["--keep", str(tmp_path / "kept")]
    arguments = ["--sizes", str(SIZE), "--stores", "sqlite", "--requests", "3", "--no-build", "--json", str(out), *keep]
    assert serving.main(arguments) == 0
    rows = {row["dataset"]: row for row in json.loads(out.read_text())["rows"]}
    assert set(rows) == {
        f"sqlite-{SIZE}-{what}"
        for what in (
            "listing",
            "listing-deep",
            "listing-br",
            "listing-first",
            "listing-filtered",
            "cached",
            "rss",
            "search",
        )
    }
    assert all(row["cpu_ms"] > 0 and row["bytes"] > 0 for row in rows.values())
    assert rows[f"sqlite-{SIZE}-cached"]["cpu_ms"] < rows[f"sqlite-{SIZE}-listing"]["cpu_ms"]
    assert rows[f"sqlite-{SIZE}-listing"]["requests_per_s"] > 0
    assert rows[f"sqlite-{SIZE}-listing-br"]["bytes"] < rows[f"sqlite-{SIZE}-listing"]["bytes"] / 2
    assert "listing" in capfd.readouterr().out


def test_what_cannot_be_asked_for_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1/none")
    for arguments, reason in (
        (["--stores", "mysql"], "sqlite and postgresql"),
        (["--sizes", "10,20"], "one size"),
        (["--sizes", "many"], "--sizes"),
    ):
        with pytest.raises(SystemExit) as exit_code:
            serving.main(arguments)
        assert exit_code.value.code == 2
        assert reason in capsys.readouterr().err
