"""What each operation answers, each answer held to its own description (conftest.py)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from standfirst.newsroom.models import Publication, Story
from standfirst.publishing.api.problems import KINDS
from tests.newsroom import factory

BASE = "http://localhost:8000"
Town = Mapping[str, Publication]


def every(api: Any, address: str) -> list[Any]:
    """All items of an answer that goes on, by following ``next`` as it is."""
    items: list[Any] = []
    pages = 0
    while address:
        found = api.get(address)
        body = json.loads(found.content)
        items += body["items"]
        if body["next"]:
            assert f'<{body["next"]}>; rel="next"; type="application/json"' in found["Link"]
        else:
            assert 'rel="next"' not in found["Link"]
        address, pages = body["next"], pages + 1
        assert pages < 99
    assert pages > 1, "a test of pages has several"
    return items


def test_every_example_of_the_page_is_answered(town: Town, api: Any) -> None:
    index = json.loads(api.client.get("/api/", headers={"accept": "application/json"}).content)
    api.validate("Index", index)
    assert {each["name"] for each in index["operations"]} == {
        path["get"]["operationId"] for path in api.document["paths"].values()
    }
    page = api.client.get("/api/").content.decode()
    for each in index["operations"]:
        found = api.json(each["example"])
        assert found.get("items", True), f"{each['example']} shows nothing"
        assert each["example"].removeprefix(BASE).replace("&", "&amp;") in page


def test_every_address_inside_is_answered_and_every_page_is_there(town: Town, api: Any) -> None:
    asked, pages = api.crawl()
    out = Publication.objects.filter(withdrawn=None)
    assert {f"{BASE}/api/publications/{id}" for id in out.values_list("id", flat=True)} <= asked
    assert {f"{BASE}/api/stories/{id}" for id in Story.objects.values_list("id", flat=True)} <= asked
    assert {BASE + path for path in out.values_list("path", flat=True)} <= pages
    for address in sorted(pages)[::5]:
        assert api.client.get(address.removeprefix(BASE)).status_code == 200, address


def test_publications_page_by_page_are_those_that_are_out(town: Town, api: Any) -> None:
    found = [each["id"] for each in every(api, "/api/publications?limit=7")]
    out = Publication.objects.filter(withdrawn=None).order_by("-position").values_list("id", flat=True)
    assert found == [f"urn:uuid:{id}" for id in out]


@pytest.mark.parametrize(
    ("query", "feed"),
    [
        ("section=sports-and-competition", "/sports-and-competition.json"),
        ("section=sports-and-competition&source=channel-6&source=al-marsa", "/sports-and-competition.json?source=channel-6&source=al-marsa"),  # noqa: E501
        ("source=der-hafenbote&mark=commentary", "/source/der-hafenbote.json?mark=commentary"),
        ("mark=commentary&lang=ar", "/mark/commentary.json?lang=ar"),
        ("q=rovers&from=2026-11-22&to=2026-11-22", "/search.json?q=rovers&from=2026-11-22&to=2026-11-22"),
    ],
)  # fmt: skip
def test_the_same_filters_give_the_same_publications_as_feeds(town: Town, api: Any, query: str, feed: str) -> None:
    found = api.json(f"/api/publications?{query}&limit=30")["items"]
    fed = json.loads(api.client.get(feed).content)["items"]
    assert fed
    assert [each["id"] for each in found] == [each["id"] for each in fed]
    for ours, theirs in zip(found, fed, strict=True):
        more = theirs["_standfirst"]
        same = ("statements", "facts", "filing", "checks", "rights", "missing", "traced", "kind", "reason")
        assert {name: ours[name] for name in same} == {name: more[name] for name in same}
        assert ours["provenance"]["versions"] == more["versions"]
        assert [each["evidence"] for each in ours["marks"]] == [each["evidence"] for each in more["marks"]]


def test_a_story_is_a_filter_too(town: Town, api: Any) -> None:
    latest = town["latest"]
    found = api.json(f"/api/publications?story={latest.story_id}&section=sports-and-competition")["items"]
    assert [each["id"] for each in found] == [f"urn:uuid:{latest.id}", f"urn:uuid:{town['other'].id}"]
    assert found[0]["others"] == [{"source": "Easton Post", "address": town["other"].original}]


def test_one_publication_by_either_form_of_its_identifier(town: Town, api: Any) -> None:
    corrected = town["corrected"]
    found = api.json(f"/api/publications/{corrected.id}")
    assert found == api.json(f"/api/publications/urn:uuid:{corrected.id}")
    assert found["url"] == BASE + corrected.path
    assert [each["note"] for each in found["changes"]] == ["The figure was of 202.", "The figure was of 201."]
    assert found["statements"][0]["evidence"][0]["end"] > 0
    assert found["provenance"]["checked_by_person"] is False
    card = api.json(f"/api/publications/{town['card'].id}")
    assert (card["kind"], card["reason"], card["facts"]) == ("card", "The page asks for no snippet.", [])
    assert card["rights"]["signals"] == [{"kind": "robots-meta", "value": "nosnippet", "where": '<meta name="robots">'}]


def test_what_was_withdrawn_is_gone_and_says_why(town: Town, api: Any) -> None:
    gone = town["gone"]
    found = api.json(f"/api/publications/{gone.id}", 410)
    assert found["type"] == f"{BASE}/api/#withdrawn"
    assert (found["id"], found["reason"]) == (f"urn:uuid:{gone.id}", "The publisher asked for it.")
    assert found["url"].endswith("/gr%C3%B6%C3%9Fe.html")
    assert gone.headline not in json.dumps(found, ensure_ascii=False)
    assert f"urn:uuid:{gone.id}" not in [each["id"] for each in api.json("/api/publications?limit=100")["items"]]


def test_the_first_page_names_what_was_withdrawn_lately(town: Town, api: Any) -> None:
    from django.utils import timezone

    now = timezone.now()
    late = factory.make_publication(70, withdrawn=now)
    first = api.json("/api/publications?limit=5")
    assert [each["id"] for each in first["withdrawn"]][:1] == [f"urn:uuid:{late.id}"]
    assert api.json(first["next"])["withdrawn"] == []
    assert api.json("/api/publications?section=media-and-entertainment")["withdrawn"] == []


def test_sources_page_by_page_with_their_rights(town: Town, api: Any) -> None:
    found = {each["slug"]: each for each in every(api, "/api/sources?limit=2")}
    assert list(found) == sorted(found)
    assert len(found) == 6
    easton = found["easton-post"]
    assert easton == api.json("/api/sources/easton-post")
    assert (easton["rights"]["outcome"], easton["rights"]["judged"]) == ("card", "2026-11-21")
    assert easton["counts"]["publications"] == 1
    assert [each["value"] for each in easton["rights"]["signals"]] == ["nosnippet", "search=y"]
    assert [each["address"] for each in easton["feeds"]] == ["https://easton-post.example/feed.xml"]
    assert (found["ausgang"]["state"], found["ausgang"]["rights"]["outcome"]) == ("opted-out", "card")
    assert found["ausgang"]["home"] is None


def test_stories_page_by_page(town: Town, api: Any) -> None:
    found = every(api, "/api/stories?limit=20")
    assert len(found) == Story.objects.count()
    assert [each["id"] for each in found] == sorted((each["id"] for each in found), reverse=True)
    shared = next(each for each in found if each["id"] == str(town["latest"].story_id))
    assert (shared["publications"], shared["sources"]) == (2, ["channel-6", "easton-post"])
    assert shared["headline"] == town["latest"].headline
    whole = api.json(shared["href"])
    assert [each["id"] for each in whole["items"]] == [f"urn:uuid:{town[name].id}" for name in ("latest", "other")]
    assert whole["next"] is None


def test_a_long_story_goes_on_in_its_publications(town: Town, api: Any) -> None:
    story = f"/api/stories/{town['latest'].story_id}?limit=1"
    found = api.json(story)
    assert [each["id"] for each in found["items"]] == [f"urn:uuid:{town['latest'].id}"]
    rest = api.json(found["next"])
    assert [each["id"] for each in rest["items"]] == [f"urn:uuid:{town['other'].id}"]
    assert rest["next"] is None


def test_a_story_of_which_nothing_is_out(town: Town, api: Any) -> None:
    found = api.json(f"/api/stories/{town['gone'].story_id}")
    assert (found["publications"], found["items"], found["headline"], found["latest"]) == (0, [], "", None)


def test_editions_by_day_with_reasons(town: Town, api: Any) -> None:
    days = every(api, "/api/editions?limit=1")
    assert [each["day"] for each in days] == ["2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19"]
    edition = api.json(days[0]["href"])
    fed = json.loads(api.client.get("/2026/11/22.json").content)["items"]
    assert [each["publication"]["id"] for each in edition["items"]] == [each["id"] for each in fed]
    assert all(each["reason"] and each["rule"] for each in edition["items"])
    assert edition["next"] == days[1]["href"]
    assert api.json("/api/editions/2026-01-05") == {
        "day": "2026-01-05", "url": f"{BASE}/2026/01/05", "items": [], "next": None,
    }  # fmt: skip


def test_corrections_page_by_page(town: Town, api: Any) -> None:
    found = every(api, "/api/corrections?limit=1")
    assert [each["note"] for each in found] == ["The figure was of 202.", "The figure was of 201."]
    assert {each["publication"] for each in found} == {f"urn:uuid:{town['corrected'].id}"}
    assert api.json(found[0]["href"])["id"] == found[0]["publication"]


def test_sections_marks_and_status(town: Town, api: Any) -> None:
    sections = api.json("/api/sections")["items"]
    sport = next(each for each in sections if each["slug"] == "sports-and-competition")
    assert sport["publications"] == len(every(api, sport["href"] + "&limit=5"))
    assert api.client.get(sport["feeds"]["atom"].removeprefix(BASE)).status_code == 200
    marks = {each["code"]: each for each in api.json("/api/marks")["items"]}
    assert marks["commentary"]["publications"] == 16
    status = api.json("/api/status")
    assert (status["publications"], status["sources"]) == (50, 5)
    assert status["latest_round"].startswith("2026-11-22T12:00:00")


def test_an_empty_network_answers_everything(db: None, api: Any) -> None:
    for path, operation in api.document["paths"].items():
        if "{" not in path:
            found = api.json(path)
            if operation["get"]["operationId"] not in ("sections", "marks", "status"):
                assert (found["items"], found["next"]) == ([], None)
    assert api.client.get("/api/").status_code == 200


def test_the_language_is_the_networks(town: Town, api: Any, settings: Any) -> None:
    from django.utils import translation

    settings.LANGUAGE_CODE = "de"
    with translation.override("de"):
        found = api.json(f"/api/publications/{town['latest'].id}")
    assert found["marks"][0]["text"] == "Diese Meldung fasst eine andere Veröffentlichung zusammen."


def test_validators_conditions_and_head(town: Town, api: Any) -> None:
    for address in ("/api/", "/api/openapi.json", "/api/publications?limit=2", f"/api/publications/{town['card'].id}"):
        answer = api.client.get(address)
        assert (answer.status_code, answer.cookies) == (200, {})
        assert "stale-while-revalidate" in answer["Cache-Control"]
        assert answer.get("X-Robots-Tag", "") == ("" if address == "/api/" else "noindex")
        again = api.client.get(address, headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
        head = api.client.head(address)
        assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
        ("application/json", "application/json"),
        ("application/json;q=0.9, text/html;q=0.1", "application/json"),
        ("image/png", "text/html; charset=utf-8"),
    ],
)
def test_the_front_is_a_page_or_an_index(db: None, accept: str, kind: str) -> None:
    answer = Client().get("/api/", headers={"accept": accept})
    assert answer["Content-Type"] == kind
    assert answer["Vary"] == "Accept, Accept-Encoding"
    assert 'openapi.json>; rel="service-desc"' in answer["Link"]


def test_without_the_slash_it_leads_to_the_front(db: None) -> None:
    answer = Client().get("/api")
    assert (answer.status_code, answer["Location"]) == (308, f"{BASE}/api/")


def test_a_page_costs_a_bounded_number_of_queries(town: Town, api: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    costs = []
    api.json("/api/publications?limit=1")  # what is remembered for a data version
    for limit in (2, 40):
        with CaptureQueriesContext(connection) as queries:
            api.json(f"/api/publications?limit={limit}")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12


def test_unknown_identifiers_are_404(town: Town, api: Any) -> None:
    day = (factory.NOON + timedelta(days=9)).date()
    for address in (f"/api/publications/{uuid4()}", f"/api/stories/{uuid4()}", "/api/sources/nobody"):
        found = api.json(address, 404)
        assert (found["status"], found["instance"]) == (404, address)
    assert api.json(f"/api/editions/{day}")["items"] == []


def test_the_guide_shows_what_is_answered(town: Town, api: Any) -> None:
    guide = (Path(__file__).parents[3] / "docs" / "guide" / "api.md").read_text(encoding="utf-8")
    shown = re.findall(r"http://localhost:8000/api/[^\s'\"#]+", guide)
    assert len(shown) > 6
    for address in shown:
        assert api.get(address).status_code == 200, address
    for path in api.document["paths"]:
        assert f"`{path}`" in guide, f"the guide leaves {path} out"
    for kind in KINDS:
        assert f"| {kind.status} | `#{kind.name}` |" in guide
    problem = json.loads(re.findall(r"```json\n(.*?)```", guide, re.DOTALL)[0])
    assert api.json(problem["instance"], problem["status"]) == problem


def test_a_network_of_files_says_that_it_has_no_api(town: Town) -> None:
    from standfirst.publishing.api.page import without

    page = without()
    assert "openapi" not in page
    assert "/api/publications" not in page
    assert 'href="/feeds"' in page
