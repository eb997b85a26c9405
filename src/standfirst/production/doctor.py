"""Whether everything a network needs is in order."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

from django.conf import settings as django_settings
from django.db import connection

from standfirst.errors import StandfirstError
from standfirst.language import models
from standfirst.newsroom.models import Feed, Hold, Source
from standfirst.settings import Settings

#: Less free disk than this is said.
FREE_BYTES = 500_000_000
#: Seconds until an answer of the mail server is given up.
MAIL_WITHIN = 10.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is in order, its state in words, and what to do where it is not."""

    what: str
    good: bool
    state: str
    way_out: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Look at settings, language, look, database, models, disk, feeds, queue and the line to the mail server."""
    about = [_contact(settings), _language(settings), _look()]
    return [*about, _database(), _models(), _disk(settings), _feeds(), _queue(), _mail(settings)]


def _contact(settings: Settings) -> Finding:
    contact = settings.text("contact")
    if contact or settings.flag("allow_private"):
        return Finding("contact", True, contact or "not needed on your own network")
    return Finding(
        "contact", False, "none is set", "Set contact in standfirst.toml: publishers should know whom to ask."
    )


def _language(settings: Settings) -> Finding:
    wanted, spoken = settings.text("language"), django_settings.LANGUAGE_CODE
    if wanted.replace("_", "-") == spoken:
        return Finding("language", True, spoken)
    offered = ", ".join(tag for tag, _ in django_settings.LANGUAGES)
    return Finding(
        "language",
        False,
        f"there is no catalogue for {wanted}, so the pages are in English",
        f"Choose one of {offered}, or add a catalogue: docs/guide/network.md",
    )


def _look() -> Finding:
    """The pages' look; what cannot be was refused when the settings were read."""
    from standfirst.publishing.looks import assets

    shown = assets.look()
    files, refused = assets.own_files(assets.network_folder())
    parts = [
        name
        for name, given in (
            ("a logo", shown.logo), ("an icon", shown.icon), ("own style", shown.style), ("own words", shown.footer),
            ("own links", shown.links), (f"{len(files)} files", files),
        )
        if given
    ]  # fmt: skip
    state = ", ".join(parts) or "as it comes"
    if not refused:
        return Finding("look", True, state)
    told = "; ".join(refused[:5])
    return Finding("look", False, f"{state}; not served: {told}", "Take them away or change them: docs/guide/look.md")


def _database() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        version = cursor.fetchone()[0]
    return Finding("database", True, f"{connection.display_name} {version}")


def _models() -> Finding:
    problems = models.verify()
    if problems:
        return Finding("models", False, "; ".join(problems), "Install Standfirst again.")
    return Finding("models", True, f"all files as they were made ({models.fingerprint()})")


def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.folder).free
    writable = os.access(settings.folder, os.W_OK)
    state = f"{free / 1e9:.1f} GB free" if writable else "the network's folder cannot be written to"
    return Finding(
        "disk",
        writable and free > FREE_BYTES,
        state,
        "" if writable and free > FREE_BYTES else "Make room, or mend its rights.",
    )


def _feeds() -> Finding:
    active = Feed.objects.filter(active=True, source__state=Source.State.ACTIVE)
    failing = list(active.filter(failures__gte=2).values_list("address", "last_error"))
    if not active.exists():
        return Finding("feeds", False, "there are none", "Add a publisher: standfirst source add https://…")
    if failing:
        lines = "; ".join(f"{address}: {error}" for address, error in failing[:5])
        return Finding(
            "feeds",
            False,
            f"{len(failing)} of {active.count()} fail: {lines}",
            "Look closer: standfirst source check SOURCE",
        )
    return Finding("feeds", True, f"{active.count()} active, none failing")


def _queue() -> Finding:
    waiting = Hold.objects.filter(decided=None).count()
    return Finding("queue", True, f"{waiting} wait for an editor" if waiting else "nothing waits")


def _mail(settings: Settings) -> Finding:
    """The line to the mail server: opened, encrypted, signed in, the sender named as for a letter; nothing is sent."""
    from standfirst.production import mail
    from standfirst.production.post import Post

    if not settings.text("smtp_host"):
        return Finding("mail", True, "there is no newsletter: smtp_host is not set")
    try:
        mail.check(settings)
        with Post(settings, answers_within=MAIL_WITHIN) as post:
            post.open()
            state, exposed = post.state
            post.try_sender()
    except StandfirstError as error:
        return Finding("mail", False, f"{error.thing}: {error.reason}", error.way_out)
    if exposed:
        return Finding("mail", False, state, "Letters and passwords can be read on their way: set smtp_security.")
    return Finding("mail", True, state)
