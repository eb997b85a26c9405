"""Addresses of listings: an address to a view, a view to its one address. Pure; no database is asked.

``parse(address(view)) == view`` for every view that :func:`parse` can make. Whether a source exists is asked
later (``listing.py``); everything that can be judged by its form is judged here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from uuid import UUID

from django.utils.translation import gettext_noop

from standfirst.errors import NotFoundError, UsageError
from standfirst.publishing import View
from standfirst.publishing.formats import formats
from standfirst.publishing.pages.labels import MARKS

#: First segments of the site's own addresses; no section may be called so.
RESERVED = frozenset(
    {"about", "api", "before", "content", "corrections", "desk", "editions", "feeds", "index", "letter", "mark", "p",
     "reader", "report", "rights", "robots", "search", "sitemap", "sitemap-news", "source", "sources", "static",
     "status", "story", "subscribe"}
)  # fmt: skip
#: Bounds of what an address may ask for.
MOST_SOURCES, LONGEST_QUERY, LONGEST_ADDRESS = 10, 200, 4000
#: Reasons given in several places; errors are English, and pages translate them (problems.py).
TOO_LONG = gettext_noop("it is longer than %(most)s characters")
NEVER = gettext_noop("there is no such source")

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TOKEN = re.compile(r"[1-9a-z][0-9a-z]{0,11}\Z")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}\Z")


class BadFilter(UsageError):
    """A filter's value that cannot be; ``name`` is the parameter. Answered with 400.

    ``message`` is the reason before ``values`` were filled in, as a page's translation needs it.
    """

    def __init__(self, name: str, value: str, reason: str, way_out: str = "", **values: int | str) -> None:
        self.name, self.value, self.message, self.values = name, value, reason, values
        super().__init__(f"{name}={value}", reason % values if values else reason, way_out)


def parse(path: str, query: str, sections: Container[str], *, marks: Container[str] = MARKS) -> View:
    """The view that an address asks for. ``path`` begins with a slash, percent-encoded or not; ``query`` is raw.

    Parameters that are none of ours are passed over: other sites append their own to links. Raises
    :class:`BadFilter` for a value that cannot be, :class:`NotFoundError` for a path that is no listing.
    """
    if len(path) + len(query) > LONGEST_ADDRESS:
        raise BadFilter("address", path[:60] + "…", TOO_LONG, most=LONGEST_ADDRESS)
    view = _place(path, sections, marks)
    values: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(query, keep_blank_values=False, max_num_fields=60)
    except ValueError as error:
        raise BadFilter("address", path, gettext_noop("it has too many parameters")) from error
    for name, value in pairs:
        if value.strip():
            values.setdefault(name, []).append(value.strip())
    return _filtered(view, values, marks)


def address(view: View, **changes: Any) -> str:
    """The address of ``view`` with ``changes``: absolute path and query, percent-encoded, filters in one order."""
    form, before = changes.pop("format", view.format), changes.pop("before", view.before)
    return _address(replace(view, **changes) if changes else view, form, before)


@lru_cache(maxsize=4096)
def _address(view: View, form: str, before: int | None) -> str:
    """The address of ``view`` in a format and from a position on; a page has the same view in each format."""
    stem = _stem(view)
    if before is not None and view.kind not in ("front", "day"):
        stem += f"/before/{token(before)}"
    if form != "html":
        stem = f"{stem or '/index'}.{formats[form].extension}"
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters(view, form))
    return quote(stem or "/", safe="/") + (f"?{query}" if query else "")


def _stem(view: View) -> str:
    """The path of a view's first page, "" for the front."""
    match view.kind:
        case "front":
            return ""
        case "day":
            return "/" + view.key.replace("-", "/")
        case "section":
            return f"/{view.key}"
        case "corrections":
            return "/corrections"
        case "story" if view.slug:
            return f"/story/{view.key}/{view.slug}"
    return "/search" if view.kind == "search" else f"/{view.kind}/{view.key}"


def parameters(view: View, form: str) -> list[tuple[str, str]]:
    """The filters of ``view`` as its address in a format names them, in order."""
    if not filtered(view) and not view.raw:
        return []
    found = [("source", slug) for slug in sorted(set(view.sources))]
    found += [
        (name, value)
        for name, value in (
            ("mark", view.mark),
            ("lang", view.language),
            ("from", view.since.isoformat() if view.since else ""),
            ("to", view.until.isoformat() if view.until else ""),
            ("q", view.query),
            ("raw", "1" if view.raw and form == "csv" else ""),
        )
        if value
    ]
    return found


def filtered(view: View) -> bool:
    """Whether anything but its own address narrows the view."""
    return bool(view.sources or view.mark or view.language or view.since or view.until or view.query)


def token(position: int) -> str:
    """A position as the token of a page's path: base 36."""
    text = ""
    while position:
        position, digit = divmod(position, 36)
        text = _DIGITS[digit] + text
    return text or "0"


def _place(path: str, sections: Container[str], marks: Container[str]) -> View:
    """The view of a path, before its filters."""
    way_out = gettext_noop("Start from the front page")
    unknown = NotFoundError(path[:200], gettext_noop("there is no such page"), way_out)
    try:
        parts = unquote(path, errors="strict").split("/")
    except UnicodeDecodeError as error:
        raise unknown from error
    if parts.pop(0) or not parts:
        raise unknown
    form = "html"
    stem, dot, extension = parts[-1].rpartition(".")
    if dot:
        form, parts[-1] = listing_formats().get(extension, ""), stem
    if not form or (not parts[-1] and (dot or parts != [""])):
        raise unknown
    before = None
    if len(parts) > 2 and parts[-2] == "before":
        before, parts = _position(parts[-1], unknown), parts[:-2]
    view = _kind(parts, sections, marks, page=before is not None, html=form == "html")
    if view is None:
        raise unknown
    return replace(view, before=before, format=form)


def _kind(parts: list[str], sections: Container[str], marks: Container[str], *, page: bool, html: bool) -> View | None:
    """The view that the parts of a path name. An edition is whole: it has no ``page``."""
    match parts:
        case [""] if html:
            return View("front")
        case ["index"] if not html:
            return View("front")
        case [year, month, day] if not page and _as_day(f"{year}-{month}-{day}"):
            return View("day", f"{year}-{month}-{day}")
        case ["search"]:
            return View("search")
        case ["source", slug] if _is_slug(slug):
            return View("source", slug)
        case ["mark", code] if code in marks:
            return View("mark", code)
        case ["story", story] if _is_uuid(story):
            return View("story", story)
        case ["story", story, slug] if _is_uuid(story) and _is_slug(slug):
            return View("story", story, slug=slug)
        case [section] if section in sections:
            return View("section", section)
    return None


def listing_formats() -> dict[str, str]:
    """The formats that have listings: extension → name; pages have none."""
    return {member.extension: name for name, member in formats.items() if member.media_type and name != "html"}


def parse_address(address: str, sections: Container[str]) -> View:
    """The view of an address on the site, as someone typed it: path and query, with or without scheme and host."""
    parts = urlsplit(address if address.startswith(("/", "http://", "https://")) else f"/{address}")
    return parse(parts.path or "/", parts.query, sections)


def _filtered(view: View, values: Mapping[str, list[str]], marks: Container[str]) -> View:
    """``view`` with the filters of its query string."""
    sources = sorted(set(values.get("source", [])))
    if len(sources) > MOST_SOURCES:
        raise BadFilter(
            "source", "…", gettext_noop("more than %(most)s sources"), gettext_noop("Name fewer"), most=MOST_SOURCES
        )
    for slug in sources:
        if not _is_slug(slug):
            raise BadFilter("source", slug, NEVER)
    one = {name: _single(name, values[name]) for name in ("mark", "lang", "from", "to", "raw") if name in values}
    mark, language = one.get("mark", ""), one.get("lang", "")
    if mark and mark not in marks:
        raise BadFilter(
            "mark",
            mark,
            gettext_noop("there is no such mark"),
            gettext_noop("Choose one of the marks that /about/marks explains"),
        )
    if language and not _LANGUAGE.match(language):
        raise BadFilter(
            "lang", language, gettext_noop("this is no language tag"), gettext_noop("Write it like en or pt-BR")
        )
    days = {}
    for name in ("from", "to"):
        if name in one:
            days[name] = _as_day(one[name])
            if days[name] is None:
                raise BadFilter(
                    name, one[name], gettext_noop("this is not a date"), gettext_noop("Write it like 2026-11-22")
                )
    since, until = days.get("from"), days.get("to")
    if since and until and since > until:
        raise BadFilter(
            "from",
            one["from"],
            gettext_noop("it is after to=%(day)s"),
            gettext_noop("Swap the two days"),
            day=one["to"],
        )
    query = _clean(" ".join(dict.fromkeys(values.get("q", ()))))  # no search is wrong: given twice, both are meant
    if len(query) > LONGEST_QUERY:
        raise BadFilter("q", query[:40] + "…", TOO_LONG, gettext_noop("Search for fewer words"), most=LONGEST_QUERY)
    raw = one.get("raw", "0")
    if raw not in ("0", "1"):
        raise BadFilter("raw", raw, gettext_noop("it is 0 or 1"))
    return replace(
        view, sources=tuple(sources), mark=mark, language=language, since=since, until=until, query=query,
        raw=raw == "1" and view.format == "csv",
    )  # fmt: skip


def _single(name: str, values: Iterable[str]) -> str:
    different = sorted(set(values))
    if len(different) > 1:
        raise BadFilter(
            name,
            different[1],
            gettext_noop("it is given twice with different values"),
            gettext_noop("Give it once"),
        )
    return different[0]


def _clean(query: str) -> str:
    """What was typed with white space folded and without characters that cannot be shown."""
    kept = "".join(char if unicodedata.category(char) not in ("Cc", "Cs", "Cn", "Co") else " " for char in query)
    return " ".join(kept.split())


def _as_day(text: str) -> date | None:
    """An ISO 8601 day of the years that a network can have, else None."""
    found = _DAY.match(text)
    try:
        return date.fromisoformat(text) if found and 1970 <= int(found[1]) < 2200 else None
    except ValueError:
        return None


def _position(text: str, error: Exception) -> int:
    if not _TOKEN.match(text) or int(text, 36) > 2**62:
        raise error
    return int(text, 36)


def _is_slug(text: str) -> bool:
    """Words of letters, digits and the marks that Devanagari and others write within a word, hyphens between them."""
    return all(
        word and all(char.isalnum() or unicodedata.category(char)[0] == "M" for char in word)
        for word in text.split("-")
    )


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
