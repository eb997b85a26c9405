from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.editing import facts, salient
from tests.editing.articles import BRIDGE, article

FERRY = """The ferry to Gannet Point stops in March, Ada Mwangi said on 3 May 2026. Mwangi runs Orbek Lines.
Orbek Lines lost 240 passengers a day. Twelve boats lay idle. Twelve more may follow, Mwangi said.
The 240 went by road instead. Orbek was founded on the coast of Gannet Point, and Gannet Point will miss Orbek."""


def keys(text):
    return [each.key for each in salient.find(article(text))]


def test_what_recurs_and_stands_early():
    found = keys(FERRY)
    assert {"mwangi", "orbek", "240"} <= set(found)
    assert "12" not in found  # a small bare number recurs by chance
    assert "2026-05-03" not in found  # a day that stands once does not recur
    assert len(found) <= salient.MOST


def test_a_name_is_known_by_the_word_that_is_used_most():
    assert keys(FERRY).count("orbek") == 1
    assert "line" not in keys(FERRY)


def test_the_weightiest_comes_first():
    late = "Rain fell. " * 30
    early = f"Ada Mwangi met Ben Holt. Mwangi and Holt spoke. {late} Mwangi left."
    assert keys(early)[0] == "mwangi"


def test_told_by_surname_short_form_and_value():
    made = article(FERRY)
    wanted = salient.find(made)
    said = "Mwangi spoke of 240 passengers."
    told = salient.told(wanted, said, facts.read(said, "en", None))
    assert {wanted[index].key for index in told} == {"mwangi", "240"}
    assert salient.told(wanted, "", ()) == frozenset()


def test_a_longer_list_begins_with_the_shorter():
    made = article(BRIDGE)
    assert salient.find(made, 12)[: salient.MOST] == salient.find(made)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ab 1.,£%\nÉé-’“”"), min_size=1, max_size=200))
def test_any_text_is_told_by_itself(text):
    made = article(text)
    wanted = salient.find(made)
    assert salient.told(wanted, made.text, facts.mentions(made)) == frozenset(range(len(wanted)))
