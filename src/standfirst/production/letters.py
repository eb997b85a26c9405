"""Sends the letters that are due, and the answers to sign-ups.

A letter is claimed before it is handed over and given back only where the server has certainly not taken it. Where the
line breaks while the text is handed over, nobody can know, and it is not sent again: a reader may miss a letter, whose
publications stand on the site, but never gets one twice.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, connection

from standfirst.errors import StandfirstError, UnreachableError
from standfirst.newsroom import counts
from standfirst.newsroom.correspondence import letters, readers, refusals
from standfirst.newsroom.correspondence.letters import Handed, Outcome
from standfirst.newsroom.listings.rows import load
from standfirst.newsroom.models import Reader, Round
from standfirst.production import mail
from standfirst.production.post import Post
from standfirst.publishing.entries import entries
from standfirst.publishing.letters import Letter, answers, rendering, tokens
from standfirst.publishing.network import network
from standfirst.settings import Settings

#: Seconds a run may take at the end of a round, and seconds between two looks while no round is at work.
A_ROUND, LOOK = 600, 5.0
#: A letter waits so long for a round that is at work: what that has published stands in no edition yet.
WAIT_FOR_ROUND = timedelta(hours=1)
#: Tries in a row that fail for now before a run is ended, and refusals of a run that refused everybody which count
#: against nobody: the server is unwell, not the readers.
MOST_FAILURES = 10
#: Letters kept for readers who chose alike.
MOST_MADE = 200

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Run:
    """What a run did: ``outcomes`` of letters (and ``empty``), ``answers`` sent, and why it ended early."""

    outcomes: Counter[str] = field(default_factory=Counter)
    answers: int = 0
    ended: str = ""
    #: Readers whom the server refused for good, and its reply.
    refused: list[tuple[UUID, str]] = field(default_factory=list)


def send(settings: Settings, *, seconds: float = float("inf"), now: datetime | None = None) -> Run:
    """Send answers to sign-ups and every letter that is due, for at most about ``seconds``.

    Raises :class:`UnreachableError` where the mail server cannot be spoken to, :class:`SettingError` where nobody is
    named as the sender.
    """
    run, until = Run(), time.monotonic() + seconds
    if not settings.text("smtp_host"):
        return run
    mail.check(settings)
    with Post(settings) as post:
        answer(post, run, now or datetime.now(UTC), until)
        for every in Reader.Every.values:
            _send_due(post, run, every, now or datetime.now(UTC), until)
    _count_refusals(run, settings, now or datetime.now(UTC))
    return run


def answer(post: Post, run: Run, now: datetime, until: float) -> None:
    """Send the answers to sign-ups that wait."""
    for reader in readers.to_answer(now):
        if time.monotonic() > until:
            return
        post.open()  # before the claim, so that a server that is away costs nobody an answer
        if not readers.claim_answer(reader):
            continue
        imprint = mail.imprint(post.settings)
        if reader.state == Reader.State.ACTIVE:
            letter = answers.known(network(), tokens.reader(reader.pk), imprint)
        else:
            letter = answers.confirming(network(), tokens.confirming(reader.pk), imprint)
        outcome = _handed(post, letter, reader, f"answer-{reader.asked:%Y%m%d%H%M%S}", back=None).outcome
        readers.settle_answer(reader, outcome, now)
        run.answers += outcome == Outcome.SENT


def _send_due(post: Post, run: Run, every: str, now: datetime, until: float) -> None:
    at = letters.due(now, post.settings, every)
    upto, day = letters.position(at), at.astimezone(post.settings.zone).date()
    if _round_at_work(at, now):
        return
    made: dict[object, Letter | None] = {}
    version, failures = counts.data_version(), 0
    for reader in readers.due(every, at, now):
        if time.monotonic() > until or failures >= MOST_FAILURES:
            run.ended = "the mail server puts letters off" if failures >= MOST_FAILURES else "its time is over"
            return
        # What is withdrawn while letters go out raises the data version, and the letter is made anew.
        if version != (version := counts.data_version()) or len(made) >= MOST_MADE:
            made.clear()
        key = (tuple(reader.sections), letters.window(reader.upto, at))
        if key not in made:
            made[key] = letter_for(post.settings, every, at, reader.upto, reader.sections)
        letter = made[key]
        if letter is not None:
            post.open()
        if not readers.claim(reader, upto):
            continue
        told = "empty"
        if letter is not None:
            name = f"{every}-{day:%Y%m%d}"
            handed = _handed(post, letter.to(tokens.reader(reader.pk)), reader, name, back=upto)
            failures = failures + 1 if handed.outcome == Outcome.LATER else 0
            told = str(readers.settle(reader, upto, handed.outcome, now))
            if handed.outcome == Outcome.REFUSED:
                run.refused.append((reader.pk, handed.said))
        readers.count(day, every, told)
        run.outcomes[told] += 1


def _count_refusals(run: Run, settings: Settings, now: datetime) -> None:
    """Count the day against the readers who were refused, unless the server has refused everybody."""
    if len(run.refused) >= MOST_FAILURES and not run.outcomes[Outcome.SENT]:
        run.ended = run.ended or "the mail server refuses every reader"
        return
    today = now.astimezone(settings.zone).date()
    for id, said in run.refused:
        if refusals.blames_address(said):
            refusals.refuse(id, today, said, now=now, today=today)


def _handed(post: Post, letter: Letter, reader: Reader, name: str, *, back: int | None) -> Handed:
    """Hand over what was claimed; a server that goes away before takes the claim back."""
    try:
        return post.send(letter, reader.address, f"{name}-{reader.pk.hex}")
    except UnreachableError:
        if back is None:
            readers.settle_answer(reader, Outcome.LATER, datetime.now(UTC))
        else:
            readers.settle(reader, back, Outcome.LATER, datetime.now(UTC))
        raise


def letter_for(
    settings: Settings, every: str, at: datetime, upto: int = 0, sections: list[str] | None = None
) -> Letter | None:
    """The letter that fell due at ``at``, for readers who know everything under ``upto``; None: nothing is new."""
    window = letters.window(upto or letters.position(at - since(every)), at)
    positions = letters.chosen(readers.editions(window, settings), window, sections or ())
    rows = {each.position: each for each in load(positions, content=False)}
    found = [rows[position] for position in positions if position in rows]
    if not found:
        return None
    told = entries(found, network(), content=False, feeds=False)
    day: date = at.astimezone(settings.zone).date()
    return rendering.letter(told, rendering.Issue(network(), day, every, mail.imprint(settings)))


def since(every: str) -> timedelta:
    """How far back a letter reaches where nothing was missed."""
    return timedelta(days=7 if every == letters.WEEKLY else 1)


def after_round(settings: Settings) -> None:
    """Send what is due at the end of a round; a mail server that is away is said and ends no round."""
    _quietly(settings, A_ROUND)


def idle(settings: Settings, seconds: float) -> None:
    """Wait for ``seconds``, and meanwhile send answers to sign-ups and letters as they fall due.

    After a failure the next look comes twice as late, so that a server that is away does not fill the log.
    """
    end, wait = time.monotonic() + seconds, LOOK
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(wait, left))
        good = not settings.text("smtp_host") or _quietly(settings, max(end - time.monotonic(), LOOK))
        wait = LOOK if good else min(wait * 2, A_ROUND)


def _quietly(settings: Settings, seconds: float) -> bool:
    """Send, and log what is in the way; whether nothing was."""
    try:
        ended = send(settings, seconds=seconds).ended
    except StandfirstError as error:
        ended = str(error)
    except DatabaseError as error:  # it may come back before the next round
        ended = f"the database does not answer: {error}"
        connection.close()
    if ended:
        log.warning("letters: %s", ended)
    return not ended


def _round_at_work(at: datetime, now: datetime) -> bool:
    """Whether a round may still publish what belongs to the letter of ``at``."""
    if now - at > WAIT_FOR_ROUND:
        return False
    return Round.objects.filter(finished=None, started__gte=now - WAIT_FOR_ROUND).exists()
