"""Drafts of invented articles, for the tests of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from standfirst.editing import CheckResult, Evidence, Statement
from standfirst.editing.checks import Draft, checks
from standfirst.language import sentences
from standfirst.reading import Article
from tests.editing.articles import article


def source(text: str, language: str = "en", **more: Any) -> Article:
    """An article of ``text`` alone."""
    return article(text, more.pop("title", "A headline that says what is so"), language=language, **more)


def evidence(article: Article, passage: str) -> Evidence:
    """The place of ``passage``, which must stand in the article."""
    start = article.text.index(passage)
    return Evidence(article.id, article.text_hash, start, start + len(passage))


def statement(article: Article, text: str, passage: str = "", *, verbatim: bool = True, **more: Any) -> Statement:
    """A statement that ``passage`` carries (its own words, where none is given)."""
    return Statement(text, (evidence(article, passage or text),), verbatim=verbatim, **more)


def draft(article: Article, statements: Sequence[Statement], **more: Any) -> Draft:
    """A draft of these statements, under the article's own headline."""
    return Draft(article, more.pop("headline", article.title), tuple(statements), **more)


def judge(rule: str, draft: Draft) -> list[CheckResult]:
    """What ``rule`` finds wrong."""
    return [result for result in checks[rule].check(draft) if not result.passed]


def one(
    rule: str, passage: str, text: str, *, language: str = "en", verbatim: bool = True, **more: Any
) -> list[CheckResult]:
    """What ``rule`` finds wrong with ``text`` made from the source ``passage``."""
    made = source(passage, language, **more)
    return judge(rule, draft(made, [statement(made, text, made.text, verbatim=verbatim)]))


def whole_sentences(article: Article) -> list[Statement]:
    """Every sentence of an article, as an excerpt would set it."""
    return [
        Statement(span.of(article.text), (Evidence(article.id, article.text_hash, span.start, span.end),))
        for span in sentences.split(article.text, article.language)
    ]
