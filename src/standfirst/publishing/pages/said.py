"""What templates say and where they link to: in the language of the network whose page is being written.

The network stands in a context variable, so that nothing a template calls has to ask for Jinja's context (which is
copied for whoever asks).
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from django.utils import translation
from markupsafe import Markup

from standfirst.publishing import Network, View
from standfirst.publishing.links import href
from standfirst.publishing.pages.labels import MarkLabel, spoken
from standfirst.publishing.pages.words import number
from standfirst.publishing.pages.written import Rendered, rendered, shown
from standfirst.publishing.view import address

#: Set by ``environment.render`` while a page is written.
network: ContextVar[Network] = ContextVar("network")


def sentences() -> dict[str, Callable[..., Rendered]]:
    """The translations for templates, by the names that ``{% trans %}`` asks for."""
    names = ("gettext", "ngettext", "pgettext", "npgettext")
    return {name: with_numbers(getattr(translation, name), counted=name.startswith("n")) for name in names}


def with_numbers(ask: Callable[..., str], *, counted: bool) -> Callable[..., Rendered]:
    """A translation for templates, every whole number in it written as the page's language writes it.

    ``ask`` is Django's function; a ``counted`` one ends with the number that chooses the form. Values are escaped,
    and sentences looked up once a process: a page has a hundred.
    """

    @lru_cache(maxsize=4096)
    def sentence(language: str, *messages: Any) -> Markup:
        return Markup(ask(*messages))  # noqa: S704 - a catalogue's

    @lru_cache(maxsize=1024)
    def whole(language: str, *messages: Any) -> Rendered:
        return Rendered(shown(sentence(language, *messages) % {}))

    def said(*messages: Any, **values: Any) -> Rendered:
        language = network.get().language
        if not values:
            return whole(language, *messages)
        if counted:
            values.setdefault("num", messages[-1])
        # Escaped here, each once: ``Markup`` would look each up in a helper of its own, at ten times the cost.
        filled = {name: number(each, language) if type(each) is int else shown(each) for name, each in values.items()}
        return rendered(str.__mod__(sentence(language, *messages), filled))

    return said


def mark_label(code: str) -> MarkLabel:
    """A mark's words in the page's language."""
    return spoken(code, network.get().language)


def address_of(kind: str, key: str = "", slug: str = "") -> str:
    """How templates link to a view: by its path, or with its host where sections have their own."""
    ours = network.get()
    return _address(ours if ours.section_hosts else None, kind, key, slug)


@lru_cache(maxsize=4096)
def _address(ours: Network | None, kind: str, key: str, slug: str) -> Rendered:
    view = View(kind, key, slug=slug)
    return rendered(shown(href(ours, view) if ours else address(view)))


__all__ = ["address_of", "mark_label", "network", "sentences"]
