"""Headers, meta elements and links to signals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.rights import Signal, signals


def test_headers():
    found = signals.from_headers(
        [
            ("x-robots-tag", "noindex"),
            ("x-robots-tag", "otherbot: nosnippet"),
            ("tdm-reservation", "1"),
            ("content-usage", "train-ai=n"),
            (
                "link",
                '<https://a.example/l.xml>; rel="license"; type="application/rsl+xml", <https://b.example>; rel=next',
            ),
            ("content-type", "text/html"),
        ]
    )
    assert found == (
        Signal("x-robots-tag", "noindex", "header"),
        Signal("x-robots-tag", "otherbot: nosnippet", "header"),
        Signal("tdmrep", "1", "header"),
        Signal("aipref", "train-ai=n", "header"),
        Signal("rsl", "https://a.example/l.xml", "header"),
    )


def test_what_states_no_rights_gives_no_signal():
    assert signals.from_headers([("tdm-reservation", "yes"), ("link", "<https://a.example>; rel=license")]) == ()
    assert signals.from_meta("description", "noindex") is None
    assert signals.from_meta("tdm-reservation", "2") is None
    assert signals.from_status(404) is None


def test_meta_and_status():
    assert signals.from_meta("Robots", " noindex ") == Signal("robots-meta", "noindex", '<meta name="robots">')
    assert signals.from_meta("tdm-reservation", "1") == Signal("tdmrep", "1", '<meta name="tdm-reservation">')
    assert signals.from_status(451) == Signal("status", "451", "the server's answer")


@given(st.lists(st.tuples(st.sampled_from(["link", "x-robots-tag", "content-usage", "tdm-reservation"]), st.text())))
def test_any_header_is_survived_and_bounded(headers):
    found = signals.from_headers(headers)
    assert len(found) <= signals.MAX_SIGNALS
    assert all(len(signal.value) <= 2000 for signal in found)
