"""A publisher's whole site as values: every address and the document that answers it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from standfirst.production.demo import feeds, markup
from standfirst.production.demo.dates import day_zero, fill, moment
from standfirst.production.demo.town import Feed, Piece, Publisher

HTML = "text/html; charset=utf-8"
#: A page shows this many other headlines beside its text.
BESIDE = 6


@dataclass(frozen=True, slots=True)
class Document:
    """What a path answers. ``modified`` is none where the publisher's server does not say."""

    body: bytes
    media_type: str
    modified: datetime | None
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def etag(self) -> str:
        """A strong validator of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


@dataclass(frozen=True, slots=True)
class Site:
    """A publisher at one moment: ``start`` gives all dates, ``advanced`` is when the later versions came out."""

    publisher: Publisher
    base: str
    start: datetime
    advanced: datetime | None = None

    def pieces(self) -> tuple[Piece, ...]:
        """What is out, with its dates written out, newest first."""
        zero = day_zero(self.start)
        dated = [filled(piece, zero, self.publisher) for piece in self.publisher.now(self.advanced is not None)]
        return tuple(sorted(dated, key=lambda piece: (self.published(piece) or self.start).timestamp(), reverse=True))

    def published(self, piece: Piece) -> datetime | None:
        """When a piece came out by the publisher's clock."""
        return moment(piece.when, self.start) if piece.when else None

    def modified(self, piece: Piece) -> datetime | None:
        """When it was changed, if it was."""
        corrected = self.advanced is not None and any(piece.key == newer.key for newer in self.publisher.later)
        return self.advanced if corrected else None

    def path(self, piece: Piece) -> str:
        """Path and query of a piece."""
        day = self.published(piece) or self.start
        number, _, name = piece.stem.partition("-")
        pattern = piece.path or self.publisher.address
        return pattern.format(
            slug=name,
            number=int(number),
            section=markup.slug(piece.section),
            year=f"{day:%Y}",
            month=f"{day:%m}",
            day=f"{day:%d}",
            language=piece.language or self.publisher.language,
        )

    def address(self, piece: Piece) -> str:
        """The whole address of a piece."""
        return self.base + self.path(piece)

    def documents(self) -> dict[str, Document]:
        """Every document of the site by path and query."""
        pieces = self.pieces()
        latest = max(self.modified(piece) or self.published(piece) or self.start for piece in pieces)
        whole = dict(self.article_pages(pieces))
        whole |= self.listings(pieces, latest)
        for feed in self.publisher.feeds:
            whole[feed.path] = self.feed(feed, pieces, latest)
        whole["/robots.txt"] = Document(self.robots(), "text/plain; charset=utf-8", self.start)
        known = [(self.address(piece), self.published(piece)) for piece in pieces if piece.kind != "missing"]
        whole["/sitemap.xml"] = Document(feeds.sitemap(known), "application/xml; charset=utf-8", latest)
        if self.publisher.tdm:
            rules = [{"location": location, "tdm-reservation": 1} for location in self.publisher.tdm]
            whole["/.well-known/tdmrep.json"] = Document(json.dumps(rules).encode(), "application/json", self.start)
        if self.advanced:
            for piece in self.publisher.pieces:
                if piece.later == "gone":
                    whole[self.path(piece)] = Document(b"Withdrawn.", "text/plain", self.advanced, 410)
        return whole

    def article_pages(self, pieces: tuple[Piece, ...]) -> Iterator[tuple[str, Document]]:
        """The page of each piece that has one, and its picture."""
        nav, links = self.nav(pieces), self.links(pieces)
        by_key = {piece.key: piece for piece in pieces}
        for place, piece in enumerate(pieces):
            if piece.kind == "missing":
                continue
            if piece.kind == "listing":
                own = [link for link in links if link.section == piece.section]
                body = markup.page(self.publisher, self.base, piece.title, own + links, nav)
                yield self.path(piece), Document(body, HTML, self.start)
                continue
            canonical = self.address(by_key[piece.canonical] if piece.canonical else piece)
            published, modified = self.published(piece), self.modified(piece)
            more = markup.article_context(
                self.publisher, piece, self.address(piece), canonical, published, modified, self.base
            )
            beside = [link for link in (links + links)[place + 1 : place + 1 + BESIDE] if link.title != piece.title]
            body = markup.page(self.publisher, self.base, piece.title, beside, nav, **more)
            headers = [("X-Robots-Tag", piece.x_robots)] if piece.x_robots else []
            headers += [("tdm-reservation", "1")] if piece.tdm else []
            yield self.path(piece), Document(body, HTML, modified or published, headers=tuple(headers))
            yield f"/images/{piece.stem}.svg", Document(markup.SVG, "image/svg+xml", self.start)

    def listings(self, pieces: tuple[Piece, ...], latest: datetime) -> Iterator[tuple[str, Document]]:
        """The home page and a page for each of the publisher's own sections."""
        nav, links = self.nav(pieces), self.links(pieces)
        yield "/", Document(markup.page(self.publisher, self.base, self.publisher.name, links, nav), HTML, latest)
        for section in nav:
            own = [link for link in links if link.section == section.title]
            body = markup.page(self.publisher, self.base, section.title, own, nav)
            yield urlsplit(section.address).path, Document(body, HTML, latest)

    def nav(self, pieces: tuple[Piece, ...]) -> list[markup.Link]:
        """The publisher's own sections."""
        labels = sorted({piece.section for piece in pieces})
        return [markup.Link(label, f"{self.base}/{markup.slug(label)}/", label) for label in labels]

    def links(self, pieces: tuple[Piece, ...]) -> list[markup.Link]:
        """The headlines."""
        return [
            markup.Link(piece.title, self.address(piece), piece.section, summary(piece))
            for piece in pieces
            if piece.kind not in ("missing", "listing") and not piece.canonical
        ]

    def feed(self, feed: Feed, pieces: tuple[Piece, ...], latest: datetime) -> Document:
        """A feed's document."""
        write, media_type = feeds.WRITERS[feed.kind]
        publisher = self.publisher
        channel = feeds.Channel(
            self.base + feed.path, f"{self.base}/", feed.title, publisher.tagline, publisher.language, latest
        )
        listed = [piece for piece in pieces if (piece.stem in feed.only if feed.only else not piece.canonical)]
        entries = [self.entry(feed, piece) for piece in listed if piece.in_feed != "none"]
        return Document(write(channel, entries), media_type, latest)

    def entry(self, feed: Feed, piece: Piece) -> feeds.Entry:
        """A piece as ``feed`` lists it."""
        address = self.address(piece)
        if feed.tracking:
            address += ("&" if "?" in address else "?") + feed.tracking
        whole = markup.body_html(piece) if feed.full_text and piece.in_feed != "title" else ""
        return feeds.Entry(
            address,
            f"tag:{self.publisher.id}.invalid,2000:{piece.stem}",
            piece.title,
            "" if piece.in_feed == "title" else summary(piece),
            whole,
            self.published(piece),
            self.modified(piece),
            piece.authors,
            piece.section,
            piece.language or self.publisher.language,
        )

    def robots(self) -> bytes:
        """robots.txt (RFC 9309) with the sitemaps."""
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in self.publisher.disallow or ("",))]
        maps = ["/sitemap.xml", *(feed.path for feed in self.publisher.feeds if feed.kind == "news-sitemap")]
        return "\n".join([*lines, "", *(f"Sitemap: {self.base}{path}" for path in maps), ""]).encode()


def filled(piece: Piece, zero: date, publisher: Publisher) -> Piece:
    """``piece`` with every placeholder written out in its language."""
    language = piece.language or publisher.language

    def say(text: str) -> str:
        return fill(text, zero, language)

    return replace(
        piece,
        title=say(piece.title),
        standfirst=say(piece.standfirst),
        blocks=tuple(replace(block, text=say(block.text)) for block in piece.blocks),
    )


def summary(piece: Piece) -> str:
    """What feeds and listings say of a piece: its standfirst, else the beginning of its text."""
    if piece.standfirst or not piece.blocks:
        return piece.standfirst
    first = piece.text.split("\n", 1)[0]
    return first if len(first) <= 200 else first[:200].rsplit(" ", 1)[0] + " …"


def fold(path: str) -> str:
    """``path`` without the tracking parameters that sites ignore."""
    parts = urlsplit(path)
    kept = [(key, value) for key, value in parse_qsl(parts.query) if not key.startswith("utm_")]
    return parts.path + (f"?{urlencode(kept)}" if kept else "")
