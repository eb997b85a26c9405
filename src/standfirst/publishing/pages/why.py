"""Why a publication is in an edition: the rule that gave it its place, in the network's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy, ngettext

from standfirst.newsroom.editions.makeup import Place
from standfirst.publishing import Entry, Network
from standfirst.publishing.pages.labels import Text
from standfirst.publishing.pages.words import number

#: The rules that say nothing but themselves, by code.
RULES: dict[str, Text] = {
    "goes-on": gettext_lazy("Something new in a story of the day before"),
    "latest": gettext_lazy("One of the latest"),
    "filled": gettext_lazy("Takes a place that would have stayed empty"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A publication of an edition with the sentence that says why it is there, and an editor's own words."""

    entry: Entry
    sentence: str
    note: str = ""


def why(place: Place, network: Network) -> str:
    """The rule of a place as a sentence in the active language; a rule that is not ours by its code."""
    values = dict(place.values)
    match place.rule:
        case "reported":
            count = int(values.get("sources", 0))
            sentence = ngettext(
                "Reported by %(count)s independent source", "Reported by %(count)s independent sources", count
            )
            return sentence % {"count": number(count, network.language)}
        case "section":
            slug = str(values.get("section", ""))
            name = dict(network.sections).get(slug, "")
            return gettext("First pick from %(section)s") % {"section": name} if name else str(RULES["latest"])
        case "pinned":
            if values.get("place") == 1:
                return gettext("Put first by an editor")
            return gettext("An editor put it at this place")
        case "added":
            return gettext("Added by an editor")
    return str(RULES.get(place.rule, place.rule))


def shown(entries: Iterable[Entry], places: Iterable[Place], network: Network) -> list[Shown]:
    """Each of ``entries``, in their order, with why it is there; those without a place are left out."""
    by_position = {place.position: place for place in places}
    return [
        Shown(entry, why(place, network), str(dict(place.values).get("note", "")))
        for entry in entries
        if (place := by_position.get(entry.position)) is not None
    ]


__all__ = ["RULES", "Shown", "shown", "why"]
