"""Every sentence of pages and formats is marked for translation, and every catalogue has every message."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from standfirst.errors import StandfirstError, UsageError
from standfirst.publishing import messages

LANGUAGES = ("ar", "de", "es", "fr")
#: Modules whose sentences are printed by commands, which speak English.
COMMANDS = ("messages.py", "building/", "looks/")
#: Two words in a row; what has one of these characters is code (a pattern, a header, markup).
SENTENCE, CODE = re.compile(r"[A-Za-z]{2,}[,;:.]? [A-Za-z]+"), re.compile(r"[<>{}=\\]|;.*:|^\d{3} |'none'|^%s |^\w+:\"")
GAP = re.compile(r"%\(\w+\)s")


def unmarked(source: str) -> Iterator[str]:
    """Sentences in Python that a reader may see and no translator: not marked, no docstring, no key, no ValueError."""
    tree = ast.parse(source)
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            passed |= {id(each.value) for each in node.body[:1] if isinstance(each, ast.Expr)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in messages.KEYWORDS or node.func.id == "ValueError":
                passed |= {id(each) for each in ast.walk(node)}
        elif isinstance(node, ast.Dict):
            passed |= {id(key) for key in node.keys}
        elif isinstance(node, ast.Expr):  # a docstring after an attribute
            passed.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in passed and isinstance(node.value, str | bytes):
            text = node.value if isinstance(node.value, str) else node.value.decode(errors="replace")
            if SENTENCE.search(text) and not CODE.search(text):
                yield text


def test_every_sentence_in_python_is_marked() -> None:
    left = {
        place: found
        for method, place, path in messages.sources(messages.ROOM)
        if method == "python" and not place.startswith(COMMANDS)
        if (found := list(unmarked(path.read_text(encoding="utf-8"))))
    }
    assert left == {}, "mark them with gettext, or with gettext_noop where an error carries them"


def test_the_walk_finds_what_is_not_marked() -> None:
    source = (
        '"""A docstring."""\nraise NotFoundError(x, "no such page", gettext_noop("Go home"))\nb"Try again"\nx = b"A b"'
    )
    assert list(unmarked(source)) == ["no such page"]
    assert list(unmarked('problem(request, 404, f"There is no {x}")')) == ["There is no "]


@pytest.fixture(scope="module")
def wanted() -> Any:
    """Every message of the package, as it stands in the code now."""
    return messages.template(messages.ROOM)


def test_our_catalogues_are_these() -> None:
    assert sorted(path.parent.parent.name for path in messages.LOCALE.glob("*/LC_MESSAGES/django.po")) == [*LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str, wanted: Any) -> None:
    catalogue = messages.read(messages.LOCALE / language / messages.FILE)
    keys = {(each.context, each.id) for each in catalogue if each.id}
    assert keys == {(each.context, each.id) for each in wanted if each.id}, (
        "run: python -m standfirst.publishing.messages"
    )
    assert not catalogue.obsolete
    for each in catalogue:
        if not each.id:
            continue
        said = each.string if isinstance(each.string, tuple) else (each.string,)
        assert all(said), f"{language} lacks {each.id!r}"
        assert not each.fuzzy
        assert len(said) == (catalogue.num_plurals if each.pluralizable else 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_gaps_of_its_message(language: str) -> None:
    """A form of the plural that stands for one number alone may leave the number out: Arabic's one and two."""
    catalogue = messages.read(messages.LOCALE / language / messages.FILE)
    for each in catalogue:
        if not each.id:
            continue
        whole = sorted(GAP.findall(each.id[1] if each.pluralizable else each.id))
        for number, form in enumerate(each.string if each.pluralizable else (each.string,)):
            found = sorted(GAP.findall(form))
            alone = each.pluralizable and catalogue.num_plurals > 2 and number in (1, 2)
            assert found == whole or (alone and sorted([*found, "%(count)s"]) == whole), (language, form)
            assert "%" not in GAP.sub("", form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_written(language: str) -> None:
    path = messages.LOCALE / language / messages.FILE
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for each in messages.read(path):
        if not each.id:
            continue
        if each.pluralizable:
            said, written = {compiled.ngettext(*each.id, number) for number in range(120)}, {*each.string}
        else:
            asked = compiled.pgettext(each.context, each.id) if each.context else compiled.gettext(each.id)
            said, written = {asked}, {each.string}
        assert said == written, "run: python -m standfirst.publishing.messages"


def test_a_network_adds_a_language_and_keeps_what_was_translated(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "footer.html").write_text("{% trans %}Of the harbour{% endtrans %}", encoding="utf-8")
    assert messages.main([str(tmp_path), "nl"]) == 0
    path = tmp_path / "locale" / "nl" / messages.FILE
    assert 'msgid "Of the harbour"' in path.read_text(encoding="utf-8")
    assert "0 of " in capsys.readouterr().out
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            '"Of the harbour"\nmsgstr ""', '"Of the harbour"\nmsgstr "Van de haven"'
        ),
        encoding="utf-8",
    )
    assert messages.main([str(tmp_path), "nl"]) == 0
    assert "1 of " in capsys.readouterr().out
    before = path.read_bytes()
    assert messages.main([str(tmp_path), "nl"]) == 0
    assert path.read_bytes() == before
    assert b"Van de haven" in path.with_suffix(".mo").read_bytes()
    assert not list(tmp_path.rglob("*.tmp"))


def test_what_cannot_be_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tlhx: CLDR knows no such language"):
        messages.update(tmp_path / "tlhx" / messages.FILE, messages.template())
    broken = tmp_path / "nl" / messages.FILE
    broken.parent.mkdir(parents=True)
    broken.write_text("these are no messages", encoding="utf-8")
    with pytest.raises(StandfirstError, match="the catalogue cannot be read"):
        messages.read(broken)
    assert messages.main([str(tmp_path / "nowhere"), "nl"]) == 2
    assert messages.main(["one"]) == 2
