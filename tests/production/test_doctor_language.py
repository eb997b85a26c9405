from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from standfirst.production import doctor
from standfirst.settings import Settings


@pytest.mark.parametrize(
    ("wanted", "spoken", "good"), [("en", "en", True), ("de-AT", "de-AT", True), ("nl", "en", False)]
)
def test_a_language_without_a_catalogue_is_told(settings: Any, wanted: str, spoken: str, good: bool) -> None:
    settings.LANGUAGE_CODE = spoken
    finding = doctor._language(Settings(Path(), {"language": wanted}))
    assert finding.good is good
    assert wanted in finding.state
    assert ("ar, de, en, es, fr" in finding.way_out) is not good
