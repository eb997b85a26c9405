"""What the public sends, and how much of it is taken."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from standfirst.newsroom.models.publications import Publication


class InboxMessage(models.Model):
    """A mistake reported, an opt-out or a takedown asked for. What became of it stands in its records."""

    class Kind(models.TextChoices):
        """What is asked."""

        MISTAKE = "mistake", _("mistake")
        OPT_OUT = "opt-out", _("opt-out")
        TAKEDOWN = "takedown", _("takedown")

    class State(models.TextChoices):
        """Whether somebody has dealt with it."""

        OPEN = "open", _("open")
        DONE = "done", _("done")

    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    publication = models.ForeignKey(
        Publication, null=True, blank=True, on_delete=models.SET_NULL, related_name="messages"
    )
    about = models.CharField(max_length=2000, blank=True, help_text=_("The address it is about, as it was given."))
    text = models.TextField(blank=True)
    contact = models.CharField(max_length=320, blank=True, help_text=_("Where to answer; deleted after a time."))
    sent = models.DateTimeField(auto_now_add=True)
    handled = models.DateTimeField(null=True, blank=True)
    handled_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """Latest first."""

        ordering = ("-id",)
        indexes = (models.Index(fields=("handled", "-id"), name="inbox_open"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.text[:60]}"


class InboxRecord(models.Model):
    """A change of a message's state: who, when, what was done. Only ever appended."""

    message = models.ForeignKey(InboxMessage, on_delete=models.CASCADE, related_name="records")
    state = models.CharField(max_length=8, choices=InboxMessage.State)
    note = models.TextField(blank=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        """Oldest first."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.state}: {self.note}"


class Quota(models.Model):
    """How often something was done since a time: the bound on what strangers may set off.

    ``key`` names what is bounded; where that is a person's, it is a keyed hash. No network address is ever kept.
    """

    key = models.CharField(max_length=80, primary_key=True)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
