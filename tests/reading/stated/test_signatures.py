"""Who signs an article on its page."""

from __future__ import annotations

import pytest

from standfirst.reading.document import dom
from standfirst.reading.stated import people, signatures, surroundings

NONE = frozenset()


def parse(body: str) -> dom.Element:
    return dom.parse(f"<html><body>{body}</body></html>").root


def read(body: str, known: frozenset[str] = NONE) -> list[str]:
    root = parse(f"<h1>Ferry returns</h1>{body}")
    found = signatures.read(surroundings.lines(next(root.iter("h1"))), known)
    return [name for text in found.names for name in people.split(text, known)]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p>By Mara Olsen</p>", ["Mara Olsen"]),
        ("<p>Von Mara Olsen und Jonas Wick</p>", ["Mara Olsen", "Jonas Wick"]),
        ("<p>3 May 2026 <span>Written by</span> <b>Mara Olsen</b> <i>Content Coordinator</i></p>", ["Mara Olsen"]),
        ("<p><i>By</i> <a>Mara Olsen</a> and <a>Jonas Wick</a> <i>Staff Writers</i></p>", ["Mara Olsen", "Jonas Wick"]),
        ("<section><i>By</i></section><p>Mara Olsen</p>", ["Mara Olsen"]),
        ("<p>By Harbour News Service</p>", ["Harbour News Service"]),
        ("<p><i>By</i> Associated Press 5 days ago</p>", ["Associated Press"]),
        ('<p><a href="/authors/mara-olsen">Mara Olsen</a> 3 May 2026</p>', ["Mara Olsen"]),
        ('<p><a rel="author" href="/x">Mara Olsen</a></p>', ["Mara Olsen"]),
        ('<p class="post-meta"><i class="byline">Mara Olsen and Jonas Wick, Harbour Times</i></p>', ["Mara Olsen",
         "Jonas Wick"]),
        ("<p>Reviewed by Eva Lind</p><p>By Mara Olsen</p>", ["Mara Olsen"]),
        ('<p><a href="/by/mara">Mara Olsen</a> Checked by <a href="/staff/eva">Eva Lind</a></p>', ["Mara Olsen"]),
        ("<p>Shipping</p>", []),
        ("<p>By-election for Port Merrow called</p>", []),
        ("<p>Por ciento de los barcos</p>", []),
        ("<p>Published by Harbour Newspapers</p>", []),
    ],
)  # fmt: skip
def test_beside_the_headline(body, names):
    assert read(body) == names


def test_a_credit_in_a_long_caption_signs_nothing():
    words = "The ferry lay at the northern quay all winter while the fitters worked below her decks in two shifts, "
    words += "and it was cold. "
    assert read(f'<div>{words}By <a href="/writer/eva-lind">Eva Lind</a></div>') == []


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p><b>Mara Olsen</b> <time>3 May 2026</time></p>", ["Mara Olsen"]),
        ("<p><b>Mara Olsen</b> <i>Co-Founder</i></p>", ["Mara Olsen"]),
        ("<p>Mara Olsen | Senior Writer | 3 May 2026</p>", ["Mara Olsen"]),
        ("<p>Mara Olsen</p><p>3 May 2026</p>", ["Mara Olsen"]),
        ("<p>Mara Olsen, DVM; Jonas Wick, DVM</p>", ["Mara Olsen, DVM; Jonas Wick, DVM"]),
        ("<p>Shipping</p><p>3 May 2026</p>", []),
        ("<p>Mara Olsen</p><p>Shipping</p>", []),
    ],
)
def test_beside_the_date(body, names):
    root = parse(f"<h1>Ferry returns</h1>{body}")
    assert signatures.beside_date(surroundings.lines(next(root.iter("h1")))) == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<p>x</p><div class="author-name">Mara Olsen</div>', ["Mara Olsen"]),
        ('<span itemprop="author"><meta itemprop="name" content="x">Mara Olsen</span>', ["Mara Olsen"]),
        ('<p class="related"><i class="author">Eva Lind</i></p><p class="byline">By Mara Olsen</p>', ["By Mara Olsen"]),
        ('<div class="author-image">Mara Olsen</div>', []),
        ('<div class="coauthority">Mara Olsen</div>', []),
    ],
)  # fmt: skip
def test_marked_as_the_authors(body, names):
    assert signatures.marked(parse(body), NONE) == names
