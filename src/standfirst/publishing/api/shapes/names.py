"""What stands in many answers: addresses, identifiers, and how things name each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from standfirst.publishing.api.schema import also

#: An absolute address, and an identifier that never changes.
Uri = Annotated[str, also(format="uri")]
Urn = Annotated[str, also(format="uri", pattern="^urn:uuid:[0-9a-f-]{36}$")]
Whole = Annotated[int, also(minimum=0)]


@dataclass(frozen=True, slots=True)
class SourceName:
    """A publisher: its slug and name, its own site, and where this API tells more of it."""

    slug: str
    name: str
    home: Uri | None
    href: Uri


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section: its slug, and its name in the network's language."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class StoryName:
    """A story: its identifier, its page, and where this API tells more of it."""

    id: str
    url: Uri
    href: Uri
