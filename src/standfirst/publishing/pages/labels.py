"""Our own words for codes: marks, places, facts, rights and what is not stated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext_lazy

from standfirst.newsroom.tongue import SOURCE

Text = str | Promise


@dataclass(frozen=True, slots=True)
class MarkLabel:
    """A mark as readers meet it: its name, its sentence, and what sets it."""

    name: Text
    sentence: Text
    when: Text


#: The marks of the editorial method, by code, in the order in which the page of marks explains them.
MARKS: dict[str, MarkLabel] = {
    "summary": MarkLabel(
        gettext_lazy("Summary"),
        gettext_lazy("This publication is a summary of another publication."),
        gettext_lazy("Stands on every brief. It says how the brief was made and whether a person has checked it."),
    ),
    "commentary": MarkLabel(
        gettext_lazy("Commentary"),
        gettext_lazy("The source contains editorial commentary."),
        gettext_lazy("The article is comment, or passages of it are; those passages are named."),
    ),
    "speculation": MarkLabel(
        gettext_lazy("Speculation"),
        gettext_lazy("The source reports what may happen, not what has."),
        gettext_lazy("What the article rests on is hedged or not confirmed."),
    ),
    "sponsored": MarkLabel(
        gettext_lazy("Sponsored"),
        gettext_lazy("The source was paid to publish this."),
        gettext_lazy("The source says so: by a label, by its page’s description of itself, or in its address."),
    ),
    "press-release": MarkLabel(
        gettext_lazy("Press release"),
        gettext_lazy("The source is a press release."),
        gettext_lazy("The source says so: by a label, by its page’s description of itself, or in its address."),
    ),
    "satire": MarkLabel(
        gettext_lazy("Satire"),
        gettext_lazy("The source is satire."),
        gettext_lazy("The source says so: by a label, by its page’s description of itself, or in its address."),
    ),
    "agency-copy": MarkLabel(
        gettext_lazy("Agency copy"),
        gettext_lazy("The source carries an agency’s text."),
        gettext_lazy("The byline names an agency, or the text is nearly the same as an agency’s article."),
    ),
    "subscription": MarkLabel(
        gettext_lazy("Subscription"),
        gettext_lazy("The full article is for subscribers."),
        gettext_lazy("The page says that it is not free to read, or its publisher is known to ask for a subscription."),
    ),
    "one-source": MarkLabel(
        gettext_lazy("One source"),
        gettext_lazy("Reported by one source only."),
        gettext_lazy(
            "The matter is sensitive (death, a named person and a crime, health, elections, markets) and no"
            " second, independent source reports it here."
        ),
    ),
    "corrected": MarkLabel(
        gettext_lazy("Corrected"),
        gettext_lazy("This publication was corrected."),
        gettext_lazy("A later version changed a published fact. The page lists every change with its time."),
    ),
}


def mark_label(code: str) -> MarkLabel:
    """A mark's words; one that someone else's module sets is called by its code, with the sentence it came with."""
    if code in MARKS:
        return MARKS[code]
    from standfirst.editing.marks import marks

    name = code.replace("-", " ")
    return MarkLabel(name[:1].upper() + name[1:], marks[code].sentence if code in marks else "", "")


@lru_cache(maxsize=256)
def spoken(code: str, language: str) -> MarkLabel:
    """A mark's words as text in ``language``, which must be the active one; looked up once a process."""
    label = mark_label(code)
    return MarkLabel(str(label.name), str(label.sentence), str(label.when))


#: Kinds of facts as the page groups them, in its order.
FACTS: dict[str, Text] = {
    "person": gettext_lazy("Who"),
    "organisation": gettext_lazy("Organisations"),
    "place": gettext_lazy("Where"),
    "date": gettext_lazy("When"),
    "number": gettext_lazy("Numbers"),
    "money": gettext_lazy("Money"),
}

#: What a kind of story needs and a source may not state, by the lexicons' names.
MISSING: dict[str, Text] = {
    "when": gettext_lazy("when"),
    "who": gettext_lazy("who"),
    "where": gettext_lazy("where"),
    "how-many": gettext_lazy("how many"),
    "price": gettext_lazy("the price"),
}
#: Languages whose lexicons have words for these.
_STATED_IN = ("en", "de", "fr", "es")

#: The names of the default network's sections; an operator's own are called as the operator wrote them.
SECTIONS: dict[str, Text] = {
    "Automotive and Transportation": pgettext_lazy("section", "Automotive and Transportation"),
    "Sports and Competition": pgettext_lazy("section", "Sports and Competition"),
    "Media and Entertainment": pgettext_lazy("section", "Media and Entertainment"),
    "Business and Finance": pgettext_lazy("section", "Business and Finance"),
    "Science and Technology": pgettext_lazy("section", "Science and Technology"),
    "Politics and Government": pgettext_lazy("section", "Politics and Government"),
    "Health and Fitness": pgettext_lazy("section", "Health and Fitness"),
    "Food and Drink": pgettext_lazy("section", "Food and Drink"),
    "House and Home": pgettext_lazy("section", "House and Home"),
    "Travel and Leisure": pgettext_lazy("section", "Travel and Leisure"),
    "Weather and Environment": pgettext_lazy("section", "Weather and Environment"),
    "Crime and Justice": pgettext_lazy("section", "Crime and Justice"),
    "Education and Learning": pgettext_lazy("section", "Education and Learning"),
    "World and Conflict": pgettext_lazy("section", "World and Conflict"),
    "Society and Belief": pgettext_lazy("section", "Society and Belief"),
    "Oddities": pgettext_lazy("section", "Oddities"),
}

#: Where a signal of rights came from, and what became of a source.
STATES: dict[str, Text] = {
    "active": gettext_lazy("read regularly"),
    "disabled": gettext_lazy("not read at present"),
    "opted-out": gettext_lazy("opted out"),
}


def missing(slots: tuple[str, ...]) -> list[str]:
    """What the source does not state, in the page's language where the slot is one of ours.

    A brief keeps the slots in its own language's words, or by name.
    """
    return list(_missing(slots, get_language() or SOURCE)) if slots else []


@lru_cache(maxsize=1024)
def _missing(slots: tuple[str, ...], own: str) -> list[str]:
    return [str(MISSING.get(_slots().get(slot, slot), slot)) for slot in slots]


@cache
def _slots() -> dict[str, str]:
    """The lexicons' words for what is missing → the slot's name."""
    from standfirst.language import lexicons

    return {word: slot for tag in _STATED_IN for slot, word in lexicons.get(tag).missing.items()}


def card_shows(lead: str) -> str:
    """What a card shows of its article, beside its headline in lists; ``lead`` is its first sentence, "" of none."""
    return gettext("First sentence only") if lead else gettext("Headline only")


def how_made(digital_source_type: str, checked_by: str) -> str:
    """How a brief was made and whether a person checked it, from the IPTC digital source type's last word."""
    kind = digital_source_type.rsplit("/", 1)[-1]
    person = bool(checked_by) or kind == "compositeWithTrainedAlgorithmicMedia"
    if kind == "algorithmicMedia":
        if person:
            return gettext("Excerpt by machine, checked by a person.")
        return gettext("Excerpt by machine, not checked by a person.")
    if kind in ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"):
        if person:
            return gettext("Written by a language model, checked by a person.")
        return gettext("Written by a language model, not checked by a person.")
    return gettext("Checked by a person.") if person else gettext("Not checked by a person.")


__all__ = [
    "FACTS",
    "MARKS",
    "SECTIONS",
    "STATES",
    "MarkLabel",
    "card_shows",
    "how_made",
    "mark_label",
    "missing",
    "spoken",
]
