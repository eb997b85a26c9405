"""What happened: appended records of state, and the rounds' reports."""

from django.db import models

from standfirst.newsroom.models.articles import Article
from standfirst.newsroom.models.sources import Source


class Round(models.Model):
    """One pass: gather, read, edit, group, publish; and its report, which accounts for every item."""

    started = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True, blank=True)
    engine = models.CharField(max_length=20)
    report = models.JSONField(default=dict)

    class Meta:
        """Latest first."""

        ordering = ("-id",)

    def __str__(self) -> str:
        return f"round {self.pk}"


class StateRecord(models.Model):
    """A change of state: what became what, who or which rule, when and why. Only ever appended."""

    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE, related_name="records")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="records")
    round = models.ForeignKey(Round, null=True, on_delete=models.SET_NULL, related_name="records")
    state = models.CharField(max_length=20)
    rule = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    who = models.CharField(max_length=150, default="round")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Oldest first."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.state}: {self.reason}"
