"""The manifest: every file of a build with its digest, size, version and type, as JSON beside the files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from standfirst import values
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


@dataclass(frozen=True, slots=True)
class _Manifest:
    form: int
    files: dict[str, Kept]


def load(folder: Path) -> dict[str, Kept]:
    """The files of the last build by path; none where there was no build.

    Raises :class:`StandfirstError` for a manifest that cannot be read.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        found = values.decode(_Manifest, path.read_bytes())
    except (OSError, ValueError) as error:
        way_out = "Name another folder, or empty this one."
        raise StandfirstError(str(path), "this is no manifest of a static build", way_out) from error
    if found.form == FORM:
        return found.files
    return {name: replace(each, version="") for name, each in found.files.items()}


def dumped(files: dict[str, Kept], data_version: int) -> bytes:
    """The manifest's bytes, the same for the same files."""
    rows = b",\n".join([b"%b:%b" % (values.encode(name), values.encode(files[name])) for name in sorted(files)])
    return b'{"form":%d,"data_version":%d,"files":{\n%b\n}}\n' % (FORM, data_version, rows)


__all__ = ["FILE", "Kept", "dumped", "load"]
