"""The figures of a page by which :mod:`standfirst.reading.kinds` decides."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from standfirst.language import words
from standfirst.reading import dom, jsonld
from standfirst.reading.dom import Document, text_of
from standfirst.reading.kinds import WALL, Look
from standfirst.reading.meta import Head
from standfirst.reading.metadata import Metadata

#: Ids and classes of the challenges that guards put in place of a page.
CHALLENGES = (
    "cf-challenge", "challenge-form", "challenge-running", "px-captcha", "captcha-delivery", "cf-error-details",
    "distilcaptchaform", "recaptcha-challenge", "datadome-captcha",
)  # fmt: skip

LINKED = "//body//a//text()"
LINKS = "count(//body//a)"


def of(document: Document, head: Head, told: Metadata, address: str, shown: str, text: str, language: str) -> Look:
    """The look of a page that shows ``shown``, and whose article was read as ``text``."""
    root = document.root
    count = words.count(text, language)
    visible = len(shown.split())
    linked = len(" ".join(dom.xpath(LINKED)(root)[:50_000]).split())
    kind = head.first("og:type").lower()
    look = Look(
        address=address,
        title=told.title or (head.titles[0] if head.titles else ""),
        text=text[:2000],
        words=count,
        visible=visible,
        linked=min(1.0, linked / visible) if visible else 0.0,
        links=int(dom.xpath(LINKS)(root)),
        stated=bool(told.node) or kind.startswith(("article", "video", "news", "blog")),
        dated=told.published is not None,
        types=frozenset(name for node in head.nodes for name in jsonld.types(node)),
        scripts=document.scripts,
    )
    if count >= WALL:
        return look
    marks = " ".join(
        mark for each in islice(root.iter(), 20_000) for mark in (each.get("id"), each.get("class")) if mark
    )
    return replace(
        look,
        password=any(each.get("type") == "password" for each in root.iter("input")),
        challenge=any(challenge in marks.lower() for challenge in CHALLENGES),
        noscript=" ".join(text_of(each) for each in islice(root.iter("noscript"), 5)),
    )
