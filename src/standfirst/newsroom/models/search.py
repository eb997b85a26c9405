"""How far the search table has been made in its present form."""

from django.db import models


class SearchState(models.Model):
    """One row: the form of the search table's entries, and the position under which they have an older one.

    ``below`` is 0 once every entry has the form ``version``. Without the row nothing is known to have it.
    """

    version = models.PositiveIntegerField()
    below = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.version} from {self.below}"
