"""The command that makes pictures: its sheet, and what it says of a type of page that is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests import screenshots


def test_the_sheet_shows_each_picture_once_beside_its_type_and_look() -> None:
    sheet = html.document_fromstring(
        screenshots.contact_sheet({"front": {"light": "front-light.png", "dark": "front-dark.png"}, "a & b": {}})
    )
    assert [each.get("src") for each in sheet.iter("img")] == ["front-light.png", "front-dark.png"]
    assert [each.text for each in sheet.xpath("//tbody//th")] == ["front", "a & b"]
    assert {len(row) for row in sheet.iter("tr")} == {1 + len(screenshots.LOOKS)}


def test_a_type_of_page_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        screenshots.main([str(tmp_path / "out"), "--only", "frontpage"])
    assert "frontpage" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
