"""The newsletter through a real mail server: to each reader what is new, nothing twice whatever fails."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from standfirst.errors import SettingError, UnreachableError
from standfirst.newsroom.correspondence import letters, readers, refusals
from standfirst.newsroom.models import LetterCount, Publication, Reader, Round
from standfirst.newsroom.publications import corrections
from standfirst.newsroom.publications.changing import withdraw
from standfirst.production.letters import after_round, idle, send
from tests import smtp
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
#: The letter of the day fell due at six; everything of the factory is older than noon of the day before.
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


@pytest.fixture
def post(settings: Any):
    """``post(rule)`` starts a mail server and gives the network's settings with it."""
    running = []

    def start(rule: smtp.Rule = lambda recipient: "", **values: Any) -> tuple[smtp.Server, Any]:
        server = smtp.Server(rule).__enter__()
        running.append(server)
        known = {
            "smtp_host": "127.0.0.1",
            "smtp_port": server.port,
            "smtp_security": "none",
            "name": "Der Hafen-Anzeiger für Łódź",
            "base_url": "https://digest.example",
            "contact": "desk@digest.example",
            "letter_from": "Anzeiger für Łódź <letter@digest.example>",
            "letter_address": "Am Kai 3, Harwick",
        }
        settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, **known, **values})
        return server, settings.NETWORK

    yield start
    for server in running:
        server.__exit__()


def reader(address: str = "mara@reader.example", *, knows: datetime = NOW - timedelta(days=2), **values: Any) -> Reader:
    """An active reader who has had letters until ``knows``."""
    values = {"state": Reader.State.ACTIVE, "asked": NOW, "upto": letters.position(knows), **values}
    return Reader.objects.create(address=address, **values)


def told(server: smtp.Server) -> Counter[tuple[str, str]]:
    """How often each reader was sent each headline's address."""
    found: Counter[tuple[str, str]] = Counter()
    for (to, _), mail in zip(server.letters, server.mails(), strict=True):
        text = mail.get_body(("plain",)).get_content()
        found.update((to, path) for path in re.findall(r"https://digest\.example(/content/\S+)", text))
    return found


def test_a_letter_has_what_mail_programs_look_for(post: Any) -> None:
    server, network = post()
    factory.make(30)
    one = reader()
    run = send(network, now=NOW)
    assert run.outcomes == {"sent": 1}
    (mail,) = server.mails()
    assert mail["Subject"].strip() == "Der Hafen-Anzeiger für Łódź – Monday, November 23, 2026"
    assert mail["To"] == "mara@reader.example"
    assert mail["From"] == "Anzeiger für Łódź <letter@digest.example>"
    assert mail["Reply-To"] == "desk@digest.example"
    assert mail["List-Id"].endswith("<newsletter.digest.example>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Message-ID"].endswith("@digest.example>")
    stop = re.fullmatch(r"<https://digest\.example(/letter/stop/\S+)>", mail["List-Unsubscribe"].strip())
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    raw = server.letters[0][1]
    assert len(raw) < 100_000
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    # One click, from anywhere, without a cookie, and not redirected (RFC 8058).
    assert stop
    answer = Client().post(stop[1], {"List-Unsubscribe": "One-Click"}, headers={"sec-fetch-site": "cross-site"})
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert not Reader.objects.filter(pk=one.pk).exists()


def test_nothing_comes_twice_and_nothing_of_a_day_is_forgotten(post: Any) -> None:
    server, network = post(edition_size=200, edition_per_source=200, edition_per_section=200)
    made = [factory.make_publication(n, section=factory.SECTIONS[n % 3]) for n in range(20)]
    reader()
    for hour in range(30):  # every hour for more than a day, with changes in between
        send(network, now=NOW + timedelta(hours=hour))
        if hour == 3:
            corrections.refile(made[0], factory.SECTIONS[2], NOW, who="Mara")
            corrections.correct(made[1], NOW, who="Mara", note="Wrong.", headline="Rovers <lose>")
            made.append(factory.make_publication(900, published=NOW + timedelta(hours=2)))
    assert [mail["Subject"][-17:] for mail in server.mails()] == ["November 23, 2026", "November 24, 2026"]
    assert told(server) == Counter(("mara@reader.example", each.path) for each in made)


def test_readers_get_what_they_chose(post: Any) -> None:
    server, network = post()
    factory.make(24)
    politics = "politics-and-government"
    reader("all@reader.example")
    reader("politics@reader.example", sections=[politics])
    reader("nothing@reader.example", sections=["oddities"])
    reader("weekly@reader.example", every="weekly")
    reader("new@reader.example", knows=NOW - timedelta(minutes=90))
    reader("unconfirmed@reader.example", state=Reader.State.PENDING)
    assert send(network, now=NOW).outcomes == {"sent": 2, "empty": 2}
    found = told(server)
    assert {to for to, _ in found} == {"all@reader.example", "politics@reader.example"}
    theirs = Publication.objects.filter(path__in=[path for to, path in found if to.startswith("politics")])
    assert all(politics in (each.section, each.second_section) for each in theirs)
    assert 0 < len(theirs) < len([path for to, path in found if to.startswith("all")])
    # On Saturday the weekly reader, and nobody else: nothing new has been published since.
    saturday = datetime(2026, 11, 28, 7, 0, tzinfo=UTC)
    Reader.objects.filter(every="weekly").update(upto=letters.position(NOW - timedelta(days=4)))
    assert send(network, now=saturday).outcomes == {"sent": 1, "empty": 4}
    assert server.letters[-1][0] == "weekly@reader.example"
    assert "week to" in server.mails()[-1]["Subject"]


def test_an_empty_day_sends_nothing(post: Any) -> None:
    server, network = post()
    reader()
    assert send(network, now=NOW).outcomes == {"empty": 1}
    assert server.sessions == 0


def test_what_was_withdrawn_is_left_out_even_between_two_letters(post: Any, monkeypatch: Any) -> None:
    made = factory.make(12)
    server, network = post()
    for n in range(3):
        reader(f"reader-{n}@reader.example")
    withdraw(made[1], "Asked for.", NOW, who="Mara")
    claimed = readers.settle

    def settle(*values: Any) -> Any:
        if len(server.letters) == 1:
            withdraw(made[0], "Asked for.", NOW, who="Mara")
        return claimed(*values)

    monkeypatch.setattr(readers, "settle", settle)
    assert send(network, now=NOW).outcomes == {"sent": 3}
    found = Counter(path for _, path in told(server).elements())
    assert (found[made[0].path], found[made[1].path], found[made[2].path]) == (1, 0, 3)


FAILURES = {
    "RCPT 550 No such user": ("refused", 0),
    "RCPT 451 Greylisted": ("later", 1),
    "DATA 451 Later": ("later", 1),
    "END 451 Later": ("later", 1),
    "END 554 Not this": ("later", 1),
    "RCPT 421 Too much": ("later", 1),
    "DROP RCPT": ("later", 1),
    "DROP DATA": ("uncertain", 0),
    "DROP END": ("uncertain", 0),
}


@pytest.mark.parametrize("rule", FAILURES)
def test_what_is_uncertain_is_never_sent_again_and_what_was_not_taken_is(post: Any, rule: str) -> None:
    outcome, again = FAILURES[rule]
    rules = [rule] * (2 if rule == "DROP RCPT" else 1)  # a line that was open may have been idle: it is tried once more
    server, network = post(lambda recipient: rules.pop() if rules else "")
    factory.make(6)
    reader()
    run = send(network, now=NOW)
    assert run.outcomes == {outcome: 1}
    before = told(server)
    assert all(count == 1 for count in before.values())
    assert bool(before) == (rule == "DROP END")
    assert send(network, now=NOW + timedelta(minutes=1)).outcomes == {}
    later = send(network, now=NOW + timedelta(minutes=6))
    assert later.outcomes == ({"sent": 1} if again else {})
    assert len(server.letters) == (1 if again or rule == "DROP END" else 0)
    assert set(told(server).values()) <= {1}
    assert LetterCount.objects.get().day == date(2026, 11, 23)


def test_a_letter_that_is_put_off_again_and_again_is_given_up(post: Any) -> None:
    server, network = post(lambda recipient: "DATA 451 Later")
    factory.make(6)
    reader()
    at, outcomes = NOW, Counter()
    for _ in range(14):
        outcomes.update(send(network, now=at).outcomes)
        at += timedelta(hours=1)
    assert outcomes == {"later": 5, "refused": 1}
    assert server.letters == []


def test_who_is_refused_for_days_counts_as_unreachable(post: Any) -> None:
    _, network = post(lambda recipient: "RCPT 550 No such user")
    gone = reader()
    for day in range(7):
        factory.make_publication(day, published=NOW + timedelta(days=day, hours=-4))
        send(network, now=NOW + timedelta(days=day))
    gone.refresh_from_db()
    assert (gone.state, gone.refusals, gone.refusal) == ("unreachable", 5, "550 No such user")
    assert gone.refused == date(2026, 11, 27)
    readers.forget_old(NOW + timedelta(days=60))
    assert not Reader.objects.exists()


@pytest.mark.parametrize(("reply", "counted"), [("550 5.1.1 No such user", 1), ("550 5.7.1 Not from you", 0)])
def test_a_refusal_is_kept_with_its_reason_where_it_is_about_the_address(post: Any, reply: str, counted: int) -> None:
    rules = {"mara@reader.example": f"RCPT {reply}"}
    _, network = post(lambda recipient: rules.get(recipient, ""))
    factory.make(6)
    mara, other = reader(), reader("other@reader.example")
    assert send(network, now=NOW).outcomes == {"refused": 1, "sent": 1}
    assert [(each.pk, each.refusals, each.refusal) for each in refusals.refused()] == [(mara.pk, 1, reply)] * counted
    # A letter that was taken says nothing: what comes of it may come back later.
    rules.clear()
    factory.make_publication(900, published=NOW + timedelta(hours=2))
    assert send(network, now=NOW + timedelta(days=1)).outcomes == {"sent": 2}
    mara.refresh_from_db()
    assert mara.refusals == counted
    assert Reader.objects.get(pk=other.pk).refused is None


def test_a_server_that_refuses_everybody_is_no_readers_fault(post: Any) -> None:
    _, network = post(lambda recipient: "RCPT 550 We do not relay")
    factory.make(6)
    for n in range(12):
        reader(f"reader-{n}@reader.example")
    run = send(network, now=NOW)
    assert run.outcomes == {"refused": 12}
    assert run.ended == "the mail server refuses every reader"
    assert not refusals.refused().exists()


def test_a_server_that_is_away_costs_nobody_a_letter(post: Any) -> None:
    server, network = post()
    server.shutdown()
    server.server_close()
    factory.make(6)
    reader()
    with pytest.raises(UnreachableError, match="no mail server answers: nothing listens there"):
        send(network, now=NOW)
    back = smtp.Server()
    with back:
        network = replace(network, values={**network.values, "smtp_port": back.port})
        assert send(network, now=NOW).outcomes == {"sent": 1}


def test_a_server_that_refuses_the_sender_ends_the_run_and_blames_no_reader(post: Any) -> None:
    server, network = post()
    factory.make(6)
    for n in range(3):
        reader(f"reader-{n}@reader.example")
    server.sender = "553 Not you"
    with pytest.raises(UnreachableError, match="refuses the sender"):
        send(network, now=NOW)
    assert Reader.objects.filter(refusals=0, upto__lt=letters.position(NOW - timedelta(days=1))).count() == 3
    server.sender = ""
    assert send(network, now=NOW + timedelta(minutes=6)).outcomes == {"sent": 3}


def test_an_unwell_server_ends_the_run(post: Any) -> None:
    _, network = post(lambda recipient: "DATA 451 Later")
    factory.make(6)
    for n in range(15):
        reader(f"reader-{n}@reader.example")
    run = send(network, now=NOW)
    assert run.outcomes == {"later": 10}
    assert run.ended


def test_a_round_at_work_is_waited_for(post: Any) -> None:
    server, network = post()
    factory.make(6)
    reader()
    at = datetime(2026, 11, 23, 6, 1, tzinfo=UTC)
    Round.objects.create(engine="inline")
    Round.objects.update(started=at - timedelta(minutes=3))
    assert send(network, now=at).outcomes == {}
    Round.objects.update(finished=at)
    assert send(network, now=at).outcomes == {"sent": 1}
    assert len(server.letters) == 1


def test_nobody_is_named_as_sender(post: Any) -> None:
    _, network = post(letter_from="", contact="https://digest.example/contact")
    with pytest.raises(SettingError, match="letter_from"):
        send(network, now=NOW)


def test_a_mail_server_that_is_away_ends_no_round(post: Any, caplog: pytest.LogCaptureFixture) -> None:
    server, network = post()
    server.shutdown()
    server.server_close()
    readers.sign_up("mara@reader.example", [], "daily", datetime.now(UTC), most=9)
    after_round(network)
    assert "no mail server answers" in caplog.text
    assert Reader.objects.get().to_answer


def test_a_sign_up_is_answered_while_no_round_is_at_work(post: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server, network = post()
    monkeypatch.setattr("standfirst.production.letters.LOOK", 0.05)
    readers.sign_up("new@reader.example", [], "daily", datetime.now(UTC), most=9)
    reader(to_answer=True, upto=letters.position(datetime.now(UTC)))
    idle(network, 0.3)
    answers = {mail["To"]: mail.get_content() for mail in server.mails()}
    assert len(server.letters) == 2
    assert "/letter/confirm/" in answers["new@reader.example"]
    assert "/letter/change/" in answers["mara@reader.example"]
    assert not any(mail["List-Unsubscribe"] for mail in server.mails())


@pytest.mark.parametrize(
    ("rule", "again"), [("RCPT 451 Greylisted", True), ("DROP DATA", False), ("RCPT 550 No", False)]
)
def test_an_answer_comes_again_only_where_it_was_put_off(post: Any, rule: str, again: bool) -> None:
    rules = [rule]
    server, network = post(lambda recipient: rules.pop() if rules else "")
    now = datetime.now(UTC)
    readers.sign_up("new@reader.example", [], "daily", now, most=9)
    assert send(network, now=now).answers == 0
    assert send(network, now=now + timedelta(minutes=1)).answers == 0
    assert send(network, now=now + timedelta(minutes=6)).answers == again
    assert len(server.letters) == again


def test_a_password_is_needed_where_a_name_is_given(post: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _, network = post(smtp_user="letter")
    monkeypatch.delenv("STANDFIRST_SMTP_PASSWORD", raising=False)
    with pytest.raises(SettingError, match="STANDFIRST_SMTP_PASSWORD"):
        send(network, now=NOW)


@pytest.mark.parametrize(
    ("security", "reason"), [("starttls", "offers no STARTTLS"), ("tls", "does not begin with encryption on this port")]
)
def test_a_line_that_should_be_encrypted_and_is_not_carries_nothing(post: Any, security: str, reason: str) -> None:
    server, network = post(smtp_security=security)
    factory.make(6)
    reader()
    with pytest.raises(UnreachableError, match=reason):
        send(network, now=NOW)
    assert server.letters == []
    assert Reader.objects.get().upto < letters.position(NOW - timedelta(days=1))


@pytest.mark.parametrize("sender", ["Harbour Digest", "a@b.example\nBcc: x@y.example", "a@b@c.example", "<>"])
def test_a_sender_that_cannot_be_is_the_settings_fault_and_no_readers(post: Any, sender: str) -> None:
    server, network = post(letter_from=sender)
    factory.make(6)
    reader()
    with pytest.raises(SettingError, match="letter_from"):
        send(network, now=NOW)
    assert server.letters == []
    assert Reader.objects.get().refusals == 0


def test_a_network_may_be_called_anything(post: Any) -> None:
    server, network = post(name='Harwick, "the" <Digest>\r\nBcc: x@y.example ' + "é" * 300)
    factory.make(6)
    reader()
    assert send(network, now=NOW).outcomes == {"sent": 1}
    assert not server.mails()[0]["Bcc"]
    assert max(map(len, server.letters[0][1].split(b"\r\n"))) <= 998
