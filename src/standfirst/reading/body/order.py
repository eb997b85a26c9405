"""Features of a block's position, and of the blocks around it."""

from __future__ import annotations

import numpy as np

from standfirst.reading.body.page import Floats, Ints, Page
from standfirst.reading.document.blocks import HEADINGS


def of_position(page: Page) -> None:
    """Place in the page, in its main group of likes, and after its headings."""
    count = len(page.text)
    order = np.arange(count)
    before = np.cumsum(page.size) - page.size
    main = page.columns["main"].astype(float)
    group = page.columns["group_number"].astype(np.int64)
    grouped = np.bincount(group, weights=main)
    above = np.maximum(page.parent[page.place], 0)
    held = np.bincount(above, weights=main)
    best = int(held.argmax())
    within = np.nonzero((above == best) & (page.like > 0))[0]
    if not len(within):
        within = np.nonzero(above == best)[0]
    heads = np.array([page.blocks.tags[at] in HEADINGS for at in page.place.tolist()])
    last = np.maximum.accumulate(np.where(heads, order, -1))
    page.columns |= {
        "position": before / max(page.size.sum(), 1),
        "order": order / count,
        "blocks": np.full(count, np.log1p(count)),
        "total": np.full(count, np.log1p(page.total)),
        "like_main": grouped[group] / (grouped.max() + 1e-6),
        "siblings": (np.bincount(above, weights=page.like > 0) / np.maximum(np.bincount(above), 1))[above],
        "after_first": np.clip(order - within[0], -50, 50),
        "before_last": np.clip(within[-1] - order, -50, 50),
        "between": (order >= within[0]) & (order <= within[-1]),
        "from_heading": np.where(last >= 0, np.minimum(order - last, 99), 99),
        "before": before,
        "h1": np.array([page.blocks.tags[at] == "h1" for at in page.place.tolist()]),
        "big_heads": np.cumsum([page.blocks.tags[at] in {"h1", "h2"} for at in page.place.tolist()]),
        "linked_heads": np.cumsum(heads & (page.linked > 0.5)),
    }


def of_neighbours(page: Page) -> None:
    """The blocks around: their links and likes, and those of a window."""
    count = len(page.text)
    for name in ("linked", "group_size", "like1", "units"):
        values = page.columns[name].astype(float)
        for step in (1, 2):
            before, after = np.full(count, -1.0), np.full(count, -1.0)
            before[step:], after[:-step] = values[:-step], values[step:]
            page.columns[f"{name}-{step}"], page.columns[f"{name}+{step}"] = before, after
    sizes, links = page.size, page.size * page.linked
    order = np.arange(count)
    for width in (3, 8):
        first, last = np.maximum(order - width, 0), np.minimum(order + width + 1, count)

        def window(values: Floats, first: Ints = first, last: Ints = last) -> Floats:
            running = np.concatenate([[0.0], np.cumsum(values)])
            found: Floats = running[last] - running[first]
            return found

        page.columns[f"around_like{width}"] = window(page.like)
        page.columns[f"around_links{width}"] = window(links) / np.maximum(window(sizes), 1)
