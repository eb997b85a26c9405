"""Several processes send the letters at once, and are killed meanwhile: no reader gets one twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests import smtp
from tests.postgres import PostgreSQL, programs
from tests.production.conftest import Network

ROOT = Path(__file__).parents[2]
READERS = 30
#: Fills a network with publications of the day before the letter, and with readers who know nothing of them.
FILL = f"""
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from standfirst.cli.common import open_network
settings = open_network(Path(sys.argv[1]))
from standfirst.newsroom.correspondence import letters
from standfirst.newsroom.models import Reader
from tests.newsroom import factory
at = letters.due(datetime.now(UTC), settings, "daily")
factory.make(8, end=at - timedelta(minutes=5), every=timedelta(minutes=10))
known = letters.position(at - timedelta(days=1))
for n in range({READERS}):
    Reader.objects.create(address=f"reader-{{n}}@reader.example", state="active", asked=at, upto=known)
"""
EVERYBODY = Counter(f"reader-{n}@reader.example" for n in range(READERS))


def filled(network: Network, url: str = "") -> None:
    """The network with publications and readers."""
    environment = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "STANDFIRST_NETWORK")}
    environment |= {"PYTHONPATH": str(ROOT), **({"DATABASE_URL": url} if url else {})}
    subprocess.run([sys.executable, "-c", FILL, str(network.folder)], check=True, env=environment, timeout=120)


def settings(server: smtp.Server, url: str = "") -> str:
    """The settings of a network whose letters go to ``server``."""
    own = f'database_url = "{url}"\n' if url else ""
    return own + f'smtp_host = "127.0.0.1"\nsmtp_port = {server.port}\nsmtp_security = "none"\n'


def slowly(recipient: str) -> str:
    """A server that takes its time, so that the processes meet."""
    time.sleep(0.02)
    return ""


def at_once(network: Network, server: smtp.Server) -> None:
    """Three processes send; one more finds nothing left."""
    running = [network.start("letter", "send") for _ in range(3)]
    for process in running:
        _, told = process.communicate(timeout=120)
        assert process.returncode == 0, told
    assert Counter(to for to, _ in server.letters) == EVERYBODY
    assert "Nothing is due" in network.run("letter", "send")


def test_three_processes_on_sqlite(tmp_path: Path) -> None:
    with smtp.Server(slowly) as server:
        network = Network(tmp_path / "network", settings(server))
        filled(network)
        at_once(network, server)


@pytest.mark.postgres
def test_three_processes_on_postgresql(tmp_path: Path) -> None:
    if programs() is None:
        pytest.skip("PostgreSQL's programs are absent")
    with smtp.Server(slowly) as server, PostgreSQL() as store:
        network = Network(tmp_path / "network", settings(server, store.url))
        filled(network, store.url)
        at_once(network, server)


def test_a_process_that_is_killed_in_the_middle_sends_nothing_twice(tmp_path: Path) -> None:
    with smtp.Server(slowly) as server:
        network = Network(tmp_path / "network", settings(server))
        filled(network)
        with network.start("letter", "send") as process:
            until = time.monotonic() + 60
            while len(server.letters) < 7 and time.monotonic() < until:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        assert 7 <= len(server.letters) < READERS
        network.run("letter", "send")
        found = Counter(to for to, _ in server.letters)
        assert set(found.values()) == {1}
        # At most the one that was under way when the process was killed is missing.
        assert READERS - len(found) <= 1
