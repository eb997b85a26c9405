"""Jinja's compiler for pages: fewer calls for the same bytes, since a page has some hundreds of places to fill."""

from __future__ import annotations

from collections.abc import MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro
from jinja2.utils import missing

from standfirst.publishing.pages.written import Rendered, shown

#: What files of compiled templates are called: another number with each change of what is compiled here.
KEPT = "standfirst-2-%s.cache"


class Part(Macro):
    """A macro. What it writes has passed through :func:`~.written.shown` place by place, and is clean already."""

    def __init__(self, *values: Any) -> None:
        super().__init__(*values)
        plain = self._default_autoescape and not (self.catch_kwargs or self.catch_varargs or self.caller)
        self._most = self._argument_count if plain else -1

    def __call__(self, *values: Any, **named: Any) -> str:
        """What the macro writes."""
        given = len(values)
        if given <= self._most and not named:
            # What is missing is told so, and the macro's code puts its default there.
            return str.__new__(Rendered, self._func(*values, *(missing,) * (self._most - given)))
        written: str = super().__call__(*values, **named)
        return written


class Generator(CodeGenerator):
    """Compiles templates so that ``{{ … }}`` costs one call instead of three, and a call itself and nothing around it.

    Jinja calls everything through the context, which looks at each function for whether it asks for that. None of
    ours does (``environment.py``), and a template has no way to bring one.
    """

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("shown(")

    def _output_child_post(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")

    def write_commons(self) -> None:
        """What every function of a template begins with: names for what it calls most."""
        super().write_commons()
        self.writeline("shown = environment.shown")
        self.writeline("attribute = environment.getattr")

    def visit_Getattr(self, node: nodes.Getattr, frame: Any) -> None:
        """An attribute, or the item of that name."""
        self.write("attribute(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def macro_def(self, macro_ref: Any, frame: Any) -> None:
        """A macro: a :class:`Part`."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Call(self, node: nodes.Call, frame: Any, forward_caller: bool = False) -> None:
        """A call: straight, where Python can write it."""
        named = [each.key for each in node.kwargs]
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(map(iskeyword, named)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")


class Pages(Environment):
    """Jinja's environment with that compiler."""

    code_generator_class = Generator
    #: What compiled templates call, beside what Jinja's own do.
    Macro = Part
    shown = staticmethod(shown)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A template's globals, as one mapping: every page copies them, and Jinja's chain of maps takes its time."""
        return {**self.globals, **(d or {})}


__all__ = ["KEPT", "Generator", "Pages", "Part"]
