"""What every page and format says of the network: the settings and the sections, as one value."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings as django_settings
from django.utils.translation import override

from standfirst.newsroom.correspondence import letters
from standfirst.publishing import Network
from standfirst.publishing.looks.assets import look
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
        language=django_settings.LANGUAGE_CODE,  # the network's, or English where it has no catalogue
        time_zone=ours.text("time_zone"),
        contact=ours.text("contact"),
        sections=sections(),
        hub=ours.text("websub_hub"),
        index_briefs=ours.flag("index_briefs"),
        section_hosts=ours.flag("section_hosts"),
        newsletter=letters.offered(ours),
        look=look(),
    )


def sections() -> tuple[tuple[str, str], ...]:
    """The network's sections as (slug, name), in order; the default ones' names in the network's language."""
    return _sections(django_settings.LANGUAGE_CODE)


def the_sections() -> frozenset[str]:
    """The sections' slugs."""
    return frozenset(slug for slug, _ in sections())


@lru_cache(maxsize=8)
def _sections(language: str) -> tuple[tuple[str, str], ...]:
    from standfirst.editing import sections as desks
    from standfirst.publishing.pages.labels import SECTIONS

    with override(language):
        return tuple((each.slug, str(SECTIONS.get(each.name, each.name))) for each in desks.load())
