"""The table of operations: what the API can be asked, in the order of its page."""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import gettext_lazy

from standfirst.publishing.api import Operation, about, corrections, editions, parameters, publications, shapes
from standfirst.publishing.api import sources as publishers
from standfirst.publishing.api import stories as grouped
from standfirst.publishing.api.parameters import in_path

PUBLICATIONS = Operation(
    "publications",
    "/publications",
    gettext_lazy("Publications, latest first, with every filter of the site’s listings."),
    shapes.Publications,
    publications.listed,
    (
        parameters.SECTION,
        parameters.SOURCE,
        parameters.MARKED,
        parameters.STORY,
        parameters.LANG,
        parameters.SINCE,
        parameters.UNTIL,
        parameters.QUERY,
        parameters.LIMIT,
        parameters.BEFORE,
    ),
    "/publications?section={section}&limit=5",
)
OPERATIONS: tuple[Operation, ...] = (
    PUBLICATIONS,
    Operation(
        "publication",
        "/publications/{id}",
        gettext_lazy("One publication: statements with evidence, marks, checks, facts, rights, provenance, changes."),
        shapes.WholePublication,
        publications.one,
        (in_path("id", gettext_lazy("The identifier, as feeds have it or without urn:uuid:."), parameters.URN),),
        "/publications/{publication}",
        gone=True,
    ),
    Operation(
        "editions",
        "/editions",
        gettext_lazy("The days that have an edition, latest first."),
        shapes.Editions,
        editions.listed,
        (parameters.LIMIT, parameters.BEFORE_DAY),
        "/editions?limit=7",
    ),
    Operation(
        "edition",
        "/editions/{day}",
        gettext_lazy("A day’s edition in its order, and why each publication is in it."),
        shapes.Edition,
        editions.one,
        (in_path("day", gettext_lazy("The day, in the network’s time zone."), parameters.DAY),),
        "/editions/{day}",
    ),
    Operation(
        "stories",
        "/stories",
        gettext_lazy("Stories, the one that began last first."),
        shapes.Stories,
        grouped.listed,
        (parameters.LIMIT, parameters.BEFORE_STORY),
        "/stories?limit=5",
    ),
    Operation(
        "story",
        "/stories/{id}",
        gettext_lazy("One story with its latest publications."),
        shapes.WholeStory,
        grouped.one,
        (in_path("id", gettext_lazy("The story’s identifier."), parameters.ID), parameters.LIMIT),
        "/stories/{story}",
    ),
    Operation(
        "sources",
        "/sources",
        gettext_lazy("The publishers, what their rights allow, and how much of theirs is out."),
        shapes.Sources,
        publishers.listed,
        (parameters.LIMIT, parameters.AFTER),
        "/sources?limit=10",
    ),
    Operation(
        "source",
        "/sources/{slug}",
        gettext_lazy("One publisher."),
        shapes.Source,
        publishers.one,
        (in_path("slug", gettext_lazy("The publisher’s slug."), parameters.SLUG),),
        "/sources/{source}",
    ),
    Operation(
        "sections",
        "/sections",
        gettext_lazy("The sections with their feeds."),
        shapes.Sections,
        about.sections,
        example="/sections",
    ),
    Operation(
        "marks",
        "/marks",
        gettext_lazy("The marks that publications may carry, and what sets them."),
        shapes.Marks,
        about.marks,
        example="/marks",
    ),
    Operation(
        "corrections",
        "/corrections",
        gettext_lazy("Every change of a published fact, latest first."),
        shapes.Corrections,
        corrections.listed,
        (parameters.LIMIT, parameters.BEFORE_PAIR),
        "/corrections?limit=5",
    ),
    Operation(
        "status",
        "/status",
        gettext_lazy("What the network has, and when it last did something."),
        shapes.Status,
        about.status,
        example="/status",
        live=True,
    ),
)


@cache
def _routes() -> tuple[tuple[re.Pattern[str], Operation], ...]:
    return tuple((re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", each.path)), each) for each in OPERATIONS)


def at(path: str) -> tuple[Operation, dict[str, str]] | None:
    """The operation at a path under the prefix, and the parts of the path that are parameters; None for no such."""
    for pattern, operation in _routes():
        if found := pattern.fullmatch(path):
            return operation, found.groupdict()
    return None


__all__ = ["OPERATIONS", "PUBLICATIONS", "at"]
