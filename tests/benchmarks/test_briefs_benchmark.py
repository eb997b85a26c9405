"""The benchmark of briefs: the judge's rules, the defects, and the run. All texts are invented."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import briefs, defects, judging
from benchmarks.judging import passage, text
from standfirst.editing import Brief, Evidence, Filing, Outcome, Statement, Versions
from standfirst.reading import Article, Stamp, hash_text, lay_out
from standfirst.rights import Verdict

CLOSES = (
    "Marlby Town Council will close the swing bridge at Marlby for eleven weeks from 4 January, Ingrid Holloway said."
)
COSTS = "The repair (which the county pays for) will cost £2.4 million, according to council leader Ingrid Holloway."
QUOTED = "“We looked at every way to keep one lane open, and there is none that is safe,” Holloway told reporters."
DENIED = "The council has not decided whether shops at Quay Street may pay lower rents, Holloway said."
CRACKS = "Engineers from Castell Works found cracks in three of the eight wheels of the bridge in August."
LINES = (
    CLOSES, COSTS, QUOTED, DENIED, CRACKS,
    "Marlby Town Council voted for the repair in September, and Holloway signed the order for Castell Works.",
    "Castell Works will set up its cranes on Quay Street, where Marlby keeps its market.",
    *(f"Ferry crew {number} keeps to the old timetable while the drivers wait on the quay." for number in range(22)),
)  # fmt: skip


def article(lines: tuple[str, ...] = LINES, **more: object) -> Article:
    laid, paragraphs = lay_out([(line, "text") for line in lines])
    values: dict[str, object] = {
        "language": "en",
        "published": Stamp(datetime(2026, 11, 18, tzinfo=UTC), "json-ld"),
        "publisher": "Marlby Gazette",
    }
    address = "https://gazette.example/news/1"
    return Article(
        "id-1", address, address, "Marlby bridge to close", paragraphs, laid, hash_text(laid), **(values | more)
    )  # type: ignore[arg-type]


SOURCE = article()


def says(line: str, said: str = "", source: Article = SOURCE, **more: object) -> Statement:
    start = source.text.index(line)
    place = Evidence(source.id, source.text_hash, start, start + len(line))
    return Statement(said or line, (place,), **more)  # type: ignore[arg-type]


def brief(*statements: Statement, source: Article = SOURCE, headline: str = "Marlby bridge to close") -> Brief:
    return Brief(
        (source.id,), headline, source.language, statements, (), (), (), Filing(), (), Outcome("brief"),
        "excerpt", "", Versions("1", "1", "1", "", "excerpt"),
    )  # fmt: skip


GOOD = (says(CLOSES), says(COSTS, COSTS.replace(" (which the county pays for)", "")), says(CRACKS))


def failed(found: Brief, source: Article = SOURCE) -> set[int]:
    return {rule for rule, faults in judging.judge(source, found).items() if faults}


def test_a_good_brief_keeps_every_rule():
    assert failed(brief(*GOOD)) == set()


GERMAN = "Die Brücke wird nicht vor dem Sommer geöffnet, und das ist für uns auf dem Kai ein Problem."
WEAK = "There were drivers who wait, and crew keeps to the old timetable while they wait on the quay there."
LONG = " ".join(f"drivers{number} waited" for number in range(70)) + "."


@pytest.mark.parametrize(
    ("rule", "statement"),
    [
        (3, says(CLOSES, CLOSES.replace("Holloway", "Quillbrook"))),
        (3, says(COSTS, "President Holloway says the repair will cost £2.4 million.", verbatim=False)),
        (4, says(CLOSES, CLOSES.replace("eleven", "twelve"))),
        (4, says(COSTS, COSTS.replace("2.4", "2.6"))),
        (4, says(COSTS, COSTS.replace("£", "€"))),
        (4, says(CRACKS, "Eight councillors saw the cracks in August.", verbatim=False)),
        (6, says(QUOTED, QUOTED.replace("safe", "sound"))),
        (6, says(QUOTED, QUOTED.replace("safe,”", "safe"))),
        (7, says(CLOSES, CLOSES.replace(", Ingrid Holloway said", ""))),
        (7, says(COSTS, COSTS.replace(", according to council leader Ingrid Holloway", ""))),
        (7, says(DENIED, DENIED.replace("may pay", "pay"))),
        (7, says(CRACKS, "Engineers said that they found cracks in August.", verbatim=False)),
        (8, says(DENIED, DENIED.replace(" not", ""))),
        (8, says(CRACKS, CRACKS.replace("found", "never found"))),
        (9, says(CRACKS, "Cracks were found in August.")),
        (9, replace(says(CRACKS), evidence=(Evidence("id-2", SOURCE.text_hash, 0, 9),))),
        (9, replace(says(CRACKS), evidence=(Evidence("id-1", "0" * 64, 0, 9),))),
        (9, replace(says(CRACKS), evidence=(Evidence("id-1", SOURCE.text_hash, 0, 10**6),))),
        (9, says("ngineers from Castell Works")),
        (11, Statement(CRACKS)),
        (11, says(CRACKS, "Whether it will open in time remains to be seen.", verbatim=False)),
        (11, says(CLOSES)),
        (12, says(CRACKS, LONG)),
        (12, says(COSTS, COSTS.replace("cost", " ".join(LONG.split()[:20]) + " cost"))),
        (13, says(CRACKS, verbatim=False)),
        (16, says(CRACKS, "Cracks were <b>found</b> in August.")),
        (16, says(CRACKS, "Cracks were found in [insert month].")),
        (16, says(CRACKS, "The cafÃ© on the quay is shut.")),
        (16, says(CRACKS, "As an AI, I cannot tell where the cracks are.")),
        (16, says(CRACKS, "Cracks in two, scratch that, three wheels.")),
        (16, says(CRACKS, "Sign up for our newsletter.")),
        (16, says(CRACKS, "Engineers found cracks in three,.")),
        (16, says(CRACKS, GERMAN)),
    ],
)  # fmt: skip
def test_each_rule_fails_what_it_is_for(rule, statement):
    assert rule in failed(brief(GOOD[0], GOOD[1], statement))


@pytest.mark.parametrize("rule", [2, 10])
def test_a_brief_of_nobody_and_nothing_is_late_and_vague(rule):
    assert rule in failed(brief(says(CRACKS, WEAK), says(CRACKS, WEAK.replace("drivers", "people"))))


def test_a_quotation_needs_its_speaker_before_or_beside_it():
    bare = says(QUOTED.partition(" Holloway")[0])
    assert 6 in failed(brief(*GOOD, bare))
    assert 6 not in failed(brief(GOOD[0], GOOD[1], bare, GOOD[2]))


def test_too_little_too_much_and_too_many_quotations():
    assert failed(brief(GOOD[0])) >= {12}
    source = article(LINES[:5])
    assert failed(brief(*GOOD), source) >= {12, 13}
    three = brief(*(replace(says(QUOTED), evidence=says(QUOTED).evidence) for _ in range(3)))
    assert any("3 quotations" in fault for fault in judging.judge(SOURCE, three)[6])


def test_a_snippet_limit_binds_what_is_verbatim():
    limited = article(rights=Verdict(max_snippet=60))
    assert 13 in failed(brief(*GOOD), limited)
    assert 13 not in failed(brief(says(CRACKS, "Engineers found cracks in August.")), limited)


def test_notices_are_passed_over():
    notice = Statement("The source does not say.", verbatim=False, notice=True)
    assert failed(brief(notice, *GOOD)) == set()


@pytest.mark.parametrize(
    ("language", "line", "spoilt", "rule"),
    [
        ("de", "Der Rat hat noch nicht entschieden, sagte Holloway am Montag.", " nicht", 8),
        ("de", "Die Brücke bleibt elf Wochen zu, sagte Holloway.", ", sagte Holloway", 7),
        ("de", "Die Brücke bleibt elf Wochen zu, so Holloway.", ", so Holloway", 7),
        ("fr", "Le pont ne sera pas fermé dimanche, a expliqué la mairie.", " pas", 8),
        ("fr", "Selon la mairie, le pont sera fermé dimanche.", "Selon la mairie, ", 7),
        ("es", "El puente no abrirá el domingo.", " no", 8),
        ("es", "El puente abrirá el domingo, según el alcalde.", ", según el alcalde", 7),
        ("es", "El puente podría abrir el domingo.", " podría", 7),
    ],
)
def test_claims_in_other_languages(language, line, spoilt, rule):
    source = article((line, *LINES), language=language)
    whole, cut = says(line, source=source), says(line, line.replace(spoilt, ""), source=source)
    assert rule not in failed(brief(whole, source=source), source)
    assert rule in failed(brief(cut, source=source), source)


def test_a_relative_clause_takes_its_own_hedge_with_it():
    line = "Holloway, who may stand again for the council in May, opened the ferry."
    source = article((line, *LINES))
    shorter = says(line, "Holloway opened the ferry.", source=source)
    assert not failed(brief(shorter, source=source), source) & {7, 8, 9}


@given(st.lists(st.sampled_from(["the", "bridge", "may", "not", "close"]), max_size=14), st.data())
def test_deletions_are_found_whole(words, data):
    kept = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    short = [word for word, stays in zip(words, kept, strict=True) if stays]
    change = passage._change(tuple(words), tuple(short))
    assert change.put_in == ()
    assert sorted([*short, *(word for run in change.out for word in run.words)]) == sorted(words)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_no_text_breaks_the_judges_reading(said, start, end):
    assert "".join("".join(text.sentences(said)).split()) == "".join(said.split())
    start, end = sorted((min(start, len(said)), min(end, len(said))))
    assert said[start:end].strip() in text.widened(said, start, end)
    text.cut_open(said, start, end)


@pytest.mark.parametrize(
    ("said", "piece", "cut"),
    [
        ("Rep. Ada Mwangi, R-W.Va., spoke.", "Va., spoke.", True),
        ("He went inside the U.S.", "He went inside the U.", True),
        ("It was late.The mayor left.", "The mayor left.", False),
        ("“It is late,” she said. He left.", "He left.", False),
    ],
)
def test_a_place_inside_a_word_is_told(said, piece, cut):
    start = said.index(piece)
    assert text.cut_open(said, start, start + len(piece)) is cut


def test_every_kind_of_defect_is_made_and_caught_by_its_rule():
    made = {defect.kind: defect for defect in defects.seed(SOURCE, brief(*GOOD[:2], says(DENIED)))}
    assert set(made) == set(defects.CAUGHT_BY)
    for kind, defect in made.items():
        assert defects.CAUGHT_BY[kind][0] in failed(defect.brief)


@pytest.mark.parametrize(
    ("spoil", "language", "said", "spoilt"),
    [
        (defects.number, "en", "It costs 2.4 million.", "It costs 3.4 million."),
        (defects.name, "en", "The leader, Ingrid Holloway, left.", "The leader, Ingrid Quillbrook, left."),
        (defects.name, "en", "It rains.", ""),
        (defects.negation, "en", "They can't swim.", "They can swim."),
        (defects.negation, "en", "They didn’t swim.", "They did swim."),
        (defects.negation, "de", "Es gibt keinen Plan.", "Es gibt einen Plan."),
        (defects.negation, "fr", "Il ne viendra pas demain.", "Il viendra demain."),
        (defects.negation, "es", "El alcalde no vendrá.", "El alcalde vendrá."),
        (defects.negation, "fi", "Hän ei tule.", ""),
        (defects.attribution, "en", "The bridge will close in May, the mayor said.", "The bridge will close in May."),
        (defects.attribution, "en", "The mayor said that the bridge will close.", "the bridge will close."),
        (defects.attribution, "de", "Die Brücke wird bald gesperrt, sagte Holloway.", "Die Brücke wird bald gesperrt."),
        (defects.attribution, "fr", "Selon la mairie, le pont sera fermé en mai.", "le pont sera fermé en mai."),
        (defects.attribution, "es", "El puente se cierra en mayo, según Ada Ruiz.", "El puente se cierra en mayo."),
    ],
)  # fmt: skip
def test_defects_in_words(spoil, language, said, spoilt):
    assert spoil(said, article((said, "2.4"), language=language)) == spoilt


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "harbour"
    folder.mkdir()
    day = '<meta property="article:published_time" content="2026-11-18">'
    whole = "".join(f"<p>{line}</p>" for line in LINES)
    bodies = [whole, whole, "<p>The ferry is late.</p>", ""]
    rows = []
    for number, body in enumerate(bodies):
        robots = '<meta name="robots" content="nosnippet">' if number == 1 else ""
        head = f'<html lang="en"><head><title>Marlby bridge to close</title>{day}{robots}</head>'
        html = f"{head}<body><article>{body}</article></body></html>"
        (folder / f"{number}.html.gz").write_bytes(gzip.compress(html.encode()))
        truth = "\n".join(LINES) if number != 2 else "The ferry is late."
        rows.append({"file": f"{number}.html.gz", "url": f"https://a.example/2026/news/{number}", "body": truth})
    (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_the_run(data, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(briefs, "FEWEST", 1)
    out = tmp_path / "out.json"
    assert briefs.main(["--data", str(data), "--json", str(out)]) == 0
    rows = {(row["system"], row["dataset"]): row for row in json.loads(out.read_text())["rows"]}
    # The page that allows no brief and the short one are not measured; the one that reads as nothing counts.
    harbour = rows["standfirst", "harbour"]
    assert (harbour["pages"], harbour["brief"]) == (2, 0.5)
    assert all(harbour[f"rule_{rule}"] == 1 for rule in (3, 4, 6, 7, 8, 9, 11, 12, 13, 16))
    assert rows["standfirst", "language-en"]["pages"] == 1
    assert rows["lead-3", "all"]["pages"] == 1
    assert "brief" not in rows["lead-3", "all"]
    for system in ("judge", "checks"):
        assert rows[system, "defects"]["briefs"] >= 2
        assert rows[system, "defects"]["caught"] == 1
    assert "Holloway" not in out.read_text() + capsys.readouterr().out


def test_only_ours_leaves_the_baseline_out(data, tmp_path):
    out = tmp_path / "out.json"
    assert briefs.main(["--data", str(data), "--json", str(out), "--only-ours"]) == 0
    assert "lead-3" not in {row["system"] for row in json.loads(out.read_text())["rows"]}


def test_a_folder_without_a_dataset_is_said(tmp_path, capsys):
    assert briefs.main(["--data", str(tmp_path)]) == 2
    assert "truth.jsonl" in capsys.readouterr().err


def test_defects_are_as_many_as_asked_for():
    page = briefs.Edited("harbour", "en", SOURCE, brief(*GOOD))
    held = briefs.Edited("harbour", "en", SOURCE, replace(brief(*GOOD), outcome=Outcome("held", "no-date")))
    kinds = [defect.kind for _, defect in briefs.seeded([page, page, page, held, briefs.Edited("harbour", "")], 2)]
    assert kinds.count("number") == 2
