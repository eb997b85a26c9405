"""What all kinds of feeds share: raw entries made into items, cleaned, bounded and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from standfirst.errors import UsageError
from standfirst.gathering import FeedDocument, Item, addresses, cleaning
from standfirst.gathering.feed_rights import Terms

MAX_ITEMS = 2_000
#: Characters of HTML cleaned in one document; an archive of full texts goes on without them.
MAX_CONTENT_IN_ALL = 5_000_000
MAX_NAMES = 20


def when(text: object) -> datetime | None:
    """A date of RFC 3339 or ISO 8601, UTC where it names no zone; None where it is none."""
    if not isinstance(text, str) or len(text) > 64:
        return None
    try:
        stamp = datetime.fromisoformat(text.strip().replace("Z", "+00:00").replace("z", "+00:00"))
        return stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp
    except (ValueError, OverflowError):
        return None


def names(values: Iterable[object], most: int = MAX_NAMES) -> tuple[str, ...]:
    """Names and categories as plain text, each once, in order."""
    found: dict[str, None] = {}
    for value in values:
        if isinstance(value, str) and (name := cleaning.plain(value, 200)):
            found[name] = None
            if len(found) == most:
                break
    return tuple(found)


@dataclass
class Entries:
    """Collects the items of the feed at ``address`` and says what it had to leave out."""

    address: str
    kind: str
    title: str = ""
    home: str = ""
    language: str = ""
    terms: Terms = Terms()  # noqa: RUF009 - frozen
    items: list[Item] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)
    _content: int = 0

    def link(self, reference: object, base: str = "") -> str:
        """A reference as an absolute address, "" where it is none."""
        if not isinstance(reference, str) or not reference.strip():
            return ""
        try:
            return addresses.resolve(base or self.address, reference)
        except UsageError:
            return ""

    def add(
        self,
        reference: object,
        *,
        title: str = "",
        guid: str = "",
        published: datetime | None = None,
        updated: datetime | None = None,
        summary: str = "",
        content: str = "",
        authors: Iterable[object] = (),
        categories: Iterable[object] = (),
        language: object = "",
    ) -> None:
        """Add an entry, cleaned; one without an address of its own is only counted."""
        if len(self.items) >= MAX_ITEMS:
            self.troubles[f"entries beyond the first {MAX_ITEMS:,} were left out"] += 1
            return
        address = self.link(reference)
        if not address:
            self.troubles["entries without an address were left out"] += 1
            return
        self.items.append(
            Item(
                address=address,
                title=cleaning.plain(title, cleaning.MAX_TITLE),
                guid=cleaning.whole(guid.strip()[:2000]),
                published=published,
                updated=updated,
                summary=cleaning.plain(summary, cleaning.MAX_SUMMARY),
                content=self._cleaned(content, address),
                authors=names(authors),
                categories=names(categories),
                language=tag(language) or self.language,
                feed=self.address,
                signals=self.terms.of(address),
            )
        )

    def _cleaned(self, content: str, base: str) -> str:
        if not content:
            return ""
        self._content += min(len(content), cleaning.MAX_CONTENT)
        if self._content > MAX_CONTENT_IN_ALL:
            self.troubles["full texts were left out, for there were too many"] += 1
            return ""
        return cleaning.markup(content, base)

    def document(self, warnings: Iterable[str] = ()) -> FeedDocument:
        """The feed as a value."""
        return FeedDocument(
            address=self.address,
            kind=self.kind,
            title=cleaning.plain(self.title, cleaning.MAX_TITLE),
            home=self.home,
            language=self.language,
            items=tuple(self.items),
            signals=self.terms.all(),
            warnings=(*warnings, *(f"{count} {what}" for what, count in self.troubles.items())),
        )


def tag(value: object) -> str:
    """A language tag (BCP 47) as feeds state it, ``_`` mended; "" for what is none."""
    text = value.strip().replace("_", "-") if isinstance(value, str) else ""
    parts = text.split("-")
    fits = 2 <= len(parts[0]) <= 8 and all(p.isascii() and p.isalnum() and len(p) <= 8 for p in parts)
    return text if len(text) <= 35 and fits and parts[0].isalpha() else ""
