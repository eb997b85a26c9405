"""Rule 8: polarity stays: no negation lost or gained."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import Statement, passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import lexicons
from standfirst.language.lexicons import Lexicon

#: Content words after a negation that it speaks of, and words around them where the other text may deny them.
SCOPE, AROUND = 2, 8


@enter(8, "polarity", level="statement")
def polarity_stays(draft: Draft) -> Iterator[Fault]:
    """Cut a statement that denies what its source affirms, or affirms what it denies."""
    lexicon = lexicons.get(draft.language)
    if not lexicon.known:
        return
    for index, statement, left_out in passages.altered(draft.article, draft.said):
        if left_out is not None:
            found = _deleted(left_out, lexicon)
        else:
            found = _rewritten(statement, passages.whole(draft.article, statement), lexicon)
        if found:
            yield Fault("cut", found[0], index, found[1])


def negates(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word negates: "not", "didn't", "n'a", "kein"."""
    return (
        word in lexicon.negations
        or (lexicon.language == "en" and word.endswith("n't"))
        or (lexicon.language == "fr" and word.startswith("n'"))
    )


def _deleted(left_out: tuple[passages.Deletion, ...], lexicon: Lexicon) -> tuple[str, str] | None:
    for piece in left_out:
        if not piece.aside and any(negates(word, lexicon) for word in piece.words):
            return f"The negation in “{piece.text}” was left out.", piece.text
    return None


def _rewritten(statement: Statement, sentences: tuple[str, ...], lexicon: Lexicon) -> tuple[str, str] | None:
    stated, source = passages.folded(statement.text), passages.folded(" ".join(sentences))
    for sentence in passages.nearest(sentences, passages.content(statement.text, lexicon), lexicon):
        lost = _unmatched(passages.folded(sentence), stated, lexicon)
        if lost:
            return f"The source's “{lost}” was lost.", lost
    gained = _unmatched(stated, source, lexicon)
    if gained:
        return f"“{gained}” is not in the source passage.", gained
    return None


def _unmatched(one: tuple[str, ...], other: tuple[str, ...], lexicon: Lexicon) -> str:
    """A negation of ``one`` whose words ``other`` uses without a negation or denial near them; else ""."""
    stems = [passages.stem(word) for word in other]
    negative = [place for place, word in enumerate(other) if negates(word, lexicon) or word in lexicon.denials]
    for place, word in enumerate(one):
        if not negates(word, lexicon):
            continue
        scope = {passages.stem(each) for each in _scope(one, place, lexicon)}
        used = [at for at, stem in enumerate(stems) if stem in scope]
        if (used or not scope) and not any(abs(at - no) <= AROUND for at in used or [0] for no in negative):
            return word
    return ""


def _scope(found: tuple[str, ...], place: int, lexicon: Lexicon) -> list[str]:
    """The content words after a negation; where none follows, the one before: "Er kam nicht"."""

    def matter(word: str) -> bool:
        return len(word) > 2 and word not in lexicon.stopwords and not negates(word, lexicon)

    after = [word for word in found[place + 1 :] if matter(word)][:SCOPE]
    return after or [word for word in found[:place] if matter(word)][-1:]
