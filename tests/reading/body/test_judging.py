"""Judging blocks: invented pages in several builds, and trees of any shape."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.body import features, judging
from standfirst.reading.body.page import Told
from standfirst.reading.document import dom
from standfirst.reading.document.blocks import segment

TEXT = (
    "The ferry Annabel Lee returned to Port Merrow on Tuesday morning, eleven months after a fire in her engine room.",
    "Harbour master Jonas Wick said that the ship had passed every test and would sail twice a day until October.",
    "“We waited a long winter for this,” said Mara Olsen, who runs the bakery on the quay and counted 340 guests.",
    "The repair cost 2.4 million crowns, of which the county pays half; the rest comes from the shipping line itself.",
    "Before the fire the line had carried some 90,000 people a year between the town and the islands.",
    "Tickets are sold from Thursday at the old price, and islanders travel free for the first week, the line said.",
)
COMMENTS = (
    "I was on that ship when it burned and I must say the crew did very well, though nobody has thanked them yet.",
    "Half the money from the county, again. When will the shipping line pay for its own repairs, I would like to know?",
)
TEASERS = (
    "Council votes on a new school in Lower Merrow",
    "Storm takes the roof of the fish market",
    "Rugby: Holm lose",
)
TITLE = "Ferry returns after eleven months"


def paragraphs(lines, tag="p", attributes=""):
    return "".join(f"<{tag}{attributes}>{line}</{tag}>" for line in lines)


def menu(lines):
    return "<ul>" + "".join(f'<li><a href="/{number}">{line}</a></li>' for number, line in enumerate(lines)) + "</ul>"


BUILDS = {
    "semantic": f"<header><nav>{menu(('Home', 'News', 'Sport'))}</nav></header><main><article><h1>{TITLE}</h1>"
    f"{paragraphs(TEXT)}</article><aside><h2>Most read</h2>{menu(TEASERS)}</aside></main>"
    f"<section class=comments>{paragraphs(COMMENTS)}</section><footer>© Harbour Post</footer>",
    "blog": f"<div id=nav>{menu(('Home', 'About'))}</div><div class='post'><h2 class=entry-title>{TITLE}</h2>"
    f"<div class='entry-content'>{paragraphs(TEXT)}<div class='sharedaddy'>Share: <a href=f>Facebook</a></div></div>"
    f"<ol class=commentlist>{paragraphs(COMMENTS, 'li', ' class=comment')}</ol></div>",
    "divs": f"<div class=top>{menu(('Home', 'News'))}</div><div class=page><h1>{TITLE}</h1><div class=story>"
    f"{paragraphs(TEXT, 'div')}</div><div class=more>{menu(TEASERS)}</div></div>",
    "breaks": f"<table><tr><td>{menu(TEASERS)}</td><td><h1>{TITLE}</h1>{'<br><br>'.join(TEXT)}</td></tr></table>",
}


@pytest.mark.parametrize("build", BUILDS)
def test_the_text_and_nothing_else(build):
    root = dom.parse(f"<html><head><title>{TITLE}</title></head><body>{BUILDS[build]}</body></html>").root
    judged = judging.judge(root, Told(title=TITLE), judging.shipped())
    chosen = [block.text for block in judged.chosen]
    assert [line for line in chosen if line in TEXT] == list(TEXT)
    assert not {*COMMENTS, *TEASERS, "© Harbour Post", "Home"} & set(chosen)
    assert 0.5 < judged.expected <= 1


def test_a_page_without_text():
    judged = judging.judge(dom.parse("<html><body> </body></html>").root, Told(), judging.shipped())
    assert judged == judging.Judgement((), 0.0)


def test_a_list_is_text_as_a_whole():
    items = "".join(f"<li>{line}</li>" for line in ("a b c d e f", "g", "h"))
    blocks = segment(dom.fragment(f"<p>one two</p><ul>{items}</ul>")).found
    units = np.array([2.0, 6.0, 1.0, 1.0])
    chosen = np.array([True, True, False, False])
    assert judging.whole_lists(blocks, units, chosen).tolist() == [True, True, True, True]
    chosen = np.array([True, False, True, True])
    assert judging.whole_lists(blocks, units, chosen).tolist() == [True, False, False, False]


@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=20))
def test_what_is_to_be_expected_is_a_share(likely):
    units = np.arange(1, len(likely) + 1, dtype=float)
    found = judging.expected(units, np.array(likely, np.float32))
    assert 0 <= found <= 1
    assert judging.expected(units, np.ones(len(likely), np.float32)) == pytest.approx(1)


TREES = st.recursive(
    st.text(alphabet="ab. 字ت|@", max_size=30),
    lambda inner: st.builds(
        lambda tag, name, parts: f"<{tag} class='{name}'>{''.join(parts)}</{tag}>",
        st.sampled_from(["p", "div", "article", "li", "ul", "tr", "td", "table", "h1", "h2", "a", "aside", "br"]),
        st.sampled_from(["", "comments", "entry-content", "x-1"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(TREES, st.sampled_from(["", "ab", "ab. ab"]))
def test_any_tree_has_finite_features(html, title):
    blocks = segment(dom.fragment(html), judging.shipped().cues.weigh)
    if not blocks.found:
        return
    told = Told(title, title, (title,), "ab " * 100)
    page = features.table(blocks, told, judging.shipped().cues)
    for name, column in page.columns.items():
        assert column.shape == (len(blocks.found),), name
        assert np.isfinite(column.astype(float)).all(), name
    rows = features.matrix(page, judging.shipped().forest.names)
    assert rows.shape == (int(page.candidate.sum()), len(judging.shipped().forest.names))
