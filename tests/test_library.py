"""The library's face is light: nothing heavy is imported before it is needed."""

import subprocess
import sys

import pytest

HEAVY = ("aiohttp", "onnxruntime", "django", "trafilatura", "numpy", "feedparser")


def loaded_by(statement: str) -> set[str]:
    """Which of the heavy packages a new interpreter has loaded after ``statement``."""
    code = f"{statement}\nimport sys; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("statement", ["import standfirst", "from standfirst import Article, Brief, Item, Page, Story"])
def test_importing_standfirst_loads_nothing_heavy(statement):
    assert loaded_by(statement) == set()


def test_read_and_edit_need_no_network_and_no_records():
    assert not loaded_by("from standfirst import read, edit") & {"aiohttp", "django"}


def test_an_unknown_name_is_an_attribute_error():
    import standfirst

    with pytest.raises(AttributeError, match="nonsense"):
        standfirst.nonsense  # noqa: B018 (the access is the test)
