"""``python -m benchmarks.recognition``: are articles taken for articles, and other pages named for what they are?

``recognised`` is the share that is taken for what it is: of saved pages (all are articles) and of made articles,
those that reading gives as articles; of made strangers (:mod:`benchmarks.strangers`), those that it does not.
``named`` is the share of the strangers that are called by a name that fits their kind. ``strangers-…`` and
``articles-…`` are one kind each, from both halves of phrases and styles; the rows with ``-developed`` hold the half
on which the rules were made, those with ``-held-out`` the other, each with a seed of its own. The other half is
not unseen: its failures were read twice and rules mended after. And one hand wrote both phrases and rules.
The peer has no names, only a verdict: trafilatura's port of Readability's ``is_probably_readerable``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks import contract, pages, strangers

NAME = "recognition"
#: Pages made of each kind, and for each half.
EACH = 25
#: The rules were made with seeds 3 and 11 of the one half; failures of seed 5 of the other, and of these, were read.
SEEDS = {"-developed": (101, 0), "-held-out": (102, 1)}

#: From a page's bytes and address to the name of its kind, "" for an article.
Namer = Callable[[bytes, str], str]


def ours(html: bytes, address: str) -> str:
    """The kind by :func:`standfirst.reading.read`."""
    from standfirst.reading import NotArticle, read

    found = read(pages.fetched(html, address))
    return found.kind if isinstance(found, NotArticle) else ""


def readerable() -> Namer:
    """trafilatura's verdict, without a name."""
    from trafilatura.readability_lxml import is_probably_readerable
    from trafilatura.utils import load_html

    def name(html: bytes, address: str) -> str:
        tree = load_html(html)
        return "" if tree is not None and is_probably_readerable(tree) else "none"

    return name


#: Peers by name.
PEERS: dict[str, Callable[[], Namer]] = {"trafilatura-readerable": readerable}


def saved(system: str, namer: Namer, dataset: str, given: Sequence[pages.Saved]) -> contract.Row:
    """The row of a collection of saved articles."""
    right = sum(1 for page in given if not _name(namer, page.html, page.address))
    return {"system": system, "dataset": dataset, "recognised": right / len(given), "pages": len(given)}


def made(system: str, namer: Namer, seed: int, half: int | None, suffix: str) -> Iterator[contract.Row]:
    """The rows of made pages: each kind where no ``suffix`` is given, and in total."""
    found: dict[str, list[tuple[bool, bool]]] = {}
    for page in strangers.pages(seed, EACH, half):
        name = _name(namer, page.html.encode(), page.address)
        side = "strangers" if page.names else "articles"
        result = (bool(name) == bool(page.names), name in page.names)
        for dataset in (side + suffix, *(() if suffix else (f"{side}-{page.kind}",))):
            found.setdefault(dataset, []).append(result)
    for dataset, results in found.items():
        row: contract.Row = {"system": system, "dataset": dataset}
        row["recognised"] = sum(right for right, _ in results) / len(results)
        row["pages"] = len(results)
        if dataset.startswith("strangers") and system == "standfirst":
            row["named"] = sum(named for _, named in results) / len(results)
        yield row


def _name(namer: Namer, html: bytes, address: str) -> str:
    """A page that a system fails on is taken for nothing."""
    try:
        return namer(html, address)
    except Exception:
        return "failed"


def systems(*, only_ours: bool) -> Iterator[tuple[str, Namer]]:
    """Ours, and the peers that are installed."""
    yield "standfirst", ours
    for name, make in {} if only_ours else PEERS.items():
        try:
            yield name, make()
        except ImportError as error:
            contract.say(f"{name} is left out: {error}.")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset."""
    given = contract.arguments(NAME, "Articles and other pages, told apart.", "pages", argv)
    rows: list[contract.Row] = []
    for folder in contract.datasets(given.data, pages.TRUTH):
        known = list(pages.load(folder))
        rows += [
            saved(system, namer, folder.name, known) for system, namer in systems(only_ours=given.only_ours) if known
        ]
    if not rows:
        contract.say(f"{given.data} holds no dataset: a folder with {pages.TRUTH} and its pages is due.")
        return 2
    for system, namer in systems(only_ours=given.only_ours):
        rows += made(system, namer, 100, None, "")
        for suffix, (seed, half) in SEEDS.items():
            rows += made(system, namer, seed, half, suffix)
    if given.cross_validated:
        contract.say("Recognition trains no model: --cross-validated measures the same.")
    contract.report(NAME, rows, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
