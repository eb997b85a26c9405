"""edition and source owner: an editor's decisions from the terminal, each with its record."""

import pytest

from standfirst.production.demo.server import serve
from standfirst.production.demo.town import load
from tests.production.conftest import Network


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Network:
    """A network with one publisher and one round behind it."""
    network = Network(tmp_path_factory.mktemp("cli") / "network")
    with serve(load()) as town:
        network.run("source", "add", next(iter(town.bases.values())) + "/")
        network.json("run", "--once")
    return network


def test_an_edition_is_shown_overruled_and_put_back(made):
    shown = made.json("edition", "show")
    assert [each["place"] for each in shown["places"]] == list(range(1, len(shown["places"]) + 1))
    assert all(each["why"] and each["rule"] for each in shown["places"])
    last = shown["places"][-1]["path"]
    first = shown["places"][0]["path"]
    pinned = made.json("edition", "pin", last, "--reason", "It matters.")
    assert (pinned["places"][0]["path"], pinned["places"][0]["rule"]) == (last, "pinned")
    assert pinned["places"][0]["why"] == "put at this place by an editor: It matters."
    out = made.json("edition", "leave-out", first, "--day", shown["day"])
    assert first not in [each["path"] for each in out["places"]]
    assert [each["action"] for each in out["decisions"]] == ["leave-out", "pin"]
    assert all(each["who"] and each["at"] for each in out["decisions"])
    assert first in [each["path"] for each in made.json("edition", "add", first)["places"]]
    made.json("edition", "undo", first)
    made.json("edition", "undo", last)
    again = made.json("edition", "show")
    assert [each["path"] for each in again["places"]] == [each["path"] for each in shown["places"]]
    told = made.run("edition", "show")
    assert "the first choice of its section" in told
    assert "undo" in told


def test_what_cannot_be_decided_says_why(made):
    path = made.json("edition", "show")["places"][0]["path"]
    assert "nothing holds for it" in made.run("edition", "undo", path, code=3)
    assert "no publication has this" in made.run("edition", "pin", "/content/2026/11/22/none.html", code=3)
    assert "there is no such place" in made.run("edition", "pin", path, "--place", "0", code=2)
    assert "this is not a date" in made.run("edition", "show", "--day", "yesterday", code=2)
    assert "still to come" in made.run("edition", "add", path, "--day", "2999-01-01", code=2)
    assert made.json("edition", "show", "--day", "1999-01-01")["places"] == []


def test_an_owner_is_recorded_and_taken_back(made):
    (source,) = made.json("source", "list")
    assert made.json("source", "owner", source["source"], "Harwick Press")["owner"] == "Harwick Press"
    assert made.json("source", "owner", source["source"], "")["owner"] == ""
