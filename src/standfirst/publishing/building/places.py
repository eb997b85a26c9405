"""Which file answers at an address. Pure.

An address whose last segment has an extension is a file of that name; any other is a folder's ``index.html``, which
every web server and bucket answers with for the folder's own address.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote, urlsplit

#: Bytes of one name that file systems hold.
LONGEST_NAME = 255
#: Extensions of the documents that a network has; a dot in another last segment belongs to a slug.
EXTENSIONS = frozenset(
    {
        "html",
        "rss",
        "atom",
        "json",
        "xml",
        "csv",
        "txt",
        "opml",
        "css",
        "js",
        "svg",
        "png",
        "ico",
        "woff2",
        "woff",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "avif",
        "pdf",
        "webmanifest",
    }
)
#: The one file without an extension.
REDIRECTS = "_redirects"


@lru_cache(maxsize=4096)
def place(address: str) -> str:
    """The file's path under the build's folder, with ``/`` and without a leading one; "" where there can be none.

    ``address`` begins with a slash, percent-encoded or not; its query and fragment choose no file.
    """
    parts = unquote(urlsplit(address).path if "?" in address or "#" in address else address).split("/")
    if parts.pop(0):
        return ""
    last = parts.pop() if parts else ""
    if last == REDIRECTS or ("." in last and last.rpartition(".")[2] in EXTENSIONS):
        parts.append(last)
    else:
        parts += [last, "index.html"] if last else ["index.html"]
    return "/".join(parts) if all(map(_nameable, parts)) else ""


def _nameable(name: str) -> bool:
    """Whether a file or folder may be called so; nothing leads out of the build's folder."""
    if not name or name in (".", "..") or "\\" in name or not name.isprintable():
        return False
    return len(name) <= LONGEST_NAME // 4 or len(name.encode(errors="replace")) <= LONGEST_NAME


__all__ = ["place"]
