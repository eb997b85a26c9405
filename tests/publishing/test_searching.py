"""The page of search and the filters beside a listing, over HTTP."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client
from lxml import html

from standfirst.newsroom import counts
from standfirst.newsroom.models import Publication, Source
from standfirst.publishing.pages import highlight
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
SPORT = factory.SECTIONS[0]


def page(site: Client, address: str, status: int = 200) -> html.HtmlElement:
    answer = site.get(address)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return html.document_fromstring(answer.content.decode())


def search(site: Client, query: str, more: str = "") -> html.HtmlElement:
    return page(site, f"/search?q={quote(query)}{more}")


def chips(found: html.HtmlElement) -> dict[str, str]:
    """Chips' texts, with where each leads."""
    links = found.cssselect("ul.chips a.chip")
    return {" ".join(each.text_content().split()).removeprefix("Remove filter "): each.get("href") for each in links}


def test_words_are_marked_in_headline_statement_and_source(site: Client) -> None:
    factory.make_publication(1, headline="Kran <in> Łódź & more")
    found = search(site, "lodz idris channel")
    row = found.cssselect("article.brief")[0]
    assert [each.text for each in row.cssselect("mark")] == ["Łódź", "Idris", "Channel"]
    assert row.cssselect("h3")[0].text_content() == "Kran <in> Łódź & more"
    assert not page(site, f"/{SPORT}").cssselect("mark")
    assert [each.text for each in page(site, "/?q=kran").cssselect("mark")] == ["Kran", "Kran"]


def test_a_match_further_down_is_shown_in_a_piece_of_its_statement(site: Client) -> None:
    factory.make_publication(1)
    (also,) = search(site, '"quay ground"').cssselect(".also")
    assert also.text_content() == "Harwick play Easton at the Quay Ground on Saturday."
    assert [each.text for each in also.cssselect("mark")] == ["Quay Ground"]
    assert not search(site, "rovers").cssselect(".also")
    (byline,) = search(site, "author:ortega").cssselect(".also")
    assert byline.text_content() == "By Nell Ortega"


def test_in_a_page_from_right_to_left_words_are_marked_too(site: Client) -> None:
    factory.make_publication(1, source=factory.make_source(*factory.SOURCES[3]))
    row = search(site, "الميناء").cssselect("article.brief")[0]
    assert row.cssselect("h3")[0].get("dir") == "rtl"
    assert {each.text for each in row.cssselect("mark")} == {"الميناء"}


def test_each_term_is_a_chip_that_removes_itself_alone(site: Client, made: list[Publication]) -> None:
    found = chips(search(site, 'rovers "in round" -kran source:channel-6', "&lang=en"))
    assert list(found) == [
        "Language: English ×", "Words: rovers ×", 'Words: "in round" ×', "Without: kran ×",
        "Source: Channel 6 Harwick ×",
    ]  # fmt: skip
    assert found["Without: kran ×"] == "/search?lang=en&q=" + quote('rovers "in round" source:channel-6', safe="")
    for href in found.values():
        assert site.get(href).status_code == 200


def test_an_empty_result_says_what_to_remove(site: Client, made: list[Publication]) -> None:
    found = search(site, "rovers nothingatall", "&lang=de")
    links = {each.text_content(): each.get("href") for each in found.cssselect(".empty li a")}
    assert links == {
        "Remove the filter “Language: German”": "/search?q=rovers%20nothingatall",
        "Remove the filter “Words: rovers”": "/search?lang=de&q=nothingatall",
        "Remove the filter “Words: nothingatall”": "/search?lang=de&q=rovers",
    }
    alone = search(site, "&&&").cssselect(".empty")[0].text_content()
    assert "Nothing was found for “&&&”." in alone
    assert "Only whole words are found" in alone


@pytest.mark.parametrize(
    "query",
    ['"', "-", "headline:", '-headline:"', "* ^ (", "NEAR(", "a:b:c", "\x00", "mark:nice", "source:nobody", "lang:tlh",
     "section:", "%", "-x", "\u202e", "'; DROP TABLE newsroom_search; --", "京", "🏴", "x" * 200],
)  # fmt: skip
def test_no_search_is_wrong(site: Client, made: list[Publication], query: str) -> None:
    for form in ("", ".rss", ".json", ".csv"):
        assert site.get(f"/search{form}?q={quote(query)}").status_code == 200
    assert site.get(f"/{SPORT}?q={quote(query)}").status_code == 200
    assert site.get(f"/?q={quote(query)}").status_code == 200


def test_only_what_is_too_long_is_refused(site: Client, made: list[Publication]) -> None:
    assert "longer than 200" in site.get("/search?q=" + "x" * 201).content.decode()
    assert site.get("/search?q=" + "x" * 201).status_code == 400
    assert chips(page(site, "/search?q=rovers&q=-kran")).keys() == {"Words: rovers ×", "Without: kran ×"}


def test_the_page_explains_itself_and_keeps_the_dates(site: Client, made: list[Publication]) -> None:
    found = search(site, "rovers", "&from=2026-11-01&source=channel-6")
    hints = found.cssselect("details.hints")[0].text_content()
    assert all(each in hints for each in ('"harbour wall"', "-harbour", "headline:", "source:", "mark:", "lang:en"))
    form = found.cssselect(".filters form")[0]
    assert dict(form.form_values()) == {"source": "channel-6", "q": "rovers", "from": "2026-11-01", "to": ""}
    assert {each.get("name") for each in form.cssselect("input[type=date]")} == {"from", "to"}
    assert form.get("method") == "get"


def numbers(found: html.HtmlElement) -> dict[str, str]:
    """The choices offered, with the numbers beside them."""
    rows = (" ".join(each.text_content().split()) for each in found.cssselect(".filters li"))
    cut = (re.fullmatch(r"(.*?)(?: ([\d,]+\+?))?", each) for each in rows)
    return {each[1]: each[2] or "" for each in cut if each}


def test_numbers_beside_the_choices(site: Client, made: list[Publication], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = numbers(page(site, "/search"))
    assert whole["Channel 6 Harwick"] == "12"
    assert whole["Commentary"] == "16"
    inside = numbers(page(site, f"/{SPORT}"))
    own = [each for each in made if SPORT in (each.section, each.second_section)]
    assert inside["Channel 6 Harwick"] == str(sum(each.source.slug == "channel-6" for each in own))
    assert inside["German"] == str(sum(each.language == "de" for each in own))
    # A choice leads to as many as it says; one that would lead to none is not offered.
    for address in (
        f"/{SPORT}?source=channel-6",
        "/search?q=rovers",
        "/search?q=rovers&mark=commentary",
        "/source/al-marsa",
    ):
        for link in page(site, address).cssselect(".filters li a"):
            said = link.getnext()
            assert said is not None
            left = site.get(unescape(link.get("href")).replace("/search?", "/search.csv?")).content.decode()
            if "/search" in link.get("href") and "source=" not in link.get("href"):
                assert left.count("\r\n") - 1 == min(int(said.text), 30), link.get("href")


def test_a_month_is_a_choice_of_both_days(site: Client) -> None:
    factory.make(5)
    factory.make(3, end=factory.NOON.replace(month=9))
    offered = page(site, "/search").cssselect("#add-month + ul a")
    assert {each.text_content(): each.get("href") for each in offered} == {
        "November 2026": "/search?from=2026-11-01&to=2026-11-30",
        "September 2026": "/search?from=2026-09-01&to=2026-09-30",
    }
    assert numbers(page(site, "/search"))["September 2026"] == "3"
    assert not page(site, "/search?from=2026-11-01").cssselect("#add-month")


def test_how_many_were_found_is_said_up_to_a_bound(
    site: Client, made: list[Publication], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "24 publications" in search(site, "rovers").text_content()
    assert "36 publications" in search(site, "-kran").text_content()
    monkeypatch.setattr("standfirst.newsroom.listings.facets.LOOKED", 34)
    counts.touch()
    found = search(site, "-kran")
    assert "34 publications or more" in found.text_content()
    assert all(each.endswith("+") for each in numbers(found).values() if each)
    assert "publications" not in site.get("/search.rss?q=-kran").content.decode()


def test_exports_count_nothing(site: Client, made: list[Publication], monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("an export asked for numbers")

    monkeypatch.setattr("standfirst.newsroom.listings.facets.look", never)
    monkeypatch.setattr(highlight, "entries", never)
    for form in ("rss", "atom", "json", "xml", "csv"):
        assert site.get(f"/search.{form}?q=rovers").status_code == 200
        assert "<mark>" not in site.get(f"/search.{form}?q=rovers").content.decode()


def test_a_value_that_never_was_is_400_and_one_that_was_removed_404(site: Client, made: list[Publication]) -> None:
    Source.objects.get(slug="al-marsa").delete()
    for address, status, said in (
        (f"/{SPORT}?source=nobody", 400, "source=nobody"),
        (f"/{SPORT}?source=al-marsa", 404, "this source was removed"),
        ("/source/al-marsa", 404, "this source was removed"),
        (f"/{SPORT}?lang=tlh", 400, "lang=tlh"),
        (f"/{SPORT}?mark=nice", 400, "mark=nice"),
        (f"/{SPORT}?from=2026-13-01", 400, "from=2026-13-01"),
        (f"/{SPORT}?source=der-hafenbote&lang=en", 200, "Remove the filter “Language: English”"),
    ):
        assert said in page(site, address, status).text_content(), address
