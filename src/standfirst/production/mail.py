"""A letter as a mail message (RFC 5322) with the headers by which mail programs know a newsletter."""

from __future__ import annotations

from email.charset import BASE64, QP, Charset
from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.utils.crypto import salted_hmac

from standfirst.errors import SettingError
from standfirst.newsroom.correspondence import letters
from standfirst.publishing.letters import Letter
from standfirst.publishing.xml import line
from standfirst.settings import Settings


def message(letter: Letter, to: str, name: str, settings: Settings) -> EmailMultiAlternatives:
    """The message to one reader. ``name`` tells it from every other; the same letter has the same Message-ID."""
    host = urlsplit(settings.text("base_url")).hostname or "localhost"
    contact = settings.text("contact").removeprefix("mailto:")
    mark = salted_hmac("letter/message", name, algorithm="sha256").hexdigest()[:32]
    headers = {"Message-ID": f"<{mark}@{host}>", "Auto-Submitted": "auto-generated"}
    if letter.stop:
        # RFC 2919 and 2369; the one click of RFC 8058 needs https.
        headers["List-Id"] = formataddr((line(settings.text("name")), f"newsletter.{host}"))
        headers["List-Unsubscribe"] = f"<{letter.stop}>"
        if letter.stop.startswith("https://"):
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    made = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=letters.sender(settings),
        to=[to],
        reply_to=[contact] if "@" in contact and "/" not in contact else None,
        headers=headers,
    )
    made.encoding = charset(letter.html + letter.text)
    if letter.html:
        made.attach_alternative(letter.html, "text/html")
    return made


def check(settings: Settings) -> None:
    """Whether there is a sender, and can stand in a mail with the network's name; raises :class:`SettingError`.

    Asked before the first letter, so that no reader is blamed for it.
    """
    if not letters.offered(settings):
        raise SettingError("letter_from", "nobody is named as the sender of letters", "Set letter_from or contact.")
    letter = Letter(subject=line(settings.text("name")), text="", stop="https://localhost/")
    try:
        message(letter, "reader@example.org", "check", settings).message()
        validate_email(parseaddr(letters.sender(settings))[1])
    except (ValueError, ValidationError) as error:
        reason = f"{letters.sender(settings)!r} cannot stand in a mail"
        raise SettingError("letter_from", reason, "Write it like Harbour Digest <letter@harbour.example>.") from error


def charset(text: str) -> Charset:
    """UTF-8 in seven bits, which every server takes: quoted-printable for Latin text, base64 for other scripts."""
    found = Charset("utf-8")
    found.body_encoding = QP if len(text.encode()) < len(text) * 1.1 else BASE64
    return found


def imprint(settings: Settings) -> tuple[str, ...]:
    """Who sends this, as the law of many countries wants it under a letter: the contact and a postal address."""
    lines = [settings.text("contact").removeprefix("mailto:"), *settings.text("letter_address").splitlines()]
    return tuple(each.strip() for each in lines if each.strip())
