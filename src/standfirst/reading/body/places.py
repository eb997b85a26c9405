"""Features of the places a block stands in: what they hold, which look like them, where the main text lies."""

from __future__ import annotations

import numpy as np

from standfirst.reading.body.page import Page


def of_places(page: Page) -> None:
    """What the places around a block hold: its own, the one around that, and so on."""
    likes, sizes = page.inside(page.like), page.inside(page.size)
    links, counts = page.inside(page.size * page.linked), page.inside(np.ones(len(page.text)))
    shorts = page.inside((page.units < 6).astype(float))
    own = np.bincount(page.place, weights=page.like, minlength=len(page.parent))
    direct = own.copy()  # likeness of a place and of those right below it: a container of paragraphs has much
    np.add.at(direct, page.parent[1:], own[1:])
    at = page.place
    for level in range(5):
        page.columns[f"like{level}"] = likes[at] / page.total
        page.columns[f"links{level}"] = links[at] / np.maximum(sizes[at], 1)
        page.columns[f"count{level}"] = np.log1p(counts[at])
        page.columns[f"short{level}"] = shorts[at] / np.maximum(counts[at], 1)
        if level < 2:
            page.columns[f"direct{level}"] = direct[at] / page.total
        at = np.maximum(page.parent[at], 0)
    best = int(direct.argmax())
    page.columns["in_best"] = (page.place == best) | (page.parent[page.place] == best)
    page.columns["best"] = np.full(len(page.text), direct[best] / page.total)


def of_likes(page: Page) -> None:
    """Blocks in places of the same tag and class: paragraphs of one article look alike."""
    key: dict[tuple[str, ...], int] = {}
    kinds, tags, parent = page.blocks.kinds, page.blocks.tags, page.parent.tolist()
    group = np.array(
        [
            key.setdefault((tags[at], kinds[at], tags[parent[at]], kinds[parent[at]]), len(key))
            for at in page.place.tolist()
        ]
    )
    count = np.bincount(group)
    sizes = np.bincount(group, weights=page.size)
    page.columns |= {
        "group": np.log1p(count[group]),
        "group_size": np.log1p(sizes[group] / count[group]),
        "group_links": np.bincount(group, weights=page.size * page.linked)[group] / np.maximum(sizes[group], 1),
        "group_like": np.bincount(group, weights=page.like)[group] / page.total,
        "group_ended": np.bincount(group, weights=page.ended)[group] / count[group],
        "group_number": group,
    }


def of_main(page: Page) -> None:
    """Where the block stands to the smallest places that hold half and more of the likeness."""
    likes = page.inside(page.like)
    sizes, links = page.inside(page.size), page.inside(page.size * page.linked)
    numbers = np.arange(len(page.parent))
    for name, share in (("half", 0.5), ("most", 0.75), ("all", 0.9)):
        enough = np.nonzero(likes >= share * page.total)[0]
        main = int(enough[page.depth[enough].argmax()]) if len(enough) else 0
        around = numbers[(numbers <= main) & (page.end > main)]
        held = (page.place[:, None] >= around) & (page.place[:, None] < page.end[around])
        shared = page.depth[around][held.shape[1] - 1 - held[:, ::-1].argmax(axis=1)]
        page.columns[f"in_{name}"] = (page.place >= main) & (page.place < page.end[main])
        page.columns[f"up_{name}"] = page.depth[main] - shared
        page.columns[f"down_{name}"] = page.depth[page.place] - shared
        page.columns[f"links_{name}"] = np.full(len(page.text), links[main] / max(sizes[main], 1.0))
    article = np.array([tag == "article" for tag in page.blocks.tags])
    number = np.full(len(page.parent), -1)
    for at in np.nonzero(article)[0].tolist():  # inner ones come later
        number[at : page.end[at]] = at
    kinds, which = np.unique(number[page.place], return_inverse=True)
    held_like = np.bincount(which, weights=page.like)
    first = int(np.where(kinds >= 0, held_like, -1).argmax())
    page.columns["article_like"] = held_like[which] / page.total
    page.columns["article_first"] = (which == first) if len(kinds) > 1 else np.full(len(page.text), -1)
    page.columns["article_number"] = number[page.place]
