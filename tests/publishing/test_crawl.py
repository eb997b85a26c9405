"""A crawl of the demo's network: no dead link, no page without a way back, no format that differs from its view."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler

from standfirst.newsroom.models import Publication
from standfirst.production.demo.network import build
from standfirst.production.demo.server import serve
from standfirst.production.demo.town import load
from standfirst.publishing.serving.edge import Edge
from standfirst.publishing.uris import uri
from standfirst.settings import Settings
from tests.publishing import documents
from tests.publishing.crawling import Answer, Crawler, Link
from tests.publishing.validators import atom_rules, json_rules, nu, opml_rules, rss_rules
from tests.publishing.validators.rules import Document

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

BASE = "http://localhost:8000"
#: Filtered views that are looked at, of the thousands that chips lead to; and documents in all.
MOST_FILTERED, MOST = 240, 4000
#: Pages that the Nu HTML checker reads, those without filters first.
MOST_CHECKED = 300
FORMS = {
    "application/rss+xml": "rss", "application/atom+xml": "atom", "application/feed+json": "json",
    "application/vnd.iptc.g2.newsmessage+xml": "xml", "text/csv": "csv",
}  # fmt: skip
TABLES = {
    "application/rss+xml": rss_rules.TABLE, "application/atom+xml": atom_rules.TABLE,
    "application/feed+json": json_rules.TABLE, "text/x-opml": opml_rules.TABLE,
}  # fmt: skip


class Site:
    """The network's site, crawled: what was found, and what was left out."""

    def __init__(self) -> None:
        self.crawler = Crawler(Edge(WSGIHandler()), BASE)
        self.found: dict[str, list[Link]] = {}
        gone = Publication.objects.exclude(withdrawn=None).values_list("path", flat=True)
        self.gone = {BASE + uri(path) for path in gone}
        self.filtered: set[str] = set()
        self._walk([f"{BASE}/"])
        chosen = sorted(self.filtered, key=lambda address: hashlib.blake2b(address.encode()).digest())
        self.sampled = chosen[:MOST_FILTERED]
        self._walk(self.sampled, filters=True)

    def _walk(self, todo: list[str], *, filters: bool = False) -> None:
        """Everything that can be reached from ``todo``; links to filtered views are only noted."""
        todo = list(todo)
        while todo and len(self.found) < MOST:
            address = todo.pop()
            if address in self.found:
                continue
            answer = self.crawler.get(address)
            links = list(self.crawler.links(answer))
            self.found[address] = links
            for link in links:
                target = link.target.partition("#")[0]
                if not self.crawler.ours(target) or target in self.found or link.element == "form":
                    continue
                if urlsplit(target).query and not target.startswith(f"{BASE}/report?"):
                    self.filtered.add(target)
                    # A sampled view's formats and following pages belong to it; its chips lead to others.
                    if not (filters and link.relations & {"alternate", "next"}):
                        continue
                todo.append(target)

    def pages(self) -> Iterator[Answer]:
        """The pages that were found."""
        for address in self.found:
            answer = self.crawler.get(address)
            if answer.status == 200 and answer.media_type == "text/html":
                yield answer


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The demo's network as two rounds leave it."""
    settings = Settings(
        tmp_path / "network", {"allow_private": True, "host_delay": 0.0, "host_requests": 4, "contact": "test@example"}
    )
    with serve(load()) as running:
        build(settings, running)
    return Site()


def test_the_demo_network(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One network, crawled once; then everything that must hold of what was found."""
    wrong = [
        *dead_links(site), *pages_without_a_way_back(site), *wrong_canonicals(site), *wrong_types(site),
        *formats_that_differ(site), *wrong_validators(site), *broken_rules(site),
    ]  # fmt: skip
    assert not wrong, f"{len(wrong)} faults\n" + "\n".join(wrong[:40])
    with capsys.disabled():
        left = len(site.filtered) - len(site.sampled)
        print(f" {len(site.found)} documents, {len(site.sampled)} of {left + len(site.sampled)} filtered views", end="")
    assert len(site.found) < MOST, "the crawl did not come to its end"
    everything = {
        BASE + uri(path) for path in Publication.objects.filter(withdrawn=None).values_list("path", flat=True)
    }
    assert everything <= set(site.found), "a publication that no page leads to"
    assert site.gone
    led = {link.target for page in site.pages() for link in site.found.get(page.address, ())}
    assert not site.gone & led, "a page leads to what was taken down"
    addresses = {}
    for number, page in enumerate(sorted(site.pages(), key=lambda page: "?" in page.address)[:MOST_CHECKED]):
        addresses[f"{number:04}.html"] = page.address
        (tmp_path / f"{number:04}.html").write_bytes(page.body)
    found = nu.check(tmp_path, "--skip-non-html")
    assert not found, nu.shown(found, addresses)


def dead_links(site: Site) -> Iterator[str]:
    """Links that lead to nothing, or to a place that their page does not have."""
    for address, links in site.found.items():
        for link in links:
            target, _, fragment = link.target.partition("#")
            if not site.crawler.ours(target):
                if urlsplit(link.target).scheme not in ("http", "https"):
                    yield f"{address} links to {link.target}"
                continue
            if target not in site.found and link.element != "form":
                continue  # a filtered view beyond the sample
            answer = site.crawler.get(target)
            if target in site.gone and (link.element == "text" or target == address):
                continue  # a tombstone names what was taken down: its page says when and why
            if answer.status != 200:
                yield f"{address} links to {target}, which answers {answer.status}"
            elif fragment and answer.media_type == "text/html" and not _has(answer, unquote(fragment)):
                yield f"{address} links to {link.target}, and there is no such place"


def _has(answer: Answer, place: str) -> bool:
    return bool(answer.page.xpath("//*[@id=$id]", id=place))


def pages_without_a_way_back(site: Site) -> Iterator[str]:
    """Pages that link neither to the front page nor, for one on paper, to the publication; publications' sections."""
    sections = {uri(each.path): each.section for each in Publication.objects.all()}
    for answer in site.pages():
        targets = {link.target for link in site.found.get(answer.address, ()) if link.element == "a"}
        path = urlsplit(answer.address).path
        if path.endswith(".print.html"):
            if answer.address.replace(".print.html", ".html") not in targets:
                yield f"{answer.address} does not lead to its publication"
        elif f"{BASE}/" not in targets:
            yield f"{answer.address} does not lead to the front page"
        if sections.get(path) and f"{BASE}/{sections[path]}" not in targets:
            yield f"{answer.address} does not lead to its section"


def wrong_canonicals(site: Site) -> Iterator[str]:
    """Pages whose canonical address is not one, is not theirs, or leads elsewhere."""
    for answer in site.pages():
        said = [each.get("href") for each in answer.page.xpath("//link[@rel='canonical']")]
        listing = any("alternate" in link.relations for link in site.found.get(answer.address, ()))
        if len(said) != 1:
            if said or listing:
                yield f"{answer.address} has {len(said)} canonical addresses"
            continue
        own = answer.address.replace(".print.html", ".html")
        if own.startswith(f"{BASE}/report?"):
            own = own.partition("?")[0]  # one form, whatever it is about
        if said[0] != own:
            yield f"{answer.address} calls {said[0]} canonical"
        elif site.crawler.get(said[0]).status != 200:
            yield f"{answer.address}: its canonical address answers {site.crawler.get(said[0]).status}"


def wrong_types(site: Site) -> Iterator[str]:
    """Links whose media type is not that of what they lead to."""
    for address, links in site.found.items():
        for link in links:
            if link.type and link.element in ("a", "link") and link.target in site.found:
                answer = site.crawler.get(link.target)
                if answer.media_type != link.type:
                    yield f"{address} links to {link.target} as {link.type}, and it is {answer.media_type}"


def formats_that_differ(site: Site) -> Iterator[str]:
    """Views whose page and formats hold other publications, or in another order, or go on elsewhere."""
    by_path = {uri(each.path): f"urn:uuid:{each.id}" for each in Publication.objects.all()}
    seen = 0
    for answer in site.pages():
        alternates = {
            FORMS[link.type]: link.target
            for link in site.found.get(answer.address, ())
            if link.element == "link" and "alternate" in link.relations and link.type in FORMS
        }
        if len(alternates) < 2:
            continue
        seen += 1
        if set(alternates) != set(FORMS.values()):
            yield f"{answer.address} lacks formats: {sorted(set(FORMS.values()) - set(alternates))}"
        held = {form: documents.ids(form, site.crawler.get(target).body) for form, target in alternates.items()}
        for form, ids in held.items():
            if ids != held["csv"]:
                yield f"{answer.address}: {form} holds other publications than CSV"
        hrefs = answer.page.xpath("//main//*[self::h2 or self::h3]/a/@href | //main//ul[@class='register']//a/@href")
        shown = list(
            dict.fromkeys(by_path[path] for path in (urlsplit(href).path for href in hrefs) if path in by_path)
        )
        is_edition = bool(answer.page.xpath("//body[contains(concat(' ', @class, ' '), ' edition ')]"))
        if sorted(shown) != sorted(held["csv"]) if is_edition else shown != held["csv"]:
            yield f"{answer.address} shows other publications than its formats: {len(shown)} and {len(held['csv'])}"
        if is_edition and shown[:1] != held["csv"][:1]:
            yield f"{answer.address} leads with another publication than its formats"
        yield from _next_pages(site, answer, alternates, is_edition)
    if seen < 100:
        yield f"only {seen} views have formats"


def _next_pages(site: Site, answer: Answer, alternates: dict[str, str], is_edition: bool) -> Iterator[str]:
    """Every format goes on where the page does: to the same view's next page, in the same format."""
    following = [
        link.target for link in site.found[answer.address] if link.element == "link" and "next" in link.relations
    ]
    if is_edition:  # the page names its neighbours; the formats go on into the day before
        feed = json.loads(site.crawler.get(alternates["json"]).body)
        before = [link.target for link in site.found[answer.address] if "prev" in link.relations]
        stems = {feed.get("next_url", "").partition("?")[0].removesuffix(".json")}
        if stems != {address.partition("?")[0] for address in before} and (before or stems != {""}):
            yield f"{answer.address}: the edition before is {before}, its feed goes on to {stems}"
        return
    for form, target in alternates.items():
        header = site.crawler.get(target).headers.get("link", "")
        said = [part.partition(">")[0].lstrip("< ") for part in header.split(", <") if 'rel="next"' in part]
        wanted = []
        for address in following:
            stem, mark, query = address.partition("?")
            wanted.append(f"{stem}.{form}{mark}{query}")
        if said != wanted:
            yield f"{target} goes on to {said}, its page to {following}"


def broken_rules(site: Site) -> Iterator[str]:
    """Feeds and lists that break a rule of our tables."""
    for address in site.found:
        answer = site.crawler.get(address)
        table = TABLES.get(answer.media_type)
        if answer.status == 200 and table:
            kind = answer.headers["content-type"]
            for said in table.findings(Document(answer.body, answer.address, kind)):
                yield f"{address}: {said}"


def wrong_validators(site: Site) -> Iterator[str]:
    """Answers that differ between GET and HEAD, or that are sent again to whom has them."""
    for address in site.found:
        answer = site.crawler.get(address)
        if answer.status != 200:
            continue
        head = site.crawler.ask(answer.address, "HEAD")
        if (head.status, head.body, head.headers) != (200, b"", answer.headers):
            differing = {
                name for name in {*head.headers, *answer.headers} if head.headers.get(name) != answer.headers.get(name)
            }
            yield f"{address}: HEAD answers {head.status}, and otherwise {sorted(differing)}"
        if "public" not in answer.headers.get("cache-control", ""):
            continue
        again = site.crawler.ask(answer.address, HTTP_IF_NONE_MATCH=answer.headers.get("etag", '"none"'))
        if (again.status, again.body, again.headers.get("etag")) != (304, b"", answer.headers.get("etag")):
            yield f"{address}: answers {again.status} to whom has {answer.headers.get('etag')}"
