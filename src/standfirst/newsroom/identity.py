"""By which keys an article is known again. Pure; the order of the keys is their precedence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from standfirst.gathering import Item
from standfirst.gathering.addresses import canonical, folded
from standfirst.language.words import fold
from standfirst.reading import Article

#: The title-and-text key counts only from this length on: short notices are often the same words again.
TEXT_KEY_WORDS = 80

Key = tuple[str, str]


def digest(text: str) -> str:
    """A key's value: SHA-256, so that every key has one length."""
    return hashlib.sha256(text.encode()).hexdigest()


def item_keys(item: Item, *, trust_guid: bool = True) -> tuple[Key, ...]:
    """The keys known from the feed alone: guid (where it can be trusted) and folded address."""
    keys = [("guid", digest(item.guid))] if item.guid and trust_guid else []
    return (*keys, ("folded", digest(folded(item.address))))


def article_keys(article: Article, words: int) -> tuple[Key, ...]:
    """The keys known once it is read: canonical address, that one folded, and title with text."""
    address = article.canonical or article.address
    keys = [("canonical", digest(canonical(address))), ("folded", digest(folded(address)))]
    if words >= TEXT_KEY_WORDS:
        keys.append(("text", digest(fold(article.title) + "\n" + fold(article.text))))
    return tuple(keys)


def repeats_guids(items: Sequence[Item]) -> bool:
    """Whether a feed uses one guid for two different addresses; its guids are then distrusted."""
    pairs = {(item.guid, folded(item.address)) for item in items if item.guid}
    return any(count > 1 for count in Counter(guid for guid, _ in pairs).values())
