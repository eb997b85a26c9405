"""The templates' environment: escaping on, every sentence through gettext, an operator's templates first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from markupsafe import Markup

from standfirst.publishing import Entry, Network
from standfirst.publishing.fragment import once
from standfirst.publishing.pages import said, words
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.written import UNWRITTEN, Rendered, clean

if TYPE_CHECKING:
    from jinja2 import Environment


def folder() -> Path | None:
    """The network's folder, or None where there is none (a test, a command outside one)."""
    from django.conf import settings

    from standfirst.settings import FILE

    found = getattr(settings, "NETWORK", None)
    return found.folder if found is not None and (found.folder / FILE).is_file() else None


def make(network_folder: Path | None) -> Environment:
    """An environment for a network's folder.

    A template in its ``templates/`` stands in for ours of the same name; it reaches ours, to extend it, as
    ``standfirst/base.html``. Compiled templates are kept in ``.cache/templates`` for the next start.
    """
    from jinja2 import (
        ChoiceLoader,
        FileSystemBytecodeCache,
        FileSystemLoader,
        PackageLoader,
        PrefixLoader,
        StrictUndefined,
    )

    from standfirst.publishing.pages.compiler import KEPT, Pages

    ours = PackageLoader("standfirst.publishing", "templates")
    loaders = [ours, PrefixLoader({"standfirst": ours})]
    cache_folder = None
    if network_folder is not None:
        loaders.insert(0, FileSystemLoader(network_folder / "templates"))
        cache_folder = network_folder / ".cache" / "templates"
        try:
            cache_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:  # a folder that may not be written to serves pages all the same
            cache_folder = None
    environment = Pages(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=FileSystemBytecodeCache(str(cache_folder), KEPT) if cache_folder else None,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(said.sentences())
    environment.globals["_"] = environment.globals["gettext"]
    environment.filters["web"] = words.web
    environment.filters["rows"] = rows
    environment.filters |= {
        "foreign": words.foreign,
        "whole": words.whole,
        "near": Clock.near,
        "address_of": said.address_of,
        "rendered": Rendered,
    }
    environment.globals.update(helpers(), shared=sharing(environment))
    return environment


def helpers() -> dict[str, Any]:
    """What templates may call, beside the values of their page."""
    from standfirst.publishing.looks.assets import static_url
    from standfirst.publishing.pages import reasons

    return {
        "address_of": said.address_of,
        "bdi": words.bdi,
        "code": words.code,
        "foreign": words.foreign,
        "iri": words.iri,
        "listed": words.listed,
        "once": once,
        "mark_label": said.mark_label,
        "reason": reasons.marked,
        "told": reasons.told,
        "static_url": lru_cache(maxsize=64)(static_url),
        "whole": words.whole,
        # What the base template asks of every page; those that stand in a section set them.
        "here": "",
        "exact": False,
    }


def rows(entries: Iterable[Entry], row: Callable[..., str], *values: object) -> Rendered:
    """Each entry as ``parts.html`` has it, a line each; ``row`` is its macro, ``values`` what it is asked with."""
    name = ("brief", *values)
    return Rendered("".join([f"{once(each, name, row, each, *values)}\n" for each in entries]))


def sharing(environment: Environment) -> Callable[..., Rendered]:
    """Renders parts that many pages share, the masthead and the footer, once for a network and their values."""

    @lru_cache(maxsize=256)
    def shared(template: str, network: Network, **values: str | bool) -> Rendered:
        return Rendered(environment.get_template(template).render(network=network, **values))

    return shared


@cache
def environment() -> Environment:
    """The environment of this process's network."""
    return make(folder())


@contextmanager
def speaking(network: Network) -> Iterator[None]:
    """While a page of the network is written: its sentences in the network's language, its links as the network's."""
    token = said.network.set(network)
    try:
        with translation.override(network.language):
            yield
    finally:
        said.network.reset(token)


def write(template: str, network: Network, values: Mapping[str, Any]) -> str:
    """A template with the network's language and clock, and the values of its page; see :func:`speaking`."""
    return (
        environment()
        .get_template(template)
        .render(
            values,
            network=network,
            clock=Clock(network.language, network.time_zone),
            direction=words.direction(network.language),
        )
    )


def render(template: str, network: Network, **values: Any) -> str:
    """The same, ``speaking``; functions among the values are asked then, so that their sentences are translated too."""
    with speaking(network):
        made = {name: value() if callable(value) else value for name, value in values.items()}
        return write(template, network, made)


__all__ = ["UNWRITTEN", "Markup", "clean", "environment", "make", "render", "speaking", "write"]
