"""The labelled set is sound, and its figures are what the pairs say."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import foreign
from benchmarks.foreign import Label
from standfirst.editing import sections

SPORT, POLITICS = "sports-and-competition", "politics-and-government"


def test_every_label_is_a_section_and_every_address_stands_once() -> None:
    slugs = {section.slug for section in sections.load()}
    found = foreign.labels()
    assert len(found) >= 140
    assert len({label.address for label in found}) == len(found)
    for label in found:
        assert label.label in slugs
        assert label.second in slugs - {label.label} | {""}
        assert label.language != "en"
        assert label.address.startswith("http")


def test_the_halves_are_nearly_equal_and_decided_by_the_address() -> None:
    sides = Counter(foreign.developed(label.address) for label in foreign.labels())
    assert min(sides.values()) >= 0.4 * sum(sides.values())


def test_scores_count_the_first_label_and_the_second_apart() -> None:
    one = Label("a", "https://x.example/1", "de", SPORT, "")
    two = Label("a", "https://x.example/2", "de", POLITICS, SPORT)
    row = foreign.score([(one, SPORT), (two, SPORT), (one, ""), (two, "oddities")])
    assert row == {"accuracy": pytest.approx(1 / 3), "accepted": pytest.approx(2 / 3), "given": 0.75, "pages": 4}
    assert foreign.score([(one, "")])["accuracy"] == 0.0


def test_the_mean_counts_each_language_alike_and_leaves_out_those_with_few_pages() -> None:
    def pages(language: str, many: int, section: str) -> list[tuple[Label, str]]:
        return [(Label("a", f"https://x.example/{language}/{n}", language, SPORT, ""), section) for n in range(many)]

    found = {
        row["dataset"]: row
        for row in foreign.rows("s", [*pages("de", 8, SPORT), *pages("fr", 4, POLITICS), *pages("is", 3, POLITICS)])
    }
    assert found["foreign-mean"]["accuracy"] == 0.5
    assert found["foreign-mean"]["pages"] == 12
    assert found["foreign-others"]["pages"] == 3
    assert found["foreign"]["accuracy"] == pytest.approx(8 / 15)
    assert "foreign-is" not in found


def test_the_plain_baselines_know_no_text() -> None:
    from standfirst.reading import Article, hash_text, lay_out

    body, paragraphs = lay_out([("Die Partei gewann die Wahl.", "text")])
    article = Article("a", "https://x.example/fussball/a-b-c-1", "", "Wahl", paragraphs, body, hash_text(body), "de")
    most = foreign.commonest([Label("a", "", "de", POLITICS, "")])
    assert most(article) == POLITICS
    assert foreign.publisher(most)(article) == SPORT


def test_a_folder_is_measured_from_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    label = next(label for label in foreign.labels() if label.language == "de" and label.label == SPORT)
    folder = tmp_path / label.folder
    folder.mkdir()
    text = "Der Trainer lobte den Torwart, und der Stürmer erzielte im Pokal zwei Tore für die Mannschaft. " * 9
    html = f"<html lang='de'><title>Sieg im Pokal</title><article><h1>Sieg im Pokal</h1><p>{text}</p></article></html>"
    (folder / "page.html.gz").write_bytes(gzip.compress(html.encode()))
    truth = [{"file": "page.html.gz", "url": label.address}, {"file": "page.html.gz", "url": "https://x.example/"}]
    (folder / "truth.jsonl").write_text("\n".join(map(json.dumps, truth)), encoding="utf-8")
    where = tmp_path / "rows.json"
    assert foreign.main(["--data", str(tmp_path), "--json", str(where)]) == 0
    found = json.loads(where.read_text(encoding="utf-8"))["rows"]
    ours = next(row for row in found if row["system"] == "standfirst" and row["dataset"] == "foreign")
    assert (ours["accuracy"], ours["given"], ours["pages"]) == (1.0, 1.0, 1)
    assert {row["system"] for row in found} == {"standfirst", "publisher", "commonest"}
    assert "labelled pages are absent" in capsys.readouterr().err


def test_a_folder_without_labelled_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert foreign.main(["--data", str(tmp_path)]) == 2
    assert "holds none of the pages" in capsys.readouterr().err


@pytest.mark.shared
def test_the_issue_s_figures_hold(shared: Path) -> None:
    labelled = foreign.labels()
    read = list(foreign.articles(shared / "corpora" / "pages", labelled))
    assert len(read) == len(labelled)
    found = {str(r["dataset"]): r for r in foreign.rows("s", [(label, foreign.ours(page)) for label, page in read])}
    assert float(found["foreign-mean"]["accuracy"]) >= 0.8
    assert float(found["foreign-mean"]["given"]) >= 0.8
    assert float(found["foreign"]["accuracy"]) >= 0.8
    for language in ("de", "es", "fr", "it", "ja", "ko", "no"):
        assert float(found[f"foreign-{language}"]["accuracy"]) >= 0.7
