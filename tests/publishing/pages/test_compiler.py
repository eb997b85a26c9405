"""What our compiler of templates makes is what Jinja's makes, and its errors say as much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from standfirst.publishing.pages import environment, said
from standfirst.publishing.pages.compiler import KEPT
from standfirst.publishing.pages.written import Rendered
from tests.publishing.pages.invented import NETWORK, PIER

VALUES = {"entry": PIER, "text": "<&>", "marked": Markup("<b>"), "things": [1, 2, 3], "named": {"a-b": "c", "d": {}}}
MADE = environment.make(None)
THEIRS = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@pytest.fixture(autouse=True)
def a_page() -> Iterator[None]:
    token = said.network.set(NETWORK)
    yield
    said.network.reset(token)


@pytest.mark.parametrize(
    "template",
    [
        "{{ entry.headline }} {{ entry.source.name }} {{ named['a-b'] }} {{ named.d }} {{ things[1] }}",
        "{% macro m(a, b=2, c='<') %}{{ a }}-{{ b }}-{{ c }}{% endmacro %}{{ m(text) }}{{ m(1, c=3) }}{{ m(1, 2, 3) }}",
        "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=text) }}",
        "{% macro m(a) %}<i>{{ caller(a) }}</i>{% endmacro %}{% call(b) m(text) %}{{ b }}&{% endcall %}",
        "{% macro m() %}{{ text }}{% endmacro %}{% autoescape false %}{{ text }}{{ m() }}{% endautoescape %}",
        "{{ text.join(['a', '<']) }} {{ '{0}{x}'.format(1, x=text) }} {{ range(*[1, 3])|list }}",
        "{{ dict(**{'class': 1}) }} {{ dict(class=1) }} {{ dict(**named) }}",
        "{{ text|replace('<', '.') }} {{ marked }} {{ text is defined }} {{ nothing is defined }}",
        "{% for each in things recursive %}{{ loop.index }}{{ loop([]) }}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% block a %}{{ text }}{% set x = 1 %}{{ range(x + 1)|list }}{% endblock %}{{ self.a() }}",
        "{% set made %}{{ text }}{% endset %}{{ made }} {{ entry.nothing|default('none') }}",
    ],
)
def test_it_writes_what_jinja_writes(template: str) -> None:
    assert MADE.from_string(template).render(VALUES) == THEIRS.from_string(template).render(VALUES)


@pytest.mark.parametrize(
    ("template", "error", "named"),
    [
        ("{{ nothing() }}", UndefinedError, "'nothing' is undefined"),
        ("{{ entry.nothing }}", UndefinedError, "no attribute 'nothing'"),
        ("{{ entry.nothing(1) }}", UndefinedError, "no attribute 'nothing'"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", UndefinedError, "parameter 'a' was not provided"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", TypeError, "not more than 1 argument"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, b=2) }}", TypeError, "no keyword argument 'b'"),
    ],
)
def test_errors_name_what_is_wrong(template: str, error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        MADE.from_string(template).render(VALUES)


def test_a_macros_text_is_clean_and_not_looked_at_again() -> None:
    module = MADE.from_string("{% macro m(a) %}<p>{{ a }}</p>{% endmacro %}").module
    made = module.m("a\u202e<")
    assert type(made) is Rendered
    assert made == "<p>a&lt;</p>"


def test_sentences_and_addresses_are_the_pages_networks() -> None:
    template = MADE.from_string(
        "{% trans %}Method{% endtrans %} {{ _('Method') }} {{ mark_label('satire').name }} "
        "{{ address_of('section', 'a') }} "
        "{% trans count=1240 %}{{ count }} rule was checked.{% pluralize %}"
        "{{ count }} rules were checked.{% endtrans %}"
    )
    assert template.render() == "Method Method Satire /a 1,240 rules were checked."
    said.network.set(replace(NETWORK, section_hosts=True))
    assert "//a.digest.example/" in template.render()


def test_compiled_templates_of_another_compiler_are_not_taken(tmp_path) -> None:
    made = environment.make(tmp_path)
    made.get_template("problem.html")
    kept = list((tmp_path / ".cache" / "templates").iterdir())
    assert kept
    assert all(path.match(KEPT % "*") for path in kept)
