"""Words in their own language and direction: names isolated, texts of other languages labelled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category
from urllib.parse import quote, unquote

from django.utils.translation import pgettext
from markupsafe import Markup

from standfirst.language import words
from standfirst.publishing.pages.clock import locale
from standfirst.publishing.pages.written import Rendered, rendered, shown


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """``rtl`` or ``ltr``, by the script that the language is written in."""
    return words.direction(language)


@lru_cache(maxsize=4096)
def number(value: int, language: str) -> str:
    """A whole number as ``language`` groups its digits (CLDR): ``1,240``, ``1.240``, ``1 240``.

    The digits are European in every language, as those of the dates beside them are.
    """
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale(language)))


@lru_cache(maxsize=4096)
def bdi(name: str) -> Markup:
    """A name inside a sentence, isolated so that its direction does not turn the words around it."""
    return rendered(f"<bdi>{shown(name)}</bdi>")


NOTHING = Rendered("")


def code(text: str) -> Markup:
    """A name as programs write it, inside a sentence."""
    return rendered(f"<code>{shown(text)}</code>")


@lru_cache(maxsize=256)
def foreign(language: str, text_direction: str, own: str) -> Markup:
    """`` lang="…" dir="…"`` for a text that is not in the page's language, nothing for one that is.

    British and American English are one language here, as are all that differ by country alone.
    """
    if text_direction == direction(own) and _read(language) == _read(own):
        return NOTHING
    return rendered(f' lang="{shown(language or "und")}" dir="{shown(text_direction)}"')


def _read(tag: str) -> list[str]:
    """A BCP 47 tag but for its country, by which nobody reads otherwise; that of Chinese tells how it is written."""
    first, *rest = tag.lower().replace("_", "-").split("-")
    return [first, *(each for each in rest if first == "zh" or len(each) > 3)]


@lru_cache(maxsize=1024)
def language_name(tag: str, own: str) -> str:
    """A language's name in the page's language, the tag itself where CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag, sep="-").get_display_name(locale(own))
    except (UnknownLocaleError, ValueError, TypeError):
        return tag
    return name[:1].upper() + name[1:] if name else tag


_RANGE = re.compile(r"[0-9]+[–-][0-9]+|(?<![\w-])\w{1,8}-\w{1,8}(?![\w-])")


def whole(text: str) -> Markup:
    """A headline whose scores and ranges (``7–4``) and short compounds (``six-day``) no line break divides."""
    safe = shown(text)
    if "–" in text or "-" in text:  # few, and every row asks
        # Character references end in ";", so that none of them can be taken for a range.
        safe = _RANGE.sub(r'<span class="nb">\g<0></span>', safe)
    return rendered(safe)


def web(link: str) -> str:
    """An address that may stand in a link: http or https, and nothing else (``javascript:`` is one, too)."""
    return link if link[:8].lower().startswith(("http://", "https://")) else ""


_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def iri(address: str) -> str:
    """An address as people read it (RFC 3987): letters and digits of every script as themselves, not ``%D8%A7``.

    Whatever else is encoded stays so: a mark that cannot be seen, or one that ends an address in a text.
    """
    return _ENCODED.sub(lambda found: _readable(found[0]), address)


def _readable(encoded: str) -> str:
    try:
        text = unquote(encoded, errors="strict")
    except UnicodeDecodeError:
        return encoded
    return "".join(each if each.isalnum() or category(each)[0] == "M" else quote(each) for each in text)


@lru_cache(maxsize=256)
def percent(hundredths: int, language: str) -> str:
    """A whole percentage as ``language`` writes it: ``99%``, ``99 %``."""
    from babel.numbers import format_percent

    return str(format_percent(hundredths / 100, locale=locale(language)))


def listed(things: Iterable[str], *, long: bool = False) -> str:
    """Things one after the other as the network's language divides them; ``long`` ones may hold commas themselves."""
    several = list(things)
    if len(several) < 2:
        return "".join(several)
    if long:
        return pgettext("between long items of a list", "; ").join(several)
    return pgettext("between items of a list", ", ").join(several)


__all__ = ["bdi", "code", "direction", "foreign", "iri", "language_name", "listed", "number", "percent", "web", "whole"]
