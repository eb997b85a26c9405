"""The title of an article, without the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standfirst.language.words import fold

MAX_TITLE = 400
#: Characters of a label ("Opinion", "Live") that stands in one element with the headline.
MAX_LABEL = 14
# Between a title and the site's name. A hyphen or colon counts only with spaces around it or after it.
_SEPARATOR = re.compile(r"\s{1,3}[|–—\-·•»«›‹:/]{1,2}\s{1,3}|\s{0,2}[|｜»]\s{0,2}|\s?[_＿]\s?")
# Words; letters where a script has no spaces between words.
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")


def words(text: str) -> set[str]:
    """The words of a title, folded, for comparison."""
    return set(_WORD.findall(fold(text[:MAX_TITLE])))


def alike(one: str, other: str) -> float:
    """How much two titles share: common words of the shorter one's, from 0 to 1."""
    first, second = words(one), words(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def without_site(title: str, names: Sequence[str]) -> str:
    """``title`` without a part that names the site, at its end or beginning; ``names`` is what the site is called."""
    known = {re.sub(r"\W", "", fold(name)) for name in names} - {""}
    for _ in range(3):
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            break
        last, first = parts[-1], parts[0]
        tail, head = title[last.end() :], title[: first.start()]
        if _names_site(tail, known) and last.start() > 0:
            title = title[: last.start()].strip()
        elif _names_site(head, known) and first.end() < len(title):
            title = title[first.end() :].strip()
        else:
            break
    return title.strip()


def choose(headlines: Sequence[str], stated: Sequence[str], document: str, names: Sequence[str]) -> str:
    """The title: of the page's own headlines (``h1``) the one that its metadata know, else what they state.

    ``stated`` are the metadata's titles in order of trust, ``document`` the ``title`` element.
    """
    cleaned = [without_site(title, names) for title in stated if title]
    document = without_site(document, names)
    known = [*cleaned, document]
    fitting = [
        (max((alike(headline, other) for other in known if other), default=0.0), headline)
        for headline in headlines
        if 2 < len(headline) <= MAX_TITLE
    ]
    best = max(fitting, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= 0.6 and len(best[1]) * 3 >= len(max(known, key=len, default="")):
        for title in cleaned:  # a label before or behind it, within the headline's element, is no part of it
            if title and title in best[1] and len(best[1]) - len(title) <= MAX_LABEL:
                return title
        return without_site(best[1], names) or best[1]
    return next((title for title in known if title), fitting[0][1] if fitting else "")[:MAX_TITLE]


def _names_site(part: str, known: set[str]) -> bool:
    bare = re.sub(r"\W", "", fold(part))
    return bool(bare) and any(
        bare == name or (len(name) > 3 and bare in {f"the{name}", f"{name}com"}) for name in known
    )
