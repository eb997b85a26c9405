"""The Nu HTML checker, run once over a folder of documents; ``make`` fetches it into ``.venv/nu``.

The version and where it comes from stand in the Makefile, what it must be byte for byte in ``requirements/nu.sha256``.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests.conftest import absent

ROOT = Path(__file__).parents[3]
SUM = ROOT / "requirements" / "nu.sha256"
#: Seconds one run may take; a hundred pages take a few.
MOST = 240
#: What the checker says that is no fault of ours: (its words, why they stand).
ACCEPTED = (
    (
        r"is not in Unicode Normalization Form C",
        "titles and quotations are the publisher's, code point for code point: evidence points into them",
    ),
)


@cache
def jar() -> Path:
    """The checker, or the test ends here: skipped, or failed where nothing may be absent."""
    wanted, place = SUM.read_text(encoding="ascii").split()
    path = ROOT / place
    if shutil.which("java") is None:
        absent("Java")
    if not path.is_file():
        absent("the Nu HTML checker (make .venv/nu/done fetches it)")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    assert found == wanted, f"{place} is not the file that {SUM.name} names: remove .venv/nu and fetch it again"
    return path


def check(folder: Path, *options: str) -> list[dict[str, object]]:
    """Messages about the folder's documents that no reason accepts, each with ``url`` and ``message``."""
    command = ["java", "-Xss4m", "-Xmx768m", "-jar", str(jar()), "--format", "json", "--stdout", "--exit-zero-always"]
    run = subprocess.run([*command, *options, str(folder)], capture_output=True, timeout=MOST, check=False)
    assert run.returncode == 0, run.stderr.decode()[:2000]
    told = json.loads(run.stdout)["messages"]
    return [each for each in told if not any(re.search(words, str(each["message"])) for words, _ in ACCEPTED)]


def shown(messages: list[dict[str, object]], addresses: dict[str, str]) -> str:
    """Messages in words: page, line, what, where."""
    lines = []
    for each in messages[:30]:
        name = str(each.get("url", "")).rpartition("/")[2]
        kind = each.get("subType") or each["type"]
        place = f"{addresses.get(name, name)}:{each.get('lastLine', '')}"
        lines.append(f"{place}: {kind}: {each['message']} {str(each.get('extract', ''))!r}")
    return "\n".join(lines)
