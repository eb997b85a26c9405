"""The archive of editions: ``/editions``, a year's ``/2026``, a month's ``/2026/11``."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from standfirst.errors import NotFoundError
from standfirst.newsroom.editions import archive
from standfirst.publishing.network import network
from standfirst.publishing.pages import archives
from standfirst.publishing.problems import of_error
from standfirst.publishing.responses import respond
from standfirst.publishing.version import data_version


@require_safe
def editions(request: HttpRequest, year: str = "", month: str = "") -> HttpResponse:
    """Every edition there is, those of a year or those of a month."""
    known = archive.months()
    if not year:
        return _answer(request, archives.overview(network(), known))
    own = [each for each in known if each[0] == int(year) and (not month or each[1] == int(month))]
    if not own:
        error = NotFoundError(
            f"/{year}/{month}".rstrip("/"),
            gettext_noop("nothing was published at that time"),
            gettext_noop("All editions are listed at /editions"),
        )
        return of_error(request, error)
    days = archive.days(int(year), [each[1] for each in own])
    if not month:
        return _answer(request, archives.year(network(), int(year), known, days))
    return _answer(request, archives.month(network(), own[0], known, days, archive.leads(days)))


def addresses() -> list[str]:
    """The address of every page of the archive."""
    known = archive.months()
    years = sorted({year for year, _ in known})
    return ["/editions", *(f"/{year:04}" for year in years), *(f"/{y:04}/{m:02}" for y, m in sorted(known))]


def _answer(request: HttpRequest, page: str) -> HttpResponse:
    return respond(request, page.encode(errors="replace"), "text/html", modified=data_version()[1])


__all__ = ["addresses", "editions"]
