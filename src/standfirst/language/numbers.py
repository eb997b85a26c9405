"""Numbers in a text: their value in plain digits, their unit or currency, and the word they count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from standfirst.language import counted, dates, lexicons
from standfirst.language.words import fold, primary

#: At most so many numbers of one text; more is a table.
MOST = 600
#: Languages that write 1,234.5; all others that we read write 1.234,5 or 1 234,5.
POINT = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi", "bn", "ur", "ms", "ga", "cy", "mt", "sw", "ta", "te"})

SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₴": "UAH", "₪": "ILS", "₦": "NGN", "₱": "PHP", "zł": "PLN", "Kč": "CZK",
}  # fmt: skip
CODES = frozenset(
    {"USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF"}
    | {"RUB", "TRY", "BRL", "MXN", "ZAR", "KRW"}
)

_MEASURES = (
    "km/h|kph|mph|km²|km2|km|kg|cm|mm|m²|m2|m³|ha|kWh|MWh|GWh|TWh|kW|MW|GW|TW|mg|ml|ft|lb|lbs|oz|°C|°F|°|dB|GB|TB|MB|Hz"
)
_SYMBOL = "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))
_CODE = "|".join(sorted(CODES))
_DIGITS = r"\d{1,15}(?:[.,'’\u00a0\u202f\u2009]\d{1,6}){0,6}|\d{1,15}"
_NUMBER = re.compile(
    rf"(?P<symbol>(?<![^\W\d_])(?:{_SYMBOL})\s?|\b(?:{_CODE})\s)?(?P<minus>(?<![\w)])[-−](?=\d))?"
    rf"(?<![\dA-Za-zÀ-ɏ_])(?P<digits>\d{{1,3}}(?:\x20\d{{3}}){{1,4}}(?:,\d{{1,4}})?(?!\d)|{_DIGITS})"
    rf"(?P<ordinal>(?:st|nd|rd|th|er|ère|ème|e|º|ª)\b)?"
    rf"(?:\s?(?P<after>%|‰|(?:{_SYMBOL})(?![\w])|(?:{_CODE})\b|(?:{_MEASURES})(?![\w/])))?"
)
_PAIR = re.compile(r"(?<![\w.,:/–-])(\d{1,3})\s?[–:-]\s?(\d{1,3})(?![\w%/]|[.,:–-]\d)")
_TIME = re.compile(
    r"(?<![\w.,:–-])(?:(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s?(a\.?m\b\.?|p\.?m\b\.?|Uhr|horas\b|h\b))?"
    r"|(\d{1,2})\s?(a\.?m\b\.?|p\.?m\b\.?|Uhr|h(?:\s?(\d{2}))?\b))",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(r"[\s\u00a0-]?([^\W\d_]{1,14})(?!\w)")
_UNIT = re.compile(r"\.?[\s\u00a0-](?:(?:de|d['’]|of)\s?)?([^\W\d_]{2,16}(?:[\s-][^\W\d_]{2,8})?)")
_NEXT = re.compile(r" ([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Number:
    """``text[start:end]`` with its plain decimal ``value``.

    ``unit``: ISO 4217 code, %, pp, a measure, ``score``, ``time`` (24 h), ``ordinal``, or "". ``noun`` is the
    counted word, folded: the next content word of the sentence, or the one before.
    """

    start: int
    end: int
    value: str
    unit: str = ""
    noun: str = ""


@lru_cache(maxsize=64)
def find(text: str, language: str, reference: date | None = None) -> tuple[Number, ...]:
    """The numbers of ``text``, in order and not overlapping; dates and years are none.

    ``reference`` is the day that ``dates`` resolves against: a caller that asks for both names the same.
    """
    code = primary(language)
    lexicon = lexicons.get(code)
    mentioned = dates.find(text, language, reference)
    taken = [(mention.start, mention.end) for mention in mentioned]
    found: list[Number] = []
    times = [*_clocks(text, mentioned), *_times(text, code)]
    for numbers in (times, _pairs(text), _plain(text, code, lexicon), _words(text, lexicon)):
        for number in numbers:
            if not any(number.start < end and start < number.end for start, end in taken):
                taken.append((number.start, number.end))
                found.append(number)
            if len(found) >= MOST:
                break
    found.sort(key=lambda number: number.start)
    return tuple(number if number.unit in {"time", "score"} else _with_noun(text, number, lexicon) for number in found)


def value(digits: str, language: str) -> str:
    """``1,234.5`` or ``1.234,5`` as the plain ``1234.5``, by how ``language`` writes numbers.

    A lone separator before exactly three digits groups thousands where it is the language's own mark for that;
    a lone other one is the decimal mark. With both, the last is the decimal mark.
    """
    digits = re.sub(r"[\s'’]", "", digits)
    point, group = (".", ",") if primary(language) in POINT else (",", ".")
    if point in digits and group in digits:
        last = max(digits.rfind("."), digits.rfind(","))
        whole, fraction = re.sub(r"[.,]", "", digits[:last]), digits[last + 1 :]
    elif group in digits:
        parts = digits.split(group)
        if all(len(part) == 3 for part in parts[1:]):
            whole, fraction = "".join(parts), ""
        elif len(parts) == 2:
            whole, fraction = parts[0], parts[1]
        else:
            whole, fraction = digits.replace(group, ""), ""
    elif digits.count(point) == 1:
        whole, _, fraction = digits.partition(point)
    else:
        whole, fraction = digits.replace(point, ""), ""
    return plain(Decimal(f"{whole or '0'}.{fraction or '0'}"))


def plain(number: Decimal) -> str:
    """A number in plain digits, without an exponent or idle zeros."""
    shown = f"{number:f}"
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown) or "0"


def _times(text: str, language: str) -> list[Number]:
    found = []
    for match in _TIME.finditer(text):
        hours, minutes = int(match[1] or match[4]), int(match[2] or match[6] or 0)
        suffix = (match[3] or match[5] or "").lower().replace(".", "")
        # "18.30" is a time only with "Uhr" or "horas", and 3.45 mostly is not one.
        if "." in match[0][:3] and not suffix:
            continue
        if match[4] and suffix.startswith("h") and language not in {"fr", "es", "pt"}:
            continue
        if suffix == "pm" and hours < 12:
            hours += 12
        if suffix == "am" and hours == 12:
            hours = 0
        if hours < 25 and minutes < 60:
            end = match.end() - (match[0].endswith("."))
            found.append(Number(match.start(), end, f"{hours:02d}:{minutes:02d}", "time"))
    return found


def _clocks(text: str, mentioned: Iterable[dates.DateMention]) -> list[Number]:
    """Times that datelines write in four digits behind their dates."""
    times = [time for mention in mentioned if (time := dates.clock(text, mention))]
    return [Number(time.start(1), time.end(1), f"{time[1][:2]}:{time[1][2:]}", "time") for time in times]


def _pairs(text: str) -> list[Number]:
    """Scores and ranges: ``3–1``, ``10-15``. ``1:0`` too; times were taken before."""
    return [
        Number(found.start(), found.end(), f"{int(found[1])}-{int(found[2])}", "score")
        for found in _PAIR.finditer(text)
    ]


def _plain(text: str, language: str, lexicon: lexicons.Lexicon) -> list[Number]:
    found = []
    for match in _NUMBER.finditer(text):
        digits = match["digits"]
        end = match.end()
        if digits.count(" ") and language in POINT:
            digits = digits.split(" ")[0]
            end = match.start("digits") + len(digits)
        symbol = (match["symbol"] or "").strip()
        after = match["after"] or "" if end == match.end() else ""
        unit = _currency(symbol) or _currency(after) or after
        number = Decimal(value(digits, language))
        if match["minus"]:
            number = -number
        if match["ordinal"] and not unit:
            found.append(Number(match.start(), end, plain(number), "ordinal"))
            continue
        if not after:
            number, unit, end = _followed(text, end, number, unit, lexicon)
        found.append(Number(match.start(), end, plain(number), unit))
    return found


def _currency(symbol: str) -> str:
    return SYMBOLS.get(symbol, symbol if symbol in CODES else "")


def _followed(text: str, end: int, number: Decimal, unit: str, lexicon: lexicons.Lexicon) -> tuple[Decimal, str, int]:
    """Magnitude and unit in words after a number: ``3.5 million euros``, ``12 per cent``, ``£2bn``."""
    for _ in range(2):
        match = _MAGNITUDE.match(text, end)
        if match is None:
            break
        word = fold(match[1])
        spaced = match.start(1) > end
        if word not in lexicon.magnitudes or (len(word) < 2 and (spaced or not unit)):
            break
        number, end = number * lexicon.magnitudes[word], match.end(1)
    if not unit:
        match = _UNIT.match(text, end)
        if match is not None:
            words = fold(match[1])
            for piece, stop in ((words, match.end(1)), (words.split()[0], match.start(1) + len(match[1].split()[0]))):
                if piece in lexicon.units:
                    return number, lexicon.units[piece], stop
    if text[end : end + 2].strip() in {"€", "$", "£"} and not unit:
        return number, SYMBOLS[text[end : end + 2].strip()], end + len(text[end : end + 2].rstrip())
    return number, unit, end


def _words(text: str, lexicon: lexicons.Lexicon) -> list[Number]:
    """Numbers in words: ``twenty-five``, ``two hundred``, ``drei Millionen``; "one" and articles are left out."""
    if not lexicon.numbers:
        return []
    found: list[Number] = []
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        total = _word_value(fold(words[place][0]), lexicon)
        if total is None:
            place += 1
            continue
        start, end = words[place].start(), words[place].end()
        place += 1
        number = Decimal(total)
        while place < len(words) and text[end : words[place].start()] in {" ", "-", "\u00a0"}:
            word = fold(words[place][0])
            more = _word_value(word, lexicon)
            if word in lexicon.magnitudes and len(word) > 2:
                number *= lexicon.magnitudes[word]
            elif more is not None and more < number and number >= 20:
                number += more
            elif ones := _and_ones(words, place, number, lexicon):
                number += ones
                place += 1
            else:
                break
            end = words[place].end()
            place += 1
        if number == 1 and not _counts(text, end, lexicon):
            continue
        _, unit, end = _followed(text, end, number, "", lexicon)
        found.append(Number(start, end, plain(number), unit))
    return found


def _word_value(word: str, lexicon: lexicons.Lexicon) -> int | None:
    if word in lexicon.numbers:
        return lexicon.numbers[word]
    if "-" in word:
        tens, _, ones = word.partition("-")
        if tens in lexicon.numbers and ones in lexicon.numbers:
            return lexicon.numbers[tens] + lexicon.numbers[ones]
    if lexicon.language == "de" and "und" in word:
        ones, _, tens = word.partition("und")
        ten = lexicon.numbers.get(tens, 0)
        one = 1 if ones == "ein" else lexicon.numbers.get(ones, 0)
        if 20 <= ten <= 90 and 0 < one < 10:
            return ten + one
    return None


def _and_ones(words: list[re.Match[str]], place: int, number: Decimal, lexicon: lexicons.Lexicon) -> int:
    """The ones behind the "y" at ``place``, as in *treinta y cinco*; 0 where there is no such number."""
    if lexicon.language != "es" or words[place][0] != "y" or number % 10 or number % 100 < 20:
        return 0
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or following.start() - words[place].end() != 1:
        return 0
    ones = _word_value(fold(following[0]), lexicon) or 0
    return ones if ones < 10 else 0


def _counts(text: str, end: int, lexicon: lexicons.Lexicon) -> bool:
    """Whether the "one" that ends at ``end`` counts a thing: "one person", not "one of", "one that"."""
    after = _NEXT.match(text, end)
    return after is not None and after[1].islower() and fold(after[1]) not in lexicon.stopwords


def _with_noun(text: str, number: Number, lexicon: lexicons.Lexicon) -> Number:
    noun = counted.after(text, number.end, lexicon) or counted.before(text, number.start, lexicon)
    return Number(number.start, number.end, number.value, number.unit, noun)
