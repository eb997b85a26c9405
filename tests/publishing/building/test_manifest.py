"""The manifest is read back as it was written, and what is none is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.errors import StandfirstError
from standfirst.publishing.building.manifest import FILE, Kept, dumped, load

FILES = {
    "content/größe.html": Kept("ab" * 32, 12, "cd" * 16, "text/html; charset=utf-8"),
    "a.xml": Kept("ef" * 32, 0, "", "application/xml", 410),
}


def test_round_trip(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(dumped(FILES, 7))
    assert load(tmp_path) == FILES
    assert dumped(FILES, 7) == dumped(dict(reversed(FILES.items())), 7)


def test_another_form_is_read_for_its_paths_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(dumped(FILES, 7).replace(b'"form":1', b'"form":0'))
    assert {path: each.version for path, each in load(tmp_path).items()} == dict.fromkeys(FILES, "")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"form":1,"files":{"a":1}}', "\xff"])
def test_what_is_no_manifest_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="latin-1")
    with pytest.raises(StandfirstError, match="no manifest"):
        load(tmp_path)
