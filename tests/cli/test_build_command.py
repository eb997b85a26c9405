"""``standfirst build`` as an operator runs it, in a process of its own."""

import json
import subprocess
import sys


def standfirst(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "standfirst.cli", *arguments], check=False, capture_output=True, text=True, timeout=120
    )


def test_a_network_is_built_and_a_dead_link_is_told(tmp_path):
    network, out = tmp_path / "mynews", tmp_path / "public"
    assert standfirst("init", str(network), "--contact", "me@example.org").returncode == 0
    made = standfirst("build", str(out), "--network", str(network), "--json")
    assert made.returncode == 0, made.stderr
    report = json.loads(made.stdout)
    assert report["written"] == len(json.loads((out / "manifest.json").read_bytes())["files"])
    assert (report["dead_count"], report["left_out"]) == (0, [])
    assert (out / "index.html").is_file()

    (network / "templates").mkdir()
    (network / "templates" / "foot.html").write_text('<footer><a href="/nowhere">Nowhere</a></footer>\n')
    told = standfirst("build", str(out), "--network", str(network))
    assert told.returncode == 1
    assert "dead link: /nowhere in " in told.stdout
    assert standfirst("build", str(out), "--network", str(network), "--no-check").returncode == 0


def test_a_folder_of_other_things_is_refused(tmp_path):
    assert standfirst("init", str(tmp_path / "mynews")).returncode == 0
    told = standfirst("build", str(tmp_path / "mynews"), "--network", str(tmp_path / "mynews"))
    assert told.returncode == 2
    assert "no build has made" in told.stderr
    assert "Traceback" not in told.stderr
