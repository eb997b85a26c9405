"""The trained weights that come with the package: where they lie, and that they are the ones meant.

``manifest.json`` lists each file with its size, SHA-256, origin and licence; the scripts in ``training/``
write both. Nothing is ever fetched. A file's size is compared whenever it is opened (a truncated copy is the
common accident); its hash only by :func:`verify`, because hashing 35 MB at every start would cost more than
loading it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from standfirst.errors import ModelError

FOLDER = Path(__file__).parent
MANIFEST = "manifest.json"
WAY_OUT = "Install the package again; its weights come with it."


@dataclass(frozen=True, slots=True)
class Weights:
    """One file of trained weights, as the manifest describes it. ``bytes`` is its size."""

    name: str
    bytes: int
    sha256: str
    origin: str
    licence: str


@cache
def manifest(folder: Path = FOLDER) -> tuple[Weights, ...]:
    """Every file of weights, by name. Raises :class:`ModelError` where the manifest cannot be read."""
    try:
        rows = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return tuple(sorted((Weights(**row) for row in rows), key=lambda weights: weights.name))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(str(folder / MANIFEST), f"the list of models cannot be read ({error})", WAY_OUT) from error


def path(name: str, folder: Path = FOLDER) -> Path:
    """Where the weights called ``name`` lie; their size is compared with the manifest's.

    Raises :class:`ModelError` where there is no such file or its size differs.
    """
    weights = next((row for row in manifest(folder) if row.name == name), None)
    if weights is None:
        raise ModelError(name, "there is no model of that name in this version", WAY_OUT)
    file = folder / name
    try:
        size = file.stat().st_size
    except OSError as error:
        raise ModelError(str(file), "the model's file is missing", WAY_OUT) from error
    if size != weights.bytes:
        raise ModelError(str(file), f"the model's file has {size:,} bytes instead of {weights.bytes:,}", WAY_OUT)
    return file


def verify(folder: Path = FOLDER) -> tuple[str, ...]:
    """Compare every file with its hash; one line for each that is missing or differs, none where all is well."""
    faults: list[str] = []
    for weights in manifest(folder):
        try:
            with path(weights.name, folder).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except (ModelError, OSError) as error:
            faults.append(str(error))
            continue
        if found != weights.sha256:
            faults.append(f"{folder / weights.name}: its SHA-256 is {found}, not {weights.sha256}. {WAY_OUT}")
    return tuple(faults)


@cache
def fingerprint(folder: Path = FOLDER) -> str:
    """Ten characters that change when any of the weights does: the version of the models, stamped on briefs."""
    listed = "\n".join(f"{weights.name} {weights.sha256}" for weights in manifest(folder))
    return hashlib.sha256(listed.encode()).hexdigest()[:10]


__all__ = ["Weights", "fingerprint", "manifest", "path", "verify"]
