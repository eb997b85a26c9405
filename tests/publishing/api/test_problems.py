"""Errors have one shape, whatever went wrong; nothing that is sent makes a 500 or a page."""

from __future__ import annotations

import json
import logging
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema
import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standfirst.errors import StandfirstError
from standfirst.publishing.api import Operation, operations
from tests.publishing.api.conftest import FORMATS


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/api/publications?limit=0", "limit"),
        ("/api/publications?limit=101", "limit"),
        ("/api/publications?limit=1.5", "limit"),
        ("/api/publications?limit=٣", "limit"),
        ("/api/publications?limit=1&limit=2", "limit"),
        ("/api/publications?before=zzzzzzzzzzzz", "before"),
        ("/api/publications?before=0", "before"),
        ("/api/publications?before=-1", "before"),
        ("/api/publications?section=nowhere", "section"),
        ("/api/publications?source=nobody", "source"),
        ("/api/publications?source=" + "x" * 121, "source"),
        ("/api/publications?" + "&".join(f"source=s{n}" for n in range(11)), "source"),
        ("/api/publications?mark=nice", "mark"),
        ("/api/publications?lang=tlh", "lang"),
        ("/api/publications?lang=not_a_tag", "lang"),
        ("/api/publications?from=2026-02-30", "from"),
        ("/api/publications?from=2026-11-22&to=2026-11-21", "from"),
        ("/api/publications?to=20261122", "to"),
        ("/api/publications?to=2026-W47-7", "to"),
        ("/api/publications?to=9999-01-01", "to"),
        ("/api/publications?q=" + "x" * 201, "q"),
        ("/api/publications?story=1", "story"),
        ("/api/publications?story=018f3c1e-7a5b-7c11-8d2e-2f4a6b8c9d0e", "story"),
        ("/api/publications?sorce=kob-4", "sorce"),
        ("/api/publications?page=2", "page"),
        ("/api/publications/7", "id"),
        ("/api/publications/018F3C1E-7A5B-7C11-8D2E-2F4A6B8C9D0E", "id"),
        ("/api/stories/urn:uuid:018f3c1e-7a5b-7c11-8d2e-2f4a6b8c9d0e", "id"),
        ("/api/stories?before=x", "before"),
        ("/api/editions/2026-13-01", "day"),
        ("/api/editions/yesterday", "day"),
        ("/api/editions?before=never", "before"),
        ("/api/corrections?before=1", "before"),
        ("/api/corrections?before=zzzzzzzzzzzz-1", "before"),
        ("/api/corrections?before=1-zzzzzzzzzzzz", "before"),
        ("/api/sources?after=" + "x" * 200, "after"),
        ("/api/sources?after=a%00b", "after"),
        ("/api/sources/%00", "slug"),
        ("/api/status?limit=1", "limit"),
        ("/api/publications?" + "&".join(["limit=1"] * 70), None),
        ("/api/publications?q=" + "x" * 5000, None),
    ],
)
def test_a_bad_parameter_is_named(api: Any, address: str, parameter: str | None) -> None:
    found = api.json(address, 400)
    assert found["parameter"] == parameter
    assert found["type"] == "http://localhost:8000/api/#bad-parameter"
    assert (found["status"], found["instance"].startswith("/api/")) == (400, True)
    assert parameter is None or found["detail"].startswith(f"{parameter}=")


def test_a_source_that_was_removed_is_404(town: Any, api: Any) -> None:
    from standfirst.newsroom.models import Source

    Source.objects.filter(slug="easton-post").delete()
    assert "easton-post" in api.json("/api/publications?source=easton-post", 404)["detail"]


def test_a_day_that_no_network_has(api: Any) -> None:
    assert api.json("/api/editions/1066-10-14", 404)["status"] == 404


@pytest.mark.parametrize(
    "address",
    ["/api/nowhere", "/api/publications/", "/api//", "/api/../desk/", "/api/publications.html", "/api/index.html",
     "/api/%ff", "/api/publications/a/b", "/api/openapi.json/", "/api/Publications", "/api/%0A"],
)  # fmt: skip
def test_what_is_no_operation_is_404(api: Any, address: str) -> None:
    answer = api.client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    api.validate("Problem", json.loads(answer.content))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize("address", ["/api", "/api/", "/api/publications", "/api/nowhere", "/api/openapi.json"])
def test_other_methods_are_not_allowed(api: Any, method: str, address: str) -> None:
    answer = api.client.generic(method, address, b"{}", content_type="application/json")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer["Content-Type"] == "application/problem+json"
    assert "Access-Control-Allow-Origin" not in answer
    api.validate("Problem", json.loads(answer.content))


@pytest.mark.parametrize("error", [RuntimeError("secret"), StandfirstError("thing", "it cannot be"), MemoryError()])
def test_an_error_of_ours_tells_nothing_but_that_it_is(
    api: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("standfirst.publishing.api.publications.listing_of", broken)
    with caplog.at_level(logging.ERROR):
        found = api.json("/api/publications", 400 if isinstance(error, StandfirstError) else 500)
    assert "secret" not in json.dumps(found)
    assert "Traceback" not in json.dumps(found)
    if not isinstance(error, StandfirstError):
        assert api.client.get("/api/publications")["Cache-Control"] == "no-store"
        assert any(record.exc_info for record in caplog.records), "the log has what the answer has not"


def test_long_and_strange_addresses_are_repeated_safely(api: Any) -> None:
    found = api.json("/api/publications?limit=" + quote("<script>\u202e\x00") + "x" * 3000, 400)
    assert len(found["instance"]) <= 1000
    assert found["instance"].isascii()


#: Texts that are nearly right, and texts that are nothing.
near = st.sampled_from(
    ["1", "100", "2026-11-22", "0000-00-00", "9999-12-31", "en", "channel-6", "commentary", "hof8ipiu00", "1-1", "%00",
     "018f3c1e-7a5b-7c11-8d2e-2f4a6b8c9d0e", "rovers", '"', "-", "\x00", "\ud7ff", "漢", "'; --", "a\x00b",
     "2026-11-22\n"]
)  # fmt: skip
texts = near | st.text(max_size=30) | st.text(alphabet="0123456789abcdef-", max_size=40)
asked = st.sampled_from(operations.OPERATIONS)


@given(operation=asked, data=st.data())
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_makes_an_error_of_ours(town: Any, api: Any, operation: Operation, data: st.DataObject) -> None:
    path, pairs = operation.path, []
    for each in operation.parameters:
        if each.place == "path":
            value = data.draw(texts.filter(lambda text: text and "/" not in text), label=each.name)
            path = path.replace(f"{{{each.name}}}", quote(value, safe=""))
        elif data.draw(st.booleans()):
            pairs += [(each.name, data.draw(texts, label=each.name))]
    answer = Client(raise_request_exception=False).get(f"/api{path}?{urlencode(pairs)}")
    assert answer.status_code in (200, 400, 404), answer.content.decode()
    if path.count("/") == operation.path.count("/") and operations.at(path):
        api.check(answer, path)


@given(operation=asked, data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_value_that_its_schema_refuses_is_refused(
    town: Any, api: Any, operation: Operation, data: st.DataObject
) -> None:
    """And what no schema refuses is never refused for its form: the document is what judges."""
    from standfirst.publishing.api.parameters import read
    from standfirst.publishing.view import BadFilter

    for each in operation.parameters:
        text = data.draw(texts, label=each.name).strip()
        value: Any = text
        if each.kind.schema["type"] == "integer" and text.isascii() and text.isdigit() and len(text) < 10:
            value = int(text)
        allowed = jsonschema.Draft202012Validator(each.kind.schema, format_checker=FORMATS).is_valid(value)
        try:
            read(each, text)
        except BadFilter:
            assert not allowed, (each.name, text)
        else:
            assert allowed, (each.name, text)
