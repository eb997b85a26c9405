from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import standfirst
from standfirst.publishing.pages import reasons
from standfirst.publishing.pages.forms import FORMS

ROOMS = Path(standfirst.__file__).parent
#: Where rules word what readers see of them.
WORDED = (
    *sorted((ROOMS / "editing" / "marks").glob("*.py")),
    *(ROOMS / "editing" / "checks" / f"{rule}.py" for rule in ("opening", "specific", "length")),
    ROOMS / "editing" / "editor.py",
    ROOMS / "rights" / "verdict.py",
    ROOMS / "newsroom" / "publications" / "revising.py",
    ROOMS / "newsroom" / "publications" / "optouts.py",
)
#: What stands in some gaps of those sentences; in any other, a word.
FILLED = {
    "counted": "7 of its first 14 sentences are hedged",
    "because": ": it exclaims",
    "why": "no second independent source reports it here",
    "verdict.why": "is not for commercial users",
    "place": "section",
    "times": "3 times",
    "made": "",
}
#: Sentences that pages put in other words (how a brief was made), or never show (what blocks, holds or allows one).
UNSHOWN = ("; not checked by a person.", "The publisher's server ", "The full article is for subscribers, as ",
           "rights allow nothing", "no date, no publication", "this network holds such", " on one source.")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "german"),
    [
        ("The byline names PA.", "Die Autorenzeile nennt PA."),
        ("The source declares it a press release (NewsArticle).",
         "Die Quelle weist es aus als Pressemitteilung (NewsArticle)."),
        ("The source's address files it under “columns”. Slanted passages: “eel”, “e.g. pier”.",
         "Die Adresse der Quelle ordnet es unter „columns“ ein. Wertende Stellen: “eel”, “e.g. pier”."),
        ("The publisher asks for nosnippet in the header X-Robots-Tag.",
         "Der Verlag verlangt nosnippet (Kopfzeile X-Robots-Tag)."),
        ("The source is a video of 90 words; a brief needs 200.",
         "Die Quelle ist ein Video (90 Wörter); eine Kurzmeldung braucht 200."),
        ("A sensitive matter (death), and the other reports carry the same text.",
         "Eine heikle Sache (Tod), und die anderen Berichte enthalten denselben Text."),
        ("It reads as comment (a model's judgement, 99% sure): speaks for “we”: “we” 2×, “us” 1×; exclaims. Slanted"
         " passages: “eel”.",
         "Der Text liest sich wie ein Kommentar (Urteil eines Modells, zu 99\xa0% sicher): spricht für ein „Wir“: “we”"
         " 2×, “us” 1×; ruft aus. Wertende Stellen: “eel”."),
        ("The first 35 words lack a named entity and a date or place.",
         "In den ersten 35 Wörtern fehlt: ein Name, ein Datum oder Ort."),
        ("1240 words; 40 is the least.", "1.240 Wörter; mindestens 40 sind vorgesehen."),
        ("", ""),
    ],
)  # fmt: skip
def test_a_rules_sentence_is_told_in_the_pages_language(text: str, german: str) -> None:
    assert reasons.told(text, "de-AT") == german
    assert reasons.told(text, "en-GB") == text


@pytest.mark.parametrize(
    "text",
    ["Nobody has foreseen this.", "The source calls it a wonder.", "The byline names PA. Nobody has foreseen this.",
     "A sensitive matter (love), and the other reports carry the same text."],
)  # fmt: skip
def test_what_has_no_known_form_stands_as_it_was_written_and_says_so(text: str) -> None:
    assert reasons.told(text, "fr") == text
    assert reasons.marked(text, "fr") == f'<span lang="en" dir="ltr">{text}</span>'
    assert reasons.marked(text, "en") == text


def test_hostile_words_in_a_reason_stay_words() -> None:
    assert "<b>" not in reasons.marked("The source labels it “<b>”.", "de")
    assert "<b>" not in reasons.marked("Never foreseen <b>.", "de")
    assert reasons.told("The source labels it “%(words)s %s %”.", "de").endswith("„%(words)s %s %“.")
    for long in ("The byline names x. " * 4000, "x. " * 600, "The source labels it “" * 80):
        assert reasons.told(long, "de") == long


def sentences(path: Path) -> Iterator[str]:
    """Every sentence that a module words, its gaps filled."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    # An f-string's pieces are no sentences of their own; neither are the sentences that readers know marks by.
    within = {id(each) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in node.values}
    named = {id(each) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for mark in node.decorator_list
             for each in ast.walk(mark)}  # fmt: skip
    for node in ast.walk(tree):
        if id(node) in docstrings | within | named:
            continue
        text = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            for each in node.values:
                if isinstance(each, ast.FormattedValue):
                    name = ast.unparse(each.value)
                    text += FILLED.get(f"{path.stem}.{name}", FILLED.get(name, "sample"))
                elif isinstance(each, ast.Constant):
                    text += str(each.value)
        if len(text) > 20 and text.endswith(".") and text[0].isupper():
            yield text


@pytest.mark.parametrize("path", WORDED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_sentence_that_a_rule_words_has_a_form(path: Path) -> None:
    left = [
        text
        for text in sentences(path)
        if not any(known in text for known in UNSHOWN)
        and not any(reasons.fitted(form, text) is not None for form in FORMS)
    ]
    assert left == [], "give each a form in pages/forms.py, so that pages can translate it"


def test_the_walk_finds_what_rules_word() -> None:
    marks = [text for path in WORDED for text in sentences(path)]
    assert "The byline names sample." in marks
    assert len(marks) > 25


@settings(deadline=None)
@given(st.sampled_from(FORMS), st.lists(st.text("a,% ()ا", min_size=1, max_size=9), min_size=4, max_size=4))
def test_a_form_fits_what_was_made_by_it(form: str, values: list[str]) -> None:
    names = reasons._GAP.findall(form)
    made = form % dict(zip(names, values, strict=False))
    found = reasons.fitted(form, made)
    assert found is not None
    assert form % found == made
