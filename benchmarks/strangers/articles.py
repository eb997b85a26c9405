# ruff: noqa: E501
"""Articles that are easily taken for something else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from html import escape
from typing import Any

from benchmarks.strangers.desk import NOW, Desk
from benchmarks.strangers.lists import Drawn


def _made(
    desk: Desk, paragraphs: Sequence[str], *, title: str = "", told: bool = True, around: str = "", path: str = "",
    kind: str = "NewsArticle", after: str = "", text: str = "",
) -> Drawn:  # fmt: skip
    title = title or desk.speech.headline()
    path = path or desk.article_path()
    moment = NOW - timedelta(minutes=desk.chance.randint(9, 90_000))
    shown = f"<time{f' datetime={moment.date().isoformat()}' if told else ''}>{moment:%d.%m.%Y %H:%M}</time>"
    by = f'<div class="{desk.dress.namer("byline", "")}">{escape(desk.speech.any("by"))}</div>'
    node: dict[str, Any] = {
        "@type": kind,
        "headline": title,
        "datePublished": moment.isoformat(),
        "url": desk.address(path),
    }
    head = desk.head(title, path, "article" if told else "", [*desk.site_graph(), node] if told else None)
    meta = (by if desk.maybe(0.7) else "") + (shown if told or desk.maybe(0.5) else "")
    return path, desk.page(head, desk.title(title) + meta + (text or desk.dress.body(paragraphs)) + after + around)


def short(desk: Desk) -> Drawn:
    """A report of 60 to 120 words."""
    return _made(desk, desk.speech.body(desk.chance.randint(60, 110)))


def crowded(desk: Desk) -> Drawn:
    """An article among many others' teasers."""
    around = desk.title(desk.speech.say("related"), 2) + desk.dress.teasers(desk.stories(10, 30, long=desk.maybe(0.3)))
    return _made(desk, desk.speech.body(desk.chance.randint(120, 400)), around=around)


def bare(desk: Desk) -> Drawn:
    """An article that does not say that it is one."""
    around = desk.dress.teasers(desk.stories(3, 8)) if desk.maybe(0.5) else ""
    return _made(desk, desk.speech.body(desk.chance.randint(110, 500)), told=False, around=around)


def paid(desk: Desk) -> Drawn:
    """The open beginning of an article under a soft wall, with its form."""
    form = f"<form>{desk.field(desk.speech.every('login_fields')[0], 'email', 'email')}{desk.field(desk.speech.every('login_fields')[1], 'password', 'pw')}</form>"
    wall = "".join(f"<p>{escape(each)}</p>" for each in desk.speech.lines("paywall", 2, 3))
    wall = f'<div class="{desk.dress.namer("paywall", "")}">{wall}{form if desk.maybe(0.5) else ""}</div>'
    return _made(
        desk, desk.speech.body(desk.chance.randint(70, 150)), after=wall, around=desk.dress.teasers(desk.stories(3, 8))
    )


def live(desk: Desk) -> Drawn:
    """A live blog of dated entries with headings."""
    posts = ""
    for at in range(desk.chance.randint(5, 15)):
        moment = NOW - timedelta(minutes=20 * at)
        posts += (
            f'<div id="p{at}" class="{desk.dress.namer("post", "")}"><time datetime="{moment.isoformat()}">{moment:%H:%M}</time><h2>'
            f'<a href="#p{at}">{escape(desk.speech.headline())}</a></h2>{desk.dress.body(desk.speech.body(45))}</div>'
        )
    return _made(desk, (), text=f"<div>{posts}</div>", kind="LiveBlogPosting")


def opinion(desk: Desk) -> Drawn:
    """A comment with its author's portrait and more by her."""
    bio = f"<div><p>{escape(desk.speech.any('author_bio'))}</p>{desk.dress.teasers(desk.stories(3, 6))}</div>"
    return _made(
        desk,
        desk.speech.body(desk.chance.randint(150, 500)),
        after=bio,
        kind="OpinionNewsArticle",
        path=f"/opinion/{desk.slug()}",
    )


def trap(desk: Desk) -> Drawn:
    """An article about cookies, passwords, robots or missing pages."""
    body = desk.speech.body(desk.chance.randint(80, 250))
    for each in desk.speech.every("trap_sentences"):
        body.insert(desk.chance.randint(0, len(body)), each)
    return _made(desk, body, title=desk.speech.any("trap_headlines"), told=desk.maybe(0.6))


def digest(desk: Desk) -> Drawn:
    """A morning letter as an article: parts with headings that link, each with a paragraph or two of its own."""
    parts = "".join(
        f'<h2><a href="{desk.article_path()}">{escape(desk.speech.headline())}</a></h2>{desk.dress.body(desk.speech.body(70))}'
        for _ in range(desk.chance.randint(3, 6))
    )
    return _made(desk, (), text=desk.dress.body(desk.speech.body(40)) + parts)


def linked(desk: Desk) -> Drawn:
    """An article whose paragraphs hold many links and a table."""
    paragraphs = desk.speech.body(desk.chance.randint(150, 350))
    body = desk.dress.body(paragraphs)
    for word in desk.speech.every("places"):
        body = body.replace(word, f'<a href="/topic/{len(word)}">{word}</a>')
    rows = [[escape(each), str(desk.chance.randint(1, 99))] for each in desk.speech.every("places")]
    return _made(desk, (), text=body + desk.cells(rows), told=desk.maybe(0.7))
