"""One publication as ninjs 3.1 (IPTC News in JSON). Entered in the list of formats by ``jsonfeed.py``.

The schema is closed: evidence has no place in it and stands in JSON Feed.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from standfirst.publishing import Entry, Network, View
from standfirst.publishing.formats.topics import topics
from standfirst.publishing.fragment import as_html, lead, mark_notes, not_stated, plain_statement
from standfirst.publishing.links import to
from standfirst.publishing.xml import line, stamp

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
NEWSCODES = "http://cv.iptc.org/newscodes"
#: Facts by kind → the property that holds such things.
NAMED = {"person": "people", "organisation": "organisations", "place": "places"}


def document(entry: Entry, network: Network) -> dict[str, Any]:
    """The ninjs object: ours, with the original as its information source and association."""
    notes = mark_notes(entry)
    found: dict[str, Any] = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "uri": f"urn:uuid:{entry.id}",
        "type": "text",
        "representationType": "full",
        "profile": entry.kind,
        "version": stamp(max(entry.updated, entry.published)),
        "firstCreated": stamp(entry.published),
        "versionCreated": stamp(max(entry.updated, entry.published)),
        "pubStatus": "usable",
        "language": entry.language or "und",
        "title": line(entry.headline),
        "headlines": [{"value": line(entry.headline)}],
        "descriptions": [{"role": "summary", "contentType": "text/plain", "value": lead(entry)}] if entry.lead else [],
        "bodies": _bodies(entry, network),
        "by": network.name,
        "copyrightHolder": entry.source.name,
        "usageTerms": usage_terms(entry),
        "edNote": " ".join(filter(None, [*(note.text for note in notes), not_stated(entry)])),
        "genres": [{"name": note.name, "uri": mark_uri(note.code, network), "literal": note.code} for note in notes],
        "subjects": _subjects(entry, network),
        "infoSources": [
            {
                "name": entry.source.name,
                "role": f"{NEWSCODES}/infosourcerole/originfo",
                **({"uri": entry.source.home} if entry.source.home else {}),
            }
        ],
        "associations": _associations(entry),
        "altIds": [{"role": "permalink", "value": entry.permalink}],
        "trustIndicators": [{"title": gettext("How this is made"), "href": f"{network.base_url}/about/method"}],
    }
    content = entry.content
    if content:
        kind = content.digital_source_type.rsplit("/", 1)[-1]
        if kind:
            found["digitalSourceType"] = {"name": kind, "uri": f"{NEWSCODES}/digitalsourcetype/{kind}"}
        for fact in content.facts:
            if fact.kind in NAMED:
                names = found.setdefault(NAMED[fact.kind], [])
                if {"name": fact.text} not in names:
                    names.append({"name": fact.text})
    return {name: value for name, value in found.items() if value not in ("", [])}


def usage_terms(entry: Entry) -> str:
    """Whose the words are, in our own."""
    return gettext("A summary. Rights in the original publication remain with %(source)s.") % {
        "source": entry.source.name
    }


def mark_uri(code: str, network: Network) -> str:
    """Where a mark is explained: its identifier."""
    return f"{network.base_url}/about/marks#{code}"


def _bodies(entry: Entry, network: Network) -> list[dict[str, Any]]:
    if entry.content is None or not entry.content.statements:
        return []
    text = "\n".join(plain_statement(statement, entry) for statement in entry.content.statements)
    return [
        {"role": "main", "contentType": "text/plain", "charCount": len(text), "value": text},
        {"role": "main", "contentType": "text/html", "value": as_html(entry, network)},
    ]


def _subjects(entry: Entry, network: Network) -> list[dict[str, Any]]:
    """Our sections, then IPTC media topics with the confidence of our filing."""
    subjects: list[dict[str, Any]] = [
        {"name": section[1], "uri": to(network, View("section", section[0]))}
        for section in (entry.section, entry.second_section)
        if section
    ]
    subjects += [
        {"name": line(topic.name), "uri": f"{NEWSCODES}/mediatopic/{topic.code}", "confidence": topic.confidence}
        for topic in topics(entry, network.language)
    ]
    return subjects


def _associations(entry: Entry) -> list[dict[str, Any]]:
    """The original, then the story's other originals."""
    original: dict[str, Any] = {
        "name": entry.content.original.title if entry.content else entry.headline,
        "rel": "original",
        "uri": entry.original,
        "type": "text",
        "contentCreated": stamp(entry.source_published),
    }
    if entry.content and entry.content.original.byline:
        original["by"] = entry.content.original.byline
    others = [{"name": name, "rel": "related", "uri": address, "type": "text"} for name, address in entry.related]
    return [original, *others]
