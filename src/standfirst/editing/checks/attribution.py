"""Rule 7: attribution and modality stay: "police said", "alleged", "may" are not lost or raised."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import Statement, passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import lexicons
from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold

#: Content words after a hedge that it speaks of; words beside a reporting verb that name the speaker.
SCOPE, SPEAKER = 4, 3


@enter(7, "attribution", level="statement")
def attribution_stays(draft: Draft) -> Iterator[Fault]:
    """Cut a statement that claims as fact what its source attributes or hedges."""
    lexicon = lexicons.get(draft.language)
    if not lexicon.known:
        return
    for index, statement, left_out in passages.altered(draft.article, draft.said):
        if left_out is not None:
            found = _deleted(statement, left_out, lexicon)
        else:
            found = _rewritten(statement, passages.whole(draft.article, statement), lexicon)
        if found:
            yield Fault("cut", found[0], index, found[1])


def attributed(text: str, lexicon: Lexicon) -> bool:
    """Whether ``text`` says who says so."""
    if any(word in lexicon.reporting for word in passages.folded(text)):
        return True
    folded = " ".join(fold(text).split())
    return any(phrase in folded for phrase in lexicon.attributions)


def _deleted(statement: Statement, left_out: tuple[passages.Deletion, ...], lexicon: Lexicon) -> tuple[str, str] | None:
    for piece in left_out:
        if attributed(piece.text, lexicon) and not (piece.relative and _whole_clause(piece, statement, lexicon)):
            return f"The attribution “{piece.text}” was left out.", piece.text
        if not piece.aside:
            for word in piece.words:
                if word in lexicon.hedges:
                    return f"“{word}” was left out: the statement claims more than the source.", piece.text
    return None


def _whole_clause(piece: passages.Deletion, statement: Statement, lexicon: Lexicon) -> bool:
    """A relative clause or a whole sentence may take its own attribution with it."""
    return len(piece.words) > 3 or attributed(statement.text, lexicon)


def _rewritten(statement: Statement, sentences: tuple[str, ...], lexicon: Lexicon) -> tuple[str, str] | None:
    stated = passages.folded(statement.text)
    stems = passages.content(statement.text, lexicon)
    binding = passages.nearest(sentences, stems, lexicon)
    if not attributed(statement.text, lexicon):
        for sentence in binding:
            if attributed(passages.outside_quotes(sentence), lexicon):
                return "The source attributes this; the statement does not.", sentence
    source = {word for sentence in sentences for word in passages.folded(sentence)}
    hedged = [word for word in stated if word in lexicon.hedges]
    if not hedged:
        for sentence in binding:
            word = _lost_hedge(passages.folded(sentence), stems, lexicon)
            if word:
                return f"The source hedges this (“{word}”); the statement does not.", sentence
    doubtful = any(word in lexicon.hedges for word in source) or any(attributed(each, lexicon) for each in binding)
    for word in stated:
        if doubtful and word in lexicon.certain and word not in source:
            return f"“{word}” makes it surer than the source does.", word
    stranger = _speaker(stated, source, lexicon)
    if stranger:
        return f"The source passage does not name “{stranger}” as the one who says so.", stranger
    return None


def _lost_hedge(sentence: tuple[str, ...], stems: frozenset[str], lexicon: Lexicon) -> str:
    for place, word in enumerate(sentence):
        if word not in lexicon.hedges:
            continue
        after = [each for each in sentence[place + 1 :] if len(each) > 2 and each not in lexicon.stopwords][:SCOPE]
        if not after or any(passages.stem(each) in stems for each in after):
            return word
    return ""


def _speaker(stated: tuple[str, ...], source: set[str], lexicon: Lexicon) -> str:
    """The word beside a reporting verb that should name the speaker, where the passage has none of them."""
    stems = {passages.stem(word) for word in source}
    for place, word in enumerate(stated):
        if word not in lexicon.reporting:
            continue
        idle = lexicon.stopwords | lexicon.reporting
        before = [each for each in stated[max(0, place - SPEAKER) : place] if each not in idle and len(each) > 2][-1:]
        after = [each for each in stated[place + 1 : place + 1 + SPEAKER] if each not in idle and len(each) > 2][:1]
        names = before + after
        if names and not any(passages.stem(each) in stems for each in names):
            return names[0]
    return ""
