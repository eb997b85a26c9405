from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.editing import Style, headline
from standfirst.editing.shorten import is_subsequence
from standfirst.editing.writers import excerpt, writers
from standfirst.language import words
from standfirst.rights import Verdict
from tests.editing.articles import BRIDGE, SEASON, WAHL, article

STYLE = Style()
ASKS = "Will there be a Lockkeepers season 2? Speculation and latest news"
ARTICLES = {
    "report": article(),
    "question": article(SEASON, ASKS),
    "german": article(WAHL, "Brenkhausen wählt im März", language="de"),
    "titled": article(BRIDGE, "Bridge", roles={0: "heading", 3: "caption"}),
}


@pytest.fixture(params=ARTICLES)
def made(request):
    return ARTICLES[request.param]


def write(made, style=STYLE):
    return writers["excerpt"](made, style)


def size(statements, language="en"):
    return sum(words.count(each.text, language) for each in statements if not each.notice)


def test_excerpt_is_entered():
    assert "excerpt" in writers


def test_every_statement_is_the_sources_words_by_deletion(made):
    said = [each for each in write(made) if not each.notice]
    assert said
    for each in said:
        (place,) = each.evidence
        assert (place.article, place.text_hash) == (made.id, made.text_hash)
        assert is_subsequence(each.text, made.text[place.start : place.end])
        assert each.verbatim


def test_length_is_kept(made):
    statements = write(made)
    source = words.count(made.text, made.language)
    assert STYLE.min_words <= size(statements, made.language) <= min(STYLE.max_words, source * STYLE.max_share)


def test_order_is_the_sources_but_for_the_answer(made):
    starts = [each.evidence[0].start for each in write(made) if not each.notice]
    assert starts[1:] == sorted(starts[1:])
    if headline.asks(made.title, made.language) is None:
        assert starts == sorted(starts)


def test_a_report_begins_with_its_lead_without_the_dateline():
    first = write(ARTICLES["report"])[0]
    assert first.text.startswith("The swing bridge at Marlby will close for eleven weeks")
    assert "2026-11-17" in [note.value for note in first.dates]


def test_a_question_is_answered_first():
    first = write(ARTICLES["question"])[0]
    assert "second season" in first.text.lower()
    assert not first.notice


def test_what_the_source_does_not_say_is_said():
    first, *rest = write(article(BRIDGE, "Who will be the next coach of Marlby Rovers?"))
    assert (first.text, first.notice, first.evidence) == ("The source does not say.", True, ())
    assert rest
    assert not any(each.notice for each in rest)


def test_headings_captions_questions_and_furniture_are_left(made):
    text = " ".join(each.text for each in write(made))
    assert "newsletter" not in text
    assert "?" not in text
    for paragraph in made.paragraphs:
        if paragraph.role in {"heading", "caption"}:
            assert paragraph.text not in text


def test_nothing_leans_on_what_is_not_there():
    he = BRIDGE.split("\n")[8]
    statements = write(article(), replace(STYLE, max_share=0.6, max_words=200))
    texts = [each.text for each in statements]
    if he in texts:
        assert "Tom Abery" in texts[texts.index(he) - 1]
    assert not texts[0].startswith(("He ", "They "))


@pytest.mark.parametrize("limit", [0, 40, 80, 120, 160])
def test_no_piece_is_longer_than_rights_allow(limit):
    made = article(rights=Verdict(max_snippet=limit))
    assert all(len(each.text) <= limit for each in write(made))


def test_passages_refused_are_avoided():
    before = write(article())
    refused = frozenset((place.start, place.end) for each in before for place in each.evidence)
    after = writers["excerpt"].again(article(), STYLE, refused)
    assert after
    assert refused.isdisjoint({(place.start, place.end) for each in after for place in each.evidence})


def test_no_repeats():
    lead = BRIDGE.split("\n")[0].removeprefix("MARLBY — ")
    texts = [each.text for each in write(article(f"{lead}\n{BRIDGE}"))]
    assert sum("eleven weeks" in text for text in texts) == 1


def test_scripts_without_spaces_are_measured_in_letters():
    sentence = "マールビー町議会は十一日、旋回橋を一月四日から{}週間閉鎖して歯車を交換すると発表した。"
    text = "\n".join(sentence.format(number) + f"費用は{number}億円で、県が全額を負担する。" for number in range(3, 23))
    made = article(text, "橋を閉鎖", language="ja")
    assert 80 <= size(write(made), "ja") <= 240


@pytest.mark.parametrize("text", ["", "?", "One.", "¡", "\n".join(["..."] * 50)])
def test_nothing_to_say_is_nothing_said(text):
    assert write(article(text, "Why?")) == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(BRIDGE.split("\n") + SEASON.split("\n")), min_size=1, max_size=40),
    st.sampled_from(["en", "de", "fr", "ja", ""]),
    st.sampled_from(["Bridge closes", "Who pays?", "", "“"]),
)
def test_whatever_the_article_an_excerpt_is_true_to_it(lines, language, title):
    made = article("\n".join(lines), title, language=language)
    bounds = excerpt.limits(made, STYLE)
    statements = write(made)
    assert size(statements, language) <= bounds.most
    assert all(
        is_subsequence(each.text, made.text[each.evidence[0].start : each.evidence[0].end])
        for each in statements
        if not each.notice
    )
