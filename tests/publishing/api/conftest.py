"""A network with everything in it, and an asker who holds every answer of the API to its own description."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from django.http import HttpResponse
from django.test import Client

from standfirst.newsroom.models import Publication, Revision, Round, Source
from standfirst.publishing.api import operations
from tests.newsroom import factory

#: The formats that answers use; jsonschema brings none of these without further packages.
FORMATS = jsonschema.FormatChecker(formats=["date"])


@FORMATS.checks("date-time", raises=ValueError)
def _moment(text: object) -> bool:
    return not isinstance(text, str) or datetime.fromisoformat(text).tzinfo is not None


@FORMATS.checks("uri")
def _uri(text: object) -> bool:
    return not isinstance(text, str) or (
        text.isascii() and text.isprintable() and " " not in text and bool(urlsplit(text).scheme)
    )


def links(value: Any) -> Iterator[tuple[str, str]]:
    """The addresses in an answer, each with its field's name."""
    if isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, str) and each.startswith("http"):
                yield name, each
            yield from links(each)
    elif isinstance(value, list):
        for each in value:
            yield from links(each)


class Asker:
    """Asks an address and validates what comes back by the OpenAPI document's schema for that status."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=True)
        self.document = json.loads(self.client.get("/api/openapi.json").content)
        self.base = self.document["servers"][0]["url"]

    def get(self, address: str, **headers: str) -> HttpResponse:
        answer = self.client.get(address.removeprefix(self.base), headers=headers)
        self.check(answer, urlsplit(address).path)
        return answer

    def json(self, address: str, status: int = 200) -> Any:
        answer = self.get(address)
        assert answer.status_code == status, answer.content.decode()
        return json.loads(answer.content)

    def check(self, answer: HttpResponse, path: str) -> None:
        found = operations.at(path.removeprefix("/api"))
        name = {404: "Problem", 405: "Problem"}.get(answer.status_code, "")
        if found:
            described = self.document["paths"]["/api" + found[0].path]["get"]["responses"][str(answer.status_code)]
            (media_type, content), *others = described["content"].items()
            assert (answer["Content-Type"], others) == (media_type, [])
            name = content["schema"]["$ref"].rpartition("/")[2]
        assert name, f"{path} answers {answer.status_code}, which nothing describes"
        self.validate(name, json.loads(answer.content))

    def crawl(self) -> tuple[set[str], set[str]]:
        """Every address inside the API that its answers lead to, each asked; and the pages that they name."""
        index = json.loads(self.client.get("/api/", headers={"accept": "application/json"}).content)
        waiting = [each["example"] for each in index["operations"] if each["example"]]
        asked, pages = set(waiting), set()
        while waiting:
            found = list(links(self.json(waiting.pop())))
            inside = {address for name, address in found if name in ("href", "next")}
            pages |= {address for name, address in found if name == "url" and address.startswith(self.base)}
            waiting += inside - asked
            asked |= inside
        return asked, pages

    def validate(self, name: str, value: Any) -> None:
        schema = {"$ref": f"#/components/schemas/{name}", "components": self.document["components"]}
        jsonschema.Draft202012Validator(schema, format_checker=FORMATS).validate(value)


@pytest.fixture
def town(db: None) -> Mapping[str, Publication]:
    """Forty-eight publications, and one each: corrected, withdrawn, of two sources on one story; a round; rights."""
    made = factory.make(48)
    corrected = factory.make_publication(60, corrected=factory.NOON)
    for number, at in enumerate((factory.NOON - timedelta(hours=1), factory.NOON), 1):
        Revision.objects.create(
            publication=corrected,
            number=number,
            at=at,
            who="mara",
            note=f"The figure was of 20{number}.",
            correction=True,
        )
    Revision.objects.create(publication=made[0], number=1, at=factory.NOON, who="mara", note="Refiled.")
    gone = factory.make_publication(61, withdrawn=factory.NOON, slug="größe")
    other = factory.make_publication(62, source=factory.make_source("easton-post", "Easton Post"), story=made[0].story)
    Source.objects.filter(slug="easton-post").update(
        signals=[{"kind": "x-robots-tag", "value": "nosnippet", "where": "header"}, ["aipref", "search=y", "header"]],
        verdict={
            "outcome": "card",
            "rule": "x-robots-tag",
            "reason": "The header asks for no snippet.",
            "day": "2026-11-21",
        },
        owner="Easton Press",
    )
    Source.objects.create(slug="ausgang", domain="ausgang.example", name="Ausgang", state=Source.State.OPTED_OUT)
    Round.objects.create(engine="inline", finished=factory.NOON)
    return {"latest": made[0], "corrected": corrected, "gone": gone, "other": other, "card": made[4]}


@pytest.fixture
def api(db: None) -> Asker:
    return Asker()
