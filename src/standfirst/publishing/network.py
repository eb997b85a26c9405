"""What every page and format says of the network: the settings and the sections, as one value."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings as django_settings

from standfirst.publishing import Network
from standfirst.settings import Settings


def settings() -> Settings:
    """The network's settings, as Django was started with them."""
    found: Settings = django_settings.NETWORK
    return found


def network() -> Network:
    """The network, from its settings and sections."""
    ours = settings()
    return Network(
        name=ours.text("name"),
        base_url=ours.text("base_url").rstrip("/"),
        language=ours.text("language"),
        time_zone=ours.text("time_zone"),
        contact=ours.text("contact"),
        sections=sections(),
        hub=ours.text("websub_hub"),
        index_briefs=ours.flag("index_briefs"),
    )


@lru_cache(maxsize=1)
def sections() -> tuple[tuple[str, str], ...]:
    """The network's sections as (slug, name), in order."""
    from standfirst.editing import sections as desks

    return tuple((each.slug, each.name) for each in desks.load())
