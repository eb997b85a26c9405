"""Speculation: the source reports what may happen, not what has."""

from __future__ import annotations

import re

from standfirst.editing import Mark, candidates, headline, phrases
from standfirst.editing.marks import Context, enter
from standfirst.language.words import fold, primary

#: Sentences from the top that decide.
LOOKED_AT = 14
#: The share of them that hedge, alone or with a title that does, or asks of the future.
CARRIED, WITH_TITLE = 0.5, 0.25
#: So many hedged sentences are enough where the title itself says that nobody has confirmed it.
FEW = 2
MOST_PLACES = 3

# Hedges about what happens, apart from the wide lists of the lexicons: these make a report a guess.
_HEDGES = phrases.patterns("hedges", before=r"\b")
# In a title that reports ("Firm recalls vans with doors that may open") a relative clause may hedge, and nothing else.
_TITLE = phrases.pattern("speculation", "title", r"(?<!that )(?<!which )(?<!who )\b", r"\b")
_TOLD = phrases.pattern("speculation", "told", r"\b", r"\b")
_UNCONFIRMED = phrases.pattern("speculation", "unconfirmed", r"\b", r"\b")
_FUTURE = phrases.pattern("speculation", "future", "^", r"\b")
_CONFIRMED = phrases.pattern("speculation", "confirmed", r"\b", r"\b")
_ENDED = re.compile(r"[.!?…][\"”»’'）)\]]{0,3}$")
# What before it says that it has not happened, or only might.
_NOT = re.compile(
    r"\b(?:not|n['’]t|no|yet|nicht|noch|kein\w*|pas|aucune?|no|sin|if|unless|whether|falls|wenn|ob|si)\b", re.IGNORECASE
)


@enter("speculation", "The source reports what may happen, not what has.", rank=30)
def speculation(context: Context) -> Mark | None:
    """Set where hedged sentences carry the article, or its title asks about the future and nothing is confirmed."""
    article = context.article
    language = primary(article.language)
    pattern = _HEDGES.get(language)
    if pattern is None:
        return None
    title = headline.clean(article.title, article.publisher)
    sentences = [each for each in candidates.find(article) if counts(each)][:LOOKED_AT]
    if len(sentences) < 4:
        return None
    hedged = [each for each in sentences if hedges(pattern, candidates.unquoted(each.text))]
    share = len(hedged) / len(sentences)
    places = tuple(context.place(each.start, each.end) for each in hedged[:MOST_PLACES])
    counted = f"{len(hedged)} of its first {len(sentences)} sentences are hedged"
    if headline.asks(title, article.language) and _FUTURE.match(fold(title).strip(" ¿\"'“")):
        if any(_confirms(each.text) for each in sentences):
            return None
        if hedged:
            return Mark(
                "speculation", f"The headline asks what will be, and the source confirms nothing; {counted}.", places
            )
    title_hedges = _TITLE.search(title) is not None
    # "If someone falls, they may be hurt" says what is always so: without a title that hedges some must be unconfirmed.
    doubts = sum(_UNCONFIRMED.search(candidates.unquoted(each.text)) is not None for each in hedged)
    carried = share >= CARRIED and (title_hedges or doubts >= FEW)
    told = title_hedges and share >= WITH_TITLE and len(hedged) > FEW
    if carried or told or (len(hedged) >= FEW and _TOLD.search(title)):
        return Mark("speculation", f"Hedged or unconfirmed claims carry the article: {counted}.", places)
    return None


def counts(sentence: candidates.Candidate) -> bool:
    """Whether it is a sentence of the article, though perhaps none that a brief could use."""
    return sentence.fault not in {"furniture", "short"} and _ENDED.search(sentence.text) is not None


def hedges(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a sentence hedges; the month of May in it does not."""
    return any(found.group() != "May" or found.start() == 0 for found in pattern.finditer(text))


def _confirms(text: str) -> bool:
    found = _CONFIRMED.search(text)
    return found is not None and not _NOT.search(text[max(0, found.start() - 40) : found.end()])
