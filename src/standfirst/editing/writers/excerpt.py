"""The excerpt: the source's own sentences, chosen and shortened by deletion alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from standfirst.editing import (
    Evidence,
    Statement,
    Style,
    annotate,
    answering,
    candidates,
    facts,
    headline,
    importance,
    openings,
    references,
    salience,
    salient,
)
from standfirst.editing.candidates import Candidate
from standfirst.editing.choices import LOOKED_FOR, Choice, Form, Limits
from standfirst.editing.selecting import choose
from standfirst.editing.writers import writers
from standfirst.language import words
from standfirst.reading import Article

#: Letters that stand for a word where a script has no spaces (rule 12: 40 words, or 80 letters).
LETTERS_A_WORD = 2
#: Words are counted in more ways than one: a brief stays so many under the most.
SLACK = 2
#: Words of a statement that still says something; also for letters, which are more.
SHORTEST = 5


class Excerpt:
    """Writes briefs without a language model. Faithful by construction; its quality is choosing well."""

    def __call__(self, article: Article, style: Style) -> tuple[Statement, ...]:
        """Statements in the source's order, but the one that answers the headline first."""
        return self.again(article, style, frozenset())

    def again(self, article: Article, style: Style, avoid: frozenset[tuple[int, int]]) -> tuple[Statement, ...]:
        """The same without the passages ``avoid`` (starts and ends in the article's text): rules refused them."""
        found = candidates.find(article)
        title = headline.clean(article.title, article.publisher)
        question = headline.asks(title, article.language)
        keys = question or headline.Question("tease", headline.keys(title))
        shared = [headline.overlap(keys, each.forms[0]) for each in found]
        vector = salience.vectors(found, title, article.language)
        known = facts.find(article)
        bounds = limits(article, style)
        scores = salience.scores(found, vector, shared, known, bounds.sentence, article.language)
        snippet = article.rights.max_snippet
        usable = [
            () if each.fault or (each.start, each.end) in avoid else forms(each, bounds, snippet) for each in found
        ]
        opening = None
        if question is not None:
            opening = answering.choose(
                question,
                [each.forms[0] for each in found],
                [float(near) for near in vector[1:] @ vector[0]],
                [bool(fit) and not each.leans for fit, each in zip(usable, found, strict=True)],
            )
        weights = importance.of([each.forms[0] for each in found], vector[1:], article.language)
        matter = Matter(article, weights)
        options = [
            Choice(each, matter.told(each, fit), score, taken)
            for each, score, fit, taken in zip(found, scores, usable, matter.references(found, title), strict=True)
            if fit
        ]
        chosen = choose(options, bounds, vector[1:], first=opening, salient=len(matter.salient), importance=weights)
        statements = [statement(article, each, text) for each, text in chosen]
        if question is not None and question.open and opening is None and statements:
            statements.insert(0, Statement(headline.notice(article.language), verbatim=False, notice=True))
        return tuple(statements)


class Matter:
    """What an article's candidates are asked for: its mentions of facts, and the salient ones among these."""

    def __init__(self, article: Article, weights: importance.Importance) -> None:
        """Facts are found once in a text, whoever asks; ``weights`` are those of its words."""
        self.weights = weights
        self.language = article.language
        self.mentions = facts.mentions(article)
        self.starts = [each.start for each in self.mentions]
        self.salient = salient.find(article, LOOKED_FOR)

    def references(self, found: Sequence[Candidate], title: str) -> tuple[references.References, ...]:
        """What each candidate takes as known, under the headline ``title``."""
        people = candidates.surnames([each.text for each in self.mentions if each.kind in {"person", "name"}])
        return references.find([each.text for each in found], self.language, people, (title,))

    def told(self, candidate: Candidate, allowed: Sequence[tuple[str, int]]) -> tuple[Form, ...]:
        """The forms of ``candidate`` with what each tells."""
        own = self.mentions[bisect_left(self.starts, candidate.start) : bisect_left(self.starts, candidate.end)]
        made = []
        for text, size in allowed:
            held = [each for each in own if each.text in text]
            reached = openings.reached(text, held, self.language)
            told = salient.told(self.salient, text, held)
            made.append(Form(text, size, reached, told, len(held), self.weights.bits(text)))
        return tuple(made)


def limits(article: Article, style: Style) -> Limits:
    """The bounds of a brief of ``article``, in words, or letters for a script without spaces."""
    factor = LETTERS_A_WORD if words.unspaced(article.language) else 1
    source = words.count(article.text, article.language)
    return Limits(
        least=style.min_words * factor,
        most=min(style.max_words * factor - SLACK, int(source * style.max_share)),
        sentence=style.sentence_words * factor,
    )


def statement(article: Article, candidate: Candidate, text: str) -> Statement:
    """A candidate in the form chosen, with its evidence and the dates it names."""
    place = Evidence(article.id, article.text_hash, candidate.start, candidate.end)
    published = article.published.at if article.published else None
    return Statement(text, (place,), dates=annotate.notes(text, article.language, published))


def forms(candidate: Candidate, bounds: Limits, snippet: int | None) -> tuple[tuple[str, int], ...]:
    """The forms that rights and the length of a sentence allow, with their sizes.

    The first that is short enough, and the shortest; where none is, the shortest alone ("where the source allows").
    """
    allowed = [
        (form, size)
        for form, size in zip(candidate.forms, candidate.sizes, strict=True)
        if (snippet is None or len(form) <= snippet) and size >= SHORTEST
    ]
    short = [pair for pair in allowed if pair[1] <= bounds.sentence]
    if not short:
        return tuple(allowed[-1:])
    return (short[0],) if short[0] == short[-1] else (short[0], short[-1])


writers.register("excerpt", rank=0)(Excerpt())
