"""What a WebSub hub has been told, and what it is still to be told."""

from django.db import models


class Announcement(models.Model):
    """A listing whose feeds a hub fetches when it hears of a change.

    ``kind`` and ``key`` are a view's (front, section, source, story). ``changed`` is the latest change that was seen,
    ``announced`` the one that the hub took; while they differ the listing waits.
    """

    kind = models.CharField(max_length=10)
    key = models.CharField(max_length=120, blank=True)
    changed = models.DateTimeField()
    announced = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One row a listing."""

        constraints = (models.UniqueConstraint(fields=("kind", "key"), name="announcement"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}".strip()
