"""read: one article to its brief, with evidence and checks, in the terminal or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standfirst.cli.common import Json, emit
from standfirst.errors import NotArticleError, NotFoundError, UnreachableError

if TYPE_CHECKING:
    from standfirst.editing import Brief, Evidence
    from standfirst.gathering import Page
    from standfirst.reading import Article


def enter(app: typer.Typer) -> None:
    """Enter the commands of this module."""
    app.command("read")(read)


def read(
    what: Annotated[str, typer.Argument(metavar="URL|FILE", help="An article's address, or a saved page.")],
    address: Annotated[str, typer.Option(help="The address a saved page came from.")] = "",
    contact: Annotated[str, typer.Option(help="Where the publisher reaches you; stands in the user agent.")] = "",
    allow_private: Annotated[bool, typer.Option(help="Fetch from private and loopback addresses too.")] = False,
    as_json: Json = False,
) -> None:
    """Read one article and write its brief, with the evidence and the checks.

    Example: standfirst read https://www.radiotimes.com/tv/drama/…
    """
    from standfirst import NotArticle, edit, values
    from standfirst import read as make

    page = saved(Path(what), address) if "://" not in what else fetch(what, contact, allow_private)
    article = make(page)
    if isinstance(article, NotArticle):
        raise NotArticleError(article.address, f"this is no article but {article.kind}: {article.reason}")
    brief = edit(article)
    emit({"article": values.dump(article), "brief": values.dump(brief)}, as_json, lines(article, brief))


def saved(path: Path, address: str) -> Page:
    """A page from a file; raises :class:`NotFoundError` where there is none."""
    from datetime import UTC, datetime

    from standfirst.gathering import Page

    try:
        body = path.read_bytes()
    except OSError as error:
        raise NotFoundError(
            str(path), f"it cannot be read: {error.strerror}", "Give a file or an http(s) address."
        ) from error
    if body[:2] == b"\x1f\x8b":
        import gzip

        body = gzip.decompress(body)
    address = address or path.absolute().as_uri()
    return Page(address, address, 200, (("content-type", "text/html"),), body, datetime.now(UTC))


def fetch(address: str, contact: str, allow_private: bool) -> Page:
    """A page from the web; raises :class:`UnreachableError` with the reason."""
    import asyncio

    from standfirst.gathering import Failure
    from standfirst.gathering.fetcher import Fetcher
    from standfirst.gathering.policy import Policy
    from standfirst.settings import Settings

    policy = Policy.of(Settings(Path(), {"contact": contact, "allow_private": allow_private}))

    async def get() -> Page | Failure:
        async with Fetcher(policy) as fetcher:
            return await fetcher.get(address)

    page = asyncio.run(get())
    if isinstance(page, Failure):
        raise UnreachableError(address, page.reason)
    return page


def lines(article: Article, brief: Brief) -> Iterator[str]:
    """An article's brief for people: what is said, where from, and what the checks found."""
    date = f"{article.published.at:%Y-%m-%d} ({article.published.found})" if article.published else "no date"
    yield f"\n{brief.headline}"
    yield " · ".join(filter(None, (article.publisher, article.byline, date, article.language, article.kind)))
    filing, outcome, rights = brief.filing, brief.outcome, article.rights
    yield f"Section: {filing.section or 'unfiled'} ({filing.confidence:.0%}, {filing.method or 'no evidence'})"
    yield f"Outcome: {outcome.kind}" + (f" – {outcome.rule}: {outcome.reason}" if outcome.rule else "")
    yield f"Rights: {rights.outcome}" + (f" – {rights.reason}" if rights.reason else "")
    yield from (f"Mark: {mark.code} – {mark.reason}" for mark in brief.marks)
    yield ""
    for number, statement in enumerate(brief.statements, 1):
        places = ", ".join(place(article, evidence) for evidence in statement.evidence)
        yield f"{number}. {statement.text}" + (f"  [{places}]" if places else "")
    if brief.missing:
        yield f"\nNot stated in the source: {'; '.join(brief.missing)}"
    if brief.facts:
        named = (fact.text + (f" = {fact.value}" if fact.value not in ("", fact.text) else "") for fact in brief.facts)
        yield "Facts: " + "; ".join(list(dict.fromkeys(named))[:16])
    failed = [check for check in brief.checks if not check.passed]
    traced, said = brief.traced
    passed = len(brief.checks) - len(failed)
    yield f"\nChecks: {passed} passed, {len(failed)} failed; {traced} of {said} statements traced"
    yield from (f"  rule {each.rule} {each.name}: {each.reason} → {each.consequence}" for each in failed)
    yield from (f"Note: {note}" for note in article.notes)


def place(article: Article, evidence: Evidence) -> str:
    """Evidence as people find it: the number of its paragraph."""
    for number, paragraph in enumerate(article.paragraphs, 1):
        if paragraph.start <= evidence.start < paragraph.end:
            return f"paragraph {number}, characters {evidence.start}–{evidence.end}"
    return f"characters {evidence.start}–{evidence.end}"
