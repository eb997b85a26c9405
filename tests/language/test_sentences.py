from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import sentences


def split(text, language="en"):
    return [span.of(text) for span in sentences.split(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Dr. Lena Vogt went to the U.S. on Jan. 5.", "She paid $3.5 million... and left."]),
        ("en", ["“Is it so?” she asked.", "He said “No.”", "Then he left."]),
        ("en", ["“We won. It was hard,” she said.", "J. K. Marsh wrote it."]),
        ("en", ["Vitamin C.", "It works."]),
        ("en", ["The firm moved to ASP.NET in May.", "The index .MQDX fell.", "Ann Lee, R-W.Va., won."]),
        (
            "de",
            ["Am 3. Mai kam Prof. Dr. Meier.", "Der 1. FC Neustadt gewann.", "Er sagte: „Ja. Gut.“", "Dann ging er."],
        ),
        ("fr", ["M. Dupont est venu.", "Mme Durand a dit : « Oui. C'est bien. »", "Puis il partit."]),
        ("es", ["El Sr. López llegó.", "¿Qué pasa?", "¡No!", "Dijo que sí."]),
        ("zh", ["他来了。", "你呢?", "好!"]),
        ("ar", ["ذهب.", "هل؟", "نعم."]),
    ],
)
def test_sentences_of_news(language, expected):
    assert split(" ".join(expected), language) == expected


def test_a_line_break_ends_a_sentence():
    assert split("A heading\n\nThe first. The second\nthird") == ["A heading", "The first.", "The second", "third"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_still_split():
    text = "“It was hard. We won. She paid $3.5 million."
    assert split(text) == ["“It was hard.", "We won.", "She paid $3.5 million."]


@given(
    st.text(alphabet=st.sampled_from('Ab .!?…"“”„«»()\n1é\u00a0世。'), max_size=300),
    st.sampled_from(["en", "de", "zh", "xx"]),
)
def test_spans_are_ordered_apart_and_trimmed(text, language):
    last = 0
    for span in sentences.split(text, language):
        assert last <= span.start < span.end <= len(text)
        piece = span.of(text)
        assert piece == piece.strip()
        last = span.end
    kept = "".join(span.of(text) for span in sentences.split(text, language))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["“" * 200_000, "a. " * 100_000, "x" * 500_000, '"x. ' * 50_000, "(" * 200_000])
def test_hostile_text_is_split_in_bounded_time(text):
    began = time.process_time()
    sentences.split(text, "en")
    assert time.process_time() - began < 3
