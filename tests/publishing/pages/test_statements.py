from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from standfirst.editing import DateNote, Statement
from standfirst.publishing.pages.statements import annotated, lines, opening
from tests.publishing.pages import invented


@settings(deadline=None)
@given(
    st.text(min_size=1, max_size=60),
    st.lists(st.builds(DateNote, st.integers(-3, 70), st.integers(-3, 70), st.just("2026-11-17")), max_size=4),
)
def test_annotation_changes_no_word(text: str, dates: list[DateNote]) -> None:
    text = "".join(character for character in text if character.isprintable())
    made = html.fromstring(f"<p>{annotated(text, tuple(dates), 'en')}</p>")
    assert made.text_content() == text


def test_a_weekday_shows_its_date_and_a_date_keeps_to_its_title() -> None:
    made = annotated("on Tuesday, 14 March", (DateNote(12, 20, "2027-03-14"), DateNote(3, 10, "2026-11-17")), "en-GB")
    assert '<time datetime="2026-11-17" data-day="17 Nov">Tuesday</time>' in made
    assert '<time datetime="2027-03-14" title="14 March 2027">14 March</time>' in made


def test_a_month_that_the_text_names_lacks_its_year_alone() -> None:
    made = annotated("in December or next month", (DateNote(3, 11, "2026-12"), DateNote(15, 25, "2026-12")), "en")
    assert 'data-day="2026">December<' in made
    assert 'data-day="December 2026">next month<' in made
    assert 'data-day="December 2026">diciembre<' in annotated("diciembre", (DateNote(0, 9, "2026-12"),), "en")


def test_a_quotation_within_the_sources_words_has_the_inner_marks() -> None:
    text = "“I put it over on Tuesday,” he told <Radio Tern>."
    said = Statement(text, invented.evidence(100, 110), dates=(DateNote(18, 25, "2026-11-17"),))
    made = lines(invented.content(invented.PIER, (said,)), "en", "en")[0].markup
    assert made.startswith(f'<q cite="{invented.PIER.original}">‘I put it over on <time datetime="2026-11-17" ')
    assert made.endswith("</time>,’ he told &lt;Radio Tern&gt;.</q>")
    ours = Statement(text, invented.evidence(100, 110), verbatim=False)
    assert lines(invented.content(invented.PIER, (ours,)), "en", "en")[0].markup.startswith("“I put it over")


def test_the_sources_words_are_quoted_and_ours_are_not() -> None:
    told = invented.PIER
    made = lines(told.content, "en", "en")
    assert made[0].markup.startswith(f'<q cite="{told.original}">')
    assert made[0].passage == "paragraphs 1–2"
    assert made[-1].notice
    assert "<q" not in made[-1].markup
    assert [line.number for line in made] == [1, 2, 3, 4, 0]


def test_a_rewritten_statement_is_no_quotation() -> None:
    content = invented.content(invented.PIER, (Statement("We say so.", invented.evidence(100, 110), verbatim=False),))
    assert lines(content, "en", "en")[0].markup == "We say so."


def test_openings() -> None:
    assert opening("Short and whole.") == "Short and whole."
    assert opening("one two three four five six seven eight nine ten") == "one two three four five six seven eight…"
    assert len(opening("語" * 300)) <= 81
