"""Words in their own language and direction: names isolated, texts of other languages labelled."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from standfirst.publishing.pages.clock import locale


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """``rtl`` or ``ltr``, by the script the language is written in (CLDR)."""
    from babel import Locale

    if any(part.lower() in RIGHT_TO_LEFT_SCRIPTS for part in language.split("-")[1:]):
        return "rtl"
    found: Locale = locale(language)
    return "rtl" if found.text_direction == "rtl" else "ltr"


RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"})


@lru_cache(maxsize=4096)
def bdi(name: str) -> Markup:
    """A name inside a sentence, isolated so that its direction does not turn the words around it."""
    return Markup(f"<bdi>{escape(name)}</bdi>")  # noqa: S704 - escaped


@lru_cache(maxsize=256)
def foreign(language: str, text_direction: str, own: str) -> Markup:
    """`` lang="…" dir="…"`` for a text that is not in the page's language, nothing for one that is."""
    if language == own and text_direction == direction(own):
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(language or "und", text_direction)


@lru_cache(maxsize=1024)
def language_name(tag: str, own: str) -> str:
    """A language's name in the page's language, the tag itself where CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag, sep="-").get_display_name(locale(own))
    except (UnknownLocaleError, ValueError, TypeError):
        return tag
    return name[:1].upper() + name[1:] if name else tag


_RANGE = re.compile(r"[0-9]+[–-][0-9]+")


def whole(text: str) -> Markup:
    """A headline whose scores and ranges (``7–4``) no line break divides."""
    parts: list[Markup] = []
    at = 0
    for found in _RANGE.finditer(text):
        parts += [Markup("{}").format(text[at : found.start()]), Markup('<span class="nb">{}</span>').format(found[0])]
        at = found.end()
    return Markup("").join([*parts, Markup("{}").format(text[at:])])


def web(link: str) -> str:
    """An address that may stand in a link: http or https, and nothing else (``javascript:`` is one, too)."""
    return link if link[:8].lower().startswith(("http://", "https://")) else ""


def joined(names: list[str], own: str) -> str:
    """Names as a list in the page's language: ``A, B and C``."""
    from babel.lists import format_list

    return str(format_list(names, locale=locale(own)))


__all__ = ["bdi", "direction", "foreign", "joined", "language_name", "web", "whole"]
