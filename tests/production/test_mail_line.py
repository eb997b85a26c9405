"""The line to a mail server for real: STARTTLS, TLS from the first byte, signing in; and what the doctor says of it."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from standfirst.errors import UnreachableError
from standfirst.newsroom.correspondence.letters import Handed, Outcome
from standfirst.production import doctor, faults
from standfirst.production.doctor import Finding
from standfirst.production.post import Post
from standfirst.publishing.letters import Letter
from standfirst.settings import Settings
from tests import certificates, smtp

PASSWORD = "quay 3 = \\0 harbour"
LETTER = Letter(subject="The harbour", text="The ferry sails.\n", stop="https://digest.example/letter/stop/x")


@pytest.fixture(scope="module")
def certified(tmp_path_factory: Any) -> tuple[ssl.SSLContext, Path]:
    return certificates.make(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def trusted(certified: tuple[ssl.SSLContext, Path], monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """The server's context, whose certificate this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certified[1]))
    return certified[0]


@pytest.fixture
def line(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """``line(security, **server)`` starts a mail server and gives it with the settings of who signs in there."""
    with ExitStack() as running:

        def start(security: str, *, host: str = "127.0.0.1", **server: Any) -> tuple[smtp.Server, Settings]:
            made = running.enter_context(smtp.Server(users={"letter": PASSWORD}, **server))
            monkeypatch.setenv("STANDFIRST_SMTP_PASSWORD", PASSWORD)
            own = {
                "smtp_host": host, "smtp_port": made.port, "smtp_security": security, "smtp_user": "letter",
                "letter_from": "letter@digest.example", "base_url": "https://digest.example",
            }  # fmt: skip
            return made, replace(settings.NETWORK, values={**settings.NETWORK.values, **own})

        yield start


def sent(settings: Settings) -> Handed:
    with Post(settings) as post:
        return post.send(LETTER, "mara@reader.example", "daily-1")


@pytest.mark.parametrize("mechanisms", ["PLAIN LOGIN", "LOGIN", "PLAIN"])
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_letters_go_out_encrypted_and_signed_in(
    line: Any, trusted: ssl.SSLContext, security: str, mechanisms: str
) -> None:
    server, settings = line(security, context=trusted, implicit=security == "tls", mechanisms=mechanisms)
    assert sent(settings) == Handed(Outcome.SENT)
    assert [to for to, _ in server.letters] == ["mara@reader.example"]
    heard = [command.partition(" ")[0].lower() for command in server.heard]
    assert heard == (["ehlo", "starttls"] if security == "starttls" else [])


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_trusts_ends_it_before_anything_is_said(
    line: Any, certified: tuple[ssl.SSLContext, Path], security: str
) -> None:
    server, settings = line(security, context=certified[0], implicit=security == "tls")
    with pytest.raises(UnreachableError, match="certificate is not trusted: self-signed certificate") as error:
        sent(settings)
    assert "SSL_CERT_FILE" in error.value.way_out
    assert not any(command.upper().startswith(("AUTH", "MAIL")) for command in server.heard)
    assert server.letters == []


def test_a_trusted_certificate_of_another_name_is_refused(
    line: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, own = certificates.make(tmp_path, "DNS:mail.harbour.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    _, settings = line("starttls", context=context)
    with pytest.raises(UnreachableError, match="not trusted: IP address mismatch"):
        sent(settings)


@pytest.mark.parametrize("mechanisms", ["PLAIN", "LOGIN"])
def test_a_wrong_password_is_told_with_the_servers_words(
    line: Any, trusted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, mechanisms: str
) -> None:
    server, settings = line("starttls", context=trusted, mechanisms=mechanisms)
    monkeypatch.setenv("STANDFIRST_SMTP_PASSWORD", "wrong")
    with pytest.raises(UnreachableError, match=r"refuses the sign-in: 535 5\.7\.8 Name or password is wrong") as error:
        sent(settings)
    assert "STANDFIRST_SMTP_PASSWORD" in error.value.way_out
    assert "wrong" not in error.value.way_out
    assert server.letters == []


def test_no_password_goes_out_where_encryption_was_asked_for_and_is_not_offered(line: Any) -> None:
    server, settings = line("starttls")
    with pytest.raises(UnreachableError, match="offers no STARTTLS, and without it nothing is sent"):
        sent(settings)
    assert not any(command.upper().startswith("AUTH") for command in server.heard)


def test_a_server_that_offers_sign_in_on_encrypted_lines_alone(line: Any, trusted: ssl.SSLContext) -> None:
    server, settings = line("none", context=trusted)
    with pytest.raises(UnreachableError, match="offers no sign-in on this line") as error:
        sent(settings)
    assert "smtp_security" in error.value.way_out
    assert server.letters == []


def test_what_the_server_says_of_a_reader_is_kept(line: Any) -> None:
    _, settings = line("none", rule=lambda to: "RCPT 550 5.1.1  No\tsuch \x1b user")
    assert sent(settings) == Handed(Outcome.REFUSED, "550 5.1.1 No such user")


# What the doctor says.


def mail(settings: Settings) -> Finding:
    return doctor._mail(settings)


@pytest.mark.parametrize(
    ("security", "way"), [("starttls", "encrypted (TLSv1.3)"), ("tls", "encrypted (TLSv1.3)"), ("none", "in the clear")]
)
def test_the_doctor_opens_the_line_and_sends_nothing(
    line: Any, trusted: ssl.SSLContext, security: str, way: str
) -> None:
    context = None if security == "none" else trusted
    server, settings = line(security, context=context, implicit=security == "tls")
    assert mail(settings) == Finding("mail", True, f"127.0.0.1:{server.port} answers, {way}, signed in as letter")
    assert server.letters == []
    assert server.sessions == 1
    assert not any(command.upper().startswith(("RCPT", "DATA")) for command in server.heard)


def test_the_doctor_sees_a_sender_that_is_refused(line: Any) -> None:
    server, settings = line("none")
    found = mail(replace(settings, values={**settings.values, "smtp_user": ""}))
    assert found.state == "127.0.0.1: it refuses the sender: 530 5.7.0 Sign in first"
    server.sender = "553 5.1.8 Not yours"
    found = mail(settings)
    assert (found.good, found.way_out) == (False, "See letter_from and smtp_user.")
    assert "553 5.1.8 Not yours" in found.state
    server.sender = "DROP MAIL"
    assert "the mail server breaks off" in mail(settings).state


def test_the_doctor_passes_over_what_is_not_there(settings: Any) -> None:
    assert mail(settings.NETWORK) == Finding("mail", True, "there is no newsletter: smtp_host is not set")


FAULTS = {
    "no sender": ({"letter_from": "", "contact": ""}, "nobody is named as the sender", "Set letter_from"),
    "no port": ({"smtp_port": 1}, "nothing listens there", "smtp_port"),
    "no STARTTLS": ({"smtp_security": "starttls"}, "offers no STARTTLS", "smtp_security"),
    "no TLS": ({"smtp_security": "tls"}, "does not begin with encryption", "starttls"),
    "no such name": ({"smtp_host": "mail.harbour.invalid"}, "no mail server is known by this name", "See smtp_host"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_the_doctor_names_fault_and_way_out(line: Any, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    changed, reason, way_out = FAULTS[fault]
    if "smtp_host" in changed:
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
    _, settings = line("none")
    found = mail(replace(settings, values={**settings.values, **changed}))
    assert not found.good
    assert reason in found.state
    assert way_out in found.way_out


def unknown(*_: object, **__: object) -> None:
    """A name server that knows nothing."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_the_doctor_wants_a_password_for_a_name(line: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _, settings = line("none")
    monkeypatch.delenv("STANDFIRST_SMTP_PASSWORD")
    found = mail(settings)
    assert (found.good, found.way_out) == (False, "Set STANDFIRST_SMTP_PASSWORD.")


def test_a_password_that_cannot_be_sent_is_told(line: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _, settings = line("none")
    monkeypatch.setenv("STANDFIRST_SMTP_PASSWORD", "Möwe")
    assert "not in ASCII" in mail(settings).state


def test_a_silent_server_is_given_up(line: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "MAIL_WITHIN", 0.2)
    _, settings = line("none")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        found = mail(replace(settings, values={**settings.values, "smtp_port": silent.getsockname()[1]}))
    assert "does not answer in time" in found.state
    assert "465" in found.way_out


def test_an_unencrypted_line_to_another_machine_is_a_fault(line: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _, settings = line("none")
    monkeypatch.setattr(Post, "state", ("mail.example:25 answers, in the clear, without a sign-in", True))
    found = mail(settings)
    assert not found.good
    assert "can be read on their way" in found.way_out


@pytest.mark.parametrize(
    ("error", "security", "reason"),
    [
        (smtplib.SMTPServerDisconnected("Connection unexpectedly closed"), "none", "breaks off: Connection"),
        (smtplib.SMTPConnectError(554, b"5.7.1 You are listed"), "none", "does not take the line: 554 5.7.1 You are"),
        (ssl.SSLError(1, "handshake failure"), "starttls", "cannot be encrypted: handshake failure"),
        (smtplib.SMTPException("No suitable method\r\nfound."), "tls", "as it should: No suitable method found."),
        (OSError(113, "No route to host"), "tls", "as it should: No route to host"),
    ],
)
def test_other_faults_are_told_in_their_own_words(error: Exception, security: str, reason: str) -> None:
    told, way_out = faults.told(error, security)
    assert reason in told
    assert way_out


def test_a_reply_is_one_short_line() -> None:
    assert faults.reply(550, b"5.1.1 No\r\n\x1b[31msuch user\xff") == "550 5.1.1 No [31msuch user\ufffd"
    assert len(faults.reply(550, "x" * 9999)) == 200
