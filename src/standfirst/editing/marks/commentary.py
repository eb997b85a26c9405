"""Commentary: the article is comment, or its passages are; what the source states comes before what we judge."""

from __future__ import annotations

import re

from standfirst.editing import Evidence, Mark, candidates, phrases
from standfirst.editing.headline import LABELS
from standfirst.editing.marks import Context, enter

#: Where the model is surer than this, an article with no label is marked. Set on held-out articles.
SURE = 0.9
#: With this many evaluating passages a lesser probability is enough.
PASSAGES, LIKELY = 3, 0.75
MOST_PLACES = 3

_ADDRESS = phrases.pattern("commentary", "address", "/", "(?:/|$)")
_LABEL = phrases.pattern("commentary", "label", r"^\W{0,4}", r"\W{0,4}$")
_BYLINE = phrases.pattern("commentary", "byline", r"\b", r"\b")
_KINDS = {"comment": "comment", "review": "a review"}
_STANCE = phrases.pattern("commentary", "stance")


@enter("commentary", "The source contains editorial commentary.", rank=20)
def commentary(context: Context) -> Mark | None:
    """Set where the source calls it comment (kind, address, section, title, byline), or the model is sure."""
    places = passages(context)
    if why := stated(context):
        return Mark("commentary", why, places)
    from standfirst.editing import opinion

    probability, reasons = opinion.commentary(context.article, context.vector)
    if probability >= SURE or (probability >= LIKELY and len(places) >= PASSAGES):
        because = f": {'; '.join(reasons)}" if reasons else ""
        return Mark(
            "commentary", f"It reads as comment (a model's judgement, {probability:.0%} sure){because}.", places
        )
    return None


def stated(context: Context) -> str:
    """The source's own word for it, as a sentence; "" where it says nothing."""
    article = context.article
    if article.kind in _KINDS:
        found = f" ({article.kind_found})" if article.kind_found else ""
        return f"The source calls it {_KINDS[article.kind]}{found}."
    for place, words in (("section", article.section), *(("keyword", word) for word in article.keywords)):
        if len(words) < 60 and any(_LABEL.match(part) for part in re.split(r"[/>|,]", words)):
            return f"The source's {place} is “{words}”."
    path = re.sub(r"^[a-z]+://[^/]*", "", (article.canonical or article.address).lower()).split("?")[0]
    if hit := _ADDRESS.search(path):
        return f"The source's address files it under “{hit.group().strip('/')}”."
    label = LABELS.match(article.title)
    if label and _LABEL.match(label.group().strip(" :|–—-[]")):
        return f"The source's title begins with “{label.group().strip(' :|–—-')}”."
    if hit := _BYLINE.search(f"{article.byline[:300]} {article.signature[:300]}"):
        return f"The byline names its writer as “{hit.group()}”."
    return ""


def passages(context: Context) -> tuple[Evidence, ...]:
    """The first sentences that evaluate or take a stand outside quotation marks, at most three."""
    found = []
    for each in candidates.find(context.article):
        if each.fault == "long":
            continue
        if _STANCE.search(candidates.unquoted(each.text)) or candidates.evaluates(each.text, context.article.language):
            found.append(context.place(each.start, each.end))
            if len(found) == MOST_PLACES:
                break
    return tuple(found)
