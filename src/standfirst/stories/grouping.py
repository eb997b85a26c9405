"""Exact copies to one story, every other article to a story of its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from standfirst.stories import Member, Story

#: Texts shorter than this are too alike by chance (weather, results, corrections) for a copy to mean anything.
MIN_WORDS = 80

#: The namespace of story ids (RFC 9562, version 5): the same articles make the same story on every machine.
NAMESPACE = uuid.UUID("6f0b4a36-55a5-4d0e-9a0c-3d5a2b1c7e42")


def group(members: Iterable[Member], known: Mapping[str, str]) -> tuple[Story, ...]:
    """Stories of ``members``, by their oldest article; ``known`` maps fingerprints to ids of earlier stories.

    A story whose fingerprint is known keeps its id; a new one is named after its oldest article. Articles under
    :data:`MIN_WORDS` words, or without a fingerprint, stand alone. An article given twice counts once.
    """
    oldest_first = sorted({each.article: each for each in members}.values(), key=_age)
    together: dict[str, list[Member]] = {}
    for member in oldest_first:
        comparable = bool(member.fingerprint) and member.words >= MIN_WORDS
        together.setdefault(f"text {member.fingerprint}" if comparable else f"article {member.article}", []).append(
            member
        )
    return tuple(_story(key, found, known) for key, found in together.items())


def _age(member: Member) -> tuple[float, str]:
    return member.published.timestamp(), member.article


def _story(key: str, members: list[Member], known: Mapping[str, str]) -> Story:
    kind, _, name = key.partition(" ")
    named = known.get(name, "") if kind == "text" else ""
    return Story(
        id=named or str(uuid.uuid5(NAMESPACE, members[0].article)),
        articles=tuple(each.article for each in members),
        relation="copies" if len(members) > 1 else "single",
    )
