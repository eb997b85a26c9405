"""One row for every signal and what it leads to; then how signals meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.rights import Outcome, Signal, Verdict, judge

META, WELL_KNOWN = '<meta name="robots">', "/.well-known/tdmrep.json"


def rsl(body: str) -> str:
    return f'<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>{body}</license></content></rsl>'


SIGNALS = [
    # kind, value, where, outcome, rule, max_snippet
    ("robots-meta", "nosnippet", META, "card", "robots-meta", None),
    ("robots-meta", "noindex, follow", META, "card", "robots-meta", None),
    ("robots-meta", "NONE", META, "card", "robots-meta", None),
    ("robots-meta", "index, follow, max-image-preview:large", META, "brief", "", None),
    ("robots-meta", "max-snippet:0", META, "card", "robots-meta", 0),
    ("robots-meta", "max-snippet: 120", META, "brief", "", 120),
    ("robots-meta", "max-snippet:-1", META, "brief", "", None),
    ("robots-meta", "max-snippet:many", META, "brief", "", None),
    ("robots-meta", "nosnippet", '<meta name="googlebot">', "brief", "", None),
    ("robots-meta", "max-snippet:0", '<meta name="bingbot">', "brief", "", None),
    ("robots-meta", "nosnippet", '<meta name="standfirst">', "card", "robots-meta", None),
    ("robots-meta", "nosnippet", "data-nosnippet on the whole page", "card", "robots-meta", None),
    ("x-robots-tag", "noindex", "header", "card", "x-robots-tag", None),
    ("x-robots-tag", "standfirst: nosnippet", "header", "card", "x-robots-tag", None),
    ("x-robots-tag", "*: nosnippet", "header", "card", "x-robots-tag", None),
    ("x-robots-tag", "googlebot: noindex, nosnippet", "header", "brief", "", None),
    ("x-robots-tag", "googlebot: noindex, *: nosnippet", "header", "card", "x-robots-tag", None),
    ("x-robots-tag", "max-snippet:50, otherbot: nosnippet", "header", "brief", "", 50),
    ("x-robots-tag", "unavailable_after: Sunday, 22-Nov-26 15:00:00 UTC", "header", "brief", "", None),
    ("tdmrep", "1", "header", "card", "tdmrep", None),
    ("tdmrep", "0", "header", "brief", "", None),
    ("rsl", rsl('<prohibits type="usage">ai-input</prohibits>'), "robots.txt", "card", "rsl", None),
    ("rsl", rsl('<prohibits type="usage">ai-all</prohibits>'), "header", "card", "rsl", None),
    ("rsl", rsl('<prohibits type="usage">all</prohibits>'), "header", "card", "rsl", None),
    ("rsl", rsl('<prohibits type="usage">ai-train</prohibits>'), "header", "brief", "", None),
    ("rsl", rsl('<prohibits type="usage">train-ai</prohibits>'), "header", "brief", "", None),
    ("rsl", rsl('<permits type="usage">search</permits>'), "header", "card", "rsl", None),
    ("rsl", rsl('<permits type="usage">search ai-input</permits>'), "header", "brief", "", None),
    ("rsl", rsl('<permits type="usage">all</permits><payment type="purchase"/>'), "header", "card", "rsl", None),
    ("rsl", rsl('<payment type="attribution"/>'), "header", "brief", "", None),
    ("rsl", rsl('<payment type="free"/>'), "header", "brief", "", None),
    ("rsl", rsl('<prohibits type="geo">EU</prohibits>'), "header", "brief", "", None),
    ("rsl", "https://example.org/license.xml", "header", "brief", "", None),
    ("rsl", "<rsl", "header", "brief", "", None),
    ("rsl-unread", "https://example.org/license.xml", "header", "card", "rsl", None),
    ("aipref", "train-ai=n, search=y", "header", "brief", "", None),
    ("aipref", "search=n", "header", "brief", "", None),
    ("aipref", "/news/ train-ai=n", "robots.txt", "brief", "", None),
    ("paywall", "isAccessibleForFree: false", "JSON-LD", "brief", "paywall", None),
    ("status", "401", "the server's answer", "nothing", "status", None),
    ("status", "402", "the server's answer", "nothing", "status", None),
    ("status", "403", "the server's answer", "nothing", "status", None),
    ("status", "451", "the server's answer", "nothing", "status", None),
    ("status", "200", "the server's answer", "brief", "", None),
    ("opt-out", "", "recorded by the operator", "card", "opt-out", None),
    ("licence", "Letter of 3 May", "recorded by the operator", "brief", "", None),
]


@pytest.mark.parametrize(("kind", "value", "where", "outcome", "rule", "limit"), SIGNALS)
def test_each_signal_alone(kind, value, where, outcome, rule, limit):
    signal = Signal(kind, value, where)
    verdict = judge([signal])
    assert (verdict.outcome, verdict.rule, verdict.max_snippet) == (outcome, rule, limit)
    assert verdict.signals == (signal,)
    assert verdict.subscription == (kind == "paywall")
    assert bool(verdict.reason) == bool(rule)


def test_no_signal_restricts_nothing():
    assert judge([]) == Verdict()


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ([("1", WELL_KNOWN), ("0", "header")], "brief"),
        ([("0", WELL_KNOWN), ("1", "header")], "card"),
        ([("1", WELL_KNOWN), ("1", "header"), ("0", '<meta name="tdm-reservation">')], "brief"),
        ([("0", "header"), ("1", '<meta name="tdm-reservation">'), ("0", WELL_KNOWN)], "card"),
    ],
)
def test_the_later_place_of_tdmrep_overrides(said, outcome):
    assert judge(Signal("tdmrep", value, where) for value, where in said).outcome == outcome


@pytest.mark.parametrize(
    ("signal", "lifted"),
    [
        (Signal("tdmrep", "1", "header"), True),
        (Signal("rsl", rsl('<prohibits type="usage">all</prohibits>'), "robots.txt"), True),
        (Signal("rsl-unread", "https://example.org/license.xml", "header"), True),
        (Signal("robots-meta", "nosnippet", META), False),
        (Signal("opt-out", "", "a letter"), False),
        (Signal("status", "402", "the server's answer"), False),
    ],
)
def test_what_a_licence_lifts(signal, lifted):
    for verdict in (judge([signal], licence="Contract 7"), judge([signal, Signal("licence", "Contract 7", "us")])):
        assert (verdict.outcome == Outcome.BRIEF) == lifted
        assert any(each.kind == "licence" for each in verdict.signals)


def test_the_strictest_decides_and_snippets_shrink():
    verdict = judge(
        [
            Signal("robots-meta", "max-snippet:200", META),
            Signal("x-robots-tag", "max-snippet:90", "header"),
            Signal("tdmrep", "1", "header"),
            Signal("status", "451", "the server's answer"),
            Signal("paywall", "isAccessibleForFree: false", "JSON-LD"),
        ]
    )
    assert (verdict.outcome, verdict.rule) == ("nothing", "status")
    assert verdict.max_snippet == 90
    assert verdict.subscription
    assert "451" in verdict.reason


def test_one_free_offer_of_several_is_enough():
    offers = (
        '<rsl><content url="/"><license><payment type="purchase"/></license>'
        '<license><permits type="usage">ai-input</permits><payment type="free"/></license></content></rsl>'
    )
    assert judge([Signal("rsl", offers, "robots.txt")]).outcome == "brief"


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        (Signal("x-robots-tag", "nosnippet", "header"), "nosnippet in the header X-Robots-Tag"),
        (Signal("tdmrep", "1", WELL_KNOWN), WELL_KNOWN),
        (Signal("rsl", rsl('<payment type="purchase"/>'), "robots.txt"), "robots.txt asks for payment (purchase)"),
        (Signal("rsl-unread", "https://a.example/l", "robots.txt"), "robots.txt cannot be read for now"),
    ],
)
def test_the_reason_names_signal_and_place(signal, words):
    assert words in judge([signal]).reason


@given(st.lists(st.builds(Signal, st.sampled_from(sorted({row[0] for row in SIGNALS})), st.text(), st.text())))
def test_more_signals_never_loosen(signals):
    order = list(Outcome)
    with_card = [*signals, Signal("robots-meta", "nosnippet", META)]
    assert order.index(judge(with_card).outcome) >= max(1, order.index(judge(signals).outcome))
