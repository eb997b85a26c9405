"""The settings of a network: one declared table, read from ``standfirst.toml``, the environment over it.

A setting ``name`` is the key ``name`` in the file's top table and ``STANDFIRST_NAME`` in the environment.
``DATABASE_URL`` is read without the prefix too, as hosts set it so.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from standfirst.errors import SettingError

FILE = "standfirst.toml"

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: its default gives the type; ``least`` and ``most`` bound a number."""

    name: str
    default: Value
    help: str
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()


TABLE: tuple[Setting, ...] = (
    Setting("name", "A Standfirst network", "The network's name, as readers see it."),
    Setting(
        "base_url",
        "http://localhost:8000",
        "Where the site is published; scheme and host of every permalink.",
    ),
    Setting(
        "contact",
        "",
        "An address or mail address for publishers; part of the user agent. Needed to fetch from the web.",
    ),
    Setting(
        "time_zone",
        "UTC",
        "The zone of days, editions and date filters (an IANA name, such as Europe/Paris).",
    ),
    Setting(
        "language",
        "en",
        "The language of the pages' own words, dates and numbers (a tag, such as de or fr-CA): ar, de, en, es, fr, or"
        " one whose catalogue stands in the network's `locale` folder; English for another.",
    ),
    Setting("database_url", "", "postgresql://… ; empty: SQLite in the network's folder."),
    Setting("secret_key", "", "Signs the desk's sessions. Empty: one is made and kept in the network's folder."),
    Setting("allowed_hosts", "", "More host names the site answers to, separated by commas."),
    Setting("host", "127.0.0.1", "The address the site listens on."),
    Setting("port", 8000, "The port the site listens on.", 0, 65535),
    Setting("engine", "inline", "Who does a round's work.", choices=("inline", "processes", "dask")),
    Setting("workers", 2, "Processes of the engine `processes`, and of a dask cluster started here.", 1, 256),
    Setting("dask_scheduler", "", "Address of a Dask scheduler; empty: a cluster on this machine."),
    Setting("round_minutes", 15, "Minutes from the start of one round to the next.", 1, 1440),
    Setting("round_items", 2000, "Items taken up in one round; the rest wait for the next.", 1, 1_000_000),
    Setting("batch_items", 50, "Items of one host sent to a worker at once.", 1, 1000),
    Setting("lease_seconds", 600, "After this long a claimed item is free again.", 5, 86_400),
    Setting(
        "allow_private",
        False,
        "Fetch from private and loopback addresses. Only for publishers on your own network.",
    ),
    Setting("host_requests", 2, "Requests to one host at the same time.", 1, 16),
    Setting("host_delay", 0.5, "Seconds between two requests to one host; robots.txt may ask for more.", 0, 3600),
    Setting("fetch_seconds", 30, "Seconds until a request is given up.", 1, 600),
    Setting(
        "fetch_bytes",
        8_000_000,
        "Bytes of a document, unpacked, beyond which it is given up.",
        1000,
        1_000_000_000,
    ),
    Setting("fetch_redirects", 5, "Redirects followed.", 0, 20),
    Setting("attempts", 4, "Tries of an item before it is left.", 1, 20),
    Setting(
        "keep_text_days",
        30,
        "Days a source's text is kept to check briefs; then hashes and places only.",
        0,
        3650,
    ),
    Setting("min_words", 40, "Fewest words of a brief.", 1, 400),
    Setting("max_words", 120, "Most words of a brief.", 10, 400),
    Setting("max_share", 0.20, "Largest share of its source that a brief may be.", 0.01, 1),
    Setting("min_source_words", 200, "Sources shorter than this get a card.", 0, 10_000),
    Setting("sentence_words", 30, "Longest sentence of a brief, where its source allows it.", 8, 100),
    Setting("section_threshold", 0.45, "Confidence under which a publication stays unfiled.", 0, 1),
    Setting("hold_uncertain_section", False, "Hold a publication whose section is uncertain."),
    Setting("hold_new_source", False, "Hold the first publications of a source new to the network."),
    Setting("hold_sensitive", False, "Hold sensitive matters that one source alone reports."),
    Setting("edition_size", 30, "Publications in a day's edition.", 1, 200),
    Setting("edition_per_source", 6, "Most of one source in an edition; more where places would stay empty.", 1, 200),
    Setting("edition_per_section", 5, "Most of one section in an edition; more where places would stay empty.", 1, 200),
    Setting("listing_size", 30, "Publications on a page of a listing.", 1, 200),
    Setting(
        "section_hosts",
        False,
        "Give each section its own host name under that of `base_url` (sports.example.org). DNS and certificate must"
        " hold for all of them.",
    ),
    Setting("index_briefs", False, "Let search engines index briefs that have a single source."),
    Setting("websub_hub", "", "Address of a WebSub hub to name in feeds and ping."),
    Setting(
        "inbox_per_hour",
        60,
        "Reports and requests taken from the forms in an hour, from everybody together; 0: no forms, and the pages name"
        " the contact instead.",
        0,
        10_000,
    ),
    Setting("smtp_host", "", "The mail server that sends the newsletter; empty: there is no newsletter."),
    Setting("smtp_port", 587, "The mail server's port.", 1, 65535),
    Setting(
        "smtp_user",
        "",
        "The name to sign in to the mail server with; empty: without. The password is STANDFIRST_SMTP_PASSWORD in the"
        " environment, and nowhere else.",
    ),
    Setting(
        "smtp_security",
        "starttls",
        "How the line to the mail server is encrypted: none (for a server on this machine), starttls, or tls from the"
        " first byte.",
        choices=("none", "starttls", "tls"),
    ),
    Setting(
        "letter_from",
        "",
        "The sender of the newsletter, such as Harbour Digest <letter@harbour.example>; empty: the contact, where that"
        " is a mail address.",
    ),
    Setting("letter_hour", 6, "The hour at which the newsletter is due, in the network's time zone.", 0, 23),
    Setting(
        "letter_weekday",
        "saturday",
        "The day of the weekly newsletter.",
        choices=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ),
    Setting("letter_address", "", "The postal address of the newsletter's sender, set under each letter."),
    Setting("signups_per_hour", 60, "Sign-ups to the newsletter taken in an hour, from everybody together.", 1, 10_000),
)
BY_NAME = {setting.name: setting for setting in TABLE}
#: What is read from the environment alone, where it is needed.
PASSWORD = "smtp_password"  # noqa: S105 (a name)
#: The form of a language tag (BCP 47), without its registry.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z")
TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


@dataclass(frozen=True)
class Settings:
    """The settings of the network in ``folder``. Attributes are the table's names."""

    folder: Path
    values: Mapping[str, Value]

    def __getattr__(self, name: str) -> Value:
        if name in BY_NAME:
            return self.values.get(name, BY_NAME[name].default)
        raise AttributeError(name)

    def text(self, name: str) -> str:
        """A setting as text."""
        return str(getattr(self, name))

    def number(self, name: str) -> int:
        """A whole number."""
        return int(getattr(self, name))

    def real(self, name: str) -> float:
        """A real number."""
        return float(getattr(self, name))

    def flag(self, name: str) -> bool:
        """A yes or no."""
        return bool(getattr(self, name))

    @cached_property
    def zone(self) -> ZoneInfo:
        """The network's time zone."""
        return ZoneInfo(self.text("time_zone"))

    @property
    def user_agent(self) -> str:
        """The user agent publishers see: name, version and contact."""
        from standfirst import __version__

        contact = self.text("contact") or self.text("base_url")
        return f"Standfirst/{__version__} (+{contact})"


def load(folder: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings of the network in ``folder``; without a file the defaults hold.

    Raises :class:`SettingError`, naming the setting, its place and what it may be.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Value] = {}
    path = folder / FILE
    if path.is_file():
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingError(str(path), f"this is not TOML: {error}", "Mend the line it names.") from error
        for name, raw in table.items():
            if isinstance(raw, dict):
                continue  # tables of their own, such as [sections], belong to other rooms
            if name == PASSWORD:
                raise SettingError(
                    f"{name} in {path}",
                    "a password does not belong in a file that is copied and shown",
                    f"Delete the line, and set STANDFIRST_{PASSWORD.upper()} in the environment.",
                )
            if name not in BY_NAME:
                raise SettingError(f"{name} in {path}", "there is no such setting", "See the settings reference.")
            values[name] = checked(BY_NAME[name], raw, f"{name} in {path}")
    for setting in TABLE:
        for key in (
            f"STANDFIRST_{setting.name.upper()}",
            *(["DATABASE_URL"] if setting.name == "database_url" else []),
        ):
            if environment.get(key):
                values[setting.name] = checked(setting, environment[key], f"{key} in the environment")
                break
    found = Settings(folder, values)
    if found.flag("section_hosts"):
        _nameable(found.text("base_url"), str(path))
    return found


def checked(setting: Setting, raw: object, place: str) -> Value:
    """``raw`` as the setting's type and within its bounds, or a :class:`SettingError` that names ``place``."""
    kind = type(setting.default)
    value: Value
    try:
        if kind is bool:
            word = str(raw).lower()
            if word not in TRUE | FALSE:
                raise ValueError
            value = word in TRUE
        elif isinstance(raw, bool):
            raise ValueError
        else:
            value = kind(raw if isinstance(raw, str | int | float) else str(raw))
            if kind is int and isinstance(raw, float) and raw != value:
                raise ValueError
    except (TypeError, ValueError) as error:
        wanted = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}[kind]
        raise SettingError(place, f"{raw!r} is not {wanted}", f"Its default is {setting.default!r}.") from error
    if setting.choices and value not in setting.choices:
        raise SettingError(place, f"{raw!r} is not one of {', '.join(setting.choices)}")
    if not isinstance(value, str):
        if setting.least is not None and value < setting.least:
            raise SettingError(place, f"{raw!r} is under {setting.least:g}")
        if setting.most is not None and value > setting.most:
            raise SettingError(place, f"{raw!r} is over {setting.most:g}")
    _named(setting.name, str(value), place)
    return value


def _nameable(base_url: str, place: str) -> None:
    """Refuse a host under which no other can be named: an IP address."""
    host = urlsplit(base_url).hostname or ""
    if not host or ":" in host or host.replace(".", "").isdigit():
        raise SettingError(
            f"section_hosts in {place}",
            f"base_url is {base_url!r}, which has no host name",
            "Name a host there, such as localhost.",
        )


def _named(name: str, value: str, place: str) -> None:
    """Refuse a language or time zone that no standard could name; a zone has to exist here."""
    if name == "language" and not _TAG.match(value):
        raise SettingError(place, f"{value!r} is no language tag", "Write it like de or pt-BR.")
    if name == "time_zone":
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise SettingError(
                place, f"{value!r} is no time zone", "Use an IANA name, such as Europe/Paris."
            ) from error
