"""Catalogues of messages: finds the sentences of pages and formats, keeps each language's file complete, compiles it.

    python -m standfirst.publishing.messages               ours: every language of the package
    python -m standfirst.publishing.messages FOLDER nl     a network's own, FOLDER/locale/nl; made where there is none

A catalogue is a .po file, which translators write, and the .mo file made from it, which gettext reads. Both are kept,
so that no installation compiles anything, and nothing needs gettext's own programs.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standfirst.errors import StandfirstError, UsageError

ROOM = Path(__file__).parent
LOCALE = ROOM / "locale"
FILE = Path("LC_MESSAGES") / "django.po"
#: What marks a message in Python, and where in its arguments it and its context stand.
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}
#: As templates are read: see ``pages/environment.py``.
JINJA = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
# Lines that change with the day or with Babel's version, and would make every run a difference.
_NOISE = re.compile(r'^"(?:POT-|PO-|Generated-By|Last-Translator|Report-Msgid|Language-Team|Project-Id)[^\n]*\n', re.M)


def sources(*folders: Path) -> Iterator[tuple[str, str, Path]]:
    """(method, place, file) of every file that may hold messages, in one order on every machine."""
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            yield "python", path.relative_to(folder).as_posix(), path
        for path in sorted(folder.rglob("*.html")):
            yield "jinja2.ext:babel_extract", path.relative_to(folder).as_posix(), path


def template(*folders: Path) -> Any:
    """Every message of the files in ``folders``, as a catalogue without a language."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract

    found = Catalog(project="Standfirst", charset="utf-8")
    for method, place, path in sources(*folders):
        # By its function, so that no other package's plug-ins are looked for.
        options = JINJA if method != "python" else {}
        how: Any = method if method == "python" else _jinja()
        with path.open("rb") as file:
            for _, message, comments, context in extract(how, file, KEYWORDS, ("Translators:",), options):
                found.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return found


def _jinja() -> Any:
    from jinja2.ext import babel_extract

    return babel_extract


def read(path: Path) -> Any:
    """A language's catalogue. Its language is the folder's name. Raises :class:`StandfirstError` where it is broken."""
    from babel.messages.pofile import PoFileError, read_po

    language = path.parent.parent.name
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except (OSError, PoFileError, ValueError) as error:
        raise StandfirstError(str(path), f"the catalogue cannot be read: {error}", "Mend the line it names") from error


def update(path: Path, wanted: Any) -> list[str]:
    """Bring the catalogue at ``path`` to the messages ``wanted``, compile it, and return what is not translated yet.

    Translations are kept; what no page says any more is dropped. An incomplete one may be used: English stands in.
    """
    from babel import Locale, UnknownLocaleError
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import write_po

    language = path.parent.parent.name
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError) as error:
        raise UsageError(language, "CLDR knows no such language", "Write it like nl or pt_BR") from error
    catalogue = read(path) if path.is_file() else Catalog(locale=language, project="Standfirst", charset="utf-8")
    catalogue.update(wanted, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = f"# Messages of Standfirst's pages in {language}."
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, width=118, sort_by_file=True, include_lineno=False)
    write_mo(compiled, catalogue)
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, _NOISE.sub("", text.getvalue().decode()).encode())
    _write(path.with_suffix(".mo"), compiled.getvalue())
    return [str(message.id) for message in catalogue if message.id and not _complete(message)]


def _complete(message: Any) -> bool:
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(said) and all(said) and not message.fuzzy


def _write(path: Path, body: bytes) -> None:
    """Replace the file at once: a site that starts meanwhile reads the old one or the new one."""
    fresh = path.with_name(path.name + ".tmp")
    fresh.write_bytes(body)
    fresh.replace(path)


def main(arguments: list[str]) -> int:
    """Update and compile; say what is left to translate."""
    if len(arguments) not in (0, 2):
        print(__doc__)
        return 2
    try:
        if arguments:
            folder, language = Path(arguments[0]), arguments[1].replace("-", "_")
            own = folder / "templates"
            wanted = template(ROOM, own) if own.is_dir() else template(ROOM)
            paths = [folder / "locale" / language / FILE]
            if not folder.is_dir():
                raise UsageError(str(folder), "there is no such folder", "Name the network's folder")
        else:
            wanted, paths = template(ROOM), sorted(LOCALE.glob(f"*/{FILE.as_posix()}"))
        for path in paths:
            left = update(path, wanted)
            print(f"{path}: {len(wanted) - len(left)} of {len(wanted)} messages")
    except StandfirstError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
