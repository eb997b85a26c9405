"""Why there is no answer (RFC 9457)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from standfirst.publishing.api.schema import also
from standfirst.publishing.api.shapes.names import Uri, Urn


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer (RFC 9457). ``type`` never changes for a kind of problem; ``title`` and ``detail`` are in
    the network's language.
    """

    type: Uri
    title: str
    status: Annotated[int, also(minimum=400, maximum=599)]
    detail: str
    instance: str


@dataclass(frozen=True, slots=True)
class BadParameter(Problem):
    """A parameter's value that cannot be, or that never existed; null where the whole address cannot be read."""

    parameter: str | None


@dataclass(frozen=True, slots=True)
class Withdrawn(Problem):
    """What was asked for was taken down for good: when, and why."""

    id: Urn
    url: Uri
    withdrawn: datetime
    reason: str
