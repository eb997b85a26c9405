from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.newsroom.tongue import interface, offered


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de", "de"), ("de-AT", "de-AT"), ("DE", "DE"), ("pt-BR", "pt-BR"), ("pt", "en"), ("pt-PT", "en"), ("nl", "en"),
     ("en-GB", "en-GB"), ("de_CH", "de-CH"), ("", "en")],
)  # fmt: skip
def test_the_networks_language_where_there_is_a_catalogue(tag: str, language: str) -> None:
    assert interface(tag, ("de", "en", "pt-BR")) == language


def test_catalogues_are_found_in_every_folder(tmp_path: Path) -> None:
    for name in ("ours/de", "theirs/pt_BR", "theirs/nl"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
    for name in ("ours/de", "theirs/pt_BR"):
        (tmp_path / name / "LC_MESSAGES" / "django.mo").touch()
    assert offered([tmp_path / "theirs", tmp_path / "ours", tmp_path / "none"]) == ("de", "en", "pt-BR")
    assert offered([]) == ("en",)
