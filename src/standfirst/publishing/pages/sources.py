"""What is known of a source, in readers' words: access, rights, why cards, corrections, feeds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext, pgettext_lazy

from standfirst.newsroom.facts import FeedFacts, SourceFacts
from standfirst.publishing import Network
from standfirst.publishing.pages import SourceRow
from standfirst.publishing.pages.labels import Text
from standfirst.publishing.pages.words import language_name, listed, number, percent

#: Sources from which on a list has headings by letter.
MANY = 25

#: Who can read a source's articles, as they say themselves.
ACCESS: dict[str, Text] = {
    "free": gettext_lazy("Free to read"),
    "metered": gettext_lazy("Some articles are for subscribers"),
    "paid": gettext_lazy("For subscribers"),
    "": gettext_lazy("Its articles do not say"),
}
#: What rights allow.
OUTCOMES: dict[str, Text] = {
    "brief": gettext_lazy("Briefs are allowed"),
    "card": gettext_lazy("Headlines only, no briefs"),
    "mixed": gettext_lazy("It depends on the article"),
    "nothing": gettext_lazy("Nothing may be published"),
    "": gettext_lazy("Nothing has been read yet"),
}
#: Why a publication is a card: signals of rights first, then rules of editing.
RULES: dict[str, Text] = {
    "opt-out": pgettext_lazy("why a card", "the publisher has opted out"),
    "robots-meta": pgettext_lazy("why a card", "the page asks for no excerpts"),
    "x-robots-tag": pgettext_lazy("why a card", "the server asks for no excerpts"),
    "tdmrep": pgettext_lazy("why a card", "text and data mining is reserved"),
    "rsl": pgettext_lazy("why a card", "the licence asks for payment or forbids it"),
    "rights": pgettext_lazy("why a card", "rights allow no more"),
    "short-source": pgettext_lazy("why a card", "the article is too short for a brief"),
    "length": pgettext_lazy("why a card", "too little could be told in whole sentences"),
    "specific": pgettext_lazy("why a card", "too little of it is specific"),
    "who-what-when-where": pgettext_lazy("why a card", "it does not open with who, when or where"),
}
#: Kinds of signals of rights.
KINDS: dict[str, Text] = {
    "robots-meta": gettext_lazy("Directive for robots in the page"),
    "x-robots-tag": gettext_lazy("Directive for robots in the header"),
    "tdmrep": gettext_lazy("Text and data mining (TDMRep)"),
    "rsl": gettext_lazy("Licence (RSL)"),
    "rsl-unread": gettext_lazy("Licence that cannot be read (RSL)"),
    "aipref": gettext_lazy("Preferences for use by AI (AIPREF)"),
    "paywall": gettext_lazy("For subscribers"),
    "status": gettext_lazy("Answer of the server"),
    "opt-out": gettext_lazy("Opted out"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """Sources of one first letter; "" where a list has no headings."""

    letter: str
    rows: tuple[SourceRow, ...]


def share(part: int, whole: int, language: str) -> str:
    """A part as a whole percentage, "" of nothing; never 0 % of some, nor 100 % of not all."""
    if not whole:
        return ""
    hundredths = round(100 * part / whole)
    if 0 < part < whole:
        hundredths = min(99, max(1, hundredths))
    return percent(hundredths, language)


def of_each(facts: SourceFacts, language: str) -> str:
    """How many of its publications are briefs, and how many cards, with their shares."""
    parts = []
    if facts.briefs:
        parts.append(ngettext("%(count)s brief (%(share)s)", "%(count)s briefs (%(share)s)", facts.briefs)
                     % _counted(facts.briefs, facts, language))  # fmt: skip
    if facts.cards:
        parts.append(ngettext("%(count)s headline only (%(share)s)", "%(count)s headlines only (%(share)s)",
                              facts.cards) % _counted(facts.cards, facts, language))  # fmt: skip
    return listed(parts)


def rights(facts: SourceFacts, language: str) -> str:
    """What its rights allow; where that depends on the article, how often they allow a headline alone."""
    said = str(OUTCOMES.get(facts.allowed, facts.allowed))
    if facts.allowed != "mixed":
        return said
    many = gettext("headlines only for %(count)s of %(all)s") % {
        "count": number(facts.barred, language), "all": number(facts.publications, language)
    }  # fmt: skip
    return f"{said} ({many})"


def why_cards(facts: SourceFacts, language: str) -> list[str]:
    """Why its cards are no briefs, each reason with how many."""
    return [f"{RULES.get(rule, rule)}: {number(count, language)}" for rule, count in facts.card_rules if rule]


def corrections(facts: SourceFacts, language: str) -> str:
    """How often its publications were corrected, and by whom."""
    if not facts.corrected and not facts.followed + facts.ours:
        return gettext("Never so far")
    said = ngettext("%(count)s publication (%(share)s)", "%(count)s publications (%(share)s)", facts.corrected)
    parts = [said % _counted(facts.corrected, facts, language)]
    if facts.followed:
        parts.append(ngettext("once because the source corrected itself",
                              "%(count)s times because the source corrected itself", facts.followed)
                     % {"count": number(facts.followed, language)})  # fmt: skip
    if facts.ours:
        parts.append(ngettext("%(count)s time a mistake of ours", "%(count)s times a mistake of ours", facts.ours)
                     % {"count": number(facts.ours, language)})  # fmt: skip
    return listed(parts, long=True)


def access(facts: SourceFacts, language: str) -> str:
    """Who can read it; where some articles are for subscribers, how many."""
    said = str(ACCESS[facts.access])
    if facts.access != "metered":
        return said
    many = gettext("%(count)s of %(all)s") % {
        "count": number(facts.paid, language), "all": number(facts.publications, language)
    }  # fmt: skip
    return f"{said} ({many})"


def languages(facts: SourceFacts, language: str) -> str:
    """The languages it writes in."""
    primary = dict.fromkeys(each.partition("-")[0] for each in facts.languages)
    return listed(language_name(each, language) for each in primary)


def health(feed: FeedFacts) -> str:
    """How a feed fares, in a word or two."""
    if not feed.active:
        return pgettext("a feed is", "not read any more")
    if feed.failures:
        return pgettext("a feed", "could not be read at the last try")
    return pgettext("a feed is", "read") if feed.last_fetch else pgettext("a feed is", "not read yet")


def by_letter(rows: Iterable[SourceRow]) -> list[Letter]:
    """Sources by name, under headings by first letter where they are many; without accents, digits and signs last."""
    order = sorted(rows, key=lambda row: (not _letter(row), _folded(row.source.name)))
    if len(order) < MANY:
        return [Letter("", tuple(order))] if order else []
    return [Letter(letter or "#", tuple(group)) for letter, group in groupby(order, key=_letter)]


def short(facts: SourceFacts, network: Network) -> list[str]:
    """A source in short, for the list of all: language, access, what is out, corrections, what rights allow."""
    language = network.language
    parts = [languages(facts, language)]
    if facts.access:
        parts.append(str(ACCESS[facts.access]))
    parts.append(of_each(facts, language))
    if facts.corrected:
        count = {"count": number(facts.corrected, language)}
        parts.append(ngettext("%(count)s corrected", "%(count)s corrected", facts.corrected) % count)
    if facts.allowed in ("card", "nothing"):
        parts.append(str(OUTCOMES[facts.allowed]))
    return [part for part in parts if part]


def _counted(count: int, facts: SourceFacts, language: str) -> dict[str, str]:
    return {"count": number(count, language), "share": share(count, facts.publications, language) or "–"}


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def _letter(row: SourceRow) -> str:
    first = _folded(row.source.name)[:1].upper()
    return first if first.isalpha() else ""


__all__ = ["ACCESS", "KINDS", "MANY", "OUTCOMES", "RULES", "Letter", "by_letter", "short"]
