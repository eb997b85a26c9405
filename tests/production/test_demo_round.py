"""The demo's round, held to the table beside its articles: outcome, section, marks, right and rule of each."""

import pytest
from django.test import Client

from standfirst.editing.sections import load as load_sections
from standfirst.newsroom.models import Article, Publication, Revision, Source
from standfirst.newsroom.publications.saying import said_by
from standfirst.production.demo.expectations import Expectation, expectations
from standfirst.production.demo.network import build
from standfirst.production.demo.server import serve
from standfirst.production.demo.town import load
from standfirst.settings import Settings
from tests.publishing import documents
from tests.publishing.api.conftest import Asker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def wrong_with(expected: Expectation, article: Article, outcome: str) -> list[str]:
    """What differs from the table, in words; the first round's outcome is given, the rest is read from the records."""
    found = []
    if outcome not in expected.outcomes:
        found.append(f"is {outcome} ({article.rule}: {article.reason}), not {' or '.join(expected.outcomes)}")
    publication = Publication.objects.filter(article=article).first()
    if outcome not in ("brief", "card") or publication is None or publication.withdrawn:
        return found
    if outcome != "brief" and expected.rule and publication.rule != expected.rule:
        found.append(f"is a {outcome} by {publication.rule}, not by {expected.rule}")
    if expected.sections and publication.section not in expected.sections:
        found.append(f"is in {publication.section or 'no section'}, not in {' or '.join(expected.sections)}")
    marks = set(publication.marks) - {"summary", "corrected"}
    for code in set(expected.marks) - {"corrected"} - marks:
        found.append(f"lacks the mark {code}")
    for code in marks - set(expected.marks) - set(expected.may):
        found.append(f"has the mark {code}")
    content = said_by(publication)
    if content.original.rights.outcome != expected.rights:
        found.append(f"has the right {content.original.rights.outcome}, not {expected.rights}")
    if content.missing != expected.missing:
        found.append(f"says that {content.missing} is not stated, not {expected.missing}")
    if expected.notice and not (content.statements and content.statements[0].notice):
        found.append("does not say that the source does not answer")
    return found


def test_the_round_makes_of_each_article_what_an_editor_expects(tmp_path, shared):
    settings = Settings(
        tmp_path, {"allow_private": True, "host_delay": 0.0, "host_requests": 4, "contact": "test@example"}
    )
    with serve(load()) as running:
        first, second = build(settings, running)
        outcomes = {running.key_of(row.address): row.outcome for row in reversed(first.rows) if row.outcome != "known"}
        stories = {
            running.key_of(row.article.address): row.story_id for row in Publication.objects.select_related("article")
        }
        key_of = {str(article.pk): running.key_of(article.address) for article in Article.objects.all()}
    assert sum(first.counts.values()) == first.items
    articles = {key_of[str(article.pk)]: article for article in Article.objects.select_related("source")}
    table = expectations()
    assert set(outcomes) <= set(table)
    copies = [piece for piece in load().pieces if piece.body_from in stories and piece.key in stories]
    wrong = [
        f"{each.key} is in another story than {each.body_from}"
        for each in copies
        if stories[each.key] != stories[each.body_from]
    ]
    assert copies
    wrong += [
        f"{key} {each} [{expected.why}]"
        for key, expected in table.items()
        if key in outcomes
        for each in wrong_with(expected, articles[key], outcomes[key])
    ]
    missing = [key for key, expected in table.items() if key not in outcomes]
    assert not wrong + [f"{key} was never seen" for key in missing], "\n" + "\n".join(wrong)
    for key, expected in table.items():
        publication = Publication.objects.filter(article=articles[key]).first() if key in articles else None
        if expected.later == "corrected":
            assert publication is not None
            assert "corrected" in publication.marks, key
            assert Revision.objects.filter(publication=publication, correction=True).exists(), key
        if expected.later == "withdrawn":
            assert publication is not None
            assert publication.withdrawn, key
    assert second.counts["brief"] + second.counts["card"] == 0, "a second round publishes nothing twice"
    every_listing_is_valid_in_every_format(shared)
    asked, pages = Asker().crawl()
    assert len(asked) > Publication.objects.filter(withdrawn=None).count() < len(pages)


def every_listing_is_valid_in_every_format(shared) -> None:
    """Front page, sections, sources, marks and searches of the network just made, page after page, filters too."""
    client = Client()
    stems = ["/index", "/search?q=bridge", "/search?q=nothing-of-the-kind", "/index?lang=de"]
    stems += [f"/{section.slug}" for section in load_sections()]
    stems += [f"/source/{slug}" for slug in Source.objects.values_list("slug", flat=True)]
    stems += [f"/mark/{code}" for code in ("summary", "commentary", "subscription", "corrected")]
    seen = set()
    for stem in stems:
        found = {}
        for form in ("rss", "atom", "json", "xml", "csv"):
            path, mark, query = stem.partition("?")
            answer = client.get(f"{path}.{form}{mark}{query}")
            assert answer.status_code == 200, stem
            documents.check(form, answer.content, shared)
            found[form] = documents.ids(form, answer.content)
        assert len(set(map(tuple, found.values()))) == 1, stem
        seen.update(found["csv"])
    out = {f"urn:uuid:{id}" for id in Publication.objects.filter(withdrawn=None).values_list("id", flat=True)}
    assert seen <= out
    assert len(seen) > 0.9 * len(out)
