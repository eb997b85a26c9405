"""The W3C's feed validator itself over our feeds, where somebody has its sources at hand: a check of our own tables.

STANDFIRST_FEEDVALIDATOR names the folder that holds its package, STANDFIRST_FEEDVALIDATOR_PYTHON a Python that has what
it needs (html5lib, lxml). It is in no registry, so no other run misses it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.validators import asking, made

#: What it does not know: tombstones (RFC 6721) are younger than it.
ACCEPTED = {("UnknownNamespace", "http://purl.org/atompub/tombstones/1.0")}
PROGRAM = """
import json, sys, warnings
warnings.simplefilter("ignore")
import feedvalidator
from feedvalidator import compatibility
told = []
for path, address in json.load(open(sys.argv[1])):
    with open(path, "rb") as body:
        try:
            events = feedvalidator.validateString(body.read(), fallback="utf-8", base=address)["loggedEvents"]
        except feedvalidator.logging.ValidationFailure as failure:
            events = [failure.event]
    told += [(address, type(each).__name__, each.params.get("namespace", ""), str(each.params))
             for each in compatibility.AA(events)]
print(json.dumps(told))
"""


@pytest.mark.django_db
@pytest.mark.skipif("STANDFIRST_FEEDVALIDATOR" not in os.environ, reason="the feed validator's sources are not at hand")
def test_it_finds_nothing(settings: Any, tmp_path: Path) -> None:
    asking.set_up(settings)
    listed: list[tuple[str, str]] = []
    for name in made.NETWORKS:
        with asking.network(name) as site:
            documents = [each for form in ("rss", "atom") for each in asking.pages(site, form)]
            documents.append(asking.ask(site, "/sources.opml"))
            for document in documents:
                path = tmp_path / f"{len(listed):05}"
                path.write_bytes(document.body)
                listed.append((str(path), document.address))
    (tmp_path / "list.json").write_text(json.dumps(listed), encoding="utf-8")
    python = os.environ.get("STANDFIRST_FEEDVALIDATOR_PYTHON", sys.executable)
    run = subprocess.run(
        [python, "-c", PROGRAM, str(tmp_path / "list.json")],
        env={"PYTHONPATH": os.environ["STANDFIRST_FEEDVALIDATOR"]}, capture_output=True, text=True, timeout=300,
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    told = [each for each in json.loads(run.stdout) if (each[1], each[2]) not in ACCEPTED]
    assert not told, "\n".join(f"{each[0]}: {each[1]} {each[3]}"[:300] for each in told[:20])
