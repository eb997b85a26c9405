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
MOST_PLACES = 3

# Hedges about what happens, apart from the wide lists of the lexicons: these make a report a guess.
_HEDGES = phrases.patterns("hedges", before=r"\b")
_TITLE = phrases.pattern("speculation", "title", r"\b", r"\b")
_FUTURE = phrases.pattern("speculation", "future", "^", r"\b")
_CONFIRMED = phrases.pattern("speculation", "confirmed", r"\b", r"\b")
_NOT = re.compile(r"\b(?:not|n['’]t|no|yet|nicht|noch|kein\w*|pas|aucune?|no|sin)\b", re.IGNORECASE)


@enter("speculation", "The source reports what may happen, not what has.", rank=30)
def speculation(context: Context) -> Mark | None:
    """Set where hedged sentences carry the article, or its title asks about the future and nothing is confirmed."""
    article = context.article
    language = primary(article.language)
    pattern = _HEDGES.get(language)
    if pattern is None:
        return None
    title = headline.clean(article.title, article.publisher)
    sentences = [each for each in candidates.find(article) if each.fault not in {"furniture", "short", "fragment"}][
        :LOOKED_AT
    ]
    if len(sentences) < 4:
        return None
    hedged = [each for each in sentences if pattern.search(candidates.unquoted(each.text))]
    share = len(hedged) / len(sentences)
    places = tuple(context.place(each.start, each.end) for each in hedged[:MOST_PLACES])
    counted = f"{len(hedged)} of its first {len(sentences)} sentences are hedged"
    if headline.asks(title, article.language) and _FUTURE.match(fold(title).strip(" ¿\"'“")):
        confirmed = any(_confirms(each.text) for each in sentences)
        if not confirmed and hedged:
            return Mark(
                "speculation", f"The headline asks what will be, and the source confirms nothing; {counted}.", places
            )
    if share >= CARRIED or (share >= WITH_TITLE and len(hedged) > 2 and _TITLE.search(title)):
        return Mark("speculation", f"Hedged or unconfirmed claims carry the article: {counted}.", places)
    return None


def _confirms(text: str) -> bool:
    found = _CONFIRMED.search(text)
    return found is not None and not _NOT.search(text[max(0, found.start() - 40) : found.end()])
