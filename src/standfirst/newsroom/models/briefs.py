"""Every brief made of an article, and the holds that wait for an editor."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from standfirst.newsroom.models.articles import Article


class BriefVersion(models.Model):
    """A brief as it was made, with checks and version stamps (:class:`~standfirst.newsroom.content.Content`).

    Never changed, only followed. ``outcome`` is what the rules decided of it: brief, card, held, blocked.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="briefs")
    number = models.PositiveIntegerField()
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    outcome = models.CharField(max_length=10)
    rule = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    value = models.JSONField()

    class Meta:
        """Numbered within its article."""

        constraints = (models.UniqueConstraint(fields=("article", "number"), name="brief_number"),)

    def __str__(self) -> str:
        return f"{self.article_id} #{self.number}"


class Hold(models.Model):
    """A publication that waits for an editor, with its reasons."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="holds")
    brief = models.ForeignKey(BriefVersion, on_delete=models.CASCADE, related_name="+")
    reasons = models.JSONField(help_text=_("[[rule, reason], …]"))
    since = models.DateTimeField(auto_now_add=True)
    decided = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=10, blank=True, help_text=_("approved or killed"))
    decided_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """An article waits at most once at a time."""

        constraints = (
            models.UniqueConstraint(fields=("article",), condition=models.Q(decided=None), name="one_open_hold"),
        )

    def __str__(self) -> str:
        return f"{self.article_id}: {self.reasons}"
