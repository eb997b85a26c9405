"""The manifest: every file of a build with its digest, size, version and type, as JSON beside the files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standfirst.errors import StandfirstError

FILE = "manifest.json"
#: Raised when the manifest's form changes; a manifest of another form is read for its paths alone.
FORM = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A file: SHA-256 and size of its bytes, the version of what went into it, its media type and HTTP status.

    ``status`` tells a web server that can be told: 410 for what was withdrawn, 404 for the page of errors.
    """

    sha256: str
    size: int
    version: str
    type: str
    status: int = 200


def load(folder: Path) -> dict[str, Kept]:
    """The files of the last build by path; none where there was no build.

    Raises :class:`StandfirstError` for a manifest that cannot be read.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_bytes())
        form = found["form"]
        return {
            name: Kept(row["sha256"], row["size"], row["version"] if form == FORM else "", row["type"], row["status"])
            for name, row in found["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        way_out = "Name another folder, or empty this one."
        raise StandfirstError(str(path), "this is no manifest of a static build", way_out) from error


def dumped(files: dict[str, Kept], data_version: int) -> bytes:
    """The manifest's bytes, the same for the same files."""
    table: dict[str, Any] = {
        name: {"sha256": each.sha256, "size": each.size, "version": each.version, "type": each.type,
               "status": each.status}
        for name, each in sorted(files.items())
    }  # fmt: skip
    rows = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row)}" for name, row in table.items())
    return f'{{"form":{FORM},"data_version":{data_version},"files":{{\n{rows}\n}}}}\n'.encode(errors="replace")


__all__ = ["FILE", "Kept", "dumped", "load"]
