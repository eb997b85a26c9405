"""What every test has at hand. What is absent skips and says so; under STANDFIRST_CI=1 such a skip is a failure."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
CHROMIUM = "/usr/bin/chromium"


def absent(what: str) -> None:
    """Skip for want of ``what``, or fail where everything must be there."""
    if os.environ.get("STANDFIRST_CI"):
        pytest.fail(f"{what} is absent, and STANDFIRST_CI is set")
    pytest.skip(f"{what} is absent")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the corpora, schemas and tools."""
    if not (SHARED / "corpora").is_dir():
        absent("the folder ../shared")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """Debian's Chromium."""
    if not Path(CHROMIUM).exists() or shutil.which("chromium") is None:
        absent("Chromium")
    return CHROMIUM
