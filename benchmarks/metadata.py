"""``python -m benchmarks.metadata``: title, byline and day of saved pages against their ground truth, and the time.

A measure counts the pages whose ground truth states that field; where a dataset or a system has none of it, its
column stays empty.

``title``: the share of pages whose title is the true one once both are folded: Unicode NFKC, case, quotation marks,
dashes and white space made one, other punctuation left out. ``title_exact``: as written, but for white space.

``authors``: the share of pages whose set of names is exactly the true one. Ours are the byline's, agencies and desks
included. True names and found ones go the same way: split at commas, semicolons, bars and "and" in the commonest
languages (some collections keep co-authors in one string), folded as titles are and rid of accents; what stands in
brackets, and degrees behind a name, are no names. Pages whose truth is an empty list are left out: nearly all of them
print a desk, an agency or the publisher, which the same collection takes down as the author elsewhere.

``day``: the share of pages whose day of publication is the true one. A time with a zone has two days, its own and
UTC's; that one day is common to both sides is enough, since peers give a day alone. Where a page tells its last
change alone, that is taken, as by peers.

``cpu_ms_median`` is processor time a page from bytes to these fields and no further: the body is not extracted, by us
or by a peer. ``failed`` counts pages that a system raised on; they count as found nothing.
"""

from __future__ import annotations

import re
import statistics
import time
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from benchmarks import contract
from benchmarks.pages import FETCHED, TRUTH, Saved, load

NAME = "metadata"

_NAMES = re.compile(r"[,;|、；]|\s(?:and|&|und|et|y|og|och)\s", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
#: Degrees and the like, folded.
_LETTERS = re.compile(
    r"ph ?d|m ?d|ed ?d|psy ?d|d ?o|pharm ?d|[bm] ?[as]|[bm]sc|mba|mph|rn|rdn?|fand|dvm|dacvb|vmd|lvt|jd|esq|cfp|cfa"
    r"|cpa|cepf|dpt|cscs|faan|foma|dabom|cpp|psp|jr|sr"
)
#: Characters that count for nothing, by Unicode category: dashes part words, other punctuation and formats go.
_KINDS = {"Pd": " ", "Cc": " ", **dict.fromkeys(("Pc", "Ps", "Pe", "Pi", "Pf", "Po", "Cf", "Sk", "So"), "")}


@dataclass(frozen=True, slots=True)
class Found:
    """What a system says of a page; empty what it did not find."""

    title: str = ""
    names: tuple[str, ...] = ()
    published: str | datetime = ""


Reader = Callable[[bytes, str], Found]


def ours(html: bytes, address: str) -> Found:
    """The metadata as the reading room reads them."""
    from standfirst.reading.document import charset, dom
    from standfirst.reading.stated import meta, metadata

    root = dom.parse(charset.decode(html, "text/html")).root
    told = metadata.read(root, meta.head(root), address, FETCHED)
    dated = told.published or told.modified
    return Found(told.title, (told.byline,), dated.at if dated else "")


def trafilatura() -> Reader:
    """trafilatura's metadata, with its extensive search for dates (the default)."""
    from trafilatura import load_html
    from trafilatura.metadata import extract_metadata

    def read(html: bytes, address: str) -> Found:
        tree = load_html(html)
        told = extract_metadata(tree, default_url=address or None) if tree is not None else None
        return Found(told.title or "", (told.author or "",), told.date or "") if told else Found("", (), "")

    return read


def newspaper() -> Reader:
    """newspaper4k's title, authors and date, by its own extractors."""
    from newspaper import Config, parsers  # type: ignore[import-untyped]
    from newspaper.extractors import ContentExtractor  # type: ignore[import-untyped]

    extractor = ContentExtractor(Config())

    def read(html: bytes, address: str) -> Found:
        tree = parsers.fromstring(html.decode("utf-8", "replace"))
        return Found(
            extractor.get_title(tree) or "",
            tuple(extractor.get_authors(tree)),
            extractor.get_publishing_date(address, tree) or "",
        )

    return read


def htmldate() -> Reader:
    """htmldate's day of first publication."""
    from htmldate import find_date

    def read(html: bytes, address: str) -> Found:
        return Found(published=find_date(html, url=address or None, original_date=True) or "")

    return read


def readability() -> Reader:
    """readability-lxml's short title."""
    from readability import Document

    return lambda html, address: Found(title=Document(html.decode("utf-8", "replace")).short_title() or "")


def resiliparse() -> Reader:
    """resiliparse's title element."""
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(html: bytes, address: str) -> Found:
        tree = HTMLTree.parse(bytes_to_str(html, detect_encoding(html) or "utf-8"))
        return Found(title=tree.title or "")

    return read


@dataclass(frozen=True, slots=True)
class System:
    """A system: what makes its reader (ImportError where it is not installed), and the fields that it gives."""

    make: Callable[[], Reader]
    gives: tuple[str, ...] = ("title", "authors", "day")


OURS = {"standfirst": System(lambda: ours)}
#: Peers by name; one that is not installed is said to be absent.
PEERS = {
    "trafilatura": System(trafilatura),
    "newspaper4k": System(newspaper),
    "htmldate": System(htmldate, ("day",)),
    "readability-lxml": System(readability, ("title",)),
    "resiliparse": System(resiliparse, ("title",)),
}


def folded(text: str) -> str:
    """A title as it is compared."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(_KINDS.get(unicodedata.category(letter), letter) for letter in letters).split())


def names(raw: Iterable[str]) -> frozenset[str]:
    """The set of names in strings of one name or more, as they are compared."""
    parts = (_name(part) for line in raw for part in _NAMES.split(_ASIDE.sub(" ", line)))
    return frozenset(part for part in parts if part and not _LETTERS.fullmatch(part))


def days(said: str | datetime) -> frozenset[date]:
    """The days that a date or an ISO 8601 text means: its own, and UTC's where it has a zone; none for no date."""
    if isinstance(said, str):
        try:
            said = datetime.fromisoformat(said.strip())
        except ValueError:
            return frozenset()
    found = {said.date()}
    if said.tzinfo:
        with suppress(OverflowError):
            found.add(said.astimezone(UTC).date())
    return frozenset(found)


def judge(page: Saved, found: Found) -> dict[str, bool]:
    """Whether each field is right that the page's ground truth states."""
    judged = {}
    if page.title:
        judged["title"] = folded(found.title) == folded(page.title)
        judged["title_exact"] = " ".join(found.title.split()) == " ".join(page.title.split())
    if page.authors:
        judged["authors"] = names(found.names) == names(page.authors)
    if page.published:
        judged["day"] = bool(days(found.published) & days(page.published))
    return judged


def measure(name: str, reader: Reader, gives: Sequence[str], dataset: str, pages: Sequence[Saved]) -> contract.Row:
    """One row. A page that a system fails on counts as empty; the failures are counted."""
    marks: dict[str, list[bool]] = {}
    times, failed = [], 0
    with suppress(Exception):
        reader(pages[0].html, pages[0].address)  # what is loaded on first use is no page's time
    for page in pages:
        begun = time.process_time()
        try:
            found = reader(page.html, page.address)
        except Exception:
            found, failed = Found(), failed + 1
        times.append((time.process_time() - begun) * 1000)
        for measured, right in judge(page, found).items():
            if measured.removesuffix("_exact") in gives:
                marks.setdefault(measured, []).append(right)
    return {
        "system": name,
        "dataset": dataset,
        **{measured: sum(rights) / len(rights) for measured, rights in marks.items()},
        "cpu_ms_median": statistics.median(times),
        "pages": len(pages),
        "failed": failed,
    }


def systems(*, only_ours: bool) -> Iterator[tuple[str, Reader, Sequence[str]]]:
    """Ours, and the peers that are installed: name, reader, fields."""
    for name, system in (OURS if only_ours else OURS | PEERS).items():
        try:
            yield name, system.make(), system.gives
        except ImportError as error:
            contract.say(f"{name} is left out: {error}. It comes with the bench extra.")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset with metadata."""
    import logging

    given = contract.arguments(NAME, "Title, byline and day of saved pages against their truth.", "pages", argv)
    logging.disable(logging.CRITICAL)  # peers log each page they find nothing on
    rows: list[contract.Row] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for folder in contract.datasets(given.data, TRUTH):
            pages = [page for page in load(folder) if page.title or page.authors or page.published]
            if not pages:
                contract.say(f"{folder.name} is left out: its ground truth holds no metadata.")
                continue
            rows += [
                measure(name, reader, gives, folder.name, pages)
                for name, reader, gives in systems(only_ours=given.only_ours)
            ]
    if given.cross_validated:
        contract.say("Metadata are read without a trained model: --cross-validated measures the same.")
    if not rows:
        contract.say(f"{given.data} holds no dataset with titles, authors or dates in its {TRUTH}.")
        return 2
    contract.report(NAME, rows, given.json)
    return 0


def _name(part: str) -> str:
    return folded(
        "".join(letter for letter in unicodedata.normalize("NFKD", part) if not unicodedata.combining(letter))
    )


if __name__ == "__main__":
    raise SystemExit(main())
