"""Enter files of weights in the manifest that the package checks them by."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

MODELS = Path(__file__).resolve().parents[1] / "src" / "standfirst" / "language" / "models"


def enter(name: str, origin: str, licence: str, folder: Path = MODELS) -> None:
    """Record ``folder/name`` (size and SHA-256) with where it comes from; what stood there of it is replaced."""
    file = folder / "manifest.json"
    rows = json.loads(file.read_text(encoding="utf-8"))["files"] if file.exists() else []
    body = (folder / name).read_bytes()
    row = {
        "name": name,
        "bytes": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
        "origin": origin,
        "licence": licence,
    }
    rows = sorted([*(known for known in rows if known["name"] != name), row], key=lambda known: known["name"])
    file.write_text(json.dumps({"files": rows}, indent=1) + "\n", encoding="utf-8")
