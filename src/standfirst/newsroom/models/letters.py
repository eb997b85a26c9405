"""The newsletter's readers, and what became of each letter."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reader(models.Model):
    """Somebody who gets the letter, or has asked for it and not yet confirmed.

    The only record of a person's address: it is deleted with the last letter's need for it. ``id`` is drawn by lot
    and stands, signed, in the links of letters. ``upto`` is the position up to which publications have been sent or
    passed over: a letter takes only what lies above it, so that nothing comes twice.
    """

    class State(models.TextChoices):
        """Only who is active gets letters."""

        PENDING = "pending", _("not confirmed")
        ACTIVE = "active", _("active")
        UNREACHABLE = "unreachable", _("unreachable")

    class Every(models.TextChoices):
        """How often."""

        DAY = "daily", _("daily")
        WEEK = "weekly", _("weekly")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = models.CharField(max_length=254, unique=True, help_text=_("In small letters, so that one reader is one."))
    state = models.CharField(max_length=12, choices=State, default=State.PENDING)
    every = models.CharField(max_length=8, choices=Every, default=Every.DAY)
    sections = models.JSONField(default=list, blank=True, help_text=_("Sections' short names; empty: everything."))
    asked = models.DateTimeField(help_text=_("When the form was last sent with this address."))
    to_answer = models.BooleanField(default=False, help_text=_("The form's answer, with a link, waits to be sent."))
    confirmed = models.DateTimeField(null=True, blank=True)
    upto = models.BigIntegerField(default=0)
    retry = models.DateTimeField(null=True, blank=True, help_text=_("Not before then, after a failed try."))
    tries = models.PositiveIntegerField(default=0, help_text=_("Tries of the present letter that failed for now."))
    refusals = models.PositiveIntegerField(default=0, help_text=_("Days on which the address was refused for good."))
    refused = models.DateField(null=True, blank=True, help_text=_("The last of these days."))
    refusal = models.CharField(max_length=200, blank=True, help_text=_("What the mail server said on it."))

    class Meta:
        """Those whose letter is due are found by one index."""

        indexes = (
            models.Index(fields=("state", "every", "upto"), name="reader_due"),
            models.Index(fields=("to_answer",), name="reader_answer"),
        )

    def __str__(self) -> str:
        return f"{self.every} reader {self.pk}"


class LetterCount(models.Model):
    """What became of the letters of one day and kind: numbers only, so that no reader's habits are kept."""

    day = models.DateField()
    every = models.CharField(max_length=8, choices=Reader.Every)
    sent = models.PositiveIntegerField(default=0)
    empty = models.PositiveIntegerField(default=0, help_text=_("Nothing new for the reader; not sent."))
    later = models.PositiveIntegerField(default=0, help_text=_("Tries that failed for now."))
    refused = models.PositiveIntegerField(default=0)
    uncertain = models.PositiveIntegerField(default=0, help_text=_("Perhaps delivered, and so not sent again."))

    class Meta:
        """One row each."""

        ordering = ("-day", "every")
        constraints = (models.UniqueConstraint(fields=("day", "every"), name="letter_count"),)

    def __str__(self) -> str:
        return f"{self.day} {self.every}: {self.sent}"
