"""Entries by position, made once while a build needs them: a bounded shelf between the records and the documents."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from standfirst.newsroom.listings import rows
from standfirst.publishing import Entry, Network
from standfirst.publishing.building.table import Table
from standfirst.publishing.entries import entry

#: Publications whose entries and fragments are held at a time; those used longest ago go first.
MOST = 4000
#: Publications fetched at once.
CHUNK = 200


class Shelf:
    """Entries of what is out, as the server would make them, each with what renderers have written of it."""

    def __init__(self, table: Table, network: Network) -> None:
        self.table = table
        self.network = network
        self._sections = dict(network.sections)
        self._held: OrderedDict[int, tuple[Entry, Entry]] = OrderedDict()

    def full(self, positions: Sequence[int]) -> tuple[Entry, ...]:
        """Entries with their content, in the order asked; what has gone since the table was read is left out."""
        self._fetch(positions)
        return tuple(self._held[each][0] for each in positions if each in self._held)

    def bare(self, positions: Sequence[int]) -> tuple[Entry, ...]:
        """Entries without content, as pages list them."""
        self._fetch(positions)
        return tuple(self._held[each][1] for each in positions if each in self._held)

    def _fetch(self, positions: Sequence[int]) -> None:
        missing = []
        for each in positions:
            if each in self._held:
                self._held.move_to_end(each)
            else:
                missing.append(each)
        for found in rows.load(missing) if missing else ():
            told = {found.story_id: self.table.told(UUID(found.story_id))} if found.story_id else {}
            feed = self.table.feeds.get(found.source_id, "")
            made = entry(found, self.network, self._sections, feed=feed, told=told)
            self._held[found.position] = replace(made, fragments={}), replace(made, content=None, fragments={})
        self.let_go(max(MOST, len(positions)))

    def let_go(self, most: int = 0) -> None:
        """Hold ``most`` publications at most, those used last.

        What renderers keep of an entry may hold the entry: it is emptied, so that both are freed without being found.
        """
        while len(self._held) > most:
            _, made = self._held.popitem(last=False)
            for each in made:
                if each.fragments is not None:
                    each.fragments.clear()


__all__ = ["CHUNK", "Shelf"]
