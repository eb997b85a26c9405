"""Which of the places that name an author is believed."""

from __future__ import annotations

import json

import pytest

from standfirst.reading.document import dom
from standfirst.reading.stated import bylines, jsonld, meta, surroundings

OUTLETS = ("Harbour Post", "harbourpost.example", "harbourpost")
PERSON = {"@type": "Person", "name": "Mara Olsen"}


def read(
    author: object = None, head: str = "", body: str = "", graph: tuple[dict[str, object], ...] = ()
) -> bylines.Byline:
    nodes = [{"@type": "NewsArticle", "headline": "Ferry returns", "author": author}, *graph]
    script = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
    root = dom.parse(f"<html><head>{script}{head}</head><body><h1>Ferry returns</h1>{body}</body></html>").root
    found = meta.head(root)
    beside = surroundings.lines(next(root.iter("h1")))
    return bylines.read(root, found, jsonld.article(found.nodes), beside, OUTLETS)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        (PERSON, ("Mara Olsen",)),
        ([PERSON, {"@type": "Person", "name": "Jonas Wick"}], ("Mara Olsen", "Jonas Wick")),
        ("Mara Olsen, Jonas Wick and Eva Lind", ("Mara Olsen", "Jonas Wick", "Eva Lind")),
        ({"@type": "Person", "name": "By Mara Olsen | Harbour Post"}, ("Mara Olsen",)),
        ({"@type": "Person", "name": ["Mara Olsen", "Jonas Wick"]}, ("Mara Olsen", "Jonas Wick")),
        ({"@type": "Person", "givenName": "Mara", "familyName": "Olsen"}, ("Mara Olsen",)),
        ({"@type": "Person", "byline": "Mara Olsen"}, ("Mara Olsen",)),
        ({"@id": "#mara"}, ("Mara Olsen",)),
        ({"@list": [PERSON]}, ("Mara Olsen",)),
        ([PERSON, {"@type": "Organization", "name": "AFP"}], ("Mara Olsen", "AFP")),
        ({"name": "Mara&#8217;s Olsen"}, ("Mara’s Olsen",)),
        ("박준석 기자", ("박준석",)),
        ("山田太郎、佐藤花子", ("山田太郎", "佐藤花子")),
        ("https://www.harbourpost.example/authors/mara", ()),
        ({"@type": "Organization", "name": "Harbour Post"}, ("Harbour Post",)),
    ],
)
def test_json_ld(author, names):
    assert read(author, graph=({"@type": "Person", "@id": "#mara", "name": "Mara Olsen"},)).names == names


@pytest.mark.parametrize(
    ("author", "head", "body", "names"),
    [
        # JSON-LD before the page, whose line may be another article's
        (PERSON, '<meta name="author" content="Eva Lind">', "<p>By Jonas Wick</p>", ("Mara Olsen",)),
        # the page before JSON-LD where it names more
        (PERSON, "", "<p>By Mara Olsen and Jonas Wick</p>", ("Mara Olsen", "Jonas Wick")),
        # but not what is no full name
        (PERSON, "", "<p>By Mara Olsen, Zürich</p>", ("Mara Olsen",)),
        # somebody before the publisher
        ({"name": "Harbour Post"}, '<meta name="author" content="Mara Olsen">', "", ("Mara Olsen",)),
        ({"name": "Harbour Post"}, "", "<p>By Mara Olsen</p>", ("Mara Olsen",)),
        ({"name": "admin"}, "", "<p>By Mara Olsen</p>", ("Mara Olsen",)),
        # a desk or the publisher before nobody
        ({"name": "Harbour Post Staff"}, "", "<p>Shipping</p>", ("Harbour Post Staff",)),
        (None, '<meta name="author" content="admin">', "", ("admin",)),
        # the publisher goes where meta elements name somebody too
        (None, '<meta name="author" content="Harbour Post"><meta name="author" content="Eva Lind">', "", ("Eva Lind",)),
        (None, '<meta name="author" content="m.olsen@harbourpost.example">', "<p>By Mara Olsen</p>", ("Mara Olsen",)),
        (None, '<meta name="author" content="Mara Olsen"><meta name="author" content="maraolsenpost">', "",
         ("Mara Olsen",)),
        (None, '<meta name="citation_author" content="Olsen, Mara">', "", ("Mara Olsen",)),
        (None, '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mara Olsen">', "",
         ("Mara Olsen",)),
        (None, '<meta name="twitter:label1" content="Length"><meta name="twitter:data1" content="Ten Lines">',
         "", ()),
        (None, "", "<p><b>Mara Olsen</b> <i>3 May 2026</i></p>", ("Mara Olsen",)),
        (None, "", "", ()),
    ],
)  # fmt: skip
def test_the_places_in_order(author, head, body, names):
    assert read(author, head, body).names == names


def test_persons_are_told_from_agencies_and_the_line_is_kept():
    found = read({"name": "Harbour Post"}, body="<p>By Mara Olsen, opinion columnist, with AFP</p>")
    assert (found.names, found.persons) == (("Mara Olsen",), ("Mara Olsen",))
    assert found.signature == "By Mara Olsen, opinion columnist, with AFP"


def test_another_node_about_the_page_may_name_the_author():
    assert read(graph=({"@type": "WebPage", "author": PERSON},)).names == ("Mara Olsen",)
    assert read(graph=({"@type": "Organization", "creator": PERSON},)).names == ()
