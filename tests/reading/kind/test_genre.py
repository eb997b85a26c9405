"""What kind of article it is."""

from __future__ import annotations

import json

import pytest

from standfirst.reading.document import dom
from standfirst.reading.kind import genre
from standfirst.reading.stated import jsonld, meta

ADDRESS = "https://a.example/news/ferry"


def kind(node=None, head="", address=ADDRESS, title="Ferry returns", section="", length=400):
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>' if node else ""
    told = meta.head(dom.parse(f"<html><head>{head}{script}</head><body></body></html>").root)
    return genre.kind(told, jsonld.article(told.nodes), address, title, section, length)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, "report"),
        ({"node": {"@type": "NewsArticle"}}, "report"),
        ({"node": {"@type": "OpinionNewsArticle"}}, "comment"),
        ({"node": {"@type": ["NewsArticle", "AdvertiserContentArticle"]}}, "sponsored"),
        ({"node": {"@type": "SatiricalArticle"}}, "satire"),
        ({"node": {"@type": "LiveBlogPosting"}}, "live-blog"),
        ({"node": {"@type": "NewsArticle", "genre": "Kommentar"}}, "comment"),
        ({"section": "Opinion"}, "comment"),
        ({"section": "Press Releases"}, "press-release"),
        ({"section": "Opinion polls"}, "report"),
        ({"address": "https://a.example/opinion/2026/ferry"}, "comment"),
        ({"address": "https://a.example/sponsored-content/ferry"}, "sponsored"),
        ({"address": "https://a.example/news/opinion"}, "report"),
        ({"address": "https://a.example/video/ferry", "length": 50}, "video"),
        ({"address": "https://a.example/video/ferry", "length": 700}, "report"),
        ({"address": "https://a.example/galleries/ferry", "length": 20}, "gallery"),
        ({"title": "Kommentar: Die Fähre kommt zu spät"}, "comment"),
        ({"title": "The ferry came late | Opinion"}, "comment"),
        ({"title": "Interview: the captain speaks"}, "interview"),
        ({"title": "Reviewers: the ferry"}, "report"),
        ({"head": '<meta property="og:type" content="video.other">', "length": 30}, "video"),
        ({"head": '<meta property="og:type" content="video.other">', "length": 900}, "report"),
    ],
)
def test_kinds(given, found):
    named, evidence = kind(**given)
    assert named == found
    assert bool(evidence) == (named != "report")
