"""Values as JSON and back: what is kept, what is passed over, what is refused."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from standfirst import values
from standfirst.editing import Evidence, Filing, Statement
from standfirst.reading import NO_RESERVATION
from standfirst.rights import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """A value with a field of every kind that ours have."""

    text: str
    number: int = 0
    share: float = 0.0
    known: bool | None = None
    at: datetime | None = None
    pairs: tuple[tuple[str, float], ...] = ()
    inside: tuple[Evidence, ...] = ()
    verdict: Verdict = NO_RESERVATION


FULL = Told(
    "Ein Schaf",
    3,
    0.25,
    known=True,
    at=datetime(2026, 3, 1, 9, 30, 0, 250, tzinfo=UTC),
    pairs=(("medtop:01", 1.0),),
    inside=(Evidence("a", "h", 0, 9),),
    verdict=Verdict(Outcome.CARD, max_snippet=80),
)


@pytest.mark.parametrize("value", [Told("x"), FULL])
def test_values_come_back_as_they_were(value: Told) -> None:
    assert values.load(Told, values.dump(value)) == value
    assert values.load(Told, json.loads(json.dumps(values.dump(value)))) == value
    assert values.decode(Told, values.encode(value)) == value
    assert values.decode(Told, values.encode(value).decode()) == value


def test_json_is_written_by_one_rule() -> None:
    """Without spaces, letters as themselves, moments as RFC 3339, enumerations by their value."""
    assert values.encode({"ü": (FULL.at, Outcome.CARD, 0.5, 1.0, None)}).decode() == (
        '{"ü":["2026-03-01T09:30:00.000250Z","card",0.5,1.0,null]}'
    )
    east = datetime(2026, 3, 1, 9, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert values.dump(east) == "2026-03-01T09:00:00+05:30"
    assert json.loads(values.encode(Statement("x"))) == {
        "text": "x", "evidence": [], "verbatim": True, "notice": False, "dates": [],
    }  # fmt: skip


def test_data_of_other_versions_is_read() -> None:
    old = '{"text":"x","share":1,"at":"2026-03-01T09:30:00+00:00","dropped":{"a":[1]},"verdict":{"outcome":"card"}}'
    expected = Told("x", share=1.0, at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC), verdict=Verdict(Outcome.CARD))
    assert values.decode(Told, old) == expected
    assert values.load(Told, json.loads(old)) == expected


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ({}, "text"),
        ({"text": None}, "text"),
        ({"text": "x", "number": "3"}, "number"),
        ({"text": "x", "verdict": {"outcome": "maybe"}}, "verdict.outcome"),
        ({"text": "x", "pairs": [["a", 1, 2]]}, r"pairs\[0\]"),
    ],
)
def test_what_is_no_such_value_is_refused_by_its_place(data: dict[str, object], named: str) -> None:
    for asked in (lambda: values.load(Told, data), lambda: values.decode(Told, json.dumps(data))):
        with pytest.raises(ValueError, match=named):
            asked()


@pytest.mark.parametrize("text", ["", "{", '{"text":"x"', "\ud800"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        values.decode(Told, text)


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_can_be_written_and_what_the_database_holds_read(text: str) -> None:
    """A lone surrogate has no UTF-8: it is written as a question mark, and read where JSON names it by number."""
    written = values.encode((text, Filing(section=text)))
    shown = text.encode(errors="replace").decode()
    assert json.loads(written)[0] == json.loads(written)[1]["section"] == shown
    held = json.dumps({"section": text})
    assert values.decode(Filing, held).section == json.loads(held)["section"]


def test_strings_and_numbers_of_a_librarys_own_kind_are_plain() -> None:
    import numpy as np

    found = values.dump({Markup("a"): Markup("<b>"), "share": np.float64(0.5)})
    assert found == {"a": "<b>", "share": 0.5}
    assert {type(each) for each in (*found, *found.values())} == {str, float}
    assert values.encode(Filing("a", np.float64(0.5))) == values.encode(Filing("a", 0.5))


def test_what_json_cannot_hold_is_refused() -> None:
    for write in (values.encode, values.dump):
        with pytest.raises(TypeError, match="object"):
            write({"a": object()})
