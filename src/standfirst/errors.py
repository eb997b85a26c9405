"""One exception tree: every error names the thing, the reason and the way out."""

from __future__ import annotations


class StandfirstError(Exception):
    """Something a user can act on.

    ``thing`` is what was asked for or touched, ``reason`` why it cannot be, ``way_out`` what to do next.
    ``str()`` gives the three as one line; commands print it and exit with ``exit_code``.
    """

    exit_code = 1

    def __init__(self, thing: str, reason: str, way_out: str = "") -> None:
        self.thing = thing
        self.reason = reason
        self.way_out = way_out
        super().__init__(thing, reason, way_out)

    def __str__(self) -> str:
        line = f"{self.thing}: {self.reason}" if self.thing else self.reason
        return f"{line}. {self.way_out}" if self.way_out else line


class UsageError(StandfirstError):
    """The command or address was put wrongly."""

    exit_code = 2


class SettingError(UsageError):
    """A setting has a value that cannot be used."""


class NotFoundError(StandfirstError):
    """What was named does not exist here."""

    exit_code = 3


class UnreachableError(StandfirstError):
    """A publisher's address could not be fetched, or not used."""

    exit_code = 4


class ModelError(StandfirstError):
    """A file of trained weights is missing or is not the one this version was made with."""

    exit_code = 5


class NotArticleError(StandfirstError):
    """The page is no article; the reason says what it is."""

    exit_code = 6
