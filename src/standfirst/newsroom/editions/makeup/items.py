"""Candidates to items: one publication for each story, with how many independent sources report it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from standfirst.newsroom.editions.makeup import CAUTIONS, Candidate, Choice, Place


@dataclass(slots=True)
class Item:
    """What may get a place: a story's publication, with how many independent sources report the story."""

    of: Candidate
    voices: int
    goes_on: bool = False
    rank: tuple[int, bool, bool] = field(init=False)

    def __post_init__(self) -> None:
        self.rank = (-self.voices, not self.of.brief, not CAUTIONS.isdisjoint(self.of.marks))


def left_in(candidates: Iterable[Candidate], orders: Mapping[int, Choice]) -> list[Candidate]:
    """The candidates without those that an editor leaves out, and without copies of them, latest first."""
    found = sorted({each.position: each for each in candidates}.values(), key=lambda each: -each.position)
    out = [each for each in found if each.position in orders and orders[each.position].action == "leave-out"]
    positions, texts = {each.position for each in out}, {each.text for each in out if each.text}
    return [
        each for each in found if each.position not in positions and (each.text not in texts or each.position in orders)
    ]


def items(
    left: list[Candidate], held: Mapping[int, Place], orders: Mapping[int, Choice], earlier: list[Candidate],
    shown: set[int],
) -> list[Item]:  # fmt: skip
    """One item a story, or each of what an editor or the edition so far holds of it."""
    stories: dict[str, list[Candidate]] = {}
    for each in left:
        stories.setdefault(each.story or str(each.position), []).append(each)
    before: dict[str, list[Candidate]] = {}
    for each in earlier:
        before.setdefault(each.story, []).append(each)
    items = []
    for story, members in stories.items():
        past = before.get(story, [])
        told = [each for each in past if each.position in shown]
        kept = [each for each in members if each.position in orders] or [
            each for each in members if each.position in held
        ]
        if not kept:
            texts = {each.text for each in told if each.text}
            fresh = [each for each in members if each.text not in texts]
            kept = [min(fresh, key=_first)] if fresh else []
        number = voices([*members, *past]) if len(members) + len(past) > 1 else 1
        items += [Item(each, number, bool(told)) for each in kept]
    return items


def _first(each: Candidate) -> tuple[bool, bool, int]:
    """Which of a story's publications stands for it: a brief, one without a caution, the earliest."""
    return not each.brief, not CAUTIONS.isdisjoint(each.marks), each.position


def voices(members: Iterable[Candidate]) -> int:
    """How many independent sources report a story.

    Reports of one source are one voice, and so are reports with one text, and so is what agencies wrote.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    named = []
    for each in members:
        own = [f"source {each.source}", f"text {each.text}" if each.text else ""]
        own.append("agencies" if "agency-copy" in each.marks else "")
        for other in filter(None, own[1:]):
            parent[root(other)] = root(own[0])
        named.append(own[0])
    return len({root(name) for name in named})
