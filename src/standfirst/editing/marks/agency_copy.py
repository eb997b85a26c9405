"""Agency copy: the source carries an agency's text."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from standfirst.editing import Mark
from standfirst.editing.marks import Context, enter
from standfirst.language.datelines import AGENCIES, agency, credit, dateline

# Initials that are words or other names elsewhere count only where they stand alone between commas or slashes.
_CLEAR = sorted(
    (name for name in AGENCIES if len(name) > 2 and name not in {"SID", "sid", "APA", "TASS", "PAP"}), key=len
)
#: Initials that may be a writer's: as a credit they count in brackets alone.
_INITIALS = frozenset({"CP", "EP", "PA", "TT"})
# "… left the country, police said. PTI": an agency's name as the last word, behind the last sentence.
_LAST = re.compile(r"[.!?][\"”’»]?\s{1,4}[(\[]?(\w{3,12})[)\]]?$")
_NAMED = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, reversed(_CLEAR))) + r")(?!\w)")


@enter("agency-copy", "The source carries an agency's text.", rank=60)
def agency_copy(context: Context) -> Mark | None:
    """Set by a byline, a dateline or a closing credit that names an agency, unless the publisher is that agency."""
    article = context.article
    house = (article.publisher, article.canonical or article.address)
    for name in (article.byline, *article.authors, article.signature):
        found = agency(name) or _in(name)
        if found and not _own(found, *house):
            return Mark("agency-copy", f"The byline names {found}.")
    running = [each for each in article.paragraphs if each.role in {"text", "standfirst"}]
    for paragraph in running[:2]:
        end, found = dateline(paragraph.text)
        if found and not _own(found, *house):
            place = context.place(paragraph.start, paragraph.start + end)
            return Mark("agency-copy", f"The report begins with the dateline of {found}.", (place,))
    for paragraph in running[-3:]:
        start, found = _credit(paragraph.text)
        if found and not _own(found, *house):
            place = context.place(paragraph.start + start, paragraph.end)
            return Mark("agency-copy", f"The report ends with the credit of {found}.", (place,))
    return None


def _in(byline: str) -> str:
    found = _NAMED.search(byline[:300])
    return AGENCIES[found.group()] if found else ""


def _credit(text: str) -> tuple[int, str]:
    """Where a closing credit begins, and the agency it names; "" where there is none."""
    start, found = credit(text)
    if found and text[start:].strip(" .") not in _INITIALS:
        return start, found
    last = _LAST.search(text.rstrip(), max(0, len(text) - 40))
    name = last.group(1) if last else ""
    if last and name in AGENCIES and (name in _CLEAR or name.isupper()):
        return last.start(1), AGENCIES[name]
    return len(text), ""


def _own(found: str, publisher: str, address: str) -> bool:
    """Whether the publisher is the agency, by its name or its host: its own text is no copy."""
    house = publisher.casefold()
    host = (urlsplit(address).hostname or "").split(".")
    names = [name.casefold() for name, known in AGENCIES.items() if known == found]
    if any(label in {name, f"{name}news"} for name in names for label in host):
        return True
    return bool(house) and any(
        name == house or (len(name) > 3 and name in house) or house.startswith(f"{name} ") for name in names
    )
