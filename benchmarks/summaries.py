"""``python -m benchmarks.summaries``: the excerpt writer's choice of sentences against the references of editors.

``rouge1``, ``rouge2`` and ``rougeL`` (F1 of rouge-score, stemmed; rougeL is rougeLsum), ``words`` (mean length) and
``docs_per_s`` (processor time). Dataset: ``summ_cnndm``, documents given as sentences, without titles. Systems:

- ``standfirst``: the shipped writer on an article whose paragraphs are those sentences, with the one limit of words
  that brings its mean length nearest to the references'. The limit is found by lengths alone, on every fourth document.
- ``lead-3``: the first three sentences. ``lead-cut``: the first words, as many as the references have in the mean;
  no brief could be so, it shows what length alone does.
- ``textrank``, ``lexrank``: sumy's, three sentences of the same.

Sentences that one line holds to ROUGE-L are the references' lines and the systems' sentences. ``gain`` is rouge1 over
lead-3 of the same run, paired, and ``gain_error`` its standard error over documents.

With ``--cross-validated`` the importance of words is trained in five folds, documents that share text in one; without
it the shipped weights are measured, which have seen the corpora beside the checkout.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks import contract

NAME = "summaries"
DATASET = "summ_cnndm"
LINES = 3
#: Words that the limit is looked for between; the least that the writer may give.
SHORTEST, LONGEST, LEAST = 12, 120, 10
#: Every so manyth document is asked for its length while the limit is looked for.
SAMPLE = 4

#: From a document (training.salience.Document) and its place in the data to the lines of a summary.
System = Callable[[Any, int], Sequence[str]]


def length(lines: Sequence[str]) -> int:
    """Words of a summary, counted as the writer counts them."""
    from standfirst.language import words

    return sum(words.count(line, "en") for line in lines)


def write(document: Any, most: int) -> list[str]:
    """The statements of the shipped writer within ``most`` words, share of the source and title aside."""
    from standfirst.editing import Style
    from standfirst.editing.writers.excerpt import Excerpt

    style = Style(min_words=min(LEAST, most), max_words=most, max_share=1.0)
    return [each.text for each in Excerpt()(document.article, style) if not each.notice]


def limit(lengths: Callable[[int], float], wanted: float) -> int:
    """The limit whose mean length is nearest to ``wanted``; ``lengths`` gives a limit's, and rises with it."""
    low, high = SHORTEST, LONGEST
    seen: dict[int, float] = {}
    while low <= high:
        middle = (low + high) // 2
        seen[middle] = lengths(middle)
        if seen[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return min(seen, key=lambda most: (abs(seen[most] - wanted), most))


def first_words(lines: Sequence[str], most: int) -> list[str]:
    """The first ``most`` words of ``lines``, as lines."""
    from standfirst.language import words

    kept: list[str] = []
    for line in lines:
        spans = words.words(line)
        if len(spans) >= most:
            return [*kept, line[: spans[most - 1].end]] if most else kept
        kept.append(line)
        most -= len(spans)
    return kept


class _Tokens:
    """Words for sumy, which asks for data from the network otherwise."""

    def to_words(self, text: str) -> tuple[str, ...]:
        from standfirst.language import words

        return tuple(span.of(text).lower() for span in words.words(text))


def sumy(name: str) -> System:
    """A summariser of sumy on the given sentences. Raises ImportError where it is absent."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    made = {"textrank": TextRankSummarizer, "lexrank": LexRankSummarizer}[name](Stemmer("english"))
    made.stop_words = get_stop_words("english")
    tokens = _Tokens()

    def system(document: Any, _: int) -> list[str]:
        paragraphs = [Paragraph([Sentence(line, tokens)]) for line in document.lines]
        return [str(each) for each in made(ObjectDocumentModel(paragraphs), LINES)]

    return system


def folded(documents: Sequence[Any], data: Any) -> Callable[[int], Any]:
    """From a document's place to the model trained without its fold. Raises ImportError without LightGBM."""
    from training import salience

    bare = salience.bare(data)
    rows = [salience.read(each, bare) for each in documents]
    fold = salience.folds(documents)
    models = [
        salience.fit([each for each, at in zip(rows, fold, strict=True) if at != number], bare)
        for number in range(salience.FOLDS)
    ]
    return lambda place: models[int(fold[place])]


def ours(model: Callable[[int], Any] | None, most: int) -> System:
    """The shipped writer within ``most`` words, with the shipped weights or those that ``model`` gives for a place."""
    from standfirst.editing import importance

    def system(document: Any, place: int) -> list[str]:
        with ExitStack() as stack:
            if model is not None:
                trained = model(place)
                stack.enter_context(patch.object(importance, "shipped", lambda: trained))
            return write(document, most)

    return system


def measure(
    name: str, system: System, documents: Sequence[Any], lead: np.ndarray | None
) -> tuple[contract.Row, np.ndarray]:
    """The row of a system and its rouge1 by document; ``lead`` is that of lead-3."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    began = time.process_time()
    said = [system(each, place) for place, each in enumerate(documents)]
    seconds = time.process_time() - began
    found = np.array(
        [
            [score.fmeasure for score in scorer.score(each.reference, "\n".join(lines)).values()]
            for each, lines in zip(documents, said, strict=True)
        ]
    )
    gain = found[:, 0] - (found[:, 0] if lead is None else lead)
    row: contract.Row = {
        "system": name,
        "dataset": DATASET,
        **dict(zip(("rouge1", "rouge2", "rougeL"), found.mean(axis=0).tolist(), strict=True)),
        "words": float(np.mean([length(lines) for lines in said])),
        "docs_per_s": len(documents) / max(seconds, 1e-9),
        "gain": float(gain.mean()),
        "gain_error": float(gain.std() / np.sqrt(len(gain))),
        "documents": len(documents),
    }
    return row, found[:, 0]


def rows(documents: Sequence[Any], model: Callable[[int], Any] | None, *, only_ours: bool) -> list[contract.Row]:
    """All rows. Raises ImportError where rouge-score is absent; peers that are absent are said and left out."""
    wanted = float(np.mean([length([each.reference]) for each in documents]))
    first, lead = measure("lead-3", lambda each, _: each.lines[:LINES], documents, None)
    sample = list(enumerate(documents))[::SAMPLE]
    most = limit(lambda at: float(np.mean([length(ours(model, at)(each, place)) for place, each in sample])), wanted)
    contract.say(f"The references have {wanted:.1f} words in the mean; the writer's limit is {most}.")
    made = [measure("standfirst", ours(model, most), documents, lead)[0], first]
    if only_ours:
        return made
    cut = round(wanted)
    made.append(measure("lead-cut", lambda each, _: first_words(each.lines, cut), documents, lead)[0])
    for name in ("textrank", "lexrank"):
        try:
            made.append(measure(name, sumy(name), documents, lead)[0])
        except ImportError as error:
            contract.say(f"{name} is left out: sumy is absent ({error}). It comes with the bench extra.")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset or a library is absent."""
    given = contract.arguments(NAME, "Chosen sentences against editors' references.", "", argv)
    if not (given.data / "text" / f"{DATASET}.jsonl.gz").is_file():
        contract.say(f"{given.data} holds no text/{DATASET}.jsonl.gz.")
        return 2
    try:
        from training import salience

        documents = salience.documents(given.data)
        model = folded(documents, given.data) if given.cross_validated else None
        made = rows(documents, model, only_ours=given.only_ours)
    except ImportError as error:
        contract.say(f"ROUGE needs rouge-score, folds LightGBM ({error}). They come with the bench and dev extras.")
        return 2
    contract.report(NAME, made, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
