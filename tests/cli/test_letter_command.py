"""letter and inbox: as an operator runs them, each in a process of its own."""

from __future__ import annotations

import email
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from tests import smtp
from tests.production.conftest import Network
from tests.production.test_letters_at_once import READERS, ROOT, filled, settings


@pytest.fixture(scope="module")
def server() -> Iterator[smtp.Server]:
    with smtp.Server() as running:
        yield running


@pytest.fixture(scope="module")
def made(tmp_path_factory: Any, server: smtp.Server) -> Network:
    """A network with publications, readers and a mail server."""
    network = Network(tmp_path_factory.mktemp("cli") / "network", settings(server))
    filled(network)
    return network


def test_the_letter_is_looked_at_without_being_sent(made: Network, server: smtp.Server, tmp_path: Path) -> None:
    text = made.run("letter", "show")
    assert text.startswith("Subject: Test – ")
    assert "/content/" in text
    made.run("letter", "show", "--section", "politics-and-government", "-o", str(tmp_path / "letter"))
    assert {each.name for each in (tmp_path / "letter").iterdir()} == {"letter.html", "letter.txt", "letter.eml"}
    mail = email.message_from_bytes((tmp_path / "letter" / "letter.eml").read_bytes(), policy=default)
    assert mail["Subject"].startswith("Test – ")
    assert made.json("letter", "show", "--weekly")["publications"] > 0
    assert "nothing was published" in made.run("letter", "show", "--day", "2020-01-01", code=3)
    assert "this is not a date" in made.run("letter", "show", "--day", "soon", code=2)
    assert "there is no such section" in made.run("letter", "show", "--section", "nonsense", code=2)
    assert server.letters == []


def test_readers_are_counted_moved_and_written_to(made: Network, server: smtp.Server, tmp_path: Path) -> None:
    assert made.json("letter", "readers")["active"] == READERS
    assert "@" not in made.run("letter", "readers")
    file = tmp_path / "readers.csv"
    made.run("letter", "readers", "--export", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text().count("@reader.example") == READERS
    assert made.run("letter", "readers", "--export", "-") == file.read_text()
    assert made.json("letter", "readers", "--import", str(file)) == {"added": 0, "known": READERS}
    file.write_text("address\nnobody\n")
    assert "line 2" in made.run("letter", "readers", "--import", str(file), code=2)
    assert "cannot be read" in made.run("letter", "readers", "--import", str(tmp_path / "none.csv"), code=3)
    assert made.json("letter", "send")["outcomes"] == {"sent": READERS}
    assert len(server.letters) == READERS
    assert "Nothing is due." in made.run("letter", "send")


#: Refuses a reader on five days, and writes the last day's notification.
REFUSE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from standfirst.cli.common import open_network
open_network(Path(sys.argv[1]))
from standfirst.newsroom.correspondence import refusals
from standfirst.newsroom.models import Reader
from standfirst.publishing.letters import tokens
from tests.newsroom.correspondence.test_returned import notice
from email.utils import format_datetime
now = datetime.now(UTC)
mara = Reader.objects.get(address="reader-0@reader.example")
for ago in (4, 3, 2, 1):
    day = now.date() - timedelta(days=ago)
    assert refusals.refuse(mara.pk, day, "550 \x1b[31mNo such user", now=now, today=now.date())
back = f"List-Unsubscribe: <https://x.example/letter/stop/{tokens.reader(mara.pk)}>"
message = notice(back=back).replace(b"Mon, 23 Nov 2026 08:15:00 +0100 (CET)", format_datetime(now).encode())
Path(sys.argv[2]).write_bytes(message)
"""


def test_what_came_back_is_counted_and_who_was_refused_is_listed(made: Network, tmp_path: Path) -> None:
    file = tmp_path / "back.eml"
    other = tmp_path / "other.eml"
    other.write_text("Subject: Thank you\n\nYour letter is good.\n")
    assert "No reader was refused for good." in made.run("letter", "refused")
    python(made, REFUSE, str(file))
    (row,) = made.json("letter", "refused")
    assert (row["address"], row["state"], row["days"]) == ("reader-0@reader.example", "active", 4)
    told = made.run("letter", "bounces", str(file), str(other))
    assert told.strip() == "1 counted, 1 no notification"
    shown = made.run("letter", "refused")
    assert "reader-0@reader.example: unreachable, 5 days" in shown
    assert "\x1b" not in shown
    assert made.json("letter", "readers")["unreachable"] == 1
    command = [sys.executable, "-m", "standfirst.cli", "letter", "bounces", "-", "--network", str(made.folder)]
    piped = subprocess.run(command, input=file.read_bytes(), capture_output=True, check=True, timeout=60)
    assert piped.stdout.strip() == b"1 known"
    assert "cannot be read" in made.run("letter", "bounces", str(tmp_path / "none.eml"), code=3)


def test_a_network_without_a_mail_server_says_what_to_set(tmp_path: Path) -> None:
    network = Network(tmp_path / "network")
    told = network.run("letter", "send", code=2)
    assert "smtp_host" in told
    assert "docs/guide/newsletter.md" in told


def test_a_password_in_the_file_is_refused(tmp_path: Path) -> None:
    network = Network(tmp_path / "network")
    path = network.folder / "standfirst.toml"
    path.write_text(path.read_text() + 'smtp_password = "secret"\n')
    told = network.run("letter", "readers", code=2)
    assert "STANDFIRST_SMTP_PASSWORD" in told
    assert "secret" not in told


def test_the_inbox_at_the_terminal(made: Network) -> None:
    put(made, "The \x1b[31myear is wrong.")
    (row,) = made.json("inbox", "list")
    assert (row["kind"], row["state"], row["contact"]) == ("mistake", "open", "jo@reader.example")
    shown = made.run("inbox", "show", str(row["number"]))
    assert "year is wrong." in shown
    assert "\x1b" not in shown
    assert "is done" in made.run("inbox", "done", str(row["number"]), "--note", "Corrected.")
    assert "Nothing waits." in made.run("inbox", "list")
    assert "Nothing waits." in made.run("inbox", "list", "--all", "--kind", "takedown")
    assert "done already" in made.run("inbox", "done", str(row["number"]), code=2)
    assert "there is no such message" in made.run("inbox", "show", "99", code=3)
    assert "there is no such kind" in made.run("inbox", "list", "--kind", "praise", code=2)
    records = made.json("inbox", "show", str(row["number"]))["records"]
    assert [each["state"] for each in records] == ["open", "done"]
    assert records[1]["note"] == "Corrected."


#: Puts a message into the inbox, as a reader's form does.
PUT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from standfirst.cli.common import open_network
open_network(Path(sys.argv[1]))
from standfirst.newsroom.correspondence import inbox
inbox.take("mistake", sys.argv[2], datetime.now(UTC), most=9, contact="jo@reader.example")
"""


def put(network: Network, text: str) -> None:
    """A message in the network's inbox."""
    python(network, PUT, text)


def python(network: Network, script: str, *arguments: str) -> None:
    """Run a script in a process of its own, as the commands are run."""
    outside = ("DATABASE_URL", "STANDFIRST_NETWORK")
    environment = {key: value for key, value in os.environ.items() if key not in outside} | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, str(network.folder), *arguments]
    subprocess.run(command, check=True, env=environment, timeout=60)
