"""The operator's look: the table ``[look]`` of ``standfirst.toml`` and the files of ``look/`` and ``static/``.

Read once a process and refused as a whole where something in it cannot be: a colour that is none or cannot be read on
its ground, a file that is not there, a drawing that holds a script, an address that is no web address.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from standfirst.errors import SettingError
from standfirst.publishing.looks import palette
from standfirst.publishing.looks.drawing import unsafe
from standfirst.settings import FILE, Setting, Value, checked

#: The table's own keys. Beside them ``[look.light]`` and ``[look.dark]``: colours; ``[look.links]``: addresses by text.
TABLE: tuple[Setting, ...] = (
    Setting("logo", "", "A file of `look/` that stands in the masthead in place of the name: svg, png, webp or jpg."),
    Setting("logo_dark", "", "The same on dark paper; without it the logo is shown on both."),
    Setting("logo_alt", "", "What the logo says, for readers who do not see it. Empty: the network's name."),
    Setting("logo_width", 0, "How wide the logo is shown, in pixels.", 0, 1200),
    Setting("logo_height", 0, "How high the logo is shown, in pixels.", 0, 300),
    Setting("icon", "", "A file of `look/` that browsers show beside the page's title: svg, png or ico."),
    Setting("footer", "", "The network's own words at the foot of every page; a blank line parts paragraphs."),
)
SCHEMES: Mapping[str, Mapping[str, str]] = {"light": palette.LIGHT, "dark": palette.DARK}
LOGOS, ICONS = ("svg", "png", "webp", "jpg", "jpeg"), ("svg", "png", "ico")
#: Bounds: bytes of a logo or icon and of the operator's sheet, links, characters of a link and of the footer.
LARGEST, LONGEST_SHEET, MOST_LINKS, LONGEST_LINK, LONGEST_FOOTER = 100_000, 64_000, 20, 500, 2000
SHEET = "site.css"
#: Shows one of two logos as ``site.css`` chooses between its colours: by the reader's theme, else the device's. Paper
#: is white.
TWO_LOGOS = """.mast .name .night { display: none }
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme=light]) .mast .name .day { display: none }
  :root:not([data-theme=light]) .mast .name .night { display: block }
}
@media screen {
  :root[data-theme=dark] .mast .name .day { display: none }
  :root[data-theme=dark] .mast .name .night { display: block }
}
"""


@dataclass(frozen=True, slots=True)
class Given:
    """What an operator has given: values of the table, links as (text, address), and the style that follows ours."""

    values: Mapping[str, Value] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    sheet: str = ""

    def text(self, name: str) -> str:
        """A value of the table as text."""
        return str(self.values.get(name, ""))

    def number(self, name: str) -> int:
        """A value of the table as a whole number."""
        return int(self.values.get(name, 0))


@lru_cache(maxsize=16)
def given(folder: Path | None) -> Given:
    """The look of the network in ``folder``; of none without a folder. Raises :class:`SettingError`."""
    if folder is None:
        return Given()
    place = str(folder / FILE)
    try:
        table = tomllib.loads((folder / FILE).read_text(encoding="utf-8")).get("look", {})
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        table = {}  # settings.load says what is wrong with the file
    if not isinstance(table, dict):
        raise SettingError(f"look in {place}", "it is a table", "Write [look] and its settings under it.")
    own = {name: _table(table, name, place) for name in ("light", "dark", "links")}
    known = {setting.name: setting for setting in TABLE}
    values: dict[str, Value] = {}
    for name, raw in table.items():
        if name in own:
            continue
        if name not in known:
            raise SettingError(f"look.{name} in {place}", "there is no such setting", "See docs/guide/look.md.")
        values[name] = checked(known[name], raw, f"look.{name} in {place}")
    _check_files(values, folder, place)
    if len(str(values.get("footer", ""))) > LONGEST_FOOTER:
        raise SettingError(f"look.footer in {place}", f"it is longer than {LONGEST_FOOTER} characters")
    colours = {scheme: _colours(own[scheme], scheme, place) for scheme in SCHEMES}
    logos = TWO_LOGOS if values.get("logo") and values.get("logo_dark") else ""
    style = palette.sheet(colours["light"], colours["dark"]) + logos + _own_sheet(folder)
    return Given(values, _links(own["links"], place), style)


def _table(table: Mapping[str, Any], name: str, place: str) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise SettingError(
            f"look.{name} in {place}", "it is a table", f"Write [look.{name}] and its settings under it."
        )
    return found


def _colours(table: Mapping[str, Any], scheme: str, place: str) -> dict[str, str]:
    """The colours set for a scheme; with ours for the rest they must be legible."""
    ours = SCHEMES[scheme]
    for name, value in table.items():
        if name not in ours:
            raise SettingError(f"look.{scheme}.{name} in {place}", f"there is no such colour: {', '.join(ours)}")
        if not isinstance(value, str) or not palette.COLOUR.match(value):
            raise SettingError(f"look.{scheme}.{name} in {place}", f"{value!r} is no colour", "Write it like #0b4a8f.")
    for pair in palette.faint({**ours, **table}) if table else ():
        raise SettingError(
            f"look.{scheme} in {place}", str(pair), "Make one darker or the other lighter (WCAG 2.2, 1.4.3 and 1.4.11)."
        )
    return dict(table)


def _links(table: Mapping[str, Any], place: str) -> tuple[tuple[str, str], ...]:
    if len(table) > MOST_LINKS:
        raise SettingError(f"look.links in {place}", f"there are more than {MOST_LINKS}")
    for text, address in table.items():
        where = f"look.links {text!r} in {place}"
        if not isinstance(address, str) or not address.startswith(("https://", "http://")):
            raise SettingError(where, f"{address!r} is no web address", "Write it with https:// or http://.")
        if len(text) + len(address) > LONGEST_LINK or not text.strip():
            raise SettingError(where, f"text and address have 1 to {LONGEST_LINK} characters")
    return tuple(table.items())


def _check_files(values: Mapping[str, Value], folder: Path, place: str) -> None:
    """Logo and icon are there, small, of a type that pages show, and hold no script; a logo says its size."""
    for name, types in (("logo", LOGOS), ("logo_dark", LOGOS), ("icon", ICONS)):
        file = str(values.get(name, ""))
        if not file:
            continue
        where, path = f"look.{name} in {place}", folder / "look" / file
        if Path(file).name != file or file.rpartition(".")[2].lower() not in types:
            raise SettingError(where, f"{file!r} is no file of look/ of a type that can be shown: {', '.join(types)}")
        if not path.is_file():
            raise SettingError(where, f"there is no {path}")
        if path.stat().st_size > LARGEST:
            raise SettingError(
                where, f"{path} is larger than {LARGEST:,} bytes", "Every page loads it: make it smaller."
            )
        if file.lower().endswith(".svg") and (found := unsafe(path.read_bytes())):
            raise SettingError(where, f"{path} {found}", "Save it as a plain drawing.")
    if values.get("logo") and not (values.get("logo_width") and values.get("logo_height")):
        raise SettingError(
            f"look.logo in {place}", "its size is not set", "Set logo_width and logo_height, so that nothing moves."
        )


def _own_sheet(folder: Path) -> str:
    """The operator's own style, ``look/site.css``, "" where there is none."""
    path = folder / "look" / SHEET
    if not path.is_file():
        return ""
    if path.stat().st_size > LONGEST_SHEET:
        raise SettingError(str(path), f"it is larger than {LONGEST_SHEET:,} bytes")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(str(path), f"it cannot be read: {error}", "Save it as UTF-8.") from error


__all__ = ["SHEET", "TABLE", "Given", "given"]
