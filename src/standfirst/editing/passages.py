"""The source passage behind a statement: the whole sentences its evidence touches, and what was deleted of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from standfirst.editing import Statement
from standfirst.language import sentences, words
from standfirst.language.lexicons import Lexicon
from standfirst.language.spans import Span
from standfirst.language.words import fold
from standfirst.reading import Article

#: Words of a passage that are compared; an evidence that long is no evidence.
LONGEST = 400
#: What opens a clause that may be left out without changing its main clause. German opens relative clauses with
#: its articles: it has no such words here, and nothing that counts may be deleted.
ASIDES = {
    "en": frozenset({"which", "who", "whose", "whom", "where", "while", "although", "though", "when"}),
    "fr": frozenset({"qui", "dont", "ou", "lequel", "laquelle", "lesquels", "tandis", "alors", "bien"}),
    "es": frozenset({"que", "quien", "quienes", "cuyo", "cuya", "donde", "mientras", "aunque"}),
}
_QUOTES = str.maketrans({mark: '"' for mark in "“”„«»‟″〝〞「」『』"} | {mark: "'" for mark in "‘’‚‹›ʼ′"})
QUOTED = re.compile(
    r"“[^“”]{1,2000}”|„[^„“”]{1,2000}[“”]|«[^«»]{1,2000}»|»[^«»]{1,2000}«|\"[^\"]{1,2000}\"|「[^「」]{1,1000}」"
)


@dataclass(frozen=True, slots=True)
class Deletion:
    """A run of source words that a statement leaves out; ``aside``: a clause its sentence can do without."""

    words: tuple[str, ...]
    text: str
    aside: bool
    relative: bool


def spaced(text: str) -> str:
    """``text`` with quotation marks made one kind and white space single: how quotations are compared."""
    return " ".join(text.translate(_QUOTES).split())


def whole(article: Article, statement: Statement) -> tuple[str, ...]:
    """The whole sentences of the article that the statement's evidence touches, in order."""
    places = tuple((place.start, place.end) for place in statement.evidence if place.article == article.id)
    return _whole(article.text, article.language, places)


@lru_cache(maxsize=256)
def _whole(text: str, language: str, places: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    return tuple(
        span.of(text)
        for span in sentences.split(text, language)
        if any(span.start < end and start < span.end for start, end in places)
    )


def text(article: Article, statement: Statement) -> str:
    """The passage as one text."""
    return " ".join(whole(article, statement))


def exact(article: Article, statement: Statement) -> bool:
    """Whether the statement is its passage, word for word and whole: then nothing was changed, lost or added."""
    passage = text(article, statement)
    return bool(passage) and spaced(statement.text) == spaced(passage)


@lru_cache(maxsize=1024)
def folded(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded."""
    return tuple(fold(span.of(text)) for span in words.words(text))


def deletions(article: Article, statement: Statement) -> tuple[Deletion, ...] | None:
    """What a statement leaves out of its passage; None where it is not its passage with words deleted."""
    return _deletions(text(article, statement), statement.text, words.primary(article.language))


@lru_cache(maxsize=512)
def _deletions(passage: str, short: str, language: str) -> tuple[Deletion, ...] | None:
    spans, kept = words.words(passage)[:LONGEST], folded(short)[:LONGEST]
    long = [fold(span.of(passage)) for span in spans]
    taken = _aligned(long, list(kept))
    if taken is None:
        return None
    runs: list[list[int]] = []
    for place in range(len(long)):
        if place not in taken:
            if runs and runs[-1][-1] == place - 1:
                runs[-1].append(place)
            else:
                runs.append([place])
    return tuple(_deletion(passage, spans, long, run, language) for run in runs)


def _aligned(long: list[str], short: list[str]) -> set[int] | None:
    """The places in ``long`` that ``short`` keeps, in few long pieces; None where it is no subsequence."""
    blocks = SequenceMatcher(None, long, short, autojunk=False).get_matching_blocks()
    taken = {block.a + step for block in blocks for step in range(block.size)}
    if len(taken) == len(short):
        return taken
    taken, place = set(), 0
    for word in short:
        while place < len(long) and long[place] != word:
            place += 1
        if place == len(long):
            return None
        taken.add(place)
        place += 1
    return taken


def _deletion(passage: str, spans: tuple[Span, ...], long: list[str], run: list[int], language: str) -> Deletion:
    first, last = run[0], run[-1]
    before = passage[spans[first - 1].end if first else 0 : spans[first].start].strip()
    after = passage[spans[last].end : spans[last + 1].start if last + 1 < len(spans) else len(passage)].strip()
    begins, ends = not first or before.endswith((".", "!", "?")), after.startswith((".", "!", "?"))
    ends = ends or last + 1 == len(spans)
    opened = begins or before.endswith((",", ";", "(", "–", "—", "-", "["))
    closed = ends or after.startswith((",", ";", ")", "–", "—", "-", "]"))
    relative = opened and closed and long[first] in ASIDES.get(language, frozenset())
    bracketed = before.endswith(("(", "[")) and after.startswith((")", "]"))
    sentence = begins and ends
    return Deletion(
        tuple(long[place] for place in run),
        passage[spans[first].start : spans[last].end],
        aside=relative or bracketed or sentence,
        relative=relative or sentence,
    )


def altered(
    article: Article, said: Iterable[tuple[int, Statement]]
) -> Iterator[tuple[int, Statement, tuple[Deletion, ...] | None]]:
    """The statements that are not word for word their source's, with what an excerpt left out; None for a rewrite."""
    for index, statement in said:
        if statement.evidence and not exact(article, statement):
            yield index, statement, deletions(article, statement) if statement.verbatim else None


def content(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words of ``text`` that carry meaning."""
    return frozenset(
        stem(word) for word in folded(text) if len(word) > 2 and word not in lexicon.stopwords and not word.isdigit()
    )


def nearest(sentences: tuple[str, ...], stems: frozenset[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The sentences of a passage that share most content words with a statement: what it restates.

    Of a long passage the others lend it a name or a date; their own attributions and negations do not bind it.
    """
    shared = [len(content(sentence, lexicon) & stems) for sentence in sentences]
    most = max(shared, default=0)
    return tuple(sentence for sentence, number in zip(sentences, shared, strict=True) if number == most)


def stem(word: str) -> str:
    """The beginning of a folded word that its inflected forms share, roughly: five letters, a plural's s off."""
    return word[:5] if len(word) > 5 else word.rstrip("s") or word


def outside_quotes(text: str) -> str:
    """``text`` with blanks in place of what stands in quotation marks."""
    return QUOTED.sub(lambda found: " " * len(found[0]), text)
