from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.errors import UsageError
from standfirst.gathering import addresses

HOSTS = st.sampled_from(
    ["example.org", "www.example.co.uk", "10.0.0.1", "[::1]", "www.www.example.org", "bücher.example"]
)
PIECE = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\t"), max_size=12)
PATHS = st.lists(st.one_of(PIECE, st.sampled_from(["..", ".", "amp", "a.amp", "%41", "%2f", "%zz", ""])), max_size=6)
QUERIES = st.lists(st.tuples(st.sampled_from(["utm_source", "id", "b", "ref", "%61"]), PIECE), max_size=4)


@st.composite
def urls(draw: st.DrawFn) -> str:
    port = draw(st.sampled_from(["", ":80", ":443", ":8700"]))
    path = "/".join(draw(PATHS)).replace("?", "").replace("#", "")
    query = "&".join(f"{name}={value}" for name, value in draw(QUERIES))
    return f"{draw(st.sampled_from(['http', 'https', 'HTTP']))}://{draw(HOSTS)}{port}/{path}?{query}#{draw(PIECE)}"


def settled(function, url: str) -> str:
    try:
        return function(url)
    except UsageError:
        return ""


@settings(deadline=None)
@given(urls())
def test_every_form_is_settled_after_one_pass(url: str) -> None:
    for function in (addresses.normalise, addresses.canonical, addresses.folded):
        once = settled(function, url)
        assert once.isascii()
        if once:
            assert function(once) == once


@settings(deadline=None)
@given(st.text(max_size=60))
def test_what_is_typed_is_an_address_or_a_usage_error(text: str) -> None:
    if settled(addresses.normalise, text):
        address = addresses.normalise(text)
        assert address.startswith(("http://", "https://"))
        assert addresses.host(address)
        assert addresses.source_domain(address)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org/news", "https://example.org/news"),
        ("  https://Example.ORG ", "https://example.org/"),
        ("http://example.org:80/", "http://example.org/"),
        ("//example.org/a", "https://example.org/a"),
        ("127.0.1.1:8700/feed.xml", "http://127.0.1.1:8700/feed.xml"),
        ("localhost:8000", "http://localhost:8000/"),
        ("feed://example.org/rss", "https://example.org/rss"),
        ("feed:http://example.org/rss", "http://example.org/rss"),
        ("https://bücher.example/ä b", "https://xn--bcher-kva.example/%C3%A4%20b"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("http://[::1]:8700/", "http://[::1]:8700/"),
    ],
)
def test_normalise(typed: str, address: str) -> None:
    assert addresses.normalise(typed) == address


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "it is empty"),
        ("file:///etc/passwd", "file: is not fetched here"),
        ("javascript:alert(1)", "javascript: is not fetched here"),
        ("ftp://example.org/", "ftp: is not fetched here"),
        ("/home/me/feeds.opml", "no web address"),
        ("./page.html", "no web address"),
        ("page.html", "no web address"),
        ("C:\\feeds.opml", "not fetched here"),
        ("https://me:secret@example.org/", "user name or password"),
        ("https://exa mple.org/", "no host name"),
        ("https://example.org:99999/", "no web address"),
        ("https://[::1", "no web address"),
        ("https://" + "a" * 3000, "longer than"),
    ],
)
def test_what_is_no_address_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        addresses.normalise(typed)
    assert reason in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "domain", "host"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk", "www.bbc.co.uk"),
        ("https://blog.example.github.io/", "example.github.io", "blog.example.github.io"),
        ("http://127.0.1.1:8700/", "127.0.1.1:8700", "127.0.1.1:8700"),
        ("http://intranet/", "intranet", "intranet"),
        ("http://intranet:8080/", "intranet:8080", "intranet:8080"),
        ("https://example.com:8443/", "example.com", "example.com:8443"),
        ("http://[::1]:8700/", "[::1]:8700", "[::1]:8700"),
    ],
)
def test_source_domain_and_host(url: str, domain: str, host: str) -> None:
    assert (addresses.source_domain(url), addresses.host(url)) == (domain, host)


def test_canonical_keeps_what_names_a_resource_and_drops_the_fragment() -> None:
    assert addresses.canonical("HTTP://Example.org:80/a/./b/../%7ec%2f?q=%e4#top") == "http://example.org/a/~c%2F?q=%E4"
    assert addresses.canonical("http://example.org/?b=1&a=2") != addresses.canonical("http://example.org/?a=2&b=1")


@pytest.mark.parametrize(
    "same",
    [
        "http://example.org/story",
        "https://www.example.org/story/",
        "https://example.org/story?utm_source=x&utm_medium=rss&fbclid=1&gclid=2&ref=home",
        "https://example.org/story/amp/",
        "https://example.org/story.amp?amp=1",
        "https://example.org/x/../story#comments",
    ],
)
def test_what_folds_to_one_identity(same: str) -> None:
    assert addresses.folded(same) == "https://example.org/story"


def test_what_tells_pages_apart_is_not_folded() -> None:
    one, other = addresses.folded("https://e.org/?id=1"), addresses.folded("https://e.org/?id=2")
    assert one != other
    assert addresses.folded("https://e.org/Story") != addresses.folded("https://e.org/story")
    assert addresses.folded("http://e.org:8700/") == "https://e.org:8700/"
    assert addresses.folded("https://e.org/?b=2&a=1") == addresses.folded("https://e.org/?a=1&b=2")
