"""The demo's network, made as any operator would: add the publishers, run a round, and later another."""

from __future__ import annotations

from standfirst.errors import UnreachableError
from standfirst.newsroom.report import Report
from standfirst.production.demo.server import RunningTown
from standfirst.production.feeds import add_site
from standfirst.production.rounds import Progress, run_round
from standfirst.settings import Settings


def build(settings: Settings, running: RunningTown, progress: Progress | None = None) -> tuple[Report, Report]:
    """Add the town's publishers by their sites' addresses and run two rounds, the later versions out between them.

    The second round visits everything again at once, as the schedule would after an hour.
    """
    for publisher in running.town.publishers:
        added = add_site(settings, running.bases[publisher.id] + "/")
        if added.failure is not None:
            raise UnreachableError(publisher.name, added.failure.reason)
    first = run_round(settings, progress)
    running.advance()
    return first, run_round(settings, progress, revisit=True)
