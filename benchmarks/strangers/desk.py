# ruff: noqa: E501
"""What every maker of pages has at hand: chance, a language, a style, stories, a head."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from benchmarks.strangers.dress import Dress, Story
from benchmarks.strangers.speech import Speech

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """The means to make one page."""

    chance: random.Random
    speech: Speech
    dress: Dress
    host: str

    def maybe(self, share: float) -> bool:
        """True as often as ``share`` says."""
        return self.chance.random() < share

    def slug(self, words: int = 5) -> str:
        """The end of an article's address."""
        letters = "".join(self.chance.choice("abcdefghiklmnoprstuvw") for _ in range(words * 6))
        return "-".join(letters[at : at + self.chance.randint(3, 6)] for at in range(0, len(letters), 6))

    def article_path(self) -> str:
        """An article's path in one of the usual forms."""
        number = self.chance.randint(100_000, 99_999_999)
        return self.chance.choice(
            (
                f"/news/{self.slug()}", f"/2026/11/{self.chance.randint(1, 19):02}/{self.slug()}/",
                f"/politik/artikel-{number}.html", f"/a/{number}", f"/{self.slug(6)}.html", f"/?p={number % 9999}",
                f"/local/{self.slug(4)}-{number}", f"/story.php?id={number}",
            )
        )  # fmt: skip

    def address(self, path: str) -> str:
        """``path`` on this page's host."""
        return f"https://{self.host}{path}"

    def story(self, *, long: bool = False, extra: str = "") -> Story:
        """A teaser; a ``long`` one may have paragraphs."""
        length = self.chance.choice((2, 3, 4) if long else (0, 1, 1, 2))
        texts = (
            tuple(self.speech.paragraph(self.chance.randint(1, 3)) for _ in range(length - 1))
            if long
            else tuple(self.speech.paragraph(1) for _ in range(min(1, length)))
        )
        moment = NOW - timedelta(minutes=self.chance.randint(5, 9000))
        dated = self.maybe(0.6)
        return Story(
            address=self.article_path(),
            headline=self.speech.headline(),
            texts=texts,
            when=self.chance.choice((self.speech.any("ago"), f"{moment:%d.%m.%Y}", f"{moment:%Y-%m-%d %H:%M}"))
            if dated
            else "",
            stamp=moment.isoformat() if dated and self.maybe(0.7) else "",
            by=self.speech.any("by") if self.maybe(0.4) else "",
            kicker=self.speech.any("sections") if self.maybe(0.3) else "",
            extra=extra,
        )

    def stories(self, least: int, most: int, *, long: bool = False) -> list[Story]:
        """Some teasers."""
        return [self.story(long=long) for _ in range(self.chance.randint(least, most))]

    def title(self, text: str, level: int = 1) -> str:
        """A heading; some sites use none."""
        if self.dress.doctype.startswith("<html"):
            return f'<font size="5"><b>{escape(text)}</b></font>' if self.maybe(0.5) else f"<h1>{escape(text)}</h1>"
        return f'<h{level} class="{self.dress.namer("page", "title")}">{escape(text)}</h{level}>'

    def head(
        self, title: str, path: str, og: str = "", graph: list[dict[str, Any]] | None = None, about: str = ""
    ) -> str:
        """The title, Open Graph and JSON-LD; each may be absent."""
        site = self.speech.paper
        full = self.chance.choice((f"{title} | {site}", f"{title} - {site}", title, f"{site}: {title}"))
        made = [f"<title>{escape(full)}</title>"]
        if self.maybe(0.7):
            made.append(f'<link rel="canonical" href="{self.address(path)}">')
        if og and self.maybe(0.8):
            made += [f'<meta property="og:type" content="{og}">', f'<meta property="og:title" content="{escape(title)}">',
                     f'<meta property="og:site_name" content="{escape(site)}">']  # fmt: skip
        if about and self.maybe(0.7):
            made.append(f'<meta name="description" content="{escape(about)}">')
        if graph and self.maybe(0.6):
            value = {"@context": "https://schema.org", "@graph": graph}
            made.append(f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>')
        if self.maybe(0.5):
            made.append('<script>window.dataLayer=[];</script><link rel="stylesheet" href="/s.css">')
        return "".join(made)

    def site_graph(self, *more: dict[str, Any]) -> list[dict[str, Any]]:
        """The site and its organisation, and what else is given."""
        organisation = {"@type": "NewsMediaOrganization", "@id": "#org", "name": self.speech.paper}
        return [{"@type": "WebSite", "name": self.speech.paper, "publisher": {"@id": "#org"}}, organisation, *more]

    def items(self, stories: list[Story], kind: str = "ItemList") -> dict[str, Any]:
        """Stories as an ItemList."""
        entries = [{"@type": "ListItem", "position": at, "url": self.address(each.address), "name": each.headline}
                   for at, each in enumerate(stories, 1)]  # fmt: skip
        return {"@type": kind, "itemListElement": entries}

    def page(self, head: str, main: str, *, bare: bool = False) -> str:
        """The whole page."""
        return self.dress.dressed(head, main, self.speech, self.chance, bare=bare)

    def cells(self, rows: list[list[str]]) -> str:
        """Rows of figures, as a table or as boxes."""
        if self.maybe(0.6):
            return (
                "<table>"
                + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
                + "</table>"
            )
        mark = self.dress.namer("grid", "row")
        return "".join(f'<div class="{mark}">' + "".join(f"<span>{c}</span>" for c in row) + "</div>" for row in rows)

    def field(self, label: str, kind: str = "text", name: str = "f") -> str:
        """A form's field."""
        if self.maybe(0.5):
            return f'<label>{escape(label)} <input type="{kind}" name="{name}"></label>'
        return f'<div class="{self.dress.namer("form", "field")}"><input type="{kind}" name="{name}" placeholder="{escape(label)}"></div>'
