"""Days as pages print them: "3 May 2026", "May 3rd, 2026", "3. Mai 2026", "2026年5月3日", "03.05.2026", "03.05.26".

Month names are known in the languages of the Latin, Cyrillic, Greek, Arabic and Hebrew scripts that news is most
often published in, whatever language the page declares: many declare the wrong one. A day counts only with its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from standfirst.language.words import fold

#: Characters of a text that are looked at.
MOST = 400
# A month's names, folded: whole words, or stems with an asterisk where endings and abbreviations vary.
_MONTHS = (
    "jan* ian* yanvar ene enero gen gennaio styczen stycznia sty leden ledna ocak tammikuu* siecan* sijecan* январ* янв"
    " січ* ιαν* يناير ינואר",
    "feb* fev* luty lutego unor* subat helmikuu* veljac* vasar* феврал* фев лют* φεβ* فبراير פברואר",
    "mar march mars marec marca mart marts martie marco marcius marz* mrz maart maret brez* maaliskuu* mac ozuj* kovo"
    " март* мар берез* μαρ* مارس מרץ",
    "apr* avr* abr abril duben dubna kwiecien kwietnia nisan huhtikuu* travanj travnja апрел* апр квіт* απρ* ابريل"
    " أبريل אפריל",
    "may mai maj maja maggio mag mayo mei maio kveten kvetna mayis mayıs toukokuu* svib* geguzes май мая трав* μαι*"
    " مايو מאי",
    "jun* juin giu giugno czerwiec czerwca cerven cervna haziran kesakuu* lipanj lipnja июн* черв* ιουν* يونيو יוני",
    "jul* juil juillet lug luglio lipiec lipca cervenec cervence temmuz heinakuu* srpanj srpnja июл* лип* ιουλ* يوليو"
    " יולי",
    "aug* aou* ago agosto agustus avgust* sierpien sierpnia srpen srpna agustos elokuu* kolovoz* авг* серп* αυγ*"
    " اغسطس أغسطس אוגוסט",
    "sep* set setembro settembre wrzesien wrzesnia zari eylul syyskuu* rujan rujna сент* верес* σεπ* سبتمبر ספטמבר",
    "oct* okt* out outubro ott ottobre pazdziernik* rijen rijna ekim lokakuu* окт* жовт* οκτ* اكتوبر أكتوبر אוקטובר",
    "nov* noiembrie listopad listopada listopadu kasim kasım marraskuu* studeni studenoga ноя* листоп* νοε* نوفمبر"
    " נובמבר",
    "dec* dez* dic diciembre dicembre des desember grudzien grudnia prosinec prosince prosinac prosinca aralik aralık"
    " joulukuu* дек* груд* δεκ* ديسمبر דצמבר",
)
_NAMES = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split() if "*" not in name}
_STEMS = {name[:-1]: number for number, names in enumerate(_MONTHS, 1) for name in names.split() if "*" in name}
_LONGEST = max(map(len, _STEMS))

_YEAR = r"((?:19|20)\d{2})"
_NUMBER = r"(\d{1,2})"
_WORD = r"([^\W\d_]{3,14})"
_AFTER = r"(?:st|nd|rd|th|er|º|ª|\.|-?го|ης)?"
_JOIN = r"(?:\s{1,3}(?:(?:of|de|del|di)(?=\s)|d[’'])|\s?[-/.])?\s{0,3}"
_DAY_FIRST = re.compile(rf"(?<![\d\w.]){_NUMBER}{_AFTER}{_JOIN}{_WORD}\.?,?{_JOIN}{_YEAR}(?!\d)", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?<!\w){_WORD}\.?\s{{0,3}}{_NUMBER}{_AFTER},?\s{{1,3}}{_YEAR}(?!\d)", re.IGNORECASE)
_ISO = re.compile(rf"(?<!\d){_YEAR}([-/.])(\d{{1,2}})\2(\d{{1,2}})(?!\d)")
_SPACED = re.compile(rf"(?<!\d){_YEAR}\.\s{_NUMBER}\.\s{_NUMBER}(?!\d)")
_EASTERN = re.compile(rf"{_YEAR}\s?[年년]\s?{_NUMBER}\s?[月월]\s?{_NUMBER}\s?[日일]")
_VIETNAMESE = re.compile(rf"(?<!\d){_NUMBER}\s(?:tháng|thang)\s{_NUMBER},?\s{{0,2}}{_YEAR}", re.IGNORECASE)
_SHORT = re.compile(rf"(?<![\d.]){_NUMBER}\.{_NUMBER}\.(\d{{2}})(?![\d.])")
_NUMERIC = re.compile(rf"(?<![\d.\-/]){_NUMBER}([./-]){_NUMBER}\2{_YEAR}(?!\d)")


def first(text: str, *, month_first: bool = False) -> date | None:
    """The first day that ``text`` names with its year, or None.

    ``month_first``: whether 5/3/2026 is the third of May, as where the page is American.
    """
    return next((day for _, day in found(text, month_first=month_first)), None)


def found(text: str, *, month_first: bool = False) -> list[tuple[int, date]]:
    """The days that ``text`` names with their years, in order, each with its place."""
    return sorted(set(_all(text[:MOST], month_first)))


def month(name: str) -> int:
    """The number of the month that a word names, 0 where it names none."""
    folded = fold(name).rstrip(".")
    if folded in _NAMES:
        return _NAMES[folded]
    return next((_STEMS[folded[:length]] for length in range(_LONGEST, 2, -1) if folded[:length] in _STEMS), 0)


def _all(text: str, month_first: bool) -> Iterator[tuple[int, date]]:
    if not any(letter.isdecimal() for letter in text):
        return
    for found in _DAY_FIRST.finditer(text):
        yield from _made(found.start(), found[3], month(found[2]), found[1])
    for found in _MONTH_FIRST.finditer(text):
        yield from _made(found.start(), found[3], month(found[1]), found[2])
    for found in _ISO.finditer(text):
        yield from _made(found.start(), found[1], int(found[3]), found[4])
    for pattern in (_EASTERN, _SPACED):
        for found in pattern.finditer(text):
            yield from _made(found.start(), found[1], int(found[2]), found[3])
    for found in _VIETNAMESE.finditer(text):
        yield from _made(found.start(), found[3], int(found[2]), found[1])
    for found in _SHORT.finditer(text):
        yield from _made(found.start(), f"20{found[3]}", int(found[2]), found[1])
    for found in _NUMERIC.finditer(text):
        one, other = int(found[1]), int(found[3])
        american = other > 12 or (month_first and one <= 12 and found[2] == "/")
        yield from _made(found.start(), found[4], one if american else other, str(other if american else one))


def _made(start: int, year: str, number: int, day: str) -> Iterator[tuple[int, date]]:
    try:
        yield start, date(int(year), number, int(day))
    except ValueError:
        return
