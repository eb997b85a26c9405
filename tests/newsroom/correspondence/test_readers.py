"""Readers as records: sign-up within bounds, confirmation, deletion, the claim; and readers moved as CSV."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from standfirst.errors import UsageError
from standfirst.newsroom.correspondence import letters, moving, quotas, readers
from standfirst.newsroom.correspondence.letters import Outcome
from standfirst.newsroom.models import LetterCount, Quota, Reader

pytestmark = pytest.mark.django_db


def sign_up(address: str, now: datetime, **values: object) -> bool:
    return readers.sign_up(address, **{"sections": [], "every": "daily", "now": now, "most": 100, **values})  # type: ignore[arg-type]


def test_a_sign_up_waits_for_its_answer_and_is_one_whatever_its_capitals(now: datetime) -> None:
    assert sign_up(" Mara@Reader.Example ", now, sections=["oddities"], every="weekly")
    assert sign_up("mara@reader.example", now)
    one = Reader.objects.get()
    assert (one.address, one.state, one.to_answer, one.every) == ("mara@reader.example", "pending", True, "daily")


def test_an_address_gets_few_answers_a_day_and_nobody_learns_of_it(now: datetime) -> None:
    for _ in range(letters.MOST_ANSWERS):
        assert sign_up("mara@reader.example", now)
        assert readers.claim_answer(Reader.objects.get())
    assert sign_up("mara@reader.example", now)
    assert not Reader.objects.get().to_answer
    assert sign_up("other@reader.example", now)
    assert sign_up("mara@reader.example", now + timedelta(days=1))
    assert Reader.objects.get(address="mara@reader.example").to_answer


def test_the_network_takes_so_many_an_hour(now: datetime) -> None:
    assert [sign_up(f"{n}@reader.example", now, most=2) for n in range(4)] == [True, True, False, False]
    assert Reader.objects.count() == 2
    assert sign_up("4@reader.example", now + timedelta(hours=1), most=2)


def test_no_quota_holds_a_readable_address(now: datetime) -> None:
    sign_up("mara@reader.example", now)
    assert Quota.objects.count() == 2
    assert not [each.key for each in Quota.objects.all() if "mara" in each.key or "@" in each.key]
    assert quotas.forget(now + timedelta(hours=23)) == 0
    assert quotas.forget(now + timedelta(days=2)) == 2


def test_nobody_changes_what_a_reader_has_confirmed(now: datetime) -> None:
    sign_up("mara@reader.example", now, sections=["oddities"])
    readers.confirm(Reader.objects.get(), now)
    sign_up("mara@reader.example", now, sections=[], every="weekly")
    one = Reader.objects.get()
    assert (one.sections, one.every, one.state, one.to_answer) == (["oddities"], "daily", "active", True)


def test_letters_begin_with_the_confirmation(now: datetime) -> None:
    sign_up("mara@reader.example", now)
    one = Reader.objects.get()
    readers.confirm(one, now)
    assert Reader.objects.get().upto == letters.position(now)
    readers.confirm(one, now + timedelta(days=3))  # the link, followed again
    assert Reader.objects.get().upto == letters.position(now)


def test_who_does_not_confirm_is_forgotten_and_who_signs_off_at_once(now: datetime) -> None:
    sign_up("late@reader.example", now)
    sign_up("mara@reader.example", now)
    mara = Reader.objects.get(address="mara@reader.example")
    readers.confirm(mara, now)
    assert readers.forget_old(now + timedelta(days=2)) == 0
    assert readers.forget_old(now + timedelta(days=4)) == 1
    assert readers.forget(mara.pk)
    assert not readers.forget(mara.pk)
    assert not Reader.objects.exists()


def test_a_letter_is_claimed_once_and_given_back_only_where_it_was_not_taken(now: datetime) -> None:
    one = Reader.objects.create(address="a@b.example", state="active", asked=now, upto=5)
    twin = Reader.objects.get()
    assert readers.claim(one, 9)
    assert not readers.claim(twin, 9)
    for outcome, upto in ((Outcome.LATER, 5), (Outcome.UNCERTAIN, 9), (Outcome.SENT, 9), (Outcome.REFUSED, 9)):
        Reader.objects.update(upto=9)
        readers.settle(one, 9, outcome, now)
        assert Reader.objects.get().upto == upto
    # Who has signed off meanwhile is not brought back.
    readers.forget(one.pk)
    readers.settle(one, 9, Outcome.LATER, now)
    assert not Reader.objects.exists()


def test_letters_are_counted_by_day(now: datetime) -> None:
    for outcome in ("sent", "sent", "empty", "uncertain"):
        readers.count(now.date(), "daily", outcome)
    row = LetterCount.objects.get()
    assert (row.day, row.sent, row.empty, row.uncertain, row.later) == (now.date(), 2, 1, 1, 0)


def test_readers_move_as_csv(now: datetime) -> None:
    text = (
        "\ufeffaddress,every,sections\r\n"
        "Mara@Reader.Example,weekly,oddities food-and-drink\r\n"
        '"jo@reader.example",,\r\njo@reader.example,daily,\r\n'
    ).removeprefix("\ufeff")
    assert moving.taken_in(text, now) == (2, 0)
    assert moving.taken_in(text, now) == (0, 2)
    mara = Reader.objects.get(address="mara@reader.example")
    assert (mara.state, mara.every, mara.sections) == ("active", "weekly", ["oddities", "food-and-drink"])
    assert mara.upto == letters.position(now)
    written, number = moving.written()
    assert number == 2
    Reader.objects.all().delete()
    assert moving.taken_in(written, now + timedelta(days=1)) == (2, 0)
    assert Reader.objects.get(address="mara@reader.example").confirmed == now


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no column address"),
        ("mail\r\na@b.example\r\n", "no column address"),
        ("address\r\na@b.example\r\nnobody\r\n", "line 3"),
        ("address,every\r\na@b.example,hourly\r\n", "hourly"),
        ("address,confirmed\r\na@b.example,never\r\n", "line 2"),
        ("address\r\n" + "a" * 200_000 + "\r\n", "line"),
    ],
)
def test_a_file_that_cannot_be_taken_in_names_the_line_and_adds_nobody(now: datetime, text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        moving.taken_in(text, now)
    assert not Reader.objects.exists()
