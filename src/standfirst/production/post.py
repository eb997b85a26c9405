"""The line to the network's mail server. The one module that speaks SMTP, through Django's own mail machinery."""

from __future__ import annotations

import os
import smtplib
from contextlib import suppress
from ipaddress import ip_address
from socket import socket
from ssl import SSLSocket
from typing import cast

from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

from standfirst.errors import SettingError, UnreachableError
from standfirst.newsroom.correspondence import letters
from standfirst.newsroom.correspondence.letters import Handed, Outcome
from standfirst.production import faults, mail
from standfirst.publishing.letters import Letter
from standfirst.settings import PASSWORD, Settings

#: Seconds until an answer of the mail server is given up.
ANSWERS_WITHIN = 60
#: What to do where the sender is refused.
SENDER = "See letter_from and smtp_user."


class _Noting(smtplib.SMTP):
    """An SMTP session that notes when it begins to hand over a text."""

    handed = False

    def data(self, msg: bytes | str) -> tuple[int, bytes]:  # type: ignore[override]
        """The DATA command and the text."""
        self.handed = True
        return super().data(msg)


class _NotingEncrypted(_Noting, smtplib.SMTP_SSL):
    """The same, encrypted from the first byte."""


class Backend(EmailBackend):
    """Django's SMTP, whose sessions note how far they came."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """The class of sessions."""
        return _NotingEncrypted if self.use_ssl else _Noting


class Post:
    """A line to the network's mail server, opened when it is needed; a context that closes it."""

    def __init__(self, settings: Settings, *, answers_within: float = ANSWERS_WITHIN) -> None:
        self.security = security = settings.text("smtp_security")
        self.host, self.port = settings.text("smtp_host"), settings.number("smtp_port")
        self.settings = settings
        self.backend = Backend(
            host=self.host,
            port=self.port,
            username=settings.text("smtp_user"),
            password=os.environ.get(f"STANDFIRST_{PASSWORD.upper()}", ""),
            use_tls=security == "starttls",
            use_ssl=security == "tls",
            timeout=answers_within,
        )
        if self.backend.username and not self.backend.password:
            raise SettingError("smtp_user", "it is set, but no password", "Set STANDFIRST_SMTP_PASSWORD.")
        if not f"{self.backend.username}{self.backend.password}".isascii():  # smtplib sends nothing else
            raise SettingError("smtp_user", "it or its password is not in ASCII", "Choose another on the mail server.")

    def __enter__(self) -> Post:
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def open(self) -> bool:
        """Open the line; whether it is new. Raises :class:`UnreachableError`."""
        try:
            return bool(self.backend.open())
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise UnreachableError(f"{self.host}:{self.port}", *faults.told(error, self.security)) from error

    def try_sender(self) -> None:
        """Open the line and name the sender as for a letter; then take it back. Raises :class:`UnreachableError`."""
        self.open()
        session = cast(smtplib.SMTP, self.backend.connection)
        try:
            code, text = session.mail(sanitize_address(letters.sender(self.settings), "utf-8"))
            session.rset()
        except (OSError, smtplib.SMTPException) as error:
            raise UnreachableError(f"{self.host}:{self.port}", *faults.told(error, self.security)) from error
        if not 200 <= code < 300:
            raise UnreachableError(self.host, f"it refuses the sender: {faults.reply(code, text)}", SENDER)

    @property
    def state(self) -> tuple[str, bool]:
        """The open line in words, and whether what goes over it can be read on its way."""
        line = cast(socket, cast(smtplib.SMTP, self.backend.connection).sock)
        way = f"encrypted ({line.version()})" if isinstance(line, SSLSocket) else "in the clear"
        signed = f"signed in as {self.backend.username}" if self.backend.username else "without a sign-in"
        here = ip_address(line.getpeername()[0].partition("%")[0]).is_loopback
        return f"{self.host}:{self.port} answers, {way}, {signed}", not isinstance(line, SSLSocket) and not here

    def send(self, letter: Letter, to: str, name: str) -> Handed:
        """Hand over a letter to one reader. ``name`` makes its identifier. Raises :class:`UnreachableError`."""
        message = mail.message(letter, to, name, self.settings)
        for _ in range(2):
            new = self.open()
            session = cast(_Noting, self.backend.connection)
            session.handed = False
            try:
                self.backend.send_messages([message])
                return Handed(Outcome.SENT)
            except smtplib.SMTPRecipientsRefused as error:
                self._drop()
                ((code, text),) = error.recipients.values()
                return Handed(Outcome.REFUSED if code >= 500 else Outcome.LATER, faults.reply(code, text))
            except smtplib.SMTPSenderRefused as error:
                self._drop()
                if error.smtp_code >= 500:
                    reason = f"it refuses the sender: {faults.reply(error.smtp_code, error.smtp_error)}"
                    raise UnreachableError(self.host, reason, SENDER) from error
            except (smtplib.SMTPServerDisconnected, OSError) as error:
                self._drop()
                if session.handed and not isinstance(error, smtplib.SMTPDataError):
                    return Handed(Outcome.UNCERTAIN)
            except ValueError:  # no address that could stand in a mail
                return Handed(Outcome.REFUSED, "the address cannot stand in a mail")
            if new or session.handed:
                return Handed(Outcome.LATER)
            # A line that stood idle may have been closed: once more with a new one.
        return Handed(Outcome.LATER)

    def _drop(self) -> None:
        """Close the line, in whatever state it is."""
        with suppress(OSError, smtplib.SMTPException):
            self.backend.close()
        self.backend.connection = None
