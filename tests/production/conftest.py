"""The saved publishers served on loopback, and networks in folders of their own, driven by the real command."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SETTINGS = 'name = "Test"\ncontact = "test@example.org"\nallow_private = true\nhost_delay = 0.0\nhost_requests = 4\n'


class Network:
    """A network in a folder: its commands as a user would run them, each in a process of its own."""

    def __init__(self, folder: Path, settings: str = "") -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        (folder / "standfirst.toml").write_text(SETTINGS + settings, encoding="utf-8")

    def copy(self, folder: Path) -> Network:
        """The same network again, in another folder."""
        shutil.copytree(self.folder, folder)
        twin = object.__new__(Network)
        twin.folder = folder
        return twin

    def start(self, *arguments: str) -> subprocess.Popen:
        outside = ("STANDFIRST_NETWORK", "STANDFIRST_CI", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        environment = {key: value for key, value in os.environ.items() if key not in outside}
        return subprocess.Popen(
            [sys.executable, "-m", "standfirst.cli", *arguments, "--network", str(self.folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )

    def run(self, *arguments: str, code: int = 0, timeout: float = 300) -> str:
        with self.start(*arguments) as process:
            out, err = process.communicate(timeout=timeout)
        assert process.returncode == code, f"{arguments}: {process.returncode}\n{out}\n{err}"
        assert "Traceback" not in err
        return out if code == 0 else err

    def json(self, *arguments: str, timeout: float = 300):
        return json.loads(self.run(*arguments, "--json", timeout=timeout))


@pytest.fixture
def network(tmp_path) -> Network:
    return Network(tmp_path / "network")


@contextmanager
def replayed(shared: Path, *options: str) -> Iterator[str]:
    """Saved publishers served on loopback; the address of the list of their feeds."""
    port = random.randrange(20_000, 32_000)
    folders = [str(shared / "corpora" / "pages" / name) for name in ("fundus", "scrapinghub")]
    command = [sys.executable, str(shared / "tools" / "replay.py"), *folders, "--port", str(port), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert "feeds listed" in process.stdout.readline()
        yield f"http://127.0.1.1:{port}/sources.opml"
        process.terminate()


@pytest.fixture(scope="session")
def replay(shared) -> Iterator[str]:
    """Fifteen publishers."""
    with replayed(shared, "--publishers", "15") as address:
        yield address


@pytest.fixture
def replay_all(shared) -> Iterator[str]:
    """All of them."""
    with replayed(shared) as address:
        yield address
