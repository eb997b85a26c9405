"""Rule 12: 40 to 120 words, at most a fifth of the source, sentences of at most 30 words."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import sentences, words

#: Letters that stand for a word in a script without spaces.
LETTERS = 2


@enter(12, "length", level="brief")
def length(draft: Draft) -> Iterator[Fault]:
    """Too long is trimmed; too short, or of a short source, is a card."""
    style = draft.style
    factor, unit = (LETTERS, "letters") if words.unspaced(draft.language) else (1, "words")
    source = words.count(draft.article.text, draft.language)
    size = sum(words.count(statement.text, draft.language) for _, statement in draft.said)
    if source < style.min_source_words * factor:
        yield Fault("card", f"The source has {source} {unit}; a brief needs {style.min_source_words * factor}.")
    if size < style.min_words * factor:
        yield Fault("card", f"The brief would have {size} {unit}; it needs at least {style.min_words * factor}.")
    if size > style.max_words * factor:
        yield Fault("trim", f"The brief would have {size} {unit}; it may have at most {style.max_words * factor}.")
    elif size > source * style.max_share:
        yield Fault("trim", f"{size} {unit} are more than {style.max_share:.0%} of the source's {source}.")
    for index, statement in draft.said:
        # An excerpt's sentences are its source's: the writer shortens them where deletion allows it.
        if statement.verbatim:
            continue
        for span in sentences.split(statement.text, draft.language):
            sentence = span.of(statement.text)
            count = words.count(sentence, draft.language)
            if count > style.sentence_words * factor:
                reason = f"A sentence of {count} {unit}; {style.sentence_words * factor} is the most."
                yield Fault("trim", reason, index, sentence)
