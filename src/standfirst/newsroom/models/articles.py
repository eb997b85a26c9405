"""Articles as records: identity, state, lease; and the source text in a table of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from standfirst.newsroom.ids import uuid7
from standfirst.newsroom.models.sources import Feed, Source


class Article(models.Model):
    """One article of one source, from its discovery on. All that a worker needs stands in ``item``."""

    class State(models.TextChoices):
        """Where it stands. A new state is always appended to its records too."""

        DISCOVERED = "discovered", _("discovered")
        EDITED = "edited", _("edited")
        PUBLISHED = "published", _("published")
        HELD = "held", _("held")
        KILLED = "killed", _("killed")
        BLOCKED = "blocked", _("blocked")
        DUPLICATE = "duplicate", _("duplicate")
        REFUSED = "refused", _("refused")
        NOT_ARTICLE = "not-article", _("not an article")
        FAILED = "failed", _("failed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="articles")
    address = models.TextField(help_text=_("As the feed gave it; this is what is fetched."))
    host = models.CharField(max_length=255, help_text=_("Host and port, leased to one worker at a time."))
    item = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State, default=State.DISCOVERED)
    reason = models.TextField(blank=True)
    rule = models.CharField(max_length=60, blank=True)
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="duplicates"
    )
    reading = models.JSONField(null=True, blank=True, help_text=_("The article as read, without its text."))
    text_hash = models.CharField(max_length=64, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True, help_text=_("Of its text, by which copies are known."))
    words = models.PositiveIntegerField(default=0)
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    body_hash = models.CharField(max_length=64, blank=True)
    first_seen = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveIntegerField(default=0)
    visits = models.PositiveIntegerField(
        default=0, help_text=_("Successful visits so far; the next is due by a schedule.")
    )
    due = models.DateTimeField(null=True, blank=True, help_text=_("When it is to be worked on next; none: never."))
    leased_by = models.CharField(max_length=64, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Work is claimed by host, in the order it fell due."""

        indexes = (
            models.Index(fields=("due", "host"), name="article_due"),
            models.Index(fields=("source", "state"), name="article_source_state"),
            models.Index(fields=("state",), name="article_state"),
            models.Index(fields=("text_hash",), name="article_text_hash"),
        )

    def __str__(self) -> str:
        return self.address


class ArticleKey(models.Model):
    """One of the keys by which an article is known again; each belongs to one article only."""

    class Kind(models.TextChoices):
        """In order of precedence."""

        GUID = "guid", "guid"
        CANONICAL = "canonical", "canonical"
        FOLDED = "folded", "folded"
        TEXT = "text", "text"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="keys")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=64, help_text=_("SHA-256, so that every key has one length."))

    class Meta:
        """A key names one article."""

        constraints = (models.UniqueConstraint(fields=("kind", "source", "value"), name="article_key"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.value[:12]}"


class Sighting(models.Model):
    """A feed that named an article. Many feeds may."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sightings")
    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="sightings")
    first_seen = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Once for each feed."""

        constraints = (models.UniqueConstraint(fields=("article", "feed"), name="sighting"),)

    def __str__(self) -> str:
        return f"{self.feed_id}: {self.article_id}"


class SourceText(models.Model):
    """The source's text, kept only while a brief may have to be checked; retention is one delete."""

    article = models.OneToOneField(Article, primary_key=True, on_delete=models.CASCADE, related_name="source_text")
    text_hash = models.CharField(max_length=64)
    paragraphs = models.JSONField(help_text=_("[[text, role], …]; offsets follow from it."))
    kept_until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.article_id)
