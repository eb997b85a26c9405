"""The records. One module a subject; all state of a network is here, so any process may die at any time."""

from standfirst.newsroom.models.announcements import Announcement
from standfirst.newsroom.models.articles import Article, ArticleKey, Sighting, SourceText
from standfirst.newsroom.models.briefs import BriefVersion, Hold
from standfirst.newsroom.models.history import Round, StateRecord
from standfirst.newsroom.models.inbox import InboxMessage, InboxRecord, Quota
from standfirst.newsroom.models.letters import LetterCount, Reader
from standfirst.newsroom.models.publications import (
    DataVersion,
    Edition,
    EditionChoice,
    Publication,
    PublicationContent,
    PublicationMark,
    Revision,
    Story,
    Tally,
)
from standfirst.newsroom.models.search import SearchState
from standfirst.newsroom.models.sources import Feed, Source
from standfirst.newsroom.models.users import User

__all__ = [
    "Announcement",
    "Article",
    "ArticleKey",
    "BriefVersion",
    "DataVersion",
    "Edition",
    "EditionChoice",
    "Feed",
    "Hold",
    "InboxMessage",
    "InboxRecord",
    "LetterCount",
    "Publication",
    "PublicationContent",
    "PublicationMark",
    "Quota",
    "Reader",
    "Revision",
    "Round",
    "SearchState",
    "Sighting",
    "Source",
    "SourceText",
    "StateRecord",
    "Story",
    "Tally",
    "User",
]
