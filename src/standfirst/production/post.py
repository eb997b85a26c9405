"""The line to the network's mail server. The one module that speaks SMTP, through Django's own mail machinery."""

from __future__ import annotations

import os
import smtplib
from contextlib import suppress
from typing import cast

from django.core.mail.backends.smtp import EmailBackend

from standfirst.errors import SettingError, UnreachableError
from standfirst.newsroom.correspondence.letters import Outcome
from standfirst.production import mail
from standfirst.publishing.letters import Letter
from standfirst.settings import PASSWORD, Settings

#: Seconds until an answer of the mail server is given up.
ANSWERS_WITHIN = 60


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

    def __init__(self, settings: Settings) -> None:
        security = settings.text("smtp_security")
        self.host, self.port = settings.text("smtp_host"), settings.number("smtp_port")
        self.settings = settings
        self.backend = Backend(
            host=self.host,
            port=self.port,
            username=settings.text("smtp_user"),
            password=os.environ.get(f"STANDFIRST_{PASSWORD.upper()}", ""),
            use_tls=security == "starttls",
            use_ssl=security == "tls",
            timeout=ANSWERS_WITHIN,
        )
        if self.backend.username and not self.backend.password:
            raise SettingError("smtp_user", "it is set, but no password", "Set STANDFIRST_SMTP_PASSWORD.")

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
            raise UnreachableError(
                f"{self.host}:{self.port}", f"the mail server does not answer as it should: {error}", "See smtp_host."
            ) from error

    def send(self, letter: Letter, to: str, name: str) -> Outcome:
        """Hand over a letter to one reader. ``name`` makes its identifier. Raises :class:`UnreachableError`."""
        message = mail.message(letter, to, name, self.settings)
        for _ in range(2):
            new = self.open()
            session = cast(_Noting, self.backend.connection)
            session.handed = False
            try:
                self.backend.send_messages([message])
                return Outcome.SENT
            except smtplib.SMTPRecipientsRefused as error:
                self._drop()
                return Outcome.REFUSED if all(code >= 500 for code, _ in error.recipients.values()) else Outcome.LATER
            except smtplib.SMTPSenderRefused as error:
                self._drop()
                if error.smtp_code >= 500:
                    reason = f"it refuses the sender: {error.smtp_code} {error.smtp_error!r}"
                    raise UnreachableError(self.host, reason, "See letter_from and smtp_user.") from error
            except (smtplib.SMTPServerDisconnected, OSError) as error:
                self._drop()
                if session.handed and not isinstance(error, smtplib.SMTPDataError):
                    return Outcome.UNCERTAIN
            except ValueError:  # no address that could stand in a mail
                return Outcome.REFUSED
            if new or session.handed:
                return Outcome.LATER
            # A line that stood idle may have been closed: once more with a new one.
        return Outcome.LATER

    def _drop(self) -> None:
        """Close the line, in whatever state it is."""
        with suppress(OSError, smtplib.SMTPException):
            self.backend.close()
        self.backend.connection = None
