"""The parameters there are, and how a request's are judged: each against the schema that the document shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from django.utils.translation import gettext_lazy, gettext_noop

from standfirst.publishing.api import Kind, Operation, Parameter
from standfirst.publishing.pages.labels import MARKS
from standfirst.publishing.view import LONGEST_ADDRESS, LONGEST_QUERY, MOST_SOURCES, TOO_LONG, BadFilter

#: Items of one answer, unless another number is asked for, and at most.
ITEMS, MOST_ITEMS = 30, 100
#: Most parameters that a request may have, and characters of a value that an error repeats.
MOST_GIVEN, SHOWN = 60, 60

_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_WRONG_DAY = gettext_noop("this is not a date"), gettext_noop("Write it like 2026-11-22")
_WRONG_ID = gettext_noop("this is no identifier"), gettext_noop("Take it from an answer of this API or from a feed")
_WRONG_TOKEN = gettext_noop("this is no page token"), gettext_noop("Follow next, which has the right one")
_NO_NUMBER = gettext_noop("this is no whole number from %(least)s to %(most)s")
_GIVEN_TOO_OFTEN = gettext_noop("it is given more than %(most)s times")

SLUG = Kind(
    {"type": "string", "pattern": r"^[^\x00-\x1f]+$", "maxLength": 120},
    gettext_noop("this is no slug"),
    gettext_noop("Take it from an answer of this API or from an address of the site"),
)
WORDS = Kind({"type": "string", "maxLength": LONGEST_QUERY}, TOO_LONG, gettext_noop("Search for fewer words"))
DAY = Kind({"type": "string", "format": "date"}, *_WRONG_DAY)
ID = Kind({"type": "string", "pattern": f"^{_UUID}$"}, *_WRONG_ID)
#: A publication's identifier, as formats have it or bare.
URN = Kind({"type": "string", "pattern": f"^(urn:uuid:)?{_UUID}$"}, *_WRONG_ID)
TOKEN = Kind({"type": "string", "pattern": "^[1-9a-z][0-9a-z]{0,11}$"}, *_WRONG_TOKEN)
PAIR = Kind({"type": "string", "pattern": "^[1-9a-z][0-9a-z]{0,11}-[1-9a-z][0-9a-z]{0,11}$"}, *_WRONG_TOKEN)
LANGUAGE = Kind(
    {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$"},
    gettext_noop("this is no language tag"),
    gettext_noop("Write it like en or pt-BR"),
)
MARK = Kind(
    {"type": "string", "enum": [*MARKS]},
    gettext_noop("there is no such mark"),
    gettext_noop("Choose one of the marks that /about/marks explains"),
)
COUNT = Kind({"type": "integer", "minimum": 1, "maximum": MOST_ITEMS, "default": ITEMS}, _NO_NUMBER)

SECTION = Parameter("section", gettext_lazy("Publications filed in this section, first or second: its slug."), SLUG)
SOURCE = Parameter(
    "source", gettext_lazy("Only what this publisher reported: its slug. Several: any of them."), SLUG,
    many=MOST_SOURCES,
)  # fmt: skip
STORY = Parameter("story", gettext_lazy("Only what is on this story: its identifier."), ID)
MARKED = Parameter("mark", gettext_lazy("Only what carries this mark: its code."), MARK)
LANG = Parameter("lang", gettext_lazy("Only what is in this language: its tag."), LANGUAGE)
SINCE = Parameter("from", gettext_lazy("From this day on, in the network’s time zone."), DAY)
UNTIL = Parameter("to", gettext_lazy("Up to this day, which is included."), DAY)
QUERY = Parameter(
    "q", gettext_lazy("Only what has all these words. Quotation marks keep words together, a minus leaves out."), WORDS
)
LIMIT = Parameter("limit", gettext_lazy("Items in one answer, at most."), COUNT)
BEFORE = Parameter("before", gettext_lazy("Where the page begins: the token that next has."), TOKEN)
BEFORE_STORY = Parameter("before", gettext_lazy("Only stories that began before this one: its identifier."), ID)
BEFORE_DAY = Parameter("before", gettext_lazy("Only days before this one."), DAY)
BEFORE_PAIR = Parameter("before", gettext_lazy("Where the page begins: the token that next has."), PAIR)
AFTER = Parameter("after", gettext_lazy("Only sources whose slug comes after this one."), SLUG)
#: The filters that every listing has, by their names there.
FILTERS = (SOURCE, MARKED, LANG, SINCE, UNTIL, QUERY)


def in_path(name: str, help: Any, kind: Kind) -> Parameter:
    """A parameter that is a part of the path."""
    return Parameter(name, help, kind, place="path")


def judged(operation: Operation, named: Mapping[str, str], query: str) -> dict[str, Any]:
    """The values of a request: those of its path and of its raw query string, empty ones left out.

    A parameter that there is not is refused, so that no misspelt filter widens an answer. Raises :class:`BadFilter`,
    which names the parameter; ``address`` where the query as a whole cannot be read.
    """
    if len(query) > LONGEST_ADDRESS:
        raise BadFilter("address", query[:SHOWN] + "…", TOO_LONG, most=LONGEST_ADDRESS)
    try:
        pairs = parse_qsl(query, max_num_fields=MOST_GIVEN)
    except ValueError as error:
        raise BadFilter("address", query[:SHOWN], gettext_noop("it has too many parameters")) from error
    known = {each.name: each for each in operation.parameters if each.place == "query"}
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in known:
            raise BadFilter(
                name[:SHOWN],
                value[:SHOWN],
                gettext_noop("there is no such parameter"),
                gettext_noop("The parameters are listed at /api/"),
            )
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    values: dict[str, Any] = {
        each.name: read(each, named[each.name]) for each in operation.parameters if each.place == "path"
    }
    for name, texts in given.items():
        read_all = tuple(dict.fromkeys(read(known[name], text) for text in texts))
        values[name] = _as_often_as(known[name], read_all)
    return values


def _as_often_as(parameter: Parameter, values: tuple[Any, ...]) -> Any:
    """One value, or all of a parameter that may be given several times."""
    if len(values) > parameter.many:
        if parameter.many == 1:
            reason, way_out = gettext_noop("it is given twice with different values"), gettext_noop("Give it once")
            raise BadFilter(parameter.name, str(values[1])[:SHOWN], reason, way_out)
        raise BadFilter(parameter.name, "…", _GIVEN_TOO_OFTEN, most=parameter.many)
    return values if parameter.many > 1 else values[0]


def read(parameter: Parameter, text: str) -> Any:
    """A value as its schema has it: a whole number, or text. Raises :class:`BadFilter` for what the schema refuses."""
    kind = parameter.kind
    schema = kind.schema
    if schema["type"] == "integer":
        least, most = schema["minimum"], schema["maximum"]
        if re.fullmatch("[0-9]{1,9}", text) and least <= int(text) <= most:
            return int(text)
        raise BadFilter(parameter.name, text[:SHOWN], kind.reason, kind.way_out, least=least, most=most)
    longest = schema.get("maxLength", LONGEST_ADDRESS)
    if len(text) > longest:
        raise BadFilter(parameter.name, text[:SHOWN] + "…", TOO_LONG, kind.way_out, most=longest)
    if not all(_passed(schema, text)):
        raise BadFilter(parameter.name, text[:SHOWN], kind.reason, kind.way_out)
    return text


def _passed(schema: Mapping[str, Any], text: str) -> Iterable[bool]:
    """Whether a text passes each of the keywords that the kinds above use."""
    yield text in schema.get("enum", (text,))
    if "pattern" in schema:  # ``$`` is the end to a schema, and to Python also what stands before a last line's end
        yield bool(re.search(schema["pattern"], text)) and not text.endswith("\n")
    if schema.get("format") == "date":
        yield _is_day(text)


def _is_day(text: str) -> bool:
    """Whether a text is a full-date of RFC 3339."""
    try:
        return len(text) == 10 and text[:4].isascii() and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


__all__ = ["FILTERS", "in_path", "judged", "read"]
