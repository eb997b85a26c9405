"""The records. One module a subject; all state of a network is here, so any process may die at any time."""

from standfirst.newsroom.models.articles import Article, ArticleKey, Sighting, SourceText
from standfirst.newsroom.models.briefs import BriefVersion, Hold
from standfirst.newsroom.models.history import InboxMessage, Round, StateRecord
from standfirst.newsroom.models.publications import (
    DataVersion,
    Edition,
    Publication,
    PublicationMark,
    Revision,
    Story,
    Tally,
)
from standfirst.newsroom.models.sources import Feed, Source
from standfirst.newsroom.models.users import User

__all__ = [
    "Article",
    "ArticleKey",
    "BriefVersion",
    "DataVersion",
    "Edition",
    "Feed",
    "Hold",
    "InboxMessage",
    "Publication",
    "PublicationMark",
    "Revision",
    "Round",
    "Sighting",
    "Source",
    "SourceText",
    "StateRecord",
    "Story",
    "Tally",
    "User",
]
