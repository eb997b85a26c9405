"""``python -m benchmarks.extraction``: the body of saved pages against their ground truth, and the time it takes.

``f1``, ``precision`` and ``recall`` as :mod:`benchmarks.shingles` defines them; ``cpu_ms_median`` and
``cpu_ms_p99`` are processor time a page, from bytes to text. ``standfirst`` is the extraction alone, as the
peers' is: metadata and body, with the parts that a page sells, which the ground truth holds too.
``standfirst-read`` is the whole reading of a page: rights applied, so that sold parts are gone, language told,
and the decision made whether it is an article at all; what it calls none counts as empty. Pages whose ground
truth has no body are left out.

The shipped model was trained on the four page collections. With ``--cross-validated`` each page is read with a model
that has seen no page of its publisher (the registrable domain), which is what a new page can expect;
``standfirst-read`` is then left out. It needs LightGBM, from the bench extra.
"""

from __future__ import annotations

import hashlib
import statistics
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import contract, pages, shingles

if TYPE_CHECKING:
    from standfirst.reading.body.judging import Model

NAME = "extraction"
#: Publishers under which no model is trained in folds.
FEW = 20

#: From a page's bytes and address to its body.
Extractor = Callable[[bytes, str], str]


def ours(html: bytes, address: str, model: Model | None = None) -> str:
    """The body as the reading room extracts it. The ground truth holds what pages sell, so that is left in."""
    from standfirst.reading.reader import whole_text

    return whole_text(pages.fetched(html, address), model)


def held_out(folders: Sequence[Path]) -> Extractor:
    """Ours, each page with a model that was trained on the other publishers' pages of all ``folders``."""
    from training import body

    saved = [page for folder in folders for page in pages.load(folder) if page.body]
    publishers = len({body.site(page.address) for page in saved})
    if publishers < FEW:
        contract.say(f"{publishers} publishers are too few to hold some out: the shipped model is measured.")
        return ours
    models: dict[bytes, Model] = {}
    for numbers, model in body.cross_validated([body.sample(page) for page in saved]):
        models |= {_key(saved[number].html): model for number in numbers.tolist()}
    return lambda html, address: ours(html, address, models[_key(html)])


def _key(html: bytes) -> bytes:
    return hashlib.sha256(html).digest()


def as_read(html: bytes, address: str) -> str:
    """The text of :func:`standfirst.reading.read`, rights applied; "" for what it calls no article."""
    from standfirst.reading import Article, read

    found = read(pages.fetched(html, address))
    return found.text if isinstance(found, Article) else ""


def trafilatura(**options: Any) -> Extractor:
    """trafilatura's plain text, without readers' comments."""
    from trafilatura import extract

    return lambda html, address: extract(html, include_comments=False, **options) or ""


def readability() -> Extractor:
    """readability-lxml's summary, as text a line for a block."""
    from lxml import html as lxml_html
    from readability import Document

    def read(html: bytes, address: str) -> str:
        summary = Document(html.decode("utf-8", "replace")).summary(html_partial=True)
        return "\n".join(text for text in lxml_html.fromstring(summary).itertext())

    return read


def newspaper() -> Extractor:
    """newspaper4k's text, parsed from the given HTML; nothing is fetched."""
    from newspaper import Article, Config  # type: ignore[import-untyped]

    config = Config()
    config.fetch_images = False

    def read(html: bytes, address: str) -> str:
        article = Article(address or "https://example.org/", config=config)
        article.download(input_html=html.decode("utf-8", "replace"))
        article.parse()
        return str(article.text)

    return read


def resiliparse() -> Extractor:
    """resiliparse's plain text of the main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def read(html: bytes, address: str) -> str:
        return str(extract_plain_text(bytes_to_str(html, detect_encoding(html) or "utf-8"), main_content=True))

    return read


#: Peers by name; each is made when it is measured, and said to be absent where it is not installed.
PEERS: dict[str, Callable[[], Extractor]] = {
    "trafilatura": trafilatura,
    "trafilatura-precision": lambda: trafilatura(favor_precision=True),
    "trafilatura-fast": lambda: trafilatura(fast=True),
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "resiliparse": resiliparse,
}


def measure(system: str, extractor: Extractor, dataset: str, saved: Sequence[pages.Saved]) -> contract.Row:
    """One row. A page that a system fails on counts as empty; the failures are counted."""
    counts, times, failed = [], [], 0
    extractor(saved[0].html, saved[0].address)  # what is loaded on first use is no page's time
    for page in saved:
        begun = time.process_time()
        try:
            text = extractor(page.html, page.address)
        except Exception:
            text, failed = "", failed + 1
        times.append((time.process_time() - begun) * 1000)
        counts.append(shingles.compare(page.body, text))
    return {
        "system": system,
        "dataset": dataset,
        **shingles.scores(counts),
        "cpu_ms_median": statistics.median(times),
        "cpu_ms_p99": sorted(times)[min(len(times) - 1, int(len(times) * 0.99))],
        "pages": len(saved),
        "failed": failed,
    }


def systems(cross_validated: Extractor | None, *, only_ours: bool) -> Iterator[tuple[str, Extractor]]:
    """Ours, as shipped or cross-validated, and the peers that are installed."""
    if cross_validated:
        yield "standfirst", cross_validated
    else:
        yield "standfirst", ours
        yield "standfirst-read", as_read
    for name, make in {} if only_ours else PEERS.items():
        try:
            yield name, make()
        except ImportError as error:
            contract.say(f"{name} is left out: {error}. It comes with the bench extra.")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset."""
    import logging

    given = contract.arguments(NAME, "The body of saved pages against their ground truth.", "pages", argv)
    logging.disable(logging.CRITICAL)  # peers log each page they find nothing on
    rows: list[contract.Row] = []
    folders = list(contract.datasets(given.data, pages.TRUTH))
    own = held_out(folders) if given.cross_validated and folders else None
    for folder in folders:
        saved = [page for page in pages.load(folder) if page.body]
        for system, extractor in systems(own, only_ours=given.only_ours) if saved else ():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                rows.append(measure(system, extractor, folder.name, saved))
    if not rows:
        contract.say(f"{given.data} holds no dataset: a folder with {pages.TRUTH} and its pages is due.")
        return 2
    contract.report(NAME, rows, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
