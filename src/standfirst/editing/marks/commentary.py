"""Commentary: the article is comment, or its passages are; what the source states comes before what we judge."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.editing import Evidence, Mark, candidates, phrases
from standfirst.editing.headline import LABELS
from standfirst.editing.marks import Context, enter
from standfirst.language.words import primary

#: Where the model is surer than this, and so many passages take a stand, an article with no label is marked; in a
#: short one a twentieth of its sentences is enough beside others that are slanted. A lesser probability is enough
#: where those that take a stand are a tenth.
SURE, PASSAGES, TWENTIETH = 0.9, 2, 0.05
LIKELY, MANY, TENTH = 0.5, 4, 0.1
#: From this probability on a columnist's article is comment, and one whose title ends in "review" a review.
DOUBTFUL = 0.3
#: In these it is others who speak in the first person.
OTHERS = frozenset({"interview", "live-blog"})
#: An interview's questions: characters of the longest, how many there are at least, and of how many paragraphs.
QUESTION, QUESTIONS, QUESTION_SHARE = 400, 3, 0.08
#: From what chance a sentence is shown as slanted: by the trained machine, and by the lexicon alone.
SLANTED, SLANTED_WORDS = 0.8, 0.3
MOST_PLACES = 3
#: Faults of sentences that are none of the author's running text.
UNJUDGED = frozenset({"long", "furniture", "fragment", "heading"})

_ADDRESS = phrases.pattern("commentary", "address", "/", "(?:/|$)")
_LABEL = phrases.pattern("commentary", "label", r"^\W{0,4}", r"\W{0,4}$")
_BYLINE = phrases.pattern("commentary", "byline", r"\b", r"\b")
_KINDS = {"comment": "comment", "review": "a review"}
_REVIEW = phrases.pattern("commentary", "review")
_YOU = re.compile(r"\b(?:[Yy]ou(?:r|rself)?|Sie|Ihre?[nmrs]?|[Dd]u|[Vv]o(?:us|tre|s)|[Uu]sted(?:es)?|[Tt]ú|te|tu)\b")
_STANCE = phrases.pattern("commentary", "stance")


@dataclass(frozen=True, slots=True)
class Passage:
    """A slanted sentence: its place, how likely it is so, and whether it ``stands``: says what its writer thinks, or
    judges, in so many words."""

    place: Evidence
    chance: float
    stands: bool


@enter("commentary", "The source contains editorial commentary.", rank=20)
def commentary(context: Context) -> Mark | None:
    """Set where the source calls it comment (kind, address, section, title); where its writer is a columnist or its
    title says review, and the model does not take it for news; where the model is sure and passages bear it out."""
    why = stated(context)
    from standfirst.editing import opinion

    reasons: tuple[str, ...] = ()
    probability = 1.0
    if not why and not context.article.text:
        return None
    if not why:
        probability, reasons = opinion.commentary(context.article, context.vector)
        why = doubted(context) if probability >= DOUBTFUL else ""
        if not why and (probability < LIKELY or interviews(context)):
            return None
    found, sentences = passages(context)
    standing = sum(each.stands for each in found)
    if not why:
        short = len(found) > PASSAGES and standing >= max(1, TWENTIETH * sentences)
        sure = probability >= SURE and (standing >= PASSAGES or short)
        if not (sure or standing >= max(MANY, TENTH * sentences)) or opinion.advises(context.article):
            return None
        because = f": {'; '.join(reasons)}" if reasons else ""
        why = f"It reads as comment (a model's judgement){because}."
    shown = sorted(found, key=lambda each: (-each.stands, -each.chance))[:MOST_PLACES]
    shown.sort(key=lambda each: each.place.start)
    return Mark("commentary", why, tuple(each.place for each in shown))


def stated(context: Context) -> str:
    """The source's own word for it, as a sentence; "" where it says nothing."""
    article = context.article
    if article.kind in _KINDS:
        return f"The source calls it {_KINDS[article.kind]}."
    for place, words in (("section", article.section), *(("keyword", word) for word in article.keywords)):
        if len(words) < 60 and any(_LABEL.match(part) for part in re.split(r"[/>|,]", words)):
            return f"The source's {place} is “{words}”."
    path = re.sub(r"^[a-z]+://[^/]*", "", (article.canonical or article.address).lower()).split("?")[0]
    if hit := _ADDRESS.search(path):
        return f"The source's address files it under “{hit.group().strip('/')}”."
    label = LABELS.match(article.title)
    if label and _LABEL.match(label.group().strip(" :|–—-[]")):
        return f"The source's title begins with “{label.group().strip(' :|–—-')}”."
    return ""


def interviews(context: Context) -> bool:
    """Whether it is others who speak in the first person: an interview, or a live blog. Short paragraphs that end by
    asking a "you" are an interview's questions, whatever it is called."""
    article = context.article
    asked = sum(
        len(each.text) < QUESTION and each.text.rstrip().endswith("?") and _YOU.search(each.text) is not None
        for each in article.paragraphs
    )
    return article.kind in OTHERS or asked >= max(QUESTIONS, QUESTION_SHARE * len(article.paragraphs))


def doubted(context: Context) -> str:
    """What decides only where the model does not take it for news: a columnist writes reports too, and the title of
    a report may end in "review". "" where there is nothing of the kind."""
    article = context.article
    if hit := _BYLINE.search(f"{article.byline[:300]} {article.signature[:300]}"):
        return f"The byline names its writer as “{hit.group()}”."
    if hit := _REVIEW.search(article.title[:300]):
        return f"The source's title calls it a review: “{hit.group().strip(' :|–—-()')}”."
    return ""


def passages(context: Context) -> tuple[tuple[Passage, ...], int]:
    """The slanted sentences of the article's first hundred, in its order, and how many sentences were judged."""
    from standfirst.editing import slant

    language = context.article.language
    sentences = [each for each in candidates.find(context.article) if each.fault not in UNJUDGED]
    least = SLANTED if primary(language) == "en" else SLANTED_WORDS
    found = []
    for each, chance in zip(sentences, slant.judge([each.text for each in sentences], language), strict=True):
        stance = _STANCE.search(candidates.unquoted(each.text))
        if chance < least and not stance:
            continue
        stands = stance is not None or slant.judges(each.text, language)
        found.append(Passage(context.place(each.start, each.end), chance, stands))
    return tuple(found), len(sentences)
