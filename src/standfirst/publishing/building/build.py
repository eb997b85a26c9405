"""A whole build: what must be made anew is rendered, everything else kept, what has gone taken away, links checked."""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from django.conf import settings as django_settings

from standfirst import __version__
from standfirst.newsroom import counts
from standfirst.publishing.building import DeadLink, Document, Report, Say, around, index, publications, table
from standfirst.publishing.building.layout import layout
from standfirst.publishing.building.linking import MOST_NAMED, Links
from standfirst.publishing.building.listings import Listings, names
from standfirst.publishing.building.shelf import CHUNK, Shelf
from standfirst.publishing.building.table import Row, digest
from standfirst.publishing.building.tree import Tree
from standfirst.publishing.network import network, settings
from standfirst.publishing.version import data_version
from standfirst.publishing.view import address

PACKAGE = Path(__file__).parents[1]


def build(folder: Path, say: Say, *, full: bool = False, check: bool = True, now: datetime | None = None) -> Report:
    """Write the network into ``folder``, or bring what an earlier build wrote there up to date.

    ``full`` renders everything anew; ``check`` looks whether every link inside leads to a file. What is published
    while it runs is in the next build. Raises :class:`~standfirst.errors.StandfirstError` for a folder that holds
    something else or cannot be written to.
    """
    with Tree(folder) as tree, seldom_collecting():
        return Build(tree, say, full=full, check=check, now=now or datetime.now(UTC)).run()


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let the garbage collector look at what is young when it is asked: what a build holds took a fifth of its time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Build:
    """One build of the network into a tree."""

    def __init__(self, tree: Tree, say: Say, *, full: bool, check: bool, now: datetime) -> None:
        self.tree = tree
        self.say = say
        self.full = full
        self.now = now
        self.key = key()
        self.check = check
        self.forms = publications.forms()
        self.left_out: list[str] = []
        self.layout = layout(network())
        self.links = Links(self.layout)
        self.hosts = set(self.layout.sections)
        self._seen: set[str] = set()

    def run(self) -> Report:
        """All of it, in the order in which readers need it: publications before the listings that lead to them."""
        started = time.monotonic()
        version, _ = data_version()
        self.table = table.read(settings().zone)
        self.shelf = Shelf(self.table, network())
        # A section that was given up keeps the host of what it held first.
        self.hosts |= {row.first for row in self.table.rows.values() if row.first}
        self._publications()
        self._listings()
        for made in around.documents():
            self._put(made)
        self.shelf.let_go()
        self._index()
        self.tree.finish(version)
        dead = list(self._dead()) if self.check else []
        return Report(
            publications=sum(self.table.days.values()),
            written=self.tree.written,
            kept=self.tree.kept,
            removed=self.tree.removed,
            bytes=self.tree.bytes,
            seconds=time.monotonic() - started,
            version=version,
            left_out=tuple(self.left_out),
            dead=tuple(islice(dead, MOST_NAMED)),
            dead_count=len(dead),
        )

    def _publications(self) -> None:
        """Each publication's files, oldest first; those of one that was withdrawn are its tombstone."""
        rows = list(self.table.rows.values())
        for start in range(0, len(rows), CHUNK):
            gc.collect(0)
            self.say("publications", start, len(rows))
            pending = []
            for row in rows[start : start + CHUNK]:
                wanted = self._wanted(row)
                if wanted:
                    pending.append((row, wanted))
            self.shelf.full([row.position for row, _ in pending if not row.withdrawn])
            for row, wanted in pending:
                for extension, version in wanted.items():
                    made = publications.document(row, extension, self.shelf)
                    if made:
                        self._put(made, version, row.first)
        self._put(publications.redirects(rows, self.shelf.network))
        self.say("publications", len(rows), len(rows))

    def _wanted(self, row: Row) -> dict[str, str]:
        """The forms of a publication that are not yet as they must be, by extension, with their versions."""
        if row.withdrawn:
            page = own = self._version("gone", row.digest)
        else:
            page, own = (self._version(each) for each in publications.versions(row, self.shelf))
        found = {extension: page if extension == "html" else own for extension in self.forms}
        return {
            extension: version
            for extension, version in found.items()
            if not self._kept(publications.address(row.path, extension), version, row.first)
        }

    def _listings(self) -> None:
        """Each page of each listing, in every format."""
        makers = Listings(self.shelf, self.now)
        formats = names()
        for done, plan in enumerate(makers.plans()):
            if done % CHUNK == 0:
                gc.collect(0)
                self.say("listings", done, 0)
            version = self._version(makers.version(plan))
            wanted = [each for each in formats if not self._kept(address(plan.view, format=each), version)]
            if wanted:
                for _, made in makers.documents(plan, wanted):
                    self._put(made, version)

    def _index(self) -> None:
        """The search index, made anew where a publication has changed."""
        self.say("search", 0, 0)
        for made in index.documents(self.table):
            self._put(made)

    def _dead(self) -> Iterator[DeadLink]:
        """The dead links: in what was put now as it was put, in what was kept by reading it."""
        for done, path in enumerate(self.tree.files):
            if done % 500 == 0:
                self.say("links", done, len(self.tree.files))
            if path not in self._seen:
                self.links.see(path, self.tree.read(path))
        yield from self.links.dead(self.tree.files)

    def _version(self, *parts: object) -> str:
        return digest((self.key, *parts)).hex()

    def _kept(self, address: str, version: str, first_section: str = "") -> bool:
        """Whether the file of an address is as it must be already."""
        return not self.full and self.tree.has(self.layout.file(address, first_section), version)

    def _put(self, made: Document, version: str = "", first_section: str = "") -> None:
        if first_section:
            self._at(self.layout.file(made.address, first_section), made, version)
            return
        for path in self.layout.files(made.address, self.hosts):
            self._at(path, made, version)

    def _at(self, path: str, made: Document, version: str) -> None:
        """The document as the file at ``path``; "" where no file can be named so."""
        if path:
            if self.check:
                self.links.see(path, *(made.pieces or (made.body,)))
                self._seen.add(path)
            self.tree.put(path, made.body, made.media_type, version=version, status=made.status)
        elif len(self.left_out) < MOST_NAMED:
            self.left_out.append(made.address)


def key() -> str:
    """A digest of what every file depends on: this version's code and templates, the operator's, and the settings."""
    seen = hashlib.blake2b(
        repr((__version__, network(), counts.network_id(), sorted(settings().values.items()))).encode(), digest_size=16
    )
    own = (settings().folder / name for name in ("templates", "look", "static"))
    folders = [PACKAGE, *(path for path in own if path.is_dir())]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".pyc",) and path.is_file():
                seen.update(f"{path.relative_to(folder)}\n".encode(errors="replace"))
                seen.update(path.read_bytes())
    seen.update(str(django_settings.LANGUAGE_CODE).encode())
    return seen.hexdigest()


__all__ = ["Build", "build", "key"]
