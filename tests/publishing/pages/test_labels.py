from __future__ import annotations

import pytest

from standfirst.editing.marks import marks
from standfirst.publishing.pages.labels import MARKS, how_made, mark_label, missing


def test_pages_and_editing_say_the_same_of_every_mark() -> None:
    assert list(MARKS) == [*marks]
    for code, rule in marks.items():
        assert str(MARKS[code].sentence).replace("’", "'") == rule.sentence.replace("’", "'")


def test_a_mark_of_someone_elses_is_called_by_its_code() -> None:
    assert mark_label("paid-trip").name == "Paid trip"
    assert mark_label("").name == ""


@pytest.mark.parametrize(
    ("kind", "person", "text"),
    [
        ("algorithmicMedia", "", "Excerpt by machine, not checked by a person."),
        ("http://cv.iptc.org/newscodes/x/algorithmicMedia", "ada", "Excerpt by machine, checked by a person."),
        ("trainedAlgorithmicMedia", "", "Written by a language model, not checked by a person."),
        ("compositeWithTrainedAlgorithmicMedia", "", "Written by a language model, checked by a person."),
        ("", "", "Not checked by a person."),
    ],
)  # fmt: skip
def test_how_a_brief_was_made(kind: str, person: str, text: str) -> None:
    assert how_made(kind, person) == text


def test_what_is_missing_in_words() -> None:
    assert missing(("how-many", "price", "who pays")) == ["how many", "the price", "who pays"]
