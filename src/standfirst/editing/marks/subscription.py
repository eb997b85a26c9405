"""Subscription: the full article is for subscribers."""

from __future__ import annotations

from standfirst.editing import Mark
from standfirst.editing.marks import Context, enter


@enter("subscription", "The full article is for subscribers.", rank=70)
def subscription(context: Context) -> Mark | None:
    """Set where the page says that it is not free (schema.org's isAccessibleForFree), or rights found a paywall."""
    if context.article.free is False:
        return Mark("subscription", "The page states that it is not accessible for free.")
    if context.article.rights.subscription:
        return Mark("subscription", "The page ends at a paywall; only its open part was read.")
    return None
