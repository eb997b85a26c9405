"""Where the files of a build stand: in its folder, or in a folder for each host where sections have their own. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from standfirst.publishing import Network
from standfirst.publishing.building.places import place
from standfirst.publishing.hosts import CONTENT, EVERYWHERE, READER, on_section, origin

#: What hosts of static sites send with 404; each host has its own.
ERROR = "/404.html"


@dataclass(frozen=True, slots=True)
class Layout:
    """The hosts of a network. Without ``section_hosts`` there is one, and its files stand in the folder itself."""

    base_url: str
    sections: frozenset[str] = frozenset()
    section_hosts: bool = False

    def file(self, address: str, first_section: str = "") -> str:
        """The file of a path on the network's own host; ``first_section`` held a publication first.

        "" where no file can be named so.
        """
        if not self.section_hosts:
            return place(address)
        section, elsewhere = on_section(unquote(urlsplit(address).path), self.sections)
        name = place(elsewhere or address)
        owner = first_section if address.startswith(CONTENT) else section
        return f"{self.folder(owner)}/{name}" if name else ""

    def files(self, address: str, hosts: Iterable[str]) -> list[str]:
        """The files of a path that every one of ``hosts`` (sections) answers itself, or of any other path."""
        if not self.section_hosts or not address.startswith((*EVERYWHERE, READER, ERROR)):
            return [self.file(address)]
        return [f"{self.folder(each)}/{place(address)}" for each in ("", *sorted(hosts))]

    def folder(self, section: str) -> str:
        """The folder of a section's host: its name."""
        return urlsplit(origin(self.base_url, section)).hostname or ""

    def led(self, link: str, file: str) -> str | None:
        """The file that a link in ``file`` leads to; None where it leads to another site, or to the same page."""
        if link.startswith("/") and not link.startswith("//"):
            name = place(link)
            return f"{file.partition('/')[0]}/{name}" if self.section_hosts else name
        own, parts = urlsplit(self.base_url), urlsplit(link)
        host, under = parts.netloc.lower(), f".{own.netloc}"
        if parts.scheme != own.scheme or not (host == own.netloc or (self.section_hosts and host.endswith(under))):
            return None
        name = place(parts.path or "/")
        return f"{parts.hostname}/{name}" if self.section_hosts else name

    def absolute(self) -> re.Pattern[bytes]:
        """An absolute address of the network's in a text that is no HTML.

        It ends where text, JSON or markup go on; what a sentence sets behind it is no part of it.
        """
        own = urlsplit(self.base_url)
        before = r"(?:[a-z0-9-]{1,63}\.)?" if self.section_hosts else ""
        start = f"{re.escape(own.scheme)}://{before}{re.escape(self.base_url.partition('://')[2])}"
        return re.compile(start.encode() + rb"(?:/[^\s\"'<>\\,|]*)?")


def layout(network: Network) -> Layout:
    """The layout of a network's files."""
    return Layout(network.base_url, frozenset(slug for slug, _ in network.sections), network.section_hosts)


__all__ = ["ERROR", "Layout", "layout"]
