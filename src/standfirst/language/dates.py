"""Dates named in a text, with their ISO 8601 value: days, months, years, weekdays and words like "yesterday"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from standfirst.language import lexicons, weekdays
from standfirst.language.words import fold, primary

#: At most so many dates of one text; more is a timetable.
MOST = 400
#: News tells more of what was: a day ahead must be so many times nearer than the one behind.
BEHIND = 1.5
#: Languages that write 3/14/2026 with the month first; a tag's region decides for English.
MONTH_FIRST_REGIONS = frozenset({"us", "ph"})

_YEAR = r"(?:1[5-9]|20)\d{2}"
_ISO = re.compile(rf"(?<![\d.\-/])({_YEAR})-(\d{{2}})(?:-(\d{{2}}))?(?![\d\-/])")
_NUMERIC = re.compile(rf"(?<![\d.\-/])(\d{{1,2}})([./])\s?(\d{{1,2}})\2\s?({_YEAR}|\d{{2}})(?![\d/])(?!\.\d)")
_CJK = re.compile(rf"(?:({_YEAR})\s?年)?\s?(\d{{1,2}})\s?月(?:\s?(\d{{1,2}})\s?[日号])?|({_YEAR})\s?年")
_YEAR_ALONE = re.compile(rf"(?<![\w.,:/$€£¥#\-–])({_YEAR})(?![\w%°]|[.,:]\d|\s?[%€£$])")
# What stands behind a whole date in a dateline: "21 Nov 2026, 1940", with a zone or nothing behind.
_CLOCK = re.compile(
    r",?[ \u00a0]{1,3}((?:[01]\d|2[0-3])[0-5]\d)(?![.,]\d)"
    r"(?=[ \u00a0]{0,3}(?:$|[^\w ]|(?:GMT|UTC|[BCEMP][DES]?[ST]T|hrs|Uhr)\b))"
)
_HAS_YEAR = re.compile(_YEAR)
_YEARS = re.compile(rf"(?<![\w.,])({_YEAR})[–/-](?:{_YEAR}|\d{{2}})(?![\w%]|[.,]\d)")
_YEAR_BEFORE = re.compile(rf"\b({_YEAR}) $")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as a text names it. ``value``: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; "" where it stays open.

    ``kind``: day, month, year, weekday or relative; the last two have a value only against a reference.
    """

    start: int
    end: int
    value: str
    kind: str


@lru_cache(maxsize=128)
def find(text: str, language: str, reference: date | None = None) -> tuple[DateMention, ...]:
    """The dates of ``text``, in order and not overlapping.

    A weekday is the latest such day not after ``reference`` (news tells what was); after a word for "next" the first
    one after it; where the verb nearest to it speaks of the future ("will open on Friday", "on Friday it will") the
    first one from ``reference`` on. A weekday in a name ("Black Friday") is none, and stays open in a language whose
    verbs we do not know. A day and month without a year is put in the year that brings it nearest to ``reference``,
    what was before it rather than what will be; without a
    reference it is passed over, as are weekdays and "yesterday", which then have no value ("").
    """
    found = [*_written(text, language, reference), *_digits(text, language), *_named(text, language, reference)]
    found.extend(_years(text, language))
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[DateMention] = []
    for mention in found:
        if mention.kind == "year" and kept and (time := clock(text, kept[-1])) and time.start(1) == mention.start:
            continue
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        if len(kept) == MOST:
            break
    return tuple(kept)


def clock(text: str, mention: DateMention) -> re.Match[str] | None:
    """The time that a dateline writes in four digits behind a date with its year, in group 1: "21 Nov 2026, 1940"."""
    if mention.kind != "day" or not _HAS_YEAR.search(text, mention.start, mention.end):
        return None
    return _CLOCK.match(text, mention.end)


def day(year: int, month: int, number: int) -> str:
    """``YYYY-MM-DD``, or "" for a day that no calendar has."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Day-first and month-first patterns over the month names of a language."""
    lexicon = lexicons.get(language)
    if not lexicon.months:
        return None
    full = "|".join(sorted((_loose(name) for name in lexicon.months), key=len, reverse=True))
    short = "|".join(sorted((_loose(name) for name in lexicon.months_short), key=len, reverse=True))
    month = rf"(?P<month>(?:{full})\b" + (rf"|(?:{short})\b\.?)" if short else ")")
    year = rf"(?:,?\s{{1,3}}(?:de\s|del\s)?(?P<year>{_YEAR})\b)?"
    number = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    first = re.compile(rf"(?<![\w.])(?:{number}\s{{1,3}}(?:of\s|de\s|d['’])?)?{month}{year}", re.IGNORECASE)
    second = re.compile(rf"(?<!\w){month}\s{{1,3}}{number}(?![\w:%]|[.,]\d){year}", re.IGNORECASE)
    return first, second


_LOOSE = {"a": "[aáàâäã]", "e": "[eéèêë]", "i": "[iíìîï]", "o": "[oóòôöõ]", "u": "[uúùûü]", "c": "[cç]", "n": "[nñ]"}


def _loose(folded: str) -> str:
    """A folded name as a pattern that also matches it with accents."""
    return "".join(_LOOSE.get(letter, re.escape(letter)) for letter in folded)


def _written(text: str, language: str, reference: date | None) -> list[DateMention]:
    """``14 March``, ``March 14, 2026``, ``14. März 2026``, ``mars 2026``."""
    patterns = _patterns(primary(language))
    if patterns is None:
        return []
    lexicon = lexicons.get(language)
    found = []
    for pattern in reversed(patterns):
        for match in pattern.finditer(text):
            name = fold(match["month"].rstrip("."))
            month = lexicon.months.get(name) or lexicon.months_short.get(name)
            if month is None:
                continue
            number = int(match["day"]) if match["day"] else None
            year = int(match["year"]) if match["year"] else _year_told(text, match.end(), lexicon, reference)
            mention = _value(text, match, month, number, year, reference, name in lexicon.months)
            if mention is not None:
                found.append(mention)
    return found


def _value(
    text: str,
    match: re.Match[str],
    month: int,
    number: int | None,
    year: int | None,
    reference: date | None,
    full: bool,
) -> DateMention | None:
    start, end = match.start(), match.end()
    if text[end - 1] == "." and number is None:
        end -= 1
    if number is None:
        # A month's name alone: its abbreviations are words or names too, and so are "may" and "march".
        if not full or (year is None and (not text[match.start("month")].isupper() or reference is None)):
            return None
        if year is None and (match["month"] in {"May", "March", "Mars", "Mai", "Avril"}):
            return None
        ahead = _YEAR_BEFORE.search(text, max(0, start - 6), start)
        near = year or (int(ahead[1]) if ahead else _nearest_year(reference, month, 15))
        return DateMention(start, end, f"{near:04d}-{month:02d}", "month")
    if year is None and reference is None:
        return DateMention(start, end, "", "day") if day(2024, month, number) else None
    value = day(year or _nearest_year(reference, month, number), month, number)
    return DateMention(start, end, value, "day") if value else None


#: "Year" in the languages that have lexicons, folded.
_YEAR_WORDS = frozenset({"year", "year's", "jahr", "jahres", "an", "annee", "ano"})


def _year_told(text: str, end: int, lexicon: lexicons.Lexicon, reference: date | None) -> int | None:
    """The year that "last year" or "next year" right after a month means; None where nothing such stands there."""
    if reference is None:
        return None
    after = [fold(word) for word in _WORD.findall(text[end : end + 30].partition(".")[0])[:3]]
    if not _YEAR_WORDS & set(after):
        return None
    beside = set(after[: max(1, next(place for place, word in enumerate(after) if word in _YEAR_WORDS) + 2)])
    if beside & lexicon.last_cues:
        return reference.year - 1
    return reference.year + 1 if beside & (lexicon.next_cues - {"this"}) else None


def _nearest_year(reference: date | None, month: int, number: int) -> int:
    assert reference is not None
    best, gap = reference.year, 10_000.0
    for year in (reference.year, reference.year - 1, reference.year + 1):
        try:
            away: float = abs((date(year, month, number) - reference).days)
        except ValueError:
            continue
        if (date(year, month, number) - reference).days > 0:
            away *= BEHIND
        if away < gap:
            best, gap = year, away
    return best


def _digits(text: str, language: str) -> list[DateMention]:
    """``2026-03-14``, ``14.03.2026``, ``14/03/2026``, ``2026年3月14日``."""
    found = []
    for match in _ISO.finditer(text):
        year, month = int(match[1]), int(match[2])
        if match[3]:
            value, kind = day(year, month, int(match[3])), "day"
        else:
            value, kind = (f"{year}-{month:02d}" if 1 <= month <= 12 else ""), "month"
        if value:
            found.append(DateMention(match.start(), match.end(), value, kind))
    tag = re.split(r"[-_]", language.lower())
    month_first = tag[0] == "en" and len(tag) > 1 and tag[-1] in MONTH_FIRST_REGIONS
    for match in _NUMERIC.finditer(text):
        one, other = int(match[1]), int(match[3])
        year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        swap = (month_first and match[2] == "/" and one <= 12) or (other > 12 >= one)
        value = day(year, one, other) if swap else day(year, other, one)
        if value:
            found.append(DateMention(match.start(), match.end(), value, "day"))
    return [*found, *_chinese(text)]


def _chinese(text: str) -> list[DateMention]:
    """``2026年3月14日``, with or without month and day."""
    if "年" not in text:
        return []
    found = []
    for match in _CJK.finditer(text):
        value, kind = "", "day"
        if match[1] and match[3]:
            value = day(int(match[1]), int(match[2]), int(match[3]))
        elif match[1]:
            value, kind = f"{match[1]}-{int(match[2]):02d}", "month"
        elif match[4]:
            value, kind = match[4], "year"
        if value:
            found.append(DateMention(match.start(), match.end(), value, kind))
    return found


def _years(text: str, language: str) -> list[DateMention]:
    """Four digits from 1500 to 2099 that no counted word follows; "1,900" and "1900 homes" are numbers."""
    lexicon = lexicons.get(language)
    found = [DateMention(match.start(), match.end(), match[1], "year") for match in _YEARS.finditer(text)]
    for match in _YEAR_ALONE.finditer(text):
        before = fold(text[max(0, match.start() - 24) : match.start()]).replace("(", " ").split()
        cue = bool(before) and before[-1].strip(".,") in lexicon.year_cues
        after = re.match(r"\s([^\W\d_]+)", text[match.end() : match.end() + 30])
        counted = (
            after is not None
            and not cue
            and fold(after[1]) not in lexicon.stopwords
            and fold(after[1]) not in lexicon.verbs
            and (fold(after[1]) in lexicon.units or fold(after[1]) in lexicon.magnitudes or _plural(after[1], language))
        )
        if not counted:
            found.append(DateMention(match.start(), match.end(), match[1], "year"))
    return found


def _plural(word: str, language: str) -> bool:
    if primary(language) == "de":
        return word[0].isupper() and word.endswith(("n", "e", "r", "s", "t"))
    return word.islower() and (word.endswith("s") or fold(word) in {"people", "men", "women", "children", "homes"})


def _named(text: str, language: str, reference: date | None) -> list[DateMention]:
    """Weekdays and "yesterday", resolved against the reference."""
    lexicon = lexicons.get(language)
    if not lexicon.weekdays and not lexicon.relative:
        return []
    found = []
    for match in _calendar(primary(language)).finditer(text):
        word = fold(match[0])
        before = _before(text, match.start())
        if word in lexicon.relative and not _morning(match[0], before):
            value = ""
            if reference is not None:
                # "pasado mañana" is the day after tomorrow.
                days = lexicon.relative[word] + (word == "manana" and before[-1:] == ["pasado"])
                value = (reference + timedelta(days=days)).isoformat()
            found.append(DateMention(match.start(), match.end(), value, "relative"))
        elif word in lexicon.weekdays:
            after = _WORD.match(text, match.end() + 1)
            near = [*before, fold(after[0])] if after and fold(after[0]) in lexicon.next_cues else before
            then = text[match.end() : match.end() + 60].partition(". ")[0]
            value = ""
            if reference is not None and lexicon.known:
                value = weekdays.resolve(
                    lexicon.weekdays[word], near, [*map(fold, _WORD.findall(then))], lexicon, reference
                )
            if not (before and before[-1] in lexicon.day_names):
                found.append(DateMention(match.start(), match.end(), value, "weekday"))
    return found


@lru_cache(maxsize=64)
def _calendar(language: str) -> re.Pattern[str]:
    """The weekdays and the words for days from today of a language."""
    lexicon = lexicons.get(language)
    named = sorted((_loose(name) for name in (*lexicon.weekdays, *lexicon.relative)), key=len, reverse=True)
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(named)})(?![\w-])", re.IGNORECASE)


def _before(text: str, start: int) -> list[str]:
    """The folded words of the sentence before ``start``, the last twenty at most."""
    piece = text[max(0, start - 200) : start]
    sentence = piece[max(piece.rfind(mark) for mark in ".!?\n") + 1 :]
    return [fold(word) for word in _WORD.findall(sentence)][-20:]


def _morning(word: str, before: list[str]) -> bool:
    """Whether a word for tomorrow is the morning: *am Morgen*, *por la mañana*, *esta mañana*."""
    if word == "Morgen":
        return bool(before)
    return fold(word) == "manana" and before[-1:] in (["la"], ["esta"], ["una"], ["cada"], ["media"])
