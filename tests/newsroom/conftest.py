"""A network's settings for tests, and small values to work with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from standfirst.settings import Settings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def settings_of(tmp_path: Path):
    """Settings of a network with some values set: ``settings_of(time_zone="Asia/Tokyo")``."""

    def make(**values) -> Settings:
        return Settings(tmp_path, {"allow_private": True, "host_delay": 0.0, **values})

    return make
