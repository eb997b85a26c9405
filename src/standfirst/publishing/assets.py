"""Our static files, read once, under addresses that hold their content's hash and so never change."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "standfirst"


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
