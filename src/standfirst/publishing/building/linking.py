"""Whether every link inside the built files leads to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from standfirst.publishing.building import DeadLink
from standfirst.publishing.building.layout import Layout

#: Dead links that are named.
MOST_NAMED = 100
# One search each: a literal beginning is found several times faster than alternatives.
_ATTRIBUTES = tuple(re.compile(name + rb'="([^"<>]*)"') for name in (b" href", b" src", b" action"))
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

    def see(self, path: str, body: bytes) -> None:
        """Note the links that the file at ``path`` carries: a page's own, and other formats' absolute ones."""
        if not path.endswith(_LOOKED_AT) or path.partition("search/")[0] in ("", f"{self.layout.folder('')}/"):
            return
        if path.endswith(".html"):
            for attribute in _ATTRIBUTES:
                for target in attribute.findall(body):
                    if target not in self._targets:
                        self._targets[target] = path
            if path.endswith("about/marks/index.html"):
                self._ids[path] = frozenset(_ID.findall(body))
        else:
            for target in self._absolute.findall(body):
                if target not in self._targets:
                    self._targets[target] = path

    def dead(self, files: Mapping[str, object]) -> Iterator[DeadLink]:
        """The links that lead to none of ``files``, each with the first file it stands in."""
        told: dict[str, str] = {}
        for raw, path in self._targets.items():
            target = unescape(raw.decode(errors="replace"))
            if not path.endswith(".html"):
                target = target.rstrip(".,;:)")
            if not self.layout.section_hosts and target.startswith(self.layout.base_url):
                target = target[len(self.layout.base_url) :] or "/"
            told.setdefault(target, path)
        for target, path in told.items():
            file = self.layout.led(target, path)
            if file is None:
                continue  # another site, a letter, or a place on the same page
            known = self._ids.get(file)
            fragment = unquote(urlsplit(target).fragment).encode()
            if file not in files or (known and fragment and fragment not in known):
                yield DeadLink(path, target)


__all__ = ["MOST_NAMED", "Links"]
