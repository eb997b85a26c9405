"""Rule 9: every statement traces to the one article, in the version of its text that was read."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import Evidence, passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.reading import Article


@enter(9, "one-story", level="statement")
def one_story(draft: Draft) -> Iterator[Fault]:
    """Cut a statement whose evidence is elsewhere, and one called the source's words that its passage has not."""
    for index, statement in draft.said:
        reason = next(filter(None, (_judge(place, draft.article) for place in statement.evidence)), "")
        traced = bool(statement.evidence) and not reason
        if traced and statement.verbatim and passages.deletions(draft.article, statement) is None:
            reason = "It is set as the source's words, but its passage does not have them in this order."
        if reason:
            yield Fault("cut", reason, index, statement.text)


def _judge(place: Evidence, article: Article) -> str:
    if place.article != article.id:
        return "It traces to another article."
    if place.text_hash != article.text_hash:
        return "It traces to another version of the article."
    if not 0 <= place.start < place.end <= len(article.text):
        return "Its place lies outside the article."
    return ""
