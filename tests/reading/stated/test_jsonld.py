"""JSON-LD as sites write it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.stated import jsonld

NEWS = {"@type": "NewsArticle", "headline": "Ferry returns", "datePublished": "2026-05-03"}


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(NEWS),
        json.dumps([{"@type": "Organization"}, NEWS]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, NEWS]}),
        json.dumps({"@type": "WebPage", "mainEntity": NEWS}),
        json.dumps({**NEWS, "@type": ["Article", "https://schema.org/NewsArticle"]}),
        f"<!-- {json.dumps(NEWS)} -->",
        f"//<![CDATA[\n{json.dumps(NEWS)}\n//]]>",
        json.dumps(NEWS)[:-1] + ",}",
        json.dumps(NEWS) + ";",
        json.dumps({"@type": "Organization"}) + json.dumps(NEWS),
        json.dumps(NEWS).replace("Ferry returns", "Ferry returns\n"),
        json.dumps(NEWS)[:-1] + ', "note": "it\\\'s"}',
    ],
)
def test_the_article_is_found(script):
    node = jsonld.article(jsonld.nodes([script]))
    assert node["headline"].strip() == "Ferry returns"


@pytest.mark.parametrize("script", ["", "{", "null", "[[[", '{"@type": 3}', "[" * 100_000, "true", '"text"'])
def test_what_is_no_json_ld_gives_no_article(script):
    assert jsonld.article(jsonld.nodes([script])) == {}


def test_articles_of_other_pages_are_passed_over():
    listing = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": NEWS}]}
    assert jsonld.article(jsonld.nodes([json.dumps(listing)])) == {}


def test_the_article_with_the_pages_address_wins():
    other = {**NEWS, "url": "https://a.example/other", "author": "X Y", "articleBody": "long"}
    own = {"@type": "Article", "url": "https://a.example/own/", "headline": "Own"}
    found = jsonld.nodes([json.dumps([other, own])])
    assert jsonld.article(found, ["https://a.example/own"])["headline"] == "Own"
    assert jsonld.article(found)["headline"] == "Ferry returns"


def test_values_and_references():
    assert jsonld.text([{"name": "Mara Olsen"}, "x"]) == "Mara Olsen"
    assert jsonld.text({"@value": "x"}) == "x"
    assert jsonld.text(12) == "12"
    assert jsonld.text(None) == ""
    found = jsonld.nodes(['[{"@id": "#p", "@type": "Person", "name": "Mara Olsen"}]'])
    assert jsonld.text(jsonld.resolve({"@id": "#p"}, found)) == "Mara Olsen"


def test_names_in_an_author():
    found = jsonld.nodes(['[{"@id": "#p", "@type": "Person", "name": "Mara Olsen"}]'])
    author = [{"@id": "#p"}, "Jonas Wick", {"givenName": "Eva", "familyName": "Lind"}, {"@id": "#nobody"}, None, 7]
    assert jsonld.names(author, found) == ["Mara Olsen", "Jonas Wick", "Eva Lind"]
    assert len(jsonld.names([{"name": "x"}] * 5000, ())) <= jsonld.MAX_NAMES


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "@id", "author", "name", "headline"]), inner, max_size=4)
    ),
    max_leaves=30,
)


@given(VALUES)
def test_any_json_is_survived(value):
    found = jsonld.nodes([json.dumps(value)])
    node = jsonld.article(found)
    assert isinstance(jsonld.text(node.get("headline")), str)
    assert isinstance(jsonld.text(jsonld.resolve(value, found)), str)
    assert all(isinstance(name, str) and name for name in jsonld.names(value, found))


@given(st.text(max_size=200))
def test_any_script_is_survived(script):
    assert isinstance(jsonld.nodes([script, "{" + script, '{"@type":"Article",' + script]), tuple)
