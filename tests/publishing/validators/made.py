"""Networks for the validators: full, one publication, none, corrected, withdrawn, hostile; and the views of each."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

from standfirst.newsroom import counts
from standfirst.newsroom.models import Publication, PublicationMark, Revision, Source, Story, Tally
from standfirst.publishing import View
from standfirst.publishing.view import address
from tests.newsroom import factory
from tests.newsroom.factory import NOON, SECTIONS

#: What a publisher's headline can do to a document: end it, open another, turn it round, overflow it.
HEADLINES = (
    "]]> ends a section <![CDATA[ and opens another <!-- and a comment",
    "Tom &amp; Jerry &lt;b&gt; &#39;quoted&#x27; &nbsp; &copy 2026 R&D at AT&T, Q&A1",
    "</title><script>alert(1)</script><img src=x onerror=alert(2)> <b>bold</b> news",
    "How to use the <br> element, 1 < 2 > 0, and a<b",
    "=cmd|'/c calc'!A0",
    "+44 20 7946 0958 is the new number",
    "-1 degrees at the harbour",
    "@harwick replies",
    "\tA tab, a \r return and \n a line \u2028 separator \u2029 too",
    "\"Quoted\", 'quoted' and `quoted`; {{ 7 * 7 }} {% raw %} %(name)s %s",
    "Control \x01\x07\x0b\x0c\x1f\x7f\x85\x9c and \ufffe\uffff non-characters, \ufffd replaced",
    "👩‍🚀🏳️‍🌈 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠜎𠜱 🇩🇪 four bytes each",
    "مرحبا \u202eyletaredro\u202c \u2067isolated\u2069 بالعالم",
    "שלום עולם \u200f and \u200e marks",
    "漢字と仮名、한글, ไทย, हिन्दी, ქართული, አማርኛ, ελληνικά, кириллица",
    "e\u0301 composed and zero\u200bwidth\ufeff and soft\u00adhyphen",
    "Long " + "word " * 400 + "end",
    "Unbroken" + "x" * 3000,
    "../../etc/passwd javascript:alert(1) https://harwick.example/?a=1&b=2",
)
#: Addresses as publishers write them.
ADDRESSES = (
    'https://hostile.example/a b"c<d>é?x=1&y=[2]&z={3}|4^5#top#again',
    "https://hostile.example/%zz/100%/\\back",
    "https://bücher.example/straße?q=ü",
    "http://[2001:db8::7]:8080/news?a[]=1",
    "https://hostile.example/" + "long/" * 300,
)


def full() -> None:
    """Forty-eight publications of every kind, some corrected, one withdrawn, one told by several sources."""
    made = factory.make(48)
    story = made[0].story
    for n, (slug, name, language) in enumerate(factory.SOURCES[1:]):
        factory.make_publication(n, source=factory.make_source(slug, name, language), story=story)
    _correct(made[2])
    factory.make_publication(3, withdrawn=NOON)


def single() -> None:
    """One publication."""
    factory.make_publication(1)


def empty() -> None:
    """A network before its first round."""


def corrected() -> None:
    """Every publication corrected, all in the same second."""
    for n in range(8):
        _correct(factory.make_publication(n, marks=("summary", "commentary")))


def withdrawn() -> None:
    """A view with withdrawals among its rows, and one with nothing else."""
    for n in range(6):
        factory.make_publication(n, withdrawn=NOON if n % 2 else None)
    gone = factory.make_source("gone", "Gone Gazette")
    for n in range(3):
        factory.make_publication(n, source=gone, section=SECTIONS[1], withdrawn=NOON)
    Source.objects.filter(slug="gone").update(state=Source.State.OPTED_OUT)


def hostile() -> None:
    """Texts and addresses that mean harm, from sources whose names do too."""
    story = Story.objects.create(slug="größe-漢字")
    for n, headline in enumerate(HEADLINES):
        source = factory.make_source(
            ("hostile", "einheit-ß", "al-marsa")[n % 3],
            ("A & B <C> &amp; </b> \x08\u202e", "Größe ]]> 'x' \"y\"", "المرسى")[n % 3],
            ("en", "de", "ar")[n % 3],
        )
        made = factory.make_publication(
            n, source=source, headline=headline, section=SECTIONS[n % 3], slug=f"größe-漢字-हिन्दी-{n}",
            story=story if n % 5 == 0 else None, kind="card" if n % 6 == 5 else "brief",
            marks=("summary", "commentary") if n % 2 else ("summary",),
        )  # fmt: skip
        made.original = ADDRESSES[n % len(ADDRESSES)]
        made.lead = headline
        made.said.content["statements"][0]["text"] = headline
        made.said.content["original"] |= {"title": headline, "address": made.original, "byline": headline[:200]}
        made.said.content["missing"] = [headline[:200]]
        if n == 3:
            made.language = made.said.content["original"]["language"] = ""
        made.save()
        made.said.save()


def _correct(publication: Publication) -> None:
    """What a correction leaves behind."""
    publication.corrected = publication.updated = NOON + timedelta(hours=1)
    publication.marks = [*publication.marks, "corrected"]
    mark = {**publication.said.content["marks"][0], "code": "corrected", "reason": "The attendance was corrected."}
    publication.said.content["marks"] = [*publication.said.content["marks"], mark]
    publication.save()
    publication.said.save()
    PublicationMark.objects.create(publication=publication, code="corrected")
    counts.add([(("mark", "corrected"), 1)])
    counts.touch()
    Revision.objects.create(
        publication=publication, number=1, at=publication.corrected, who="round", correction=True,
        note="Given before: 4,001. The source now says: 4,112.",
    )  # fmt: skip


NETWORKS: dict[str, Callable[[], None]] = {
    each.__name__: each for each in (full, single, empty, corrected, withdrawn, hostile)
}


def views() -> list[View]:
    """The first pages of every kind of view of the network that stands in the records, with filters and without."""
    found = [View("front"), View("day", "2026-11-22"), View("day", "2026-11-21"), View("day", "2019-01-01")]
    found += [View("section", slug) for slug in SECTIONS]
    found += [View("source", slug) for slug in Source.objects.values_list("slug", flat=True)]
    found += [View("mark", code) for code in ("summary", "commentary", "corrected", "satire")]
    found += list(_stories())
    found += [View("search"), View("search", query="rovers"), View("search", query="kran"), View("search", query="]]>")]
    found += [View("search", query="nothing-like-it"), View("corrections")]
    found.append(View("section", SECTIONS[0], since=(NOON - timedelta(days=1)).date(), until=NOON.date()))
    for slug in Source.objects.values_list("slug", flat=True)[:2]:
        found.append(View("section", SECTIONS[0], sources=(slug,), mark="summary"))
        found.append(View("front", sources=(slug,)))
    if Tally.objects.filter(kind="language", key="en").exists():
        found.append(View("section", SECTIONS[0], language="en"))
    return found


def _stories() -> Iterator[View]:
    seen: dict[uuid.UUID, int] = {}
    for story, slug in Publication.objects.exclude(story=None).values_list("story", "story__slug"):
        seen[story] = seen.get(story, 0) + 1
        if seen[story] == 2 or (len(seen) == 1 and seen[story] == 1):
            yield View("story", str(story), slug=slug)


def addresses(form: str) -> list[str]:
    """The addresses of :func:`views` in a format."""
    return list(dict.fromkeys(address(view, format=form) for view in views()))


def publications() -> list[str]:
    """The paths of what is out, as their pages' addresses."""
    from standfirst.publishing.uris import uri

    return [uri(path) for path in Publication.objects.filter(withdrawn=None).values_list("path", flat=True)]
