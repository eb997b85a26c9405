"""Agency copy: the source carries an agency's text."""

from __future__ import annotations

import re

from standfirst.editing import Mark
from standfirst.editing.marks import Context, enter
from standfirst.language.datelines import AGENCIES, agency, credit, dateline

# Initials that are words or other names elsewhere count only where they stand alone between commas or slashes.
_CLEAR = sorted(
    (name for name in AGENCIES if len(name) > 2 and name not in {"SID", "sid", "APA", "TASS", "PAP"}), key=len
)
_NAMED = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, reversed(_CLEAR))) + r")(?!\w)")


@enter("agency-copy", "The source carries an agency's text.", rank=60)
def agency_copy(context: Context) -> Mark | None:
    """Set by a byline, a dateline or a closing credit that names an agency, unless the publisher is that agency."""
    article = context.article
    for name in (article.byline, *article.authors):
        found = agency(name) or _in(name)
        if found and not _own(found, article.publisher):
            return Mark("agency-copy", f"The byline names {found}.")
    running = [each for each in article.paragraphs if each.role in {"text", "standfirst"}]
    for paragraph in running[:2]:
        end, found = dateline(paragraph.text)
        if found and not _own(found, article.publisher):
            place = context.place(paragraph.start, paragraph.start + end)
            return Mark("agency-copy", f"The report begins with the dateline of {found}.", (place,))
    for paragraph in running[-3:]:
        start, found = credit(paragraph.text)
        if found and not _own(found, article.publisher):
            place = context.place(paragraph.start + start, paragraph.end)
            return Mark("agency-copy", f"The report ends with the credit of {found}.", (place,))
    return None


def _in(byline: str) -> str:
    found = _NAMED.search(byline[:300])
    return AGENCIES[found.group()] if found else ""


def _own(found: str, publisher: str) -> bool:
    """Whether the publisher is the agency: its own text is no copy."""
    house = publisher.casefold()
    return bool(house) and any(
        name.casefold() == house
        or (len(name) > 3 and name.casefold() in house)
        or house.startswith(name.casefold() + " ")
        for name, known in AGENCIES.items()
        if known == found
    )
