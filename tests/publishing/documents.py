"""Each format's document read back, and checked by its own standard."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
from lxml import etree

NAR = "{http://iptc.org/std/nar/2006-10-01/}"
ATOM = "{http://www.w3.org/2005/Atom}"
TOMB = "{http://purl.org/atompub/tombstones/1.0}"


@cache
def newsml(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "schemas/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd"))


def check_schema(shared: Path, name: str, document: Any) -> None:
    """Validate; what the schema only refers to (GeoJSON) is left open."""
    from referencing import Registry, Resource

    registry = Registry(retrieve=lambda uri: Resource.from_contents({}, default_specification=_draft()))
    schema = json.loads((shared / "schemas" / name).read_bytes())
    kind = jsonschema.validators.validator_for(schema)
    kind(schema, registry=registry, format_checker=kind.FORMAT_CHECKER).validate(document)


def _draft() -> Any:
    from referencing.jsonschema import DRAFT202012

    return DRAFT202012


def ids(form: str, body: bytes) -> list[str]:
    """The identifiers of a listing's document, in order."""
    if form == "rss":
        return [each.findtext("guid") for each in etree.fromstring(body).iter("item")]
    if form == "atom":
        return [each.findtext(f"{ATOM}id") for each in etree.fromstring(body).iter(f"{ATOM}entry")]
    if form == "json":
        return [each["id"] for each in json.loads(body)["items"]]
    if form == "xml":
        found = [each.get("guid") for each in etree.fromstring(body).iter(f"{NAR}newsItem")]
        assert found == [each.get("residref") for each in etree.fromstring(body).iter(f"{NAR}itemRef")]
        return found
    return [row["id"] for row in rows(body)]


def rows(body: bytes) -> list[dict[str, str]]:
    assert body.count(b"\r\n") >= 1
    return list(csv.DictReader(io.StringIO(body.decode(), newline="")))


def check(form: str, body: bytes, shared: Path | None) -> None:
    """Everything that the format's standard asks, as far as a program can tell."""
    if form in ("rss", "atom"):
        parsed = feedparser.parse(io.BytesIO(body))
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert len(parsed.entries) == len(ids(form, body))
        assert parsed.feed.title
        assert all(each.link.startswith("http") and each.id.startswith("urn:uuid:") for each in parsed.entries)
    elif form == "json":
        if shared:
            check_schema(shared, "jsonfeed/schema-v1.1.json", json.loads(body))
    elif form == "xml":
        if shared:
            newsml(shared).assertValid(etree.fromstring(body))
    else:
        assert all(None not in row and None not in row.values() for row in rows(body))
