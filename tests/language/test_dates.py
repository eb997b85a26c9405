from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import dates

WEDNESDAY = date(2026, 3, 18)


def found(text, language="en", reference=WEDNESDAY):
    return [(text[each.start : each.end], each.value) for each in dates.find(text, language, reference)]


@pytest.mark.parametrize(
    ("language", "text", "written", "value"),
    [
        ("en", "He came on 14 March.", "14 March", "2026-03-14"),
        ("en", "on March 14, 2026, he", "March 14, 2026", "2026-03-14"),
        ("en", "the 3rd of May 2025", "3rd of May 2025", "2025-05-03"),
        ("en", "on Dec. 30 the", "Dec. 30", "2025-12-30"),
        ("en", "In March 2024 they", "March 2024", "2024-03"),
        ("en", "built in 1987 by", "1987", "1987"),
        ("en", "the 2024-25 season", "2024-25", "2024"),
        ("en", "on 2026-03-14 at", "2026-03-14", "2026-03-14"),
        ("en", "on 14/03/2026 at", "14/03/2026", "2026-03-14"),
        ("en-US", "on 3/4/2026 at", "3/4/2026", "2026-03-04"),
        ("en", "It closed on Tuesday.", "Tuesday", "2026-03-17"),
        ("en", "It closed on Wednesday.", "Wednesday", "2026-03-18"),
        ("en", "It closed last Wednesday.", "Wednesday", "2026-03-11"),
        ("en", "It will open on Friday.", "Friday", "2026-03-20"),
        ("en", "They meet next Monday.", "Monday", "2026-03-23"),
        ("en", "He left yesterday.", "yesterday", "2026-03-17"),
        ("de", "am 14. März 2026 in", "14. März 2026", "2026-03-14"),
        ("de", "am 14.03.2026 in", "14.03.2026", "2026-03-14"),
        ("de", "Sie wird am Freitag öffnen.", "Freitag", "2026-03-20"),
        ("de", "Er kam am Dienstag.", "Dienstag", "2026-03-17"),
        ("de", "am 3. Jänner 2025", "3. Jänner 2025", "2025-01-03"),
        ("fr", "le 1er mars 2026", "1er mars 2026", "2026-03-01"),
        ("fr", "vendredi prochain", "vendredi", "2026-03-20"),
        ("fr", "fermé hier soir", "hier", "2026-03-17"),
        ("es", "el 14 de marzo de 2026", "14 de marzo de 2026", "2026-03-14"),
        ("es", "el próximo lunes", "lunes", "2026-03-23"),
        ("es", "Abre mañana por la mañana.", "mañana", "2026-03-19"),
        ("es", "Abre pasado mañana.", "mañana", "2026-03-20"),
        ("it", "il 14 marzo 2026", "14 marzo 2026", "2026-03-14"),
        ("ja", "2026年3月14日に", "2026年3月14日", "2026-03-14"),
    ],
)
def test_a_date_is_found_and_resolved(language, text, written, value):
    assert found(text, language) == [(written, value)]


@pytest.mark.parametrize("text", ["Esta mañana llovió.", "Llueve por la mañana.", "una mañana de niebla"])
def test_the_morning_is_not_tomorrow(text):
    assert found(text, "es") == []
    assert found("Es regnete am Morgen.", "de") == []


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "2,000 homes",
        "1900 homes burned",
        "30 February",
        "version 2.14.20.1",
        "£2000",
        "room 20261",
    ],
)
def test_what_is_no_date(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Northwire, 21 Nov 2026, 1940", ["21 Nov 2026"]),
        ("21 November 2026 1705 GMT. The race ended.", ["21 November 2026"]),
        ("21 November 2026, 1830 - Two boats sank.", ["21 November 2026"]),
        ("On 21 November 2026, 1940 was on their minds.", ["21 November 2026", "1940"]),
        ("It sank on 21 November, 1940, in fog.", ["21 November, 1940"]),
        ("It sank in 1940.", ["1940"]),
    ],
)
def test_the_time_of_a_dateline_is_no_year(text, dates):
    assert [written for written, _ in found(text)] == dates


def test_without_a_reference_a_weekday_stays_open():
    assert found("It closed on Tuesday, 14 March.", reference=None) == [("Tuesday", ""), ("14 March", "")]


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["en", "de", "fr", "es"]))
def test_every_iso_day_is_read_back(day, language):
    assert found(f"({day.isoformat()})", language) == [(day.isoformat(), day.isoformat())]


@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "es", "ja", "xx"]))
def test_any_text_gives_ordered_places(text, language):
    last = 0
    for each in dates.find(text, language, WEDNESDAY):
        assert last <= each.start < each.end <= len(text)
        last = each.end


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Lecturers will strike over classes that have grown, their union said on Friday.", "en", "2026-11-20"),
        ("according to a count that was completed on Wednesday", "en", "2026-11-18"),
        ("all six advanced to the second round on Tuesday", "en", "2026-11-17"),
        ("among the last to leave the hospital on Thursday", "en", "2026-11-19"),
        ("The bridge will be officially opened on Friday", "en", "2026-11-27"),
        ("The council said the bridge would open on Friday", "en", "2026-11-27"),
        ("Die Brücke wird am Freitag eröffnet", "de", "2026-11-27"),
        ("Das Gericht hat sie am Freitag freigesprochen", "de", "2026-11-20"),
        ("The annual statement on Thursday will reveal the figures", "en", "2026-11-26"),
        ("On Tuesday, it will call its first witness", "en", "2026-11-24"),
        ("On Monday, she attended the show", "en", "2026-11-16"),
        ("before and during the 2021 July unrest", "en", "2021-07"),
        ("Schon am Mittwoch soll dort der Spatenstich folgen", "de", "2026-11-25"),
        ("The gates will be shut at 4pm on Sunday", "en", "2026-11-22"),
        ("The gates will be shut next Sunday", "en", "2026-11-29"),
        ("Die Tore werden am Sonntag geschlossen", "de", "2026-11-22"),
        ("the attack of 7 June", "en", "2026-06-07"),
        ("the sale on 22 December", "en", "2026-12-22"),
        ("Finland joined in April last year.", "en", "2025-04"),
        ("im April des vergangenen Jahres beschlossen", "de", "2025-04"),
        ("It opens on 3 March next year", "en", "2027-03-03"),
    ],
)
def test_the_verb_nearest_before_a_day_says_which_it_is(text, language, value):
    assert dates.find(text, language, date(2026, 11, 22))[-1].value == value


def test_a_weekday_in_a_name_is_none():
    assert dates.find("Shops open early on Black Friday", "en", date(2026, 11, 22)) == ()
