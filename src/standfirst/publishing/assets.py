"""Our static files, from memory, under addresses that hold their content's hash and so never change.

The desk's files (Django's admin) are found in their packages and served under their plain names.
"""

from __future__ import annotations

import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from standfirst.publishing.problems import problem
from standfirst.publishing.responses import respond

FOLDER = Path(__file__).parent / "static" / "standfirst"
#: Largest file that is served so; ours are a few kilobytes.
LARGEST = 2_000_000
FOREVER = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400"


@lru_cache(maxsize=64)
def asset(name: str) -> tuple[bytes, str] | None:
    """A file of ours and its content's hash, read once a process; None where there is none of that name."""
    path = FOLDER / name
    if not name or "/" in name or name.startswith(".") or not path.is_file():
        return None
    body = path.read_bytes()
    return body, hashlib.sha256(body).hexdigest()[:16]


def static_url(name: str) -> str:
    """The address of one of our files, for templates; it changes when the file does."""
    found = asset(name)
    return f"/static/{found[1]}/{name}" if found else f"/static/{name}"


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """A static file. An old hash gets the present file, but is not told to keep it."""
    mark, _, name = path.rpartition("/")
    found = asset(name) if len(mark) == 16 or not mark else None
    if found:
        body, current = found
        return respond(request, body, _type(name), cache=FOREVER if mark == current else DAY)
    try:
        place = finders.find(path)
    except SuspiciousFileOperation:
        place = None
    if place and Path(place).is_file() and Path(place).stat().st_size <= LARGEST:
        return respond(request, Path(place).read_bytes(), _type(path), cache=DAY)
    return problem(request, 404, "There is no such file")


def _type(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return "text/javascript" if kind == "application/javascript" else kind
