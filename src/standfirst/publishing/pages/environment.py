"""The templates' environment: escaping on, every sentence through gettext, an operator's templates first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from standfirst.publishing import Entry, Network, View
from standfirst.publishing.fragment import once
from standfirst.publishing.pages.written import UNWRITTEN, Rendered, clean, shown

if TYPE_CHECKING:
    from jinja2 import Environment

    from standfirst.publishing.pages import Beside


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
    from django.utils import translation
    from jinja2 import (
        ChoiceLoader,
        Environment,
        FileSystemBytecodeCache,
        FileSystemLoader,
        PackageLoader,
        PrefixLoader,
        StrictUndefined,
    )

    from standfirst.publishing.pages import words
    from standfirst.publishing.pages.clock import Clock

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
    environment = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=FileSystemBytecodeCache(str(cache_folder)) if cache_folder else None,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
    )
    environment.code_generator_class = generator()
    environment.shown = shown  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        environment.globals[name] = with_numbers(name)
    environment.filters["web"] = words.web
    environment.filters["rows"] = rows
    environment.filters |= {
        "foreign": words.foreign,
        "whole": words.whole,
        "near": Clock.near,
        "address_of": linking(),
        "rendered": Rendered,
    }
    environment.globals.update(helpers(), shared=sharing(environment))
    return environment


def generator() -> type:
    """Jinja's compiler, but that each ``{{ … }}`` costs one call instead of three: :func:`~.written.shown`."""
    from jinja2.compiler import CodeGenerator

    class Generator(CodeGenerator):
        def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
            if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
                super()._output_child_pre(node, frame, finalize)
            else:
                self.write("environment.shown(")

        def _output_child_post(self, node: Any, frame: Any, finalize: Any) -> None:
            if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
                super()._output_child_post(node, frame, finalize)
            else:
                self.write(")")

    return Generator


def with_numbers(kind: str) -> Callable[..., Any]:
    """A translation for templates, every whole number in it written as the page's language writes it.

    ``kind`` is Django's function: gettext, ngettext, pgettext or npgettext. Values are escaped, and sentences looked
    up once a process: a page has a hundred.
    """
    from django.utils import translation
    from jinja2 import pass_context

    from standfirst.publishing.pages.words import number

    ask = getattr(translation, kind)

    @lru_cache(maxsize=4096)
    def sentence(language: str, *messages: Any) -> Markup:
        return Markup(ask(*messages))  # noqa: S704 - a catalogue's

    @lru_cache(maxsize=1024)
    def whole(language: str, *messages: Any) -> Markup:
        return sentence(language, *messages) % {}

    @pass_context
    def said(context: Any, *messages: Any, **values: Any) -> Markup:
        language = context["network"].language
        if not values:
            return whole(language, *messages)
        if kind.startswith("n"):
            values.setdefault("num", messages[-1])
        # Escaped here, each once: ``Markup`` would look each up in a helper of its own, at ten times the cost.
        filled = {name: number(each, language) if type(each) is int else shown(each) for name, each in values.items()}
        return Rendered(str.__mod__(sentence(language, *messages), filled))

    return said


def helpers() -> dict[str, Any]:
    """What templates may call, beside the values of their page."""
    from standfirst.publishing.looks.assets import static_url
    from standfirst.publishing.pages import labels, reasons, words

    return {
        "address_of": linking(),
        "bdi": words.bdi,
        "code": words.code,
        "foreign": words.foreign,
        "iri": words.iri,
        "listed": words.listed,
        "once": written,
        "mark_label": labels.mark_label,
        "reason": reasons.marked,
        "told": reasons.told,
        "static_url": static_url,
        "whole": words.whole,
        # What the base template asks of every page; those that stand in a section set them.
        "here": "",
        "exact": False,
    }


def written(thing: Entry | Beside, name: object, make: Callable[..., str], *values: object) -> Rendered:
    """What a macro writes of something, taken from its fragments where it has any."""
    return once(thing, name, lambda: Rendered(make(*values)))


def rows(entries: Iterable[Entry], row: Callable[..., str], *values: object) -> Rendered:
    """Each entry as ``parts.html`` has it, a line each; ``row`` is its macro, ``values`` what it is asked with."""
    name = ("brief", *values)
    return Rendered("".join([f"{once(each, name, row, each, *values)}\n" for each in entries]))


def linking() -> Callable[..., str]:
    """How templates link to a view: by its path, or with its host where sections have their own."""
    from jinja2 import pass_context

    from standfirst.publishing.links import href
    from standfirst.publishing.view import address

    @lru_cache(maxsize=4096)
    def path(kind: str, key: str, slug: str) -> str:
        return address(View(kind, key, slug=slug))

    @pass_context
    def address_of(context: Any, kind: str, key: str = "", slug: str = "") -> str:
        network = context["network"]
        if network.section_hosts:
            return href(network, View(kind, key, slug=slug))
        return path(kind, key, slug)

    return address_of


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


def render(template: str, network: Network, **values: Any) -> str:
    """A template with the network's language and clock, and the values of its page."""
    from django.utils import translation

    from standfirst.publishing.pages import words
    from standfirst.publishing.pages.clock import Clock

    with translation.override(network.language):
        # Values are made lazily by the caller's functions, so that their sentences are translated too.
        made = {name: value() if callable(value) else value for name, value in values.items()}
        return (
            environment()
            .get_template(template)
            .render(
                network=network,
                clock=Clock(network.language, network.time_zone),
                direction=words.direction(network.language),
                **made,
            )
        )


__all__ = ["UNWRITTEN", "Markup", "clean", "environment", "make", "render"]
