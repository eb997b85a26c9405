"""A crawler of our own site, through its WSGI application: asks, reads what links where, remembers both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

from django.test import RequestFactory
from lxml import html

from standfirst.publishing.uris import uri

#: Parts of a page's link: element, attribute.
LINKING = (("a", "href"), ("link", "href"), ("form", "action"), ("script", "src"), ("img", "src"))
#: Redirects in a row that are followed.
MOST_REDIRECTS = 3


@dataclass(frozen=True)
class Link:
    """A link that a document carries: where to (absolute), its relations, and the media type it names."""

    target: str
    relations: frozenset[str] = frozenset()
    type: str = ""
    element: str = "a"


@dataclass
class Answer:
    """What came back: the address asked for, status, headers by lower-case name, body."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip()

    @property
    def page(self) -> Any:
        """The document as HTML."""
        return html.document_fromstring(self.body)


@dataclass
class Crawler:
    """Asks ``application``; ``base`` is the site's address, without a slash at its end."""

    application: Any
    base: str
    answers: dict[str, Answer] = field(default_factory=dict)

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """One request, as a server hands it on."""
        parts = urlsplit(address)
        environ = RequestFactory().generic(method, parts.path or "/", QUERY_STRING=parts.query, **headers).environ
        # As PEP 3333 has it: the path's bytes as Latin-1. Django's request has decoded it.
        environ |= {"HTTP_HOST": parts.netloc, "PATH_INFO": unquote_to_bytes(parts.path or "/").decode("latin-1")}
        started: list[tuple[str, list[tuple[str, str]]]] = []
        body = b"".join(self.application(environ, lambda status, given, exc=None: started.append((status, given))))
        status, given = started[-1]
        return Answer(address, int(status.split()[0]), {name.lower(): value for name, value in given}, body)

    def get(self, address: str) -> Answer:
        """The answer at an address without its fragment, redirects followed; asked once."""
        address = address.partition("#")[0]
        if address not in self.answers:
            answer = self.ask(address)
            for _ in range(MOST_REDIRECTS):
                if answer.status not in (301, 302, 303, 307, 308):
                    break
                answer = self.ask(urljoin(answer.address, answer.headers["location"]))
            self.answers[address] = answer
        return self.answers[address]

    def ours(self, address: str) -> bool:
        """Whether an address is on the site."""
        return address == self.base or address.startswith(f"{self.base}/")

    def links(self, answer: Answer) -> Iterator[Link]:
        """The links of a document: a page's own, and every absolute address of ours in any other format."""
        if answer.media_type == "text/html":
            yield from self._of_page(answer)
        elif answer.media_type.startswith(("application/", "text/")) and "css" not in answer.media_type:
            pattern = re.escape(self.base) + r"(?:/[^\s\"'<>\\,|]*)?"
            for found in dict.fromkeys(re.findall(pattern, answer.body.decode().replace("&amp;", "&"))):
                target = uri(found.rstrip(".,;:)"))
                yield Link(f"{target}/" if target == self.base else target, element="text")

    def _of_page(self, answer: Answer) -> Iterator[Link]:
        for element, attribute in LINKING:
            for each in answer.page.iter(element):
                target = (each.get(attribute) or "").strip()
                if not target or target.startswith(("mailto:", "data:")):
                    continue
                relations = frozenset((each.get("rel") or "").split())
                yield Link(uri(urljoin(answer.address, target)), relations, each.get("type") or "", element)
