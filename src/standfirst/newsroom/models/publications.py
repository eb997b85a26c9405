"""What is out: publications, their revisions, stories, stored editions, and the counts that writes keep."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from standfirst.newsroom.ids import uuid7
from standfirst.newsroom.models.articles import Article
from standfirst.newsroom.models.sources import Source

#: How an index ends that holds what is out alone. SQLite reads it alone only where it holds what it is limited by, too.
OUT = ("position", "withdrawn")


class Story(models.Model):
    """The articles on one event."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=120, allow_unicode=True)
    fingerprint = models.CharField(max_length=64, blank=True, db_index=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Several."""

        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return self.slug


class Publication(models.Model):
    """What is out, at its permalink.

    ``position`` is our publication time in microseconds since 1970, made unique: the order of every listing,
    its page token, and SQLite's row number, by which full-text search is fast. ``id`` and ``path`` never
    change. What a listing shows and filters by stands in this one row; the rest in :class:`PublicationContent`.
    """

    class Kind(models.TextChoices):
        """A brief, or a card where rights or rules allow no brief."""

        BRIEF = "brief", _("brief")
        CARD = "card", _("card")

    position = models.BigAutoField(primary_key=True)
    id = models.UUIDField(unique=True, default=uuid7, editable=False)
    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="publication")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="publications")
    story = models.ForeignKey(Story, null=True, on_delete=models.SET_NULL, related_name="publications")
    kind = models.CharField(max_length=8, choices=Kind)
    rule = models.CharField(max_length=60, blank=True, help_text=_("Why it is a card: the rule or right."))
    reason = models.TextField(blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    path = models.CharField(max_length=300, unique=True)
    section = models.CharField(max_length=80, blank=True)
    second_section = models.CharField(max_length=80, blank=True)
    first_section = models.CharField(
        max_length=80, blank=True, help_text=_("The section that held it first; its host is canonical.")
    )
    headline = models.TextField()
    lead = models.TextField(blank=True, help_text=_("The first statement, or a card's first sentence."))
    language = models.CharField(max_length=35)
    original = models.TextField(help_text=_("The source's address."))
    source_published = models.DateTimeField()
    published = models.DateTimeField()
    updated = models.DateTimeField()
    corrected = models.DateTimeField(null=True, blank=True)
    marks = models.JSONField(default=list, help_text=_("The marks' codes, in order."))
    free = models.BooleanField(null=True, help_text=_("Whether its source says that all may read the article."))

    class Meta:
        """Each listing is one index, read backwards by position; what is out is told by the index alone."""

        ordering = ("-position",)
        indexes = (
            models.Index(fields=("withdrawn", "position"), name="out_all"),
            models.Index(fields=("section", *OUT), condition=Q(withdrawn=None), name="out_section"),
            models.Index(fields=("second_section", *OUT), condition=Q(withdrawn=None), name="out_second"),
            models.Index(fields=("source", *OUT), condition=Q(withdrawn=None), name="out_source"),
            models.Index(fields=("language", *OUT), condition=Q(withdrawn=None), name="out_language"),
            models.Index(fields=("story", "position"), name="out_story"),
        )

    def __str__(self) -> str:
        return self.headline


class PublicationContent(models.Model):
    """What a publication that is out says (:class:`~standfirst.newsroom.content.Content`).

    Ten times as large as its row, and apart from it: a listing reads many rows, which lie together so.
    """

    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, primary_key=True, related_name="said")
    content = models.JSONField(help_text=_("The brief as it is out, with what the page says of its article."))

    def __str__(self) -> str:
        return str(self.publication_id)


class PublicationMark(models.Model):
    """A mark on a publication, so that listings by mark are one index too."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="mark_rows")
    code = models.CharField(max_length=40)

    class Meta:
        """Read backwards by the publication's position."""

        constraints = (models.UniqueConstraint(fields=("code", "publication"), name="publication_mark"),)

    def __str__(self) -> str:
        return self.code


class Revision(models.Model):
    """A change of what is out: what, why, by whom. ``correction``: it changed a published fact."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    who = models.CharField(max_length=150)
    note = models.TextField()
    correction = models.BooleanField(default=False)
    before = models.JSONField(default=dict)

    class Meta:
        """Numbered within its publication."""

        ordering = ("publication", "number")
        constraints = (models.UniqueConstraint(fields=("publication", "number"), name="revision_number"),)
        indexes = (models.Index(fields=("correction", "-at"), name="revision_corrections"),)

    def __str__(self) -> str:
        return self.note


class Edition(models.Model):
    """A day's front page: the publications in their order, and why each is there."""

    day = models.DateField(primary_key=True)
    positions = models.JSONField(default=list)
    reasons = models.JSONField(default=dict, help_text=_("By position: the rule's code and its numbers."))
    made = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.day.isoformat()


class EditionChoice(models.Model):
    """What an editor decided about a publication in a day's edition. Only ever appended; the latest holds."""

    class Action(models.TextChoices):
        """What is to become of it."""

        PIN = "pin", _("put at a place")
        ADD = "add", _("take in")
        LEAVE_OUT = "leave-out", _("leave out")
        UNDO = "undo", _("take the decision back")

    day = models.DateField(help_text=_("The edition's day, in the network's time zone."))
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="edition_choices")
    action = models.CharField(max_length=10, choices=Action)
    place = models.PositiveSmallIntegerField(null=True, blank=True, help_text=_("For a pin, counted from 1: the lead."))
    who = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(blank=True, help_text=_("Why; readers see it."))

    class Meta:
        """In the order in which they were made."""

        ordering = ("id",)
        indexes = (models.Index(fields=("day", "id"), name="edition_choices"),)

    def __str__(self) -> str:
        return f"{self.day}: {self.action}"


class Tally(models.Model):
    """How many publications are out, by kind and key; every write keeps it, no reader counts."""

    kind = models.CharField(max_length=12, help_text=_("all, section, source, mark, language, day and others"))
    key = models.CharField(max_length=120, blank=True)
    count = models.IntegerField(default=0)

    class Meta:
        """One count each."""

        verbose_name_plural = _("tallies")
        constraints = (models.UniqueConstraint(fields=("kind", "key"), name="tally"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.count}"


class DataVersion(models.Model):
    """One row whose number every visible change raises; rendered bytes are cached under it.

    ``network`` is the network's own identifier, minted once: what is named after it outlives a change of host.
    """

    network = models.UUIDField(default=uuid7, editable=False)
    number = models.BigIntegerField(default=0)
    changed = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.number)
