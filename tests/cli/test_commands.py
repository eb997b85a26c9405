"""The commands as a newcomer runs them, each in a process of its own, on the demo's publishers."""

import json
import subprocess
import sys

import pytest

from standfirst.production.demo.server import serve
from standfirst.production.demo.town import load
from tests.production.conftest import Network


@pytest.fixture(scope="module")
def town():
    with serve(load()) as running:
        yield running


@pytest.fixture(scope="module")
def made(tmp_path_factory, town) -> Network:
    """A network with one publisher and one round behind it."""
    network = Network(tmp_path_factory.mktemp("cli") / "network")
    network.run("source", "add", next(iter(town.bases.values())) + "/")
    network.report = network.json("run", "--once")
    return network


def standfirst(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "standfirst.cli", *arguments], check=False, capture_output=True, text=True, timeout=60
    )


def test_a_network_is_made_once(tmp_path):
    made = standfirst("init", str(tmp_path / "mynews"), "--contact", "me@example.org", "--json")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["folder"].endswith("mynews")
    assert (tmp_path / "mynews" / "standfirst.sqlite3").is_file()
    again = standfirst("init", str(tmp_path / "mynews"))
    assert again.returncode == 2
    assert "there is a network in it already" in again.stderr


def test_a_folder_without_a_network_says_the_way_out(tmp_path):
    told = standfirst("source", "list", "--network", str(tmp_path))
    assert told.returncode == 3
    assert "standfirst init" in told.stderr
    assert "Traceback" not in told.stderr


def test_the_report_accounts_for_every_item(made):
    assert made.report["items"] == sum(made.report["counts"].values()) == len(made.report["rows"])
    assert made.report["counts"]["brief"] >= 3
    for row in made.report["rows"]:
        assert row["outcome"] in ("brief", "known") or row["rule"] or row["reason"], row


def test_sources_are_listed_renamed_and_checked(made):
    (source,) = made.json("source", "list")
    assert source["publications"] > 0
    assert made.json("source", "rename", source["source"], "The Paper")["name"] == "The Paper"
    assert all(row["good"] for row in made.json("source", "check", source["source"]))
    assert made.json("source", "disable", source["source"])["state"] == "disabled"
    assert made.json("source", "disable", source["source"], "--enable")["state"] == "active"
    assert made.json("source", "licence", source["source"], "Letter of 2 May")["licence"] == "Letter of 2 May"
    assert "there is no such source" in made.run("source", "check", "nobody", code=3)


def test_export_in_every_format(made):
    listed = json.loads(made.run("export", "/", "--format", "json"))
    assert listed["items"]
    for format in ("rss", "atom", "xml", "csv"):
        assert listed["items"][0]["id"].removeprefix("urn:uuid:") in made.run("export", "/", "--format", format)
    assert "there is no such format" in made.run("export", "/", "--format", "pdf", code=2)


def test_opml_goes_out_and_in_again(made, tmp_path):
    file = tmp_path / "feeds.opml"
    assert made.json("opml", "export", str(file))["feeds"] >= 1
    told = made.json("opml", "import", str(file))
    assert (told["added"], told["known"]) == (0, made.json("opml", "export", str(file))["feeds"])
    assert "cannot be read" in made.run("opml", "import", str(tmp_path / "none.opml"), code=3)


def test_refile_correct_and_withdraw(made):
    items = json.loads(made.run("export", "/", "--format", "json"))["items"]
    one, two = (item["url"] for item in items[:2])
    assert made.json("refile", one, "oddities")["section"] == "oddities"
    assert "there is no such section" in made.run("refile", one, "nonsense", code=2)
    assert (
        made.json("correct", one, "--headline", "Another headline", "--note", "It was wrong.")["headline"]
        == "Another headline"
    )
    assert made.json("withdraw", two, "--reason", "Asked for.")["state"] == "withdrawn"
    assert "withdrawn" in made.run("refile", two, "oddities", code=2)
    assert "no publication" in made.run("withdraw", "/content/none.html", "--reason", "x", code=3)


def test_an_editor_gets_the_keys_and_a_weak_password_is_refused(made, monkeypatch):
    monkeypatch.setenv("STANDFIRST_PASSWORD", "12345678")
    assert "too common" in made.run("editor", "mara", code=2)
    monkeypatch.setenv("STANDFIRST_PASSWORD", "a gate, a tide, 48 piles")
    assert made.json("editor", "mara") == {"editor": "mara", "new": True}
    assert made.json("editor", "mara") == {"editor": "mara", "new": False}


def test_what_is_no_opml_is_refused(made, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("no list", encoding="utf-8")
    assert "no OPML" in made.run("opml", "import", str(file), code=2)


def test_doctor_finds_a_new_network_in_order(made):
    assert all(finding["good"] for finding in made.json("doctor"))


def test_read_prints_a_brief_with_its_evidence(town):
    key = next(each.key for each in load().pieces if each.words > 300 and each.kind == "article" and each.free)
    told = standfirst("read", town.address(key), "--allow-private", "--json")
    assert told.returncode == 0, told.stderr
    value = json.loads(told.stdout)
    for statement in value["brief"]["statements"]:
        if not statement["notice"]:
            place = statement["evidence"][0]
            assert value["article"]["text"][place["start"] : place["end"]]


@pytest.mark.parametrize(
    ("what", "code", "says"),
    [
        ("http://127.0.0.1:9/", 4, "loopback"),
        ("none.html", 3, "cannot be read"),
        ("ftp://example.org/", 4, "http"),
    ],
)
def test_read_says_what_is_wrong(what, code, says):
    told = standfirst("read", what)
    assert told.returncode == code, told.stderr
    assert says in told.stderr
    assert "Traceback" not in told.stderr


def test_help_has_an_example_for_every_command():
    import typer

    from docs.generate import _walk
    from standfirst.cli import app

    for name, command in _walk(typer.main.get_command(app), "standfirst"):
        assert f"Example: {name}" in (command.help or ""), name
