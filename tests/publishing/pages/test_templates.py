"""What holds for every template: sentences through gettext, nothing inline, links that tell the publisher."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import standfirst.publishing
from standfirst.publishing.pages import environment

FOLDER = Path(standfirst.publishing.__file__).parent / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
#: Names of formats are the same in every language.
NAMES = {"JSON", "XML", "OPML"}
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", re.DOTALL)
#: The block ``kind`` is a class of the page, for the style sheet.
KIND = re.compile(r"\{% block kind %\}\w+\{% endblock %\}")
#: What is typed or read as it stands: an address, a command.
TYPED = re.compile(r"<code\b.*?</code>", re.DOTALL)
CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
READ_OUT = re.compile(
    r'\b(?:aria-label|aria-roledescription|title|placeholder|alt|data-(?:done|failed|start|stop))="([^"]*)"'
)
TAG = re.compile(r"<[^>]*>")


def bare_words(source: str) -> list[str]:
    """Words that a reader would see and no translator."""
    left = CODE.sub(" ", TYPED.sub(" ", TRANSLATED.sub(" ", KIND.sub(" ", source))))
    read_out = " ".join(text for text in READ_OUT.findall(left) if text not in ("ninjs", "NewsML-G2"))
    seen = TAG.sub(" ", left.replace("<!doctype html>", "")) + " " + read_out
    return [word for word in re.findall(r"[^\W\d_]{2,}", seen) if word not in NAMES]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_word_goes_through_gettext(template: Path) -> None:
    assert bare_words(template.read_text(encoding="utf-8")) == []


def test_the_scan_finds_bare_words() -> None:
    assert bare_words("<p>Hello {{ name }}</p>{% trans %}kept{% endtrans %}") == ["Hello"]
    assert bare_words('<a aria-label="Next slide">{{ x }}</a>') == ["Next", "slide"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_nothing_inline_and_no_noreferrer(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:|noreferrer|\|\s*safe", source)
    for script in re.findall(r"<script[^>]*>", source):
        assert "src=" in script or 'type="application/ld+json"' in script


def test_templates_were_found() -> None:
    assert len(TEMPLATES) >= 12


def test_an_operators_template_stands_in_and_extends_ours(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "problem.html").write_text(
        '{% extends "standfirst/problem.html" %}{% block title %}OURS{% endblock %}', encoding="utf-8"
    )
    made = environment.make(tmp_path)
    assert made.get_template("problem.html").filename.startswith(str(tmp_path))
    assert made.get_template("base.html").filename.startswith(str(FOLDER.parent))
    assert list((tmp_path / ".cache" / "templates").iterdir())


def test_controls_that_turn_text_are_not_written() -> None:
    assert environment.clean("a\u202eb\u2066c\x00d") == "abcd"
    assert environment.clean("ا\u200fب") == "ا\u200fب"
    assert environment.clean(3) == 3
