"""Section hosts: each section on its own host name, ``<section>.<the network's host>``. Pure.

A section's listing stands at the root of its host (``/``, ``/index.rss``, ``/before/<token>``), and a publication on
the host of the section that held it first, for good. Everything else stands on the network's own host. One process
answers on all of them; what is asked on another host than its own is answered with 308.
"""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import urlsplit

#: What every host answers itself, beside its section's listing and its publications.
EVERYWHERE = ("/static/", "/robots.txt", "/p/")
CONTENT = "/content/"
#: The settings of a reader, which a browser keeps for each host.
READER = "/reader"


def origin(base_url: str, section: str) -> str:
    """Scheme, host and port of a section's own host; of the network's own for "" ."""
    if not section:
        return base_url
    parts = urlsplit(base_url)
    # A host name has only ASCII letters: a section's slug in another script is written as IDNA has it (RFC 5891).
    return f"{parts.scheme}://{label(section)}.{parts.netloc}"


def label(section: str) -> str:
    """A section's slug as the label of a host name; itself where that cannot be."""
    if section.isascii():
        return section.lower()
    try:
        return section.encode("idna").decode("ascii")
    except UnicodeError:
        return section


def section_of(host: str, base_url: str) -> str:
    """The label that ``host`` has under the network's own host, a section's perhaps; "" for any other host.

    ``host`` is a request's, with or without a port.
    """
    own = (urlsplit(base_url).hostname or "").lower()
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    found, dot, rest = name.lower().rstrip(".").partition(".")
    return found if dot and rest == own else ""


def on_section(path: str, sections: Container[str]) -> tuple[str, str]:
    """A path on the network's host that is a section's listing, as the section and the path on its host.

    ``/sports`` is its ``/``, ``/sports.rss`` its ``/index.rss``, ``/sports/before/x`` its ``/before/x``. ("", "") for
    every other path.
    """
    first, slash, rest = path.removeprefix("/").partition("/")
    name, dot, extension = first.partition(".")
    if name not in sections or (dot and slash):
        return "", ""
    return name, f"/index.{extension}" if dot else f"/{rest}"


def on_network(path: str, section: str) -> str:
    """A path on a section's host as that of its listing on the network's host; "" where it is no listing's."""
    if path == "/":
        return f"/{section}"
    if path.startswith("/index."):
        return f"/{section}.{path.removeprefix('/index.')}"
    return f"/{section}{path}" if path.startswith("/before/") else ""


__all__ = ["CONTENT", "EVERYWHERE", "READER", "label", "on_network", "on_section", "origin", "section_of"]
