"""Taking the figures of a page by which :mod:`standfirst.reading.kind.kinds` decides."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from standfirst.language import words
from standfirst.reading.document import dom
from standfirst.reading.document.dom import Document, Element, text_of
from standfirst.reading.kind import layout
from standfirst.reading.kind.evidence import WALL
from standfirst.reading.kind.figures import Look
from standfirst.reading.stated import jsonld
from standfirst.reading.stated.meta import Head
from standfirst.reading.stated.metadata import Metadata

#: Ids and classes of the challenges that guards put in place of a page.
CHALLENGES = (
    "cf-challenge", "challenge-form", "challenge-running", "challenge-error", "challenge-container", "px-captcha",
    "captcha-delivery", "captcha-form", "captcha-container", "cf-error-details", "distilcaptchaform",
    "recaptcha-challenge", "datadome-captcha", "main-iframe", "cf-turnstile", "sec-if-cpt", "kasada",
)  # fmt: skip
#: Elements into which an application writes its page.
ROOTS = "//body//*[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or @id='svelte' or @id='application' or \
@id='react-root' or @id='main-app' or @id='___gatsby' or starts-with(local-name(), 'app-')]"
LINKED = "//body//a//text()"
LINKS = "count(//body//a)"
_APART = re.compile(r"\s[|–—·•»:-]{1,2}\s|\s?[|•»]\s?|:\s")
_MONEY = re.compile(r"(?:[$€£¥₹]|\b(?:CHF|EUR|USD|GBP|kr)\b\.?)\s?\d|\d(?:\.-)?\s?(?:[€£$]|\b(?:CHF|EUR|kr|zł|Kč)\b)")
_FIGURE = re.compile(r"[+\-−–(]?\d[\d.,:/%°)]*")
_PAGER = re.compile(r"[?&/](?:page|p|seite|pagina|paged)[=/]?\d{1,2}/?$")


def of(document: Document, head: Head, told: Metadata, address: str, shown: str, text: str, language: str) -> Look:
    """The look of a page that shows ``shown``, and whose article was read as ``text``."""
    root = document.root
    visible = layout.size(shown)
    kind = head.first("og:type").lower()
    nodes = [node for node in head.nodes if jsonld.ARTICLES & set(jsonld.types(node))]
    title = told.title or (head.titles[0] if head.titles else "")
    doors, parts = _signs(root, head, title)
    owned = bool(told.node) and _own(told.node, address, root, head)
    alone = owned and len(nodes) == 1 and told.published is not None and told.published.found == "json-ld"
    read = layout.size(text)
    # Where JSON-LD describes one article and its text was read, no layout would change the judgement.
    laid = layout.Layout(prose=read) if alone and read >= WALL else layout.of(root)
    look = Look(
        address=address,
        title=title,
        text=text[:2000],
        words=words.count(text, language),
        visible=visible,
        linked=min(1.0, layout.size(" ".join(dom.xpath(LINKED)(root)[:5000])) / visible) if visible else 0.0,
        links=int(dom.xpath(LINKS)(root)),
        stated=owned or kind.startswith(("article", "video", "news", "blog")),
        dated=told.published is not None,
        types=frozenset(name for node in head.nodes for name in jsonld.types(node)),
        scripts=document.scripts,
        site=kind.startswith(("website", "profile", "product", "object")),
        nodes=len({jsonld.text(node.get("headline")) or str(at) for at, node in enumerate(nodes)}),
        owned=owned,
        found=told.published.found if told.published else "",
        signed=bool(told.byline),
        prose=laid.prose,
        teased=laid.teased,
        stories=laid.stories,
        headed=laid.headed,
        read=read,
        own=laid.own,
        signs=doors,
        parts=parts,
    )
    if laid.prose >= WALL and look.stated and look.dated:
        return look
    return _closer(look, root, shown)


def _own(node: jsonld.Node, address: str, root: Element, head: Head) -> bool:
    """Whether an article's node describes this page, by its address or headline, and not one of those it lists."""
    own = {jsonld.text(node.get(key)).rstrip("/") for key in ("url", "@id", "mainEntityOfPage")}
    if address and address.rstrip("/") in own:
        return True
    headline = set(re.findall(r"\w+", words.fold(jsonld.text(node.get("headline") or node.get("name"))[:300])))
    if not headline:
        return True
    shown = [text_of(each)[:300] for each in islice(root.iter("h1"), 9)]
    for title in (*shown, *head.titles[:1], *head.metas.get("og:title", ())[:1]):
        known = set(re.findall(r"\w+", words.fold(title)))
        if 2 * len(headline & known) >= min(len(headline), len(known)) > 0:
            return True
    return False


def _closer(look: Look, root: Element, shown: str) -> Look:
    """What only a page without much of an article is asked."""
    fields = [
        (each.get("type") or "text").lower()
        for each in islice(root.iter("input", "select", "textarea"), 200)
        if (each.get("name") or "").lower() not in {"q", "s", "query", "search"}
    ]
    marks = " ".join(
        mark for each in islice(root.iter(), 20_000) for mark in (each.get("id"), each.get("class")) if mark
    )
    tokens = shown[:20_000].split()
    return replace(
        look,
        password="password" in fields,
        fields=sum(1 for kind in fields if kind not in {"hidden", "submit", "search", "button", "checkbox", "radio"}),
        challenge=any(challenge in marks.lower() for challenge in CHALLENGES),
        noscript=" ".join(text_of(each) for each in islice(root.iter("noscript"), 5))[:1000],
        hollow=any(not text_of(each) for each in dom.xpath(ROOTS)(root)[:20]),
        opening=shown[:1500],
        prices=sum(1 for _ in islice(_MONEY.finditer(shown[:20_000]), 50)),
        figures=sum(1 for token in tokens if _FIGURE.fullmatch(token)) / len(tokens) if tokens else 0.0,
        pager=len({each.get("href") for each in islice(root.iter("a"), 2000) if _PAGER.search(each.get("href") or "")})
        > 1,
    )


def _signs(root: Element, head: Head, title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The short texts over the page's door, its first headings and its titles; and the later parts of its titles."""
    stated = [title, *head.titles[:1], *head.metas.get("og:title", ())[:1]]
    split = [_APART.split(whole[:200]) for whole in stated]
    headings = [text_of(each) for each in islice(root.iter("h1"), 9)]
    headings = [each for at, each in enumerate(headings) if not at or any(each and each in whole for whole in stated)]
    if not any(headings):
        below = list(islice(root.iter("h2", "h3"), 4))
        headings = [text_of(each) for each in below[:2]] if len(below) < 4 else []
    if not any(headings):
        headings = [text_of(each) for each in islice(root.iter("b", "strong"), 1)]
    doors = _once([*headings, *stated, *(parts[0] for parts in split)])
    return doors, tuple(part for part in _once([part for parts in split for part in parts[1:4]]) if part not in doors)


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))[:12]
