"""Addresses as publishers write them → URIs: always valid, once and for all, and nothing of them lost."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.publishing.uris import uri
from tests.publishing.validators.made import ADDRESSES
from tests.publishing.validators.texts import wrong_uri


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://six.example/news/1?a=1&b=2#top", "https://six.example/news/1?a=1&b=2#top"),
        ("https://six.example/a b?q=[1]", "https://six.example/a%20b?q=%5B1%5D"),
        ("http://[2001:db8::7]:8080/a[]", "http://[2001:db8::7]:8080/a%5B%5D"),
        ("https://six.example?q=[1]", "https://six.example?q=%5B1%5D"),
        ("https://six.example/#a#b", "https://six.example/#a%23b"),
        ("https://six.example/100%/%7E", "https://six.example/100%25/%7E"),
        ("/content/größe.html", "/content/gr%C3%B6%C3%9Fe.html"),
        ("", ""),
    ],
)
def test_an_address_as_a_uri(address: str, wanted: str) -> None:
    assert uri(address) == wanted


@given(st.text(max_size=80) | st.sampled_from(ADDRESSES).map(lambda address: address.partition("//")[2]))
def test_every_address_becomes_a_uri_and_stays_one(rest: str) -> None:
    made = uri(f"https://six.example/{rest}")
    assert wrong_uri(made) == ""
    assert uri(made) == made
    assert unquote(made) == unquote(f"https://six.example/{rest}".encode(errors="replace").decode())
