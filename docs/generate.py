"""Writes the reference from the declarations: ``python -m docs.generate``. A test fails where it is out of date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from standfirst.settings import TABLE

REFERENCE = Path(__file__).parent / "reference"
NOTE = "<!-- Made by `python -m docs.generate` from the declarations; change those. -->\n"


def settings() -> str:
    """The settings table."""
    rows = [
        f"| `{setting.name}` | `{setting.default if setting.default != '' else '(empty)'}` | {setting.help}"
        f"{' One of ' + ', '.join(f'`{choice}`' for choice in setting.choices) + '.' if setting.choices else ''} |"
        for setting in TABLE
    ]
    return "\n".join(
        [
            "# Settings\n",
            NOTE,
            "A network's settings stand in `standfirst.toml` in its folder. Each can be set in the environment too, as",
            "`STANDFIRST_` and its name in capitals; the environment goes over the file. `DATABASE_URL` is read as",
            "`database_url`. A wrong name or value is refused with its place.\n",
            "| setting | default | |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def commands() -> str:
    """Every command with its arguments and options."""
    from standfirst.cli import __doc__ as codes
    from standfirst.cli import app

    root = typer.main.get_command(app)
    parts = [
        "# Commands\n",
        NOTE,
        (codes or "").partition("Exit codes: ")[2].strip().join(["Exit codes: ", "\n"]),
        "Every command has `--help`; those that tell something have `--json`.\n",
    ]
    for name, command in _walk(root, "standfirst"):
        context = command.context_class(command, info_name=name)
        text = (command.help or "").strip().split("\n\n")
        parts.append(f"## {name}\n")
        parts += [part.replace("\n", " ") + "\n" for part in text]
        records = [row for parameter in command.params if (row := parameter.get_help_record(context))]
        rows = [tuple(cell.replace("|", "\\|") for cell in row) for row in records]
        if rows:
            parts += ["| | |", "|---|---|", *(f"| `{left}` | {right} |" for left, right in rows), ""]
    return "\n".join(parts)


def _walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "commands"):
        yield name, command
        return
    for sub in command.commands:
        yield from _walk(command.commands[sub], f"{name} {sub}")


def sections() -> str:
    """The default network's sections."""
    from standfirst.editing.sections import load

    rows = [f"| {section.name} | `{section.slug}` | {', '.join(section.topics)} |" for section in load()]
    return "\n".join(
        [
            "# Sections of the default network\n",
            NOTE,
            "| section | short name | IPTC media topics |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


PAGES = {"settings.md": settings, "commands.md": commands, "sections.md": sections}


def main() -> int:
    """Write every page; with ``--check`` only say which are out of date."""
    stale = []
    for name, make in PAGES.items():
        path, text = REFERENCE / name, make()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    print("\n".join(stale) or "up to date")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
