"""What a later version of an article changes of what is out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from standfirst.newsroom.content import Content

#: A number with its marks, as it stands in a statement: enough to see that a figure was changed.
_FIGURE = re.compile(r"\d[\d.,:]*\d|\d")
#: From what share of common words a sentence stands in another's place.
ALIKE = 0.6
#: Claims that a note names on either side.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Change:
    """``kind``: none, places (only offsets moved), update (other words), correction (a published fact changed)."""

    kind: str
    note: str = ""


def compare(old: Content, new: Content, text: str = "") -> Change:
    """What became of a publication's content. A correction is a figure or name that stood where another stands now.

    ``text`` is the article's text now: an old statement that it still has was left out by us, and nothing took its
    place. A brief that became a card is an update: its rights changed, not its facts.
    """
    if old.headline == new.headline and [each.text for each in old.statements] == [
        each.text for each in new.statements
    ]:
        return Change("none" if old == new else "places")
    if not new.statements:
        return Change("update", "The summary was withdrawn; the card stays.")
    changed = [found for pair in _pairs(old, new, text) if (found := _exchanged(*pair, old, new))]
    if not changed:
        return Change("update", "The source changed its article; the summary follows it.")
    before = dict.fromkeys(claim for lost, _ in changed for claim in lost)
    after = dict.fromkeys(claim for _, gained in changed for claim in gained)
    return Change(
        "correction",
        f"The source first said {'; '.join([*before][:SHOWN])}; it now says {'; '.join([*after][:SHOWN])}.",
    )


def _pairs(old: Content, new: Content, text: str) -> Iterator[tuple[str, str]]:
    """What was said and what is said in its place: the headlines, and each old statement with the one most like it."""
    left = [each.text for each in new.statements if not each.notice]
    was = [each.text for each in old.statements if not each.notice and each.text not in text]
    if _likeness(old.headline, new.headline) >= ALIKE:
        yield old.headline, new.headline
    ranked = sorted(((_likeness(one, other), one, other) for one in was for other in left), key=itemgetter(0))
    taken: set[str] = set()
    for likeness, one, other in reversed(ranked):
        if likeness >= ALIKE and not taken & {one, other}:
            taken |= {one, other}
            yield one, other


def _likeness(one: str, other: str) -> float:
    """The share of words that two sentences have in common, of the one that has more."""
    first, second = ({*each.casefold().split()} for each in (one, other))
    return len(first & second) / max(len(first), len(second), 1)


def _exchanged(was: str, now: str, old: Content, new: Content) -> tuple[list[str], list[str]] | None:
    """What ``was`` states and ``now`` does not, and what ``now`` states instead; None where nothing was exchanged.

    A figure takes the place of a figure and a name that of a name: a name less and a figure more is another sentence.
    """
    for claims in (_figures, _names):
        before, after = claims(was, old), claims(now, new)
        lost = [claim for claim in before if claim not in after and (claims is _figures or claim not in now)]
        gained = [claim for claim in after if claim not in before and (claims is _figures or claim not in was)]
        if lost and gained:
            return lost, gained
    return None


def _figures(text: str, _: Content) -> list[str]:
    return list(dict.fromkeys(_FIGURE.findall(text)))


def _names(text: str, content: Content) -> list[str]:
    return [fact.text for fact in content.facts if fact.kind in ("person", "organisation") and fact.text in text]
