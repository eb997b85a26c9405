"""XML from any strings is well-formed, and says what went into it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from standfirst.publishing.xml import (
    DECLARATION,
    NOTHING,
    PLACE,
    Written,
    assembled,
    clean,
    document,
    element,
    leaf,
    line,
    stamp,
)

# Lone surrogates, controls and what XML itself is made of, beside everything else.
PIECES = ("]]>", "<!---->", "<!--", "&amp;", "&#0;", "<?xml?>", '" x="', "</a>", "\r\n", "\ufffe", "\ud800", "\t")
anything = st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=()), max_size=8)).map("".join)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")


def parsed(root: Written) -> etree._Element:
    return etree.fromstring(document(root))


@given(anything)
def test_an_element_says_the_text_it_was_given(text: str) -> None:
    expected = FORBIDDEN.sub("", text)
    root = parsed(element("r", {"named": text}, leaf("a", text, {"named": text}), leaf("b", "")))
    # A parser reads every line's end in a text as one character; in an attribute nothing is folded.
    assert root.findtext("a") == expected.replace("\r", "\n")
    assert root.get("named") == root[0].get("named") == expected
    assert [each.tag for each in root] == ["a", "b"]


@given(anything)
def test_markup_is_as_the_xml_library_writes_it(text: str) -> None:
    made = etree.Element("a", {"named": clean(text)})
    made.text = clean(text).replace("\r", "\n")
    assert leaf("a", text, {"named": text}).encode() == etree.tostring(made, encoding="UTF-8", xml_declaration=False)


def test_elements_hold_elements() -> None:
    assert element("a", None) == "<a/>"
    assert element("a", {"b": "1"}) == '<a b="1"/>'
    assert element("a", None, element("b", None), leaf("c", "")) == "<a><b/><c></c></a>"
    assert element("a", None, leaf("b", "1"), NOTHING, leaf("b", "2")) == "<a><b>1</b><b>2</b></a>"


@given(st.lists(anything, max_size=3))
def test_pieces_stand_in_their_place_whatever_they_say(texts: list[str]) -> None:
    root = element("r", None, leaf("first", "".join(texts)), PLACE, leaf("last", "x"))
    whole = b"".join(assembled(root, [leaf("piece", text).encode() for text in texts]))
    assert whole.startswith(DECLARATION)
    assert [each.tag for each in etree.fromstring(whole)] == ["first", *("piece" for _ in texts), "last"]


def test_forbidden_characters_and_no_others_are_taken_out() -> None:
    for number in range(0x110000):
        one = chr(number)
        kept = number in (9, 10, 13) or not FORBIDDEN.match(one)
        assert clean(one) == clean(f"{one}\x00") == (one if kept else ""), hex(number)


@given(anything)
def test_a_line_has_no_white_space_but_single_spaces(text: str) -> None:
    found = line(text)
    assert found.split(" ") == found.split() or not found
    assert line(found) == found
    assert "".join(found.split()) == "".join(FORBIDDEN.sub("", text).split())


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 3, 1, 9, 30, 5, 999_999, tzinfo=UTC), "2026-03-01T09:30:05Z"),
        (datetime(2026, 3, 1, 0, 15, tzinfo=timezone(timedelta(hours=5, minutes=30))), "2026-02-28T18:45:00Z"),
    ],
)
def test_moments(moment: datetime, text: str) -> None:
    assert stamp(moment) == text
