"""The town's calendar: every date in its articles is counted from the demo's start, so that it is always fresh.

Day 0 is the day of the latest noon before the start. All that day 0 brings is published before noon, so no
article lies in the future, and which weekday an article names never depends on the hour of the start.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from standfirst.errors import StandfirstError

#: ``{{weekday:-1}}`` in a text: a form, and an offset from day 0 in days (``month``: months, ``year``: years).
PLACEHOLDER = re.compile(r"\{\{(weekday|day_month|date|month|year):([+-]?\d{1,4})\}\}")

#: CLDR patterns (Unicode Technical Standard 35) by form and language; "" is every other language.
PATTERNS = {
    "weekday": {"": "EEEE"},
    "day_month": {"": "d MMMM", "de": "d. MMMM", "es": "d 'de' MMMM"},
    "date": {"": "d MMMM y", "de": "d. MMMM y", "es": "d 'de' MMMM 'de' y"},
    "month": {"": "LLLL"},
    "year": {"": "y"},
}


def day_zero(start: datetime) -> date:
    """The day of the latest noon at or before ``start``, in the start's own zone."""
    return (start - timedelta(hours=12)).date()


def moment(when: str, start: datetime) -> datetime:
    """``"-1 07:40"``, the day before day 0 at 7.40, as an aware time in the start's zone."""
    try:
        day, clock = when.split()
        return datetime.combine(
            day_zero(start) + timedelta(days=int(day)), time.fromisoformat(clock), tzinfo=start.tzinfo
        )
    except ValueError as error:
        raise StandfirstError(
            f"{when!r}", "this is no time of the town", 'Write a day and a time: "-1 07:40".'
        ) from error


def fill(text: str, zero: date, language: str = "en") -> str:
    """``text`` with its placeholders written out in ``language`` (en, de, es, ar)."""
    from babel.dates import format_date

    def written(match: re.Match[str]) -> str:
        form, offset = match[1], int(match[2])
        patterns = PATTERNS[form]
        return format_date(
            shifted(zero, form, offset), patterns.get(language, patterns[""]), "en_GB" if language == "en" else language
        )

    return PLACEHOLDER.sub(written, text)


def shifted(zero: date, form: str, offset: int) -> date:
    """Day 0 moved by ``offset`` days, or months or years where the form names those (then the 1st of the month)."""
    if form == "year":
        return date(zero.year + offset, 1, 1)
    if form == "month":
        months = zero.year * 12 + zero.month - 1 + offset
        return date(months // 12, months % 12 + 1, 1)
    return zero + timedelta(days=offset)
