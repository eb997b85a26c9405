"""What feeds are made of: dates, addresses, language tags, plain text, HTML that is safe and stands on its own.

Each function gives what is wrong with a value in a few words, "" where nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html.entities import html5
from typing import Any
from urllib.parse import urlsplit

from tests.publishing.validators.rules import words

DAYS, MONTHS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun", "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_RFC822 = re.compile(rf"(?:({DAYS}), )?\d{{2}} (?:{MONTHS}) \d{{4}} \d{{2}}:\d{{2}}:\d{{2}} (?:[+-]\d{{4}}|GMT)\Z")
_RFC3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})\Z")
_URI = re.compile(
    r"([A-Za-z][A-Za-z0-9+.-]*):(?://(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)?"
    r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\Z"
)
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
# Languages of ISO 639-1 as publishers use them, and the three letters of ISO 639-2 for none known; BCP 47's shape.
_TAG = re.compile(r"(?:[a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*\Z", re.IGNORECASE)
_MIME = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,100}/[A-Za-z0-9!#$&^_.+-]{1,100}(?:\s*;\s*[^\s;]{1,200})*\Z")
_TAGLIKE = re.compile(r"<[A-Za-z/!?]")
_REFERENCE = re.compile(r"&(#|[A-Za-z0-9]{1,32};|[A-Za-z0-9]{1,32})")
_MAIL = re.compile(r"[^\s@<>()]{1,64}@[A-Za-z0-9.-]{1,255}\.[A-Za-z]{2,24}(?: \([^()]{1,200}\))?\Z")
# The first characters that no text means: C1 controls, and what stands for a character nobody could read.
_BAD = re.compile("[\x7f-\x9f\ufffd\ufffe\uffff\ufdd0-\ufdef]")
_ACTIVE = words(
    "script style iframe object embed applet form input button textarea select link meta base frame frameset noscript"
    " html head body title svg math audio video source track"
)
_BAD_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|1[1-9]|2[0-9]|3[01]|13)|[xX]0*(?:[0-8bceEf]|1[0-9a-fA-F]|[dD]));")


def wrong_date822(text: str) -> str:
    """RFC 822 with a year of four digits, the day of the week right, and a time that can be."""
    found = _RFC822.match(text)
    if not found:
        return f"{text!r} is no date of RFC 822 with a year of four digits"
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return f"{text!r} is no day of the calendar"
    if found[1] and found[1] != at.strftime("%a"):
        return f"{text!r}: that day was no {found[1]}"
    return _implausible(at, text)


def wrong_date3339(text: str) -> str:
    """RFC 3339: ``T`` and ``Z`` in capitals, seconds, an offset; no white space around it."""
    if not _RFC3339.match(text):
        return f"{text!r} is no date of RFC 3339"
    try:
        at = datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))
    except ValueError:
        return f"{text!r} is no day of the calendar"
    return _implausible(at, text)


def moment(text: str) -> datetime:
    """A date of RFC 3339 that was found sound, to the microsecond."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _implausible(at: datetime, text: str) -> str:
    if at.year < 1970 or at > datetime.now(UTC) + timedelta(days=366):
        return f"{text!r} is implausible"
    return ""


def wrong_uri(text: str, *, web: bool = False) -> str:
    """An absolute URI by RFC 3986, its characters those of a URI; ``web``: of http or https, with a host."""
    found = _URI.match(text)
    if not found:
        return f"{text[:200]!r} is no absolute URI"
    if found[1] in ("http", "https") and not urlsplit(text).hostname:
        return f"{text[:200]!r} has no host"
    if web and found[1] not in ("http", "https"):
        return f"{text[:200]!r} is no address of the web"
    if text.lower().startswith("urn:uuid:") and not _UUID.match(text):
        return f"{text!r} is no UUID"
    return ""


def wrong_language(text: str) -> str:
    """A language tag by the shape that BCP 47 gives it."""
    return "" if _TAG.match(text) else f"{text!r} is no language tag"


def wrong_media_type(text: str) -> str:
    """A media type."""
    return "" if _MIME.match(text) else f"{text!r} is no media type"


def wrong_mail(text: str) -> str:
    """An address of mail, the name behind it in brackets, as RSS has it."""
    return "" if _MAIL.match(text) else f"{text!r} is no address of mail"


def markup_in(text: str) -> str:
    """Plain text that a reader of HTML would take for markup."""
    if found := _TAGLIKE.search(text):
        return f"{text[found.start() : found.start() + 20]!r} reads as a tag"
    for found in _REFERENCE.finditer(text):
        name = found[1]
        if name == "#" or name.endswith(";") or not name.isalpha() or name in html5:
            return f"{found[0]!r} reads as a character reference"
    return ""


def bad_characters(text: str) -> str:
    """Controls and stand-ins that no text means."""
    return f"holds U+{ord(found[0]):04X}" if (found := _BAD.search(text)) else ""


def wrong_html(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with HTML inside a feed, as (kind, words): ``unsafe``, ``relative`` or ``broken``."""
    from lxml import html

    if _BAD_REFERENCE.search(text):
        yield "broken", "a character reference to a control"
    if not text.strip():
        return
    parser = html.HTMLParser(recover=True, no_network=True, huge_tree=True)
    root: Any = html.fragment_fromstring(text, create_parent="div", parser=parser)
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "unsafe", "a comment or an instruction"
            continue
        if element.tag in _ACTIVE:
            yield "unsafe", f"the element {element.tag}"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                yield "unsafe", f"the attribute {name}"
            elif name in ("href", "src", "cite", "action", "poster"):
                if re.match(r"\s*(?:javascript|vbscript|data):", value, re.IGNORECASE):
                    yield "unsafe", f"{name}={value[:60]!r}"
                elif wrong := wrong_uri(value):
                    yield "relative", f"{name}: {wrong}"
