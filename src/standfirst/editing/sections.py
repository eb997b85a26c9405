"""The sections of a network: topic desks, described by media topics, label sentences, cues and keywords.

A new section needs no training, only a row in the file. See docs/methods/sections.md.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from standfirst.editing import topics as media
from standfirst.errors import SettingError

FILE = Path(__file__).with_name("sections.toml")
#: Keywords of the default sections, a file for each language.
KEYWORDS = Path(__file__).with_name("keywords")


@dataclass(frozen=True, slots=True)
class Section:
    """A topic desk. ``topics`` are IPTC codes without ``medtop:``; ``keywords`` are (language, words) pairs.

    The keywords are thousands and take no part in the hash, by which tables made of sections are kept.
    """

    slug: str
    name: str
    topics: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    weak_cues: tuple[str, ...] = ()
    keywords: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), hash=False)


@cache
def load(path: Path | None = None) -> tuple[Section, ...]:
    """The sections of the default network, or those of an operator's file of the same shape.

    Raises :class:`SettingError`, naming the file, the section and what is wrong.
    """
    file = path or FILE
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8")).get("section", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(str(file), f"the sections cannot be read: {error}", "Mend the file.") from error
    sections = tuple(_section(row, file) for row in rows)
    slugs = [section.slug for section in sections]
    if not sections or len(set(slugs)) < len(slugs):
        raise SettingError(str(file), "it names no section, or one twice", "Give each [[section]] its own slug.")
    return _with_keywords(sections) if path is None else sections


def _with_keywords(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The default sections with the word lists beside them."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {section.slug: [] for section in sections}
    for file in sorted(KEYWORDS.glob("*.toml")):
        for slug, listed in tomllib.loads(file.read_text(encoding="utf-8")).items():
            words = " ".join(listed.split()).split(",")
            found[slug].append((file.stem, tuple(word.strip() for word in words if word.strip())))
    return tuple(replace(section, keywords=(*section.keywords, *found[section.slug])) for section in sections)


def _section(row: dict[str, Any], file: Path) -> Section:
    slug, name = row.get("slug"), row.get("name")
    place = f"section {slug!r} in {file}"
    if not isinstance(slug, str) or not isinstance(name, str) or not slug or not name:
        raise SettingError(place, "a section needs a slug and a name", "See docs/methods/sections.md.")

    def listed(values: Any, key: str) -> tuple[str, ...]:
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise SettingError(place, f"{key} is not a list of texts", "See docs/methods/sections.md.")
        return tuple(values)

    unknown = set(row) - {"slug", "name", "topics", "labels", "cues", "weak_cues", "keywords"}
    if unknown:
        raise SettingError(place, f"it has an unknown key, {sorted(unknown)[0]}", "See docs/methods/sections.md.")
    wanted = tuple(code.removeprefix("medtop:") for code in listed(row.get("topics", []), "topics"))
    for code in wanted:
        if code not in media.tree():
            raise SettingError(place, f"IPTC has no media topic {code}", "Codes are eight digits, as on iptc.org.")
    words = row.get("keywords", {})
    if not isinstance(words, dict):
        raise SettingError(place, "keywords is not a table of languages", "See docs/methods/sections.md.")
    return Section(
        slug,
        name,
        wanted,
        listed(row.get("labels", []), "labels"),
        listed(row.get("cues", []), "cues"),
        listed(row.get("weak_cues", []), "weak_cues"),
        tuple((language, listed(found, f"keywords.{language}")) for language, found in words.items()),
    )
