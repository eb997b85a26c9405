"""The network itself: its sections, its marks, and its state. Every count comes from the tallies."""

from __future__ import annotations

from standfirst.newsroom import counts
from standfirst.newsroom.models import Publication, Round, Source, Tally
from standfirst.publishing import View
from standfirst.publishing.api import PREFIX, Asked, shapes
from standfirst.publishing.links import to
from standfirst.publishing.pages.labels import MARKS
from standfirst.publishing.uris import uri
from standfirst.publishing.version import data_version
from standfirst.publishing.view import listing_formats


def sections(asked: Asked) -> shapes.Sections:
    """The sections, in the network's order."""
    network = asked.network
    count = dict(Tally.objects.filter(kind="section").values_list("key", "count"))
    return shapes.Sections(
        tuple(
            shapes.Section(
                slug=slug,
                name=name,
                url=to(network, View("section", slug)),
                href=network.base_url + PREFIX + uri(f"/publications?section={slug}"),
                publications=max(0, count.get(slug, 0)),
                feeds={
                    extension: to(network, View("section", slug, format=form))
                    for extension, form in listing_formats().items()
                },
            )
            for slug, name in network.sections
        )
    )


def marks(asked: Asked) -> shapes.Marks:
    """The marks, in the order in which the page of marks explains them."""
    network = asked.network
    count = dict(Tally.objects.filter(kind="mark").values_list("key", "count"))
    return shapes.Marks(
        tuple(
            shapes.Mark(
                code=code,
                name=str(label.name),
                text=str(label.sentence),
                when=str(label.when),
                url=to(network, View("mark", code)),
                href=f"{network.base_url}{PREFIX}/publications?mark={code}",
                publications=max(0, count.get(code, 0)),
            )
            for code, label in MARKS.items()
        )
    )


def status(asked: Asked) -> shapes.Status:
    """What the network has, and when it last did something."""
    network = asked.network
    version, changed = data_version()
    out = Publication.objects.filter(withdrawn=None).order_by("-position")
    return shapes.Status(
        name=network.name,
        url=f"{network.base_url}/",
        language=network.language,
        time_zone=network.time_zone,
        contact=network.contact,
        hub=network.hub or None,
        publications=max(0, counts.of("all")),
        sources=Source.objects.filter(state=Source.State.ACTIVE).count(),
        latest_publication=out.values_list("published", flat=True).first(),
        latest_round=Round.objects.exclude(finished=None).values_list("finished", flat=True).first(),
        data_version=version,
        changed=changed,
    )


__all__ = ["marks", "sections", "status"]
