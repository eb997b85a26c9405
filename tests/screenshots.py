"""Pictures of each type of page of the demo's network, for people to look at, and a sheet with all of them.

python -m tests.screenshots DIR [--only NAME …]

Makes the demo's network in a temporary folder, serves it, and has Chromium take each type of page
(``tests/publishing/page_types.py``) light, dark, on a phone, right to left and as it is printed. ``DIR/index.html``
shows them beside each other.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.conftest import CHROMIUM
from tests.publishing import page_types
from tests.publishing.browser.conftest import FLAGS

#: Name, the network's language, what Chromium is told of itself, whether for paper.
LOOKS: tuple[tuple[str, str, dict[str, Any], bool], ...] = (
    ("light", "", {"viewport": {"width": 1280, "height": 900}}, False),
    ("dark", "", {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}, False),
    ("phone", "", {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}, False),
    ("print", "", {"viewport": {"width": 794, "height": 1123}}, True),
    ("rtl", "ar", {"viewport": {"width": 1280, "height": 900}}, False),
    ("rtl phone", "ar", {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}, False),
)
#: Seconds the network may take to be made, the site to answer; pixels of the longest picture.
MADE, ANSWERED, LONGEST = 600, 60, 6000
HERE = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Make the pictures and the sheet; 0 when all were made."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description="Pictures of each type of page.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--only", nargs="+", metavar="NAME", help=f"of {', '.join(page_types.PAGES)}")
    given = parser.parse_args(arguments)
    unknown = set(given.only or ()) - set(page_types.PAGES)
    if unknown:
        parser.error(f"no such type of page: {', '.join(sorted(unknown))}")
    if not Path(CHROMIUM).exists():
        parser.error(f"{CHROMIUM} is not there: apt install chromium")
    given.folder.mkdir(parents=True, exist_ok=True)
    taken: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory(prefix="standfirst-screenshots-") as place:
        network, port = Path(place) / "network", free_port()
        run("demo", str(network), "--once", "--port", str(port))
        for language in ("", "ar"):
            with served(network, port, language) as site:
                pages = addresses(port)
                wanted = {name: pages[name] for name in pages if not given.only or name in given.only}
                for look in LOOKS:
                    if look[1] == language:
                        take(site, wanted, look, given.folder, taken)
    sheet = given.folder / "index.html"
    sheet.write_text(contact_sheet(taken), encoding="utf-8")
    print(f"{sum(map(len, taken.values()))} pictures of {len(taken)} types of page: {sheet}")
    return 0


def run(*arguments: str) -> None:
    """One of our commands, to its end."""
    subprocess.run(
        [sys.executable, "-m", "standfirst.cli", *arguments],
        check=True, cwd=HERE, timeout=MADE, stdout=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def served(network: Path, port: int, language: str) -> Iterator[str]:
    """The site while the block runs; its address."""
    environment = {**os.environ, **({"STANDFIRST_LANGUAGE": language} if language else {})}
    command = [sys.executable, "-m", "standfirst.cli", "serve", "--network", str(network)]
    with subprocess.Popen(
        command, cwd=HERE, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            last = time.monotonic() + ANSWERED
            while time.monotonic() < last:
                try:
                    get(port, "/robots.txt")
                    break
                except OSError:
                    time.sleep(0.2)
            else:
                raise TimeoutError(f"the site did not answer within {ANSWERED} seconds")
            yield f"http://localhost:{port}"
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def get(port: int, path: str) -> bytes:
    """The body at a path of the site."""
    connection = HTTPConnection("localhost", port, timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    finally:
        connection.close()


def addresses(port: int) -> dict[str, str]:
    """The types of page, filled in with what the network has."""
    items: list[dict[str, Any]] = []
    path = "/mark/summary.json"
    feed: dict[str, Any] = {}
    while path:
        feed = json.loads(get(port, path))
        items += feed["items"]
        path = feed.get("next_url", "").removeprefix(f"http://localhost:{port}")
    base = f"http://localhost:{port}"

    def first(**wanted: Any) -> str:
        for item in items:
            ours = item["_standfirst"]
            codes = {mark["code"] for mark in ours["marks"]}
            kind, mark, language = wanted.get("kind"), wanted.get("mark"), wanted.get("language")
            if (not kind or ours["kind"] == kind) and (not mark or mark in codes) and (
                not language or item["language"].startswith(language)
            ):  # fmt: skip
                return str(item["url"]).removeprefix(base)
        return ""

    told = next((item for item in items if len([each for each in items if _story(each) == _story(item)]) > 1), items[0])
    filed = [item for item in items if item["_standfirst"]["section"]]
    marked = next((item for item in filed if len(item["_standfirst"]["marks"]) > 1), filed[0])
    values = {
        "section": marked["_standfirst"]["section"],
        "source": marked["_standfirst"]["source"]["slug"],
        "mark": marked["_standfirst"]["marks"][-1]["code"],
        "word": "harbour",
        "story": f"/story/{_story(told)}" if _story(told) else "",
        "card": first(kind="card"),
        "corrected": first(mark="corrected"),
        "foreign": first(language="ar"),
    }
    listed = json.loads(get(port, "/search.json?from=2000-01-01"))["_standfirst"]["withdrawn"]
    if listed:
        values["withdrawn"] = "/p/" + listed[0]["id"].removeprefix("urn:uuid:")
    named = {name: value for name, value in values.items() if value}
    return page_types.addresses(str(told["url"]).removeprefix(base), **named)


def _story(item: dict[str, Any]) -> str:
    return item["_standfirst"]["story"] or ""


def take(
    site: str, pages: dict[str, str], look: tuple[str, str, dict[str, Any], bool], folder: Path,
    taken: dict[str, dict[str, str]],
) -> None:  # fmt: skip
    """Every page in one look; the pictures' names go into ``taken``, by type of page and look."""
    from playwright.sync_api import sync_playwright

    name, _, options, paper = look
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            page = browser.new_context(**options).new_page()
            page.set_default_timeout(30_000)
            for kind, path in pages.items():
                page.goto(site + path, wait_until="load")
                if paper:
                    page.emulate_media(media="print")
                height = min(LONGEST, int(page.evaluate("document.documentElement.scrollHeight")))
                file = f"{kind}-{name}.png".replace(" ", "-")
                width = options["viewport"]["width"]
                page.screenshot(
                    path=str(folder / file), full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height}
                )
                taken.setdefault(kind, {})[name] = file
        finally:
            browser.close()


def contact_sheet(taken: dict[str, dict[str, str]]) -> str:
    """A page that shows the pictures: a row for each type of page, a column for each look."""
    looks = [name for name, *_ in LOOKS]
    phone = {name: ' class="phone"' if "is_mobile" in options else "" for name, _, options, _ in LOOKS}
    rows = []
    for kind, files in taken.items():
        shots = [_shot(files[look], f"{kind}, {look}", phone[look]) if look in files else "" for look in looks]
        cells = "".join(f"<td>{cell}</td>" for cell in shots)
        rows.append(f'<tr><th scope="row">{escape(kind)}</th>{cells}</tr>')
    heads = "".join(f'<th scope="col">{escape(look)}</th>' for look in looks)
    style = (
        "body{font:16px/1.4 sans-serif;margin:1rem;background:#ddd}td,th{vertical-align:top;padding:.5rem}"
        "thead th{position:sticky;top:0;background:#ddd}img{display:block;width:100%}"
        "a{display:block;width:22rem;max-height:30rem;overflow:hidden;border:1px solid #777}a.phone{width:12rem}"
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Types of page</title>'
        f"<style>{style}</style>"
        f"</head>\n<body><h1>Types of page</h1>\n<table><thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n"
        + "\n".join(rows)
        + "\n</tbody></table></body></html>\n"
    )


def _shot(file: str, words: str, kind: str) -> str:
    picture = f'<img src="{escape(file)}" alt="{escape(words)}" loading="lazy">'
    return f'<a{kind} href="{escape(file)}">{picture}</a>'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
