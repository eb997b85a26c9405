"""OPML subscription lists in and out: lenient about what other programs wrote, strict in what is written here.

OPML 2.0 (opml.org/spec2.opml). Known sins that are read all the same: broken XML, missing or odd name
spaces, attributes in any case, ``url`` for ``xmlUrl``, feeds in the head, folders within folders.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, NamedTuple

from standfirst.errors import UsageError
from standfirst.gathering import addresses, cleaning, htmltree, xmltree

MAX_BYTES = 10_000_000
MAX_FEEDS = 20_000
MAX_DEPTH = 50
SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """A subscription. ``category`` is the path of the folders that hold it, parted by `` / ``."""

    address: str
    title: str = ""
    home: str = ""
    category: str = ""


class Opml(NamedTuple):
    """What a list holds, and a line for each thing that had to be left out."""

    feeds: tuple[OpmlFeed, ...]
    warnings: tuple[str, ...]


def read(body: bytes) -> Opml:
    """The feeds of a subscription list, each address once, in the list's order. It never raises."""
    if len(body) > MAX_BYTES:
        return Opml((), (f"the list is more than {MAX_BYTES:,} bytes",))
    root = xmltree.parse(body)
    found = _outlines(root) if root is not None else None
    if (found is None or not found.feeds) and b"outline" in body.lower() and (soup := htmltree.parse(body)) is not None:
        mended = _outlines(soup)  # attributes without quotation marks, which only HTML's rules can read
        found = mended if mended.feeds else found
    if found is not None and (found.feeds or found.warnings or xmltree.name(root) == "opml"):
        return found
    what = "nothing in it can be read as XML" if root is None else f"its root element is <{xmltree.name(root)[:40]}>"
    return Opml((), (f"this is no OPML: {what}",))


def _outlines(root: Any) -> Opml:
    """The feeds of all outlines, wherever they stand."""
    feeds: dict[str, OpmlFeed] = {}
    warnings: list[str] = []
    waiting: list[tuple[Any, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, folders = waiting.pop()
        inner = folders
        if xmltree.name(element) == "outline":
            given = {name.rpartition("}")[2].lower(): value for name, value in element.attrib.items()}
            if address := (given.get("xmlurl") or _url(given)).strip():
                _take(address, given, folders, feeds, warnings)
            elif title := _title(given):
                inner = (*folders, title)[:MAX_DEPTH]
        waiting += [(child, inner) for child in reversed(element) if isinstance(child.tag, str)]
    if len(feeds) > MAX_FEEDS:
        warnings.append(f"feeds beyond the first {MAX_FEEDS:,} were left out")
    return Opml(tuple(feeds.values())[:MAX_FEEDS], tuple(warnings))


def _take(
    typed: str, given: dict[str, str], folders: tuple[str, ...], feeds: dict[str, OpmlFeed], warnings: list[str]
) -> None:
    """Enter one feed, or say why not."""
    try:
        address = addresses.normalise(typed)
        key = addresses.canonical(address)
    except UsageError as error:
        warnings.append(str(error))
        return
    if key in feeds:
        warnings.append(f"{addresses.shown(address)}: it is in the list more than once")
        return
    try:
        home = addresses.normalise(given.get("htmlurl", ""))
    except UsageError:
        home = ""
    folder = SEPARATOR.join(folders) or cleaning.plain(given.get("category", ""), 200).strip("/")
    feeds[key] = OpmlFeed(address, _title(given), home, folder)


def _url(given: dict[str, str]) -> str:
    """``url`` where an outline is said to be a feed; in other outlines it is a link."""
    return given.get("url", "") if given.get("type", "").lower() in {"rss", "atom", "feed", "rdf", "json"} else ""


def _title(given: dict[str, str]) -> str:
    return cleaning.plain(given.get("title", ""), 200) or cleaning.plain(given.get("text", ""), 200)


def write(feeds: Iterable[OpmlFeed], title: str, head: Mapping[str, datetime] | None = None) -> bytes:
    """An OPML 2.0 list of ``feeds``, a folder for each category, in order of first appearance.

    ``head`` has the list's own dates by their element's name: ``dateCreated``, ``dateModified``.
    """
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    top = etree.SubElement(root, "head")
    etree.SubElement(top, "title").text = _clean(title)
    for name, at in (head or {}).items():
        etree.SubElement(top, name).text = format_datetime(at.astimezone(UTC), usegmt=True)
    body = etree.SubElement(root, "body")
    folders: dict[tuple[str, ...], Any] = {(): body}
    feeds = tuple(feeds)
    if not feeds:  # a body has at least one outline
        etree.SubElement(body, "outline", text=_clean(title) or "Feeds")
    for feed in feeds:
        path = tuple(part for part in _clean(feed.category).split(SEPARATOR) if part)
        for depth in range(1, len(path) + 1):
            if path[:depth] not in folders:
                name = path[depth - 1]
                folders[path[:depth]] = etree.SubElement(folders[path[: depth - 1]], "outline", text=name, title=name)
        name = _clean(feed.title) or feed.address
        outline = {"type": "rss", "text": name, "title": name, "xmlUrl": feed.address}
        etree.SubElement(folders[path], "outline", {**outline, **({"htmlUrl": feed.home} if feed.home else {})})
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _clean(text: str) -> str:
    """Text without what XML may not hold (control characters, lone surrogates)."""
    return "".join(
        c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
