"""Whether every link inside the built files leads to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from standfirst.publishing.building import DeadLink
from standfirst.publishing.building.layout import Layout

#: Dead links that are named, and pieces that are known again.
MOST_NAMED, MOST_KNOWN = 100, 50_000
# The space stands before the alternatives: a literal beginning is found several times faster than they are.
_LINK = re.compile(rb' (?:href|src|action)="([^"<>]*)"')
_ID = re.compile(rb'\sid="([^"<>]*)"')
#: Files whose addresses are looked at: text in which links can stand.
_LOOKED_AT = (".html", ".rss", ".atom", ".json", ".xml", ".csv", ".txt")


class Links:
    """Collects the links of files, one after the other, then says which lead nowhere."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._absolute = layout.absolute()
        self._targets: dict[bytes, str] = {}
        self._ids: dict[str, frozenset[bytes]] = {}
        self._pieces: set[int] = set()

    def see(self, path: str, *pieces: bytes) -> None:
        """Note the links that the file at ``path`` carries: a page's own, and other formats' absolute ones.

        A piece that stands in many files is looked at once; no address goes across two.
        """
        if not path.endswith(_LOOKED_AT) or path.partition("search/")[0] in ("", f"{self.layout.folder('')}/"):
            return
        page = path.endswith(".html")
        link = _LINK if page else self._absolute
        for piece in pieces if len(pieces) == 1 else self._unseen(pieces):
            for target in link.findall(piece):
                if target not in self._targets:
                    self._targets[target] = path
        if page and path.endswith("about/marks/index.html"):
            self._ids[path] = frozenset(_ID.findall(b"".join(pieces)))

    def _unseen(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            known = hash(piece)  # it is kept with the piece, so that a piece that comes again costs next to nothing
            if known not in self._pieces:
                if len(self._pieces) >= MOST_KNOWN:
                    self._pieces.clear()
                self._pieces.add(known)
                yield piece

    def dead(self, files: Mapping[str, object]) -> Iterator[DeadLink]:
        """The links that lead to none of ``files``, each with the first file it stands in."""
        told: dict[str, str] = {}
        for raw, path in self._targets.items():
            target = raw.decode(errors="replace")
            if "&" in target:
                target = unescape(target)
            if not path.endswith(".html"):
                target = target.rstrip(".,;:)")
            if not self.layout.section_hosts and target.startswith(self.layout.base_url):
                target = target[len(self.layout.base_url) :] or "/"
            told.setdefault(target, path)
        for target, path in told.items():
            file = self.layout.led(target, path)
            if file is None:
                continue  # another site, a letter, or a place on the same page
            if file not in files or ("#" in target and not self._named(target, file)):
                yield DeadLink(path, target)

    def _named(self, target: str, file: str) -> bool:
        """Whether the fragment of a link names a place of the file, where its places are known."""
        known, fragment = self._ids.get(file), unquote(urlsplit(target).fragment).encode()
        return not known or not fragment or fragment in known


__all__ = ["MOST_NAMED", "Links"]
