"""Sources and the feeds by which we learn of their articles."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """A publisher, known by the registrable domain of its site (host and port where there is none)."""

    class State(models.TextChoices):
        """Whether its articles are gathered and published."""

        ACTIVE = "active", _("active")
        DISABLED = "disabled", _("disabled")
        OPTED_OUT = "opted-out", _("opted out")

    domain = models.CharField(max_length=255, unique=True)
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    name = models.CharField(max_length=255)
    renamed = models.BooleanField(default=False, help_text=_("Named by the operator; its own name is not taken over."))
    home = models.URLField(max_length=2000, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.ACTIVE)
    licence = models.TextField(blank=True, help_text=_("A licence the publisher gave; lifts reservations for payment."))
    language = models.CharField(max_length=35, blank=True)
    signals = models.JSONField(default=list, blank=True, help_text=_("Rights signals of its pages, as last seen."))
    verdict = models.JSONField(default=dict, blank=True, help_text=_("What rights allowed of the last article read."))
    owner = models.CharField(max_length=255, blank=True, help_text=_("Who owns it, as the operator knows."))
    last_error = models.TextField(blank=True)
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Named as it names itself."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Feed(models.Model):
    """A way to learn of a source's articles, and when to ask it next."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="feeds")
    address = models.URLField(max_length=2000, unique=True)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=35, blank=True)
    active = models.BooleanField(default=True)
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    body_hash = models.CharField(max_length=64, blank=True)
    distrust_guids = models.BooleanField(default=False, help_text=_("It used one guid for two items."))
    next_fetch = models.DateTimeField(null=True, blank=True, db_index=True)
    last_fetch = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        """By address."""

        ordering = ("address",)

    def __str__(self) -> str:
        return self.title or self.address
