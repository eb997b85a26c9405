"""Rule 1: the first statement answers what the headline asks, or says that the source does not."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import answering, headline, passages, salience
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language.words import primary


@enter(1, "answer-headline", level="brief")
def answer_headline(draft: Draft) -> Iterator[Fault]:
    """A headline that asks or teases, and a first statement that neither answers nor is the notice: hold."""
    question = headline.asks(draft.headline, draft.language)
    if question is None or not draft.statements or draft.statements[0].notice:
        return
    first = draft.statements[0]
    texts = [first.text]
    if first.verbatim and (passage := passages.text(draft.article, first)):
        texts.append(passage)
    near = _near(draft.headline, texts, draft.language)
    if not any(answering.answers(question, text, value) for text, value in zip(texts, near, strict=True)):
        reason = "The headline asks, and the first statement neither answers nor says that the source does not."
        yield Fault("hold", reason, 0, draft.headline)


def _near(title: str, texts: list[str], language: str) -> list[float]:
    if primary(language) in salience.VECTOR_LANGUAGES:
        from standfirst.language.vectors import sentences

        rows = sentences([title, *texts])
    else:
        rows = salience.hashed([title, *texts])
    return [float(value) for value in rows[1:] @ rows[0]]
