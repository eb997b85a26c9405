"""Make ``iptc.json`` from IPTC's table: ``python -m training.iptc [--data ../shared/corpora]``.

Each media topic in use with its parent and its names by language. IPTC Media Topics, CC BY 4.0.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from training.manifest import MODELS, enter

BOOK = "IPTC-MediaTopic-NewsCodes-mappings.xlsx"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: The table's names of languages, and ours (BCP 47).
LANGUAGES = {
    "en-GB": "en",
    "de": "de",
    "fr": "fr",
    "es": "es",
    "dk": "da",
    "no-NB": "nb",
    "no-NN": "nn",
    "pt-PT": "pt",
    "pt-BR": "pt-BR",
    "se": "sv",
    "ar": "ar",
    "zh-Hans": "zh",
}


def rows(book: Path) -> list[dict[str, str]]:
    """The rows of the table under its line of headings, as {heading: text}; empty cells are left out."""
    with zipfile.ZipFile(book) as archive:
        strings = [
            "".join(piece.text or "" for piece in item.iter(f"{SHEET}t"))
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - our own copy
        ]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    lines: list[dict[str, str]] = []
    for row in sheet.iter(f"{SHEET}row"):
        line: dict[str, str] = {}
        for cell in row:
            value = cell.find(f"{SHEET}v")
            if value is not None and value.text:
                text = strings[int(value.text)] if cell.get("t") == "s" else value.text
                line[re.sub(r"\d", "", cell.get("r", ""))] = text.strip()
        lines.append(line)
    # The first line is a note, the second the headings.
    headings = lines[1]
    return [{headings[column]: text for column, text in line.items() if column in headings} for line in lines[2:]]


def topics(book: Path) -> dict[str, dict[str, Any]]:
    """``{code: {parent, names {language: name}, definition}}`` of the topics in use; codes without ``medtop:``.

    A row holds its code in the column of its level alone; its parent is the last code one level up.
    """
    found: dict[str, dict[str, Any]] = {}
    above = [""] * 7
    for row in rows(book):
        level = next((level for level in range(1, 7) if row.get(f"Level{level}/NewsCode")), 0)
        if not level or "RetiredDate" in row or "Name (en-GB)" not in row:
            continue
        above[level] = row[f"Level{level}/NewsCode"].removeprefix("medtop:")
        found[above[level]] = {
            "parent": above[level - 1],
            "names": {ours: row[f"Name ({theirs})"] for theirs, ours in LANGUAGES.items() if f"Name ({theirs})" in row},
            "definition": row.get("Definition (en-GB)", ""),
        }
    return found


def main() -> None:
    """Write the file and its line in the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=MODELS)
    options = parser.parse_args()
    found = topics(options.data / "text" / "iptc" / BOOK)
    table = {code: {"parent": topic["parent"], "names": topic["names"]} for code, topic in found.items()}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (options.out / "iptc.json").write_text(text + "\n", encoding="utf-8")
    enter("iptc.json", "IPTC Media Topics, October 2023 (iptc.org/standards/media-topics)", "CC BY 4.0", options.out)
    print(f"iptc.json: {len(table)} topics")


if __name__ == "__main__":
    main()
