"""Serves static files: our own and the operator's from memory, the desk's (Django's admin) from their packages."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from standfirst.publishing.looks.assets import asset, media_type
from standfirst.publishing.problems import problem
from standfirst.publishing.responses import respond

#: Largest file that is served so; ours are a few kilobytes.
LARGEST = 2_000_000
#: A path with the hash of a file's content before its name.
HASHED = re.compile(r"([0-9a-f]{16})/(.+)\Z")
FOREVER = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400"


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """A static file. An old hash gets the present file, but is not told to keep it."""
    hashed = HASHED.match(path)
    mark, name = (hashed[1], hashed[2]) if hashed else ("", path)
    found = asset(name)
    if found:
        body, current = found
        return respond(request, body, _type(name), cache=FOREVER if mark == current else DAY)
    try:
        place = finders.find(path)
    except SuspiciousFileOperation:
        place = None
    if place and Path(place).is_file() and Path(place).stat().st_size <= LARGEST:
        return respond(request, Path(place).read_bytes(), _type(path), cache=DAY)
    return problem(request, 404, gettext("There is no such file"))


def _type(name: str) -> str:
    return media_type(name) or mimetypes.guess_type(name)[0] or "application/octet-stream"
