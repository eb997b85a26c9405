"""What the API answers: frozen dataclasses, from which both the JSON and its schemas are made.

What a room above has a value for (statements, facts, checks, rights) is answered as that value.
"""

from __future__ import annotations

from standfirst.publishing.api.shapes.about import (
    Correction,
    Corrections,
    Index,
    Mark,
    Marks,
    OperationName,
    Section,
    Sections,
    Status,
)
from standfirst.publishing.api.shapes.errors import BadParameter, Problem, Withdrawn
from standfirst.publishing.api.shapes.grouped import Edition, EditionName, Editions, Placed, Stories, Story, WholeStory
from standfirst.publishing.api.shapes.names import SectionName, SourceName, StoryName
from standfirst.publishing.api.shapes.publications import (
    Change,
    MarkNote,
    Original,
    Other,
    Provenance,
    Publication,
    Publications,
    Traced,
    WholePublication,
    Withdrawal,
)
from standfirst.publishing.api.shapes.publishers import Source, SourceCounts, SourceFeed, SourceRights, Sources

__all__ = [
    "BadParameter",
    "Change",
    "Correction",
    "Corrections",
    "Edition",
    "EditionName",
    "Editions",
    "Index",
    "Mark",
    "MarkNote",
    "Marks",
    "OperationName",
    "Original",
    "Other",
    "Placed",
    "Problem",
    "Provenance",
    "Publication",
    "Publications",
    "Section",
    "SectionName",
    "Sections",
    "Source",
    "SourceCounts",
    "SourceFeed",
    "SourceName",
    "SourceRights",
    "Sources",
    "Status",
    "Stories",
    "Story",
    "StoryName",
    "Traced",
    "WholePublication",
    "WholeStory",
    "Withdrawal",
    "Withdrawn",
]
