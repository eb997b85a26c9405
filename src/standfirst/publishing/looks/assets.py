"""Static files, read once a process, under addresses that hold their content's hash and so never change.

A name leads to the operator's file of that name, in ``static/`` or ``look/`` of the network's folder, else to ours.
Operators' files are found by walking those two folders, never by joining a path that was asked for.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from standfirst.publishing import Look
from standfirst.publishing.looks.look import SHEET, given
from standfirst.settings import FILE

FOLDER = Path(__file__).parents[1] / "static" / "standfirst"
#: The operator's style, made of the settings and of ``look/site.css``.
STYLE = "look.css"
#: The types of files that are served, by extension.
TYPES = {
    "css": "text/css", "js": "text/javascript", "json": "application/json", "txt": "text/plain",
    "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "woff2": "font/woff2", "woff": "font/woff", "pdf": "application/pdf", "webmanifest": "application/manifest+json",
}  # fmt: skip
#: Bounds of an operator's files: each one's bytes, all of theirs, and their number.
LARGEST, LARGEST_ALL, MOST = 2_000_000, 32_000_000, 500


def asset(name: str) -> tuple[bytes, str] | None:
    """A file's bytes and its content's hash, read once a process; None where there is none of that name."""
    return _asset(network_folder(), name)


def static_url(name: str) -> str:
    """The address of a file, for templates; it changes when the file does."""
    found = asset(name)
    return quote(f"/static/{found[1]}/{name}" if found else f"/static/{name}")


def names() -> list[str]:
    """Every file that pages may load."""
    ours = [path.name for path in FOLDER.iterdir() if path.is_file() and not path.name.startswith(".")]
    style = [STYLE] if asset(STYLE) else []
    return sorted({*ours, *style, *own_files(network_folder())[0]})


def look() -> Look:
    """The operator's look, as pages link to it."""
    return _look(network_folder())


@lru_cache(maxsize=16)
def _look(folder: Path | None) -> Look:
    said = given(folder)
    logo, dark, icon = (said.text(name) for name in ("logo", "logo_dark", "icon"))
    return Look(
        style=static_url(STYLE) if said.sheet else "",
        icon=static_url(f"look/{icon}") if icon else "",
        icon_type=media_type(icon) if icon else "",
        logo=static_url(f"look/{logo}") if logo else "",
        logo_dark=static_url(f"look/{dark}") if logo and dark else "",
        logo_alt=said.text("logo_alt"),
        logo_size=(said.number("logo_width"), said.number("logo_height")),
        footer=tuple(part.strip() for part in said.text("footer").split("\n\n") if part.strip()),
        links=said.links,
    )


def media_type(name: str) -> str:
    """The media type of a file, by its extension; "" for one that is not served."""
    return TYPES.get(name.rpartition(".")[2].lower(), "")


@lru_cache(maxsize=16)
def own_files(folder: Path | None) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The operator's files by name, ``look/…`` for those of ``look/``, and what is not served, with the reason."""
    found: dict[str, Path] = {}
    refused: list[str] = []
    size = 0
    for base, prefix in ((folder / "static", ""), (folder / "look", "look/")) if folder else ():
        for path in _files(base):
            name = prefix + path.relative_to(base).as_posix()
            if name == f"look/{SHEET}":
                continue  # it stands in look.css
            reason = _refused(path, base, name, size, len(found))
            if reason:
                refused.append(f"{name}: {reason}")
            else:
                found[name] = path
                size += path.stat().st_size
    return found, tuple(refused)


def _files(base: Path) -> Iterator[Path]:
    """The files under a folder, in the order of their names; hidden ones and links to folders are passed over."""
    for folder, folders, files in os.walk(base):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(folder, name)


def _refused(path: Path, base: Path, name: str, size: int, number: int) -> str:
    """Why a file is not served, "" where it is."""
    if not path.resolve().is_relative_to(base.resolve()):
        return "it leads out of its folder"
    if not media_type(name):
        return "files of this type are not served"
    if not name.isprintable() or len(name) > 200:
        return "its name cannot stand in an address"
    if path.stat().st_size > LARGEST:
        return f"it is larger than {LARGEST:,} bytes"
    if number >= MOST or size + path.stat().st_size > LARGEST_ALL:
        return f"there are more than {MOST} files or {LARGEST_ALL:,} bytes"
    return ""


@lru_cache(maxsize=1024)
def _asset(folder: Path | None, name: str) -> tuple[bytes, str] | None:
    body = _read(folder, name)
    return None if body is None else (body, hashlib.sha256(body).hexdigest()[:16])


def _read(folder: Path | None, name: str) -> bytes | None:
    if name == STYLE:
        return given(folder).sheet.encode() or None
    path = own_files(folder)[0].get(name)
    if path is None and "/" not in name and not name.startswith(".") and name:
        path = FOLDER / name
    try:
        return path.read_bytes() if path is not None and path.is_file() else None
    except OSError:
        return None


def network_folder() -> Path | None:
    """The folder of this process's network; None where there is none, as in most tests."""
    folder: Path = settings.NETWORK.folder
    return folder if _is_network(folder) else None


@lru_cache(maxsize=16)
def _is_network(folder: Path) -> bool:
    return (folder / FILE).is_file()


__all__ = ["FOLDER", "STYLE", "asset", "look", "media_type", "names", "own_files", "static_url"]
