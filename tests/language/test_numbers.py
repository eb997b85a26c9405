from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import numbers


def found(text, language="en"):
    return [(text[each.start : each.end], each.value, each.unit, each.noun) for each in numbers.find(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "paid $3.5 million for", ("$3.5 million", "3500000", "USD", "paid")),
        ("en", "worth £2bn now", ("£2bn", "2000000000", "GBP", "worth")),
        ("en", "in 1,234 new homes", ("1,234", "1234", "", "homes")),
        ("en", "rose 12 per cent", ("12 per cent", "12", "%", "rose")),
        ("en", "rose 5% today", ("5%", "5", "%", "rose")),
        ("en", "twenty-five men", ("twenty-five", "25", "", "men")),
        ("en", "two hundred old boats", ("two hundred", "200", "", "boats")),
        ("en", "one person died", ("one", "1", "", "person")),
        ("en", "won 3–1 away", ("3–1", "3-1", "score", "")),
        ("en", "at 18:00 sharp", ("18:00", "18:00", "time", "")),
        ("en", "at 7pm sharp", ("7pm", "19:00", "time", "")),
        ("en", "the 21st prize", ("21st", "21", "ordinal", "prize")),
        ("en", "fell to -3°C", ("-3°C", "-3", "°C", "fell")),
        ("de", "kostet 1.234,5 Euro", ("1.234,5 Euro", "1234.5", "EUR", "kostet")),
        ("de", "kostet 5 Mrd. Euro", ("5 Mrd. Euro", "5000000000", "EUR", "kostet")),
        ("de", "fünfundzwanzig Menschen", ("fünfundzwanzig", "25", "", "menschen")),
        ("de", "10.000 Besucher", ("10.000", "10000", "", "besucher")),
        ("de", "um 18.30 Uhr", ("18.30 Uhr", "18:30", "time", "")),
        ("fr", "coûte 1 234,5 euros", ("1 234,5 euros", "1234.5", "EUR", "coute")),
        ("fr", "3,5 millions d'euros", ("3,5 millions d'euros", "3500000", "EUR", "")),
        ("fr", "25 000 habitants", ("25 000", "25000", "", "habitants")),
        ("fr", "à 18h30 précises", ("18h30", "18:30", "time", "")),
        ("fr", "à 18 h 30 précises", ("18 h 30", "18:30", "time", "")),
        ("es", "a las 22.30 horas", ("22.30 horas", "22:30", "time", "")),
        ("es", "treinta y cinco heridos", ("treinta y cinco", "35", "", "heridos")),
        ("es", "ciento treinta y cinco heridos", ("ciento treinta y cinco", "135", "", "heridos")),
        ("es", "2 mil millones de dólares", ("2 mil millones de dólares", "2000000000", "USD", "")),
        ("es", "veinte personas", ("veinte", "20", "", "personas")),
        ("zh", "有25人", ("25", "25", "", "")),
    ],
)
def test_a_number_is_read(language, text, expected):
    value = found(text, language)
    assert len(value) == 1
    assert value[0][:3] == expected[:3]
    if language != "zh":
        assert value[0][3] == expected[3]


@pytest.mark.parametrize("text", ["in 2026 the town", "on 14 March 2026", "one of them", "COVID19 cases", "no numbers"])
def test_what_is_no_number(text):
    assert found(text) == []


def test_the_time_of_a_dateline_is_a_time():
    assert [(each.value, each.unit) for each in numbers.find("Northwire, 21 Nov 2026, 0830\nA boat sank.", "en")] == [
        ("08:30", "time")
    ]


def test_two_numbers_joined_by_and_stay_two():
    assert [value for _, value, *_ in found("treinta y cuarenta personas", "es")] == ["30", "40"]
    assert [value for _, value, *_ in found("cinco y seis personas", "es")] == ["5", "6"]


def test_a_counted_year_is_a_number():
    assert found("Some 2000 homes burned")[0][:2] == ("2000", "2000")


@pytest.mark.parametrize(
    ("digits", "language", "plain"),
    [("1,234.5", "en", "1234.5"), ("1.234,5", "de", "1234.5"), ("1,5", "fr", "1.5"), ("1.5", "de", "1.5"),
     ("1,234", "en", "1234"), ("1.234.567", "es", "1234567"), ("0.50", "en", "0.5"), ("1'000", "de", "1000")],
)  # fmt: skip
def test_separators_by_language(digits, language, plain):
    assert numbers.value(digits, language) == plain


@given(st.integers(0, 999_999_999))
def test_grouped_digits_are_read_back(number):
    assert numbers.value(f"{number:,}", "en") == str(number)
    assert numbers.value(f"{number:,}".replace(",", "."), "de") == str(number)


@given(
    st.text(alphabet="0123456789.,-–: $€%abc\u00a0 million", max_size=200),
    st.sampled_from(["en", "de", "fr", "es", "xx"]),
)
def test_any_text_gives_ordered_places(text, language):
    last = 0
    for each in numbers.find(text, language):
        assert last <= each.start < each.end <= len(text)
        last = each.end


@pytest.mark.parametrize(
    "text", ["1 234 567 890 " * 10_000, "1,1" * 50_000, "-" * 50_000, "1:1:" * 25_000, "$ " * 50_000]
)
def test_hostile_text_takes_bounded_time(text):
    began = time.process_time()
    assert len(numbers.find(text, "fr")) <= numbers.MOST
    assert time.process_time() - began < 3
