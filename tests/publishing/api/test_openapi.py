"""The document: valid by OpenAPI 3.1's rules and JSON Schema 2020-12, and whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

import jsonschema
import pytest

from standfirst import values
from standfirst.publishing.api import operations, schema
from standfirst.publishing.api.schema import also

#: What the OpenAPI Specification 3.1 asks of the objects that we use, in our words.
SCHEMA = {"$ref": "https://json-schema.org/draft/2020-12/schema"}
HOLDS_SCHEMA = {"type": "object", "required": ["schema"], "properties": {"schema": SCHEMA}}
LINK = {
    "type": "object",
    "required": ["url"],
    "additionalProperties": False,
    "properties": {"url": {"type": "string"}},
}
STRUCTURE: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["openapi", "info", "paths"],
    "additionalProperties": False,
    "properties": {
        "openapi": {"type": "string", "pattern": r"^3\.1\.\d+$"},
        "info": {
            "type": "object",
            "required": ["title", "version"],
            "additionalProperties": False,
            "properties": {
                "title": {"type": "string"},
                "version": {"type": "string"},
                "contact": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {name: {"type": "string"} for name in ("name", "url", "email")},
                },
            },
        },
        "jsonSchemaDialect": {"type": "string", "format": "uri"},
        "servers": {
            "type": "array",
            "items": LINK,
        },
        "externalDocs": LINK,
        "paths": {
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {
                "^/": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"get": {"$ref": "#/$defs/operation"}},
                }
            },
        },
        "components": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "schemas": {
                    "type": "object",
                    "additionalProperties": False,
                    "patternProperties": {"^[a-zA-Z0-9._-]+$": SCHEMA},
                }
            },
        },
    },
    "$defs": {
        "operation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["operationId", "responses"],
            "properties": {
                "operationId": {"type": "string"},
                "summary": {"type": "string"},
                "parameters": {"type": "array", "items": {"$ref": "#/$defs/parameter"}},
                "responses": {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": False,
                    "patternProperties": {"^[1-5](?:[0-9]{2}|XX)$": {"$ref": "#/$defs/response"}},
                },
            },
        },
        "parameter": {
            "type": "object",
            "additionalProperties": False,
            "required": ["name", "in", "schema"],
            "properties": {
                "name": {"type": "string"},
                "in": {"enum": ["query", "header", "path", "cookie"]},
                "description": {"type": "string"},
                "required": {"type": "boolean"},
                "schema": SCHEMA,
                "style": {"type": "string"},
                "explode": {"type": "boolean"},
            },
            "if": {"properties": {"in": {"const": "path"}}},
            "then": {"required": ["required"], "properties": {"required": {"const": True}}},
        },
        "response": {
            "type": "object",
            "additionalProperties": False,
            "required": ["description"],
            "properties": {
                "description": {"type": "string"},
                "headers": {
                    "type": "object",
                    "additionalProperties": HOLDS_SCHEMA,
                },
                "content": {
                    "type": "object",
                    "additionalProperties": HOLDS_SCHEMA,
                },
            },
        },
    },
}  # fmt: skip


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_the_document_has_the_structure_of_the_specification(api: Any) -> None:
    jsonschema.Draft202012Validator(STRUCTURE).validate(api.document)
    ids = [path["get"]["operationId"] for path in api.document["paths"].values()]
    assert len(set(ids)) == len(ids) == len(operations.OPERATIONS)
    for path, described in api.document["paths"].items():
        parameters = described["get"]["parameters"]
        assert sorted(re.findall(r"\{(\w+)\}", path)) == sorted(p["name"] for p in parameters if p["in"] == "path")
        assert len({(each["name"], each["in"]) for each in parameters}) == len(parameters)


def test_every_schema_is_one_of_json_schema_2020_12_and_every_reference_leads_somewhere(api: Any) -> None:
    schemas = api.document["components"]["schemas"]
    for each in schemas.values():
        jsonschema.Draft202012Validator.check_schema(each)
        assert each["description"]
        assert each["additionalProperties"] is False
    used = {reference.rpartition("/")[2] for reference in references(api.document)}
    assert all(reference.startswith("#/components/schemas/") for reference in references(api.document))
    assert used | {"Index"} == set(schemas)


def test_a_wrong_document_would_be_found(api: Any) -> None:
    broken = json.loads(json.dumps(api.document))
    broken["paths"]["/api/publications/{id}"]["get"]["parameters"][0]["required"] = False
    assert not jsonschema.Draft202012Validator(STRUCTURE).is_valid(broken)
    broken = json.loads(json.dumps(api.document))
    broken["components"]["schemas"]["Evidence"]["type"] = "text"
    assert not jsonschema.Draft202012Validator(STRUCTURE).is_valid(broken)


def test_patterns_are_those_of_ecma_262_too(api: Any) -> None:
    """No pattern uses what only Python's expressions know."""
    found = re.findall(r'"pattern":\s*"((?:[^"\\]|\\.)*)"', json.dumps(api.document))
    assert found
    for pattern in found:
        assert not re.search(r"\\[AZzpP]|\(\?P|\(\?[aiLmsux]", pattern)
        assert pattern.startswith("^")
        assert pattern.endswith("$")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Inner:
    """What is inside."""

    n: int


@dataclass(frozen=True, slots=True)
class Outer:
    """Every kind of field:
    all of them.
    """

    text: str
    real: float
    flag: bool | None
    at: datetime
    day: date
    colour: Colour
    kind: Literal["a", "b"]
    link: Annotated[str, also(format="uri")]
    inner: Inner | None
    many: tuple[Inner, ...]
    pair: tuple[str, float]
    named: dict[str, Inner]


def test_schemas_of_dataclasses() -> None:
    found = schema.all_of(Outer)
    assert list(found) == ["Inner", "Outer"]
    assert found["Inner"] == {
        "type": "object",
        "description": "What is inside.",
        "properties": {"n": {"type": "integer"}},
        "required": ["n"],
        "additionalProperties": False,
    }
    assert found["Outer"]["description"] == "Every kind of field: all of them."
    inner = {"$ref": "#/components/schemas/Inner"}
    assert found["Outer"]["properties"] == {
        "text": {"type": "string"},
        "real": {"type": "number"},
        "flag": {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
        "at": {"type": "string", "format": "date-time"},
        "day": {"type": "string", "format": "date"},
        "colour": {"type": "string", "enum": ["red", "blue"]},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "link": {"type": "string", "format": "uri"},
        "inner": {"anyOf": [inner, {"type": "null"}]},
        "many": {"type": "array", "items": inner},
        "pair": {
            "type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "minItems": 2, "maxItems": 2,
        },
        "named": {"type": "object", "additionalProperties": inner},
    }  # fmt: skip


def test_what_is_dumped_is_what_the_schema_says() -> None:
    value = Outer(
        "t", 0.5, None, datetime(2026, 11, 22).astimezone(), date(2026, 11, 22), Colour.RED, "a", "https://x.example/",
        None, (Inner(1),), ("x", 1.0), {"a": Inner(2)},
    )  # fmt: skip
    components = {"schemas": schema.all_of(Outer)}
    validator = jsonschema.Draft202012Validator({"$ref": "#/components/schemas/Outer", "components": components})
    written = json.loads(json.dumps(values.dump(value)))
    validator.validate(written)
    assert not validator.is_valid({**written, "more": 1})


@pytest.mark.parametrize("kind", [bytes, list[str], dict[int, str], set[str]])
def test_what_json_cannot_hold_has_no_schema(kind: Any) -> None:
    with pytest.raises(ValueError, match="has no schema"):
        schema.of(kind)
