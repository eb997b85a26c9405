"""The API's description by the OpenAPI Specification 3.1, made of the table that answers."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from typing import Any

from standfirst.publishing import Network
from standfirst.publishing.api import PREFIX, VERSION, Operation, Parameter, problems, schema, shapes
from standfirst.publishing.api.operations import OPERATIONS
from standfirst.publishing.api.schema import PLACE

#: Schemas (and with them the whole document's) are of this dialect.
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ADDRESS = f"{PREFIX}/openapi.json"


def document(network: Network) -> dict[str, Any]:
    """The document. Sentences are in the active language, names and the schemas' descriptions in English."""
    info: dict[str, Any] = {"title": network.name, "version": VERSION}
    if network.contact:
        info["contact"] = _contact(network.contact)
    return {
        "openapi": "3.1.1",
        "info": info,
        "jsonSchemaDialect": DIALECT,
        "servers": [{"url": network.base_url}],
        "externalDocs": {"url": f"{network.base_url}{PREFIX}/"},
        "paths": {PREFIX + each.path: {"get": _operation(each)} for each in OPERATIONS},
        "components": {"schemas": _schemas()},
    }


@cache
def _schemas() -> dict[str, schema.Schema]:
    """The schemas of everything that is answered."""
    return schema.all_of(*(each.answer for each in OPERATIONS), *(kind.shape for kind in problems.KINDS), shapes.Index)


def _contact(contact: str) -> dict[str, str]:
    """A contact object: an address of the web, or one of mail."""
    if contact.startswith(("http://", "https://")):
        return {"url": contact}
    return {"email": contact.removeprefix("mailto:")} if "@" in contact else {"name": contact}


def _operation(operation: Operation) -> dict[str, Any]:
    """One operation. Every one can be answered with 304 and, by another method than GET and HEAD, with 405."""
    kinds = [problems.NOT_FOUND] if operation.parameters else []  # a name that was there once is 404, too
    kinds = [problems.BAD_PARAMETER, *kinds, *([problems.WITHDRAWN] if operation.gone else []), problems.ERROR]
    answered: dict[str, Any] = {
        "description": HTTPStatus.OK.phrase,
        "content": {"application/json": {"schema": {"$ref": PLACE + operation.answer.__name__}}},
        "headers": {name: {"schema": {"type": "string"}} for name in ("ETag", "Last-Modified", "Link")},
    }
    return {
        "operationId": operation.name,
        "summary": str(operation.summary),
        "parameters": [_parameter(each) for each in operation.parameters],
        "responses": {
            "200": answered,
            "304": {"description": HTTPStatus.NOT_MODIFIED.phrase},
            **{
                str(kind.status): {
                    "description": str(kind.title),
                    "content": {problems.MEDIA_TYPE: {"schema": {"$ref": PLACE + kind.shape.__name__}}},
                }
                for kind in kinds
            },
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    """One parameter; several values of one are given as several parameters of its name."""
    value = dict(parameter.kind.schema)
    found: dict[str, Any] = {
        "name": parameter.name,
        "in": parameter.place,
        "description": str(parameter.help),
        "required": parameter.place == "path",
        "schema": value,
    }
    if parameter.many > 1:
        found["schema"] = {"type": "array", "items": value, "maxItems": parameter.many, "uniqueItems": True}
        found |= {"style": "form", "explode": True}
    return found


__all__ = ["ADDRESS", "DIALECT", "document"]
