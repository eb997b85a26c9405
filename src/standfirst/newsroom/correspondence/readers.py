"""The newsletter's readers as records: sign-up, confirmation, change, deletion, and the claim of a letter.

A letter is claimed by moving the reader's mark (``upto``) before the letter is handed over, with one statement that
only one process can win. A process that dies after it has sent nothing twice; at worst the reader misses a letter,
whose publications stand on the site all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Count, F, Q, QuerySet

from standfirst.newsroom.correspondence import letters, quotas
from standfirst.newsroom.correspondence.letters import Item, Outcome, Window
from standfirst.newsroom.editions import edition
from standfirst.newsroom.models import LetterCount, Publication, Reader
from standfirst.settings import Settings


def address_of(text: str) -> str:
    """A mail address as it is kept: in small letters. No provider of note tells readers apart by capitals."""
    return text.strip().lower()


def sign_up(address: str, sections: Sequence[str], every: str, now: datetime, *, most: int) -> bool:
    """Note that somebody sent the form with this address; False where ``most`` did within the hour already.

    Whoever reads the mailbox decides: a new address gets a link that confirms, a known one a link that changes. What
    is chosen for an address that is confirmed already is passed over, since anyone can type it.
    """
    if not quotas.take("signups", most, timedelta(hours=1), now):
        return False
    address = address_of(address)
    if not quotas.take(quotas.of_person("signup", address), letters.MOST_ANSWERS, timedelta(days=1), now):
        return True  # the same answer: nobody learns who reads
    asked = {"asked": now, "to_answer": True, "retry": None, "tries": 0}
    chosen = {"sections": list(sections), "every": every}
    if Reader.objects.filter(address=address, state=Reader.State.ACTIVE).update(**asked):
        return True
    if not Reader.objects.filter(address=address).update(**asked, **chosen):
        try:
            with transaction.atomic():
                Reader.objects.create(address=address, **asked, **chosen)
        except IntegrityError:  # the same form, sent twice at once
            pass
    return True


def find(id: UUID) -> Reader | None:
    """The reader whom a link names; None: signed off, or never confirmed in time."""
    return Reader.objects.filter(pk=id).first()


def confirm(reader: Reader, now: datetime) -> None:
    """Let a reader get letters, beginning with what is published from now on. Confirming again changes nothing.

    Nothing from before: who signs off and on again would else get some publications twice, and nothing is kept by
    which that could be known.
    """
    Reader.objects.filter(pk=reader.pk).exclude(state=Reader.State.ACTIVE).update(
        state=Reader.State.ACTIVE, confirmed=now, upto=letters.position(now), retry=None, tries=0,
        refusals=0, refused=None, refusal="",
    )  # fmt: skip


def change(reader: Reader, sections: Sequence[str], every: str) -> None:
    """Change what a reader gets, and how often."""
    Reader.objects.filter(pk=reader.pk).update(sections=list(sections), every=every)


def forget(id: UUID) -> bool:
    """Delete a reader, address and all; whether there was one.

    Nothing is kept to remember it by: no letter goes to an address that has not confirmed, so none is needed.
    """
    return bool(Reader.objects.filter(pk=id).delete()[0])


def due(every: str, at: datetime, now: datetime, *, chunk: int = 200) -> Iterator[Reader]:
    """The readers whose letter fell due at ``at``, in the order of their ids, fetched in chunks."""
    free = Q(retry=None) | Q(retry__lte=now)
    waiting = Reader.objects.filter(free, state=Reader.State.ACTIVE, every=every, upto__lt=letters.position(at))
    yield from _in_chunks(waiting, chunk)


def to_answer(now: datetime, *, chunk: int = 50) -> Iterator[Reader]:
    """Those who sent the form and wait for its answer."""
    yield from _in_chunks(Reader.objects.filter(Q(retry=None) | Q(retry__lte=now), to_answer=True), chunk)


def _in_chunks(rows: QuerySet[Reader], size: int) -> Iterator[Reader]:
    last: UUID | None = None
    while found := list((rows if last is None else rows.filter(pk__gt=last)).order_by("pk")[:size]):
        yield from found
        last = found[-1].pk


def claim(reader: Reader, upto: int) -> bool:
    """Take it upon this process to send the reader's letter up to ``upto``; False where another has."""
    return bool(
        Reader.objects.filter(pk=reader.pk, state=Reader.State.ACTIVE, upto=reader.upto).update(upto=upto, retry=None)
    )


def claim_answer(reader: Reader) -> bool:
    """The same for the form's answer."""
    return bool(Reader.objects.filter(pk=reader.pk, to_answer=True).update(to_answer=False, retry=None))


def settle(reader: Reader, upto: int, outcome: Outcome, now: datetime) -> Outcome:
    """What follows for a claimed letter: only one that was certainly not taken may come again. Returns how it ended."""
    mine = Reader.objects.filter(pk=reader.pk, upto=upto)
    if outcome in (Outcome.SENT, Outcome.REFUSED):
        mine.update(tries=0)
    elif outcome == Outcome.LATER:
        again = letters.next_try(reader.tries + 1, now)
        if again is None:
            mine.update(tries=0)
            return Outcome.REFUSED
        mine.update(upto=reader.upto, tries=F("tries") + 1, retry=again)
    return outcome


def settle_answer(reader: Reader, outcome: Outcome, now: datetime) -> None:
    """The same for the form's answer; who misses it can send the form again."""
    again = letters.next_try(reader.tries + 1, now) if outcome == Outcome.LATER else None
    if again:
        Reader.objects.filter(pk=reader.pk, to_answer=False).update(to_answer=True, retry=again, tries=F("tries") + 1)


def editions(window: Window, settings: Settings) -> list[list[Item]]:
    """The editions of the days that a window touches, the latest first: what of them is out and lies in it."""
    made = [edition.of(day, settings).positions for day in window.days(settings.zone)]
    wanted = {each for positions in made for each in positions if window.since <= each < window.before}
    rows = Publication.objects.filter(withdrawn=None, position__in=wanted).order_by()
    found = {row[0]: Item(*row) for row in rows.values_list("position", "section", "second_section")}
    return [[found[each] for each in positions if each in found] for positions in made]


def count(day: date, every: str, outcome: str) -> None:
    """One more letter of ``day`` with that outcome (an :class:`Outcome`, or ``empty``)."""
    table = connection.ops.quote_name(LetterCount._meta.db_table)
    names = ("sent", "empty", "later", "refused", "uncertain")
    ones = ", ".join("1" if name == str(outcome) else "0" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (day, every, {', '.join(names)}) VALUES (%s, %s, {ones}) "  # noqa: S608 (our own)
            f"ON CONFLICT (day, every) DO UPDATE SET {outcome} = {table}.{outcome} + 1",
            [connection.ops.adapt_datefield_value(day), every],
        )


def counts() -> dict[str, int]:
    """How many readers there are: by state, and the active ones by how often."""
    found = {str(state): 0 for state in (*Reader.State.values, *Reader.Every.values)}
    for state, every, number in Reader.objects.values_list("state", "every").annotate(Count("pk")).order_by():
        found[state] += number
        if state == Reader.State.ACTIVE:
            found[every] += number
    return found


def forget_old(now: datetime) -> int:
    """Delete who never confirmed, and who could not be reached for long; how many."""
    late = Q(state=Reader.State.PENDING, asked__lt=now - letters.CONFIRM_WITHIN)
    lost = Q(state=Reader.State.UNREACHABLE, asked__lt=now - letters.KEEP_UNREACHABLE)
    return Reader.objects.filter(late | lost).delete()[0]
