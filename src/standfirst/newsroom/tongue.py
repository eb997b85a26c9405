"""The language of the interface: the network's, where there is a catalogue of messages for it, else English.

Asked while Django's settings are made, so it knows no Django. A catalogue is ``<folder>/<language>/LC_MESSAGES/
django.mo``, as gettext lays them out; English is in the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

#: The language in which the pages' sentences stand in the code.
SOURCE = "en"
#: Languages that a network's own folder may add; a folder with more is not looked through.
MOST = 200


def offered(folders: Iterable[Path]) -> tuple[str, ...]:
    """The languages with a catalogue in one of ``folders``, as tags in their order (``ar``, ``pt-BR``), English too."""
    found = {SOURCE}
    for folder in folders:
        if folder.is_dir():
            catalogues = sorted(folder.glob("*/LC_MESSAGES/django.mo"))[:MOST]
            found |= {path.parent.parent.name.replace("_", "-") for path in catalogues}
    return tuple(sorted(found))


def interface(tag: str, languages: Collection[str]) -> str:
    """``tag`` itself where its language has a catalogue (``de-AT`` by that of ``de``), else English.

    Pages whose furniture is English must say so (WCAG 2.2, 3.1.1), and must not write their dates in another.
    """
    known = {each.casefold() for each in languages}
    wanted = tag.strip().replace("_", "-")
    if wanted.casefold() in known or wanted.partition("-")[0].casefold() in known:
        return wanted
    return SOURCE
