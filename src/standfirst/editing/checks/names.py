"""Rule 3: every name stands in the source, with no role, title or rank that the source does not give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from standfirst.editing import passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import lexicons, names, sentences, words
from standfirst.language.lexicons import Lexicon
from standfirst.language.spans import Span
from standfirst.language.words import fold
from standfirst.reading import Article

#: A role stands in the source within so many words of its name.
NEAR = 25
#: Written "&" as well, which is no word: left out of both.
_AND = frozenset({"and", "und", "et"})


@enter(3, "names", level="statement")
def every_name(draft: Draft) -> Iterator[Fault]:
    """Cut a statement with a name, or a role beside one, that the source does not have."""
    changed = [pair for pair in enumerate(draft.statements) if not passages.exact(draft.article, pair[1])]
    if not changed:
        return
    source = _source(draft.article)
    known = tuple(_words(name.text, draft.language) for name in names.find(draft.article.text, draft.language))
    lexicon = lexicons.get(draft.language)
    for index, statement in changed:
        for name in names.find(statement.text, draft.language):
            reason = _judge(name, source, known, lexicon)
            if reason:
                yield Fault("cut", reason, index, name.text)
                break
        else:
            stranger = _stranger(statement.text, draft.language, frozenset(source), lexicon)
            if stranger:
                yield Fault("cut", f"“{stranger}” does not stand in the source.", index, stranger)


def _source(article: Article) -> tuple[str, ...]:
    parts = (article.text, article.title, article.standfirst, article.byline, *article.authors, article.publisher)
    return _words("\n".join(parts), article.language)


@lru_cache(maxsize=32)
def _words(text: str, language: str) -> tuple[str, ...]:
    found = (_bare(fold(span.of(text)), language) for span in words.words(text))
    return tuple(word for word in found if word not in _AND)


def _bare(word: str, language: str) -> str:
    """A folded word without a possessive or an elided article: "reyes's", "d'ana"."""
    code = words.primary(language)
    if "." in word and not any(letter.isdigit() for letter in word):
        word = word.replace(".", "")  # "U.K." is "UK"
    if code == "en" and "'" in word:
        return word.removesuffix("'s").rstrip("'")
    if code in {"fr", "it", "ca"} and "'" in word:
        return word.rsplit("'", 1)[1] or word
    return word


def _judge(name: names.Name, source: Sequence[str], known: Sequence[tuple[str, ...]], lexicon: Lexicon) -> str:
    wanted = _words(name.text, lexicon.language)
    if not wanted:
        return ""
    if not _stands(wanted, source) and not any(_shortens(wanted, full) for full in known):
        return f"“{name.text}” does not stand in the source."
    if name.role:
        role = [word for word in _words(name.role, lexicon.language) if word not in lexicon.stopwords]
        near = [set(source[max(0, place - NEAR) : place + NEAR + len(wanted)]) for place in _mentions(wanted, source)]
        if not any(all(word in around for word in role) for around in near):
            return f"The source does not call {name.text} “{name.role}”."
    return ""


def _stands(wanted: Sequence[str], source: Sequence[str]) -> bool:
    """Whether the words of a name stand in the source one after the other."""
    size = len(wanted)
    return any(
        word == wanted[0] and tuple(source[place : place + size]) == tuple(wanted) for place, word in enumerate(source)
    )


def _shortens(wanted: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a name is a longer one of the source with words left out: "Ana Reyes" of "Ana Maria Reyes"."""
    rest = iter(full)
    return all(word in rest for word in wanted)


def _mentions(wanted: Sequence[str], source: Sequence[str]) -> list[int]:
    """Where the name's last word stands: a source gives the role once, and the surname after."""
    return [place for place, word in enumerate(source) if word == wanted[-1]]


def _stranger(text: str, language: str, source: frozenset[str], lexicon: Lexicon) -> str:
    """A capitalised word inside a sentence, or a subject at its start, that the source has nowhere."""
    if lexicon.language == "de" or not lexicon.known:
        return ""
    for sentence in sentences.split(text, language):
        piece = sentence.of(text)
        spans = words.words(piece)
        for number, span in enumerate(spans):
            word = span.of(piece)
            bare = _bare(fold(word), language)
            if not word[0].isupper() or bare in source or _ordinary(bare, lexicon):
                continue
            if number == 0 and not _subject(piece, bare, spans, lexicon):
                continue
            return word
    return ""


def _ordinary(bare: str, lexicon: Lexicon) -> bool:
    lists = (lexicon.stopwords, lexicon.openers, lexicon.weekdays, lexicon.months, lexicon.months_short)
    more = (lexicon.numbers, lexicon.magnitudes, lexicon.units, lexicon.relative, lexicon.verbs, lexicon.reporting)
    return len(bare) < 2 or any(bare in listed for listed in (*lists, *more))


def _subject(piece: str, bare: str, spans: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether the first word looks like a name: a verb follows it, and it is no plural or adverb."""
    if len(spans) < 2 or bare.endswith(("s", "ing", "ly", "ment")):
        return False
    following = fold(spans[1].of(piece))
    return following in lexicon.verbs or following in lexicon.reporting or following.endswith("ed")
