"""The docs cannot drift: the reference is made from the declarations, links lead somewhere, commands exist."""

import re
import tomllib
from pathlib import Path

import pytest

from docs import generate

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGES.md", *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("name", generate.PAGES)
def test_the_reference_is_what_the_declarations_say(name):
    written = (generate.REFERENCE / name).read_text(encoding="utf-8")
    assert written == generate.PAGES[name](), "run: python -m docs.generate"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_that_pages_show_exist(page):
    known = {name for name in re.findall(r"^## (standfirst [a-z -]+)$", generate.commands(), re.MULTILINE)}
    for line in re.findall(
        r"^\s*(?:\$ )?(standfirst [a-z]+(?: [a-z][a-z-]*)?)", page.read_text(encoding="utf-8"), re.MULTILINE
    ):
        assert any(line == name or line.startswith(name + " ") or line == name.rsplit(" ", 1)[0] for name in known), (
            line
        )


def test_every_dependency_has_a_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.match(r"[\w-]+", line)[0].lower().replace("_", "-") for each in lists for line in each} - {"standfirst"}
    text = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8").lower().replace("_", "-")
    assert not {name for name in names if not re.search(rf"(?<![\w-]){name}(?![\w-])", text)}
