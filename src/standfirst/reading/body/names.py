"""Features of what the names on the places around a block say, and how that compares with the main text's."""

from __future__ import annotations

import numpy as np

from standfirst.reading.body.cues import Weight
from standfirst.reading.body.page import Page, median


def of_names(page: Page) -> None:
    """What the names of the places around a block say, and how that compares with the main text's."""
    weights = [each if isinstance(each, Weight) else Weight() for each in page.blocks.weights]
    count = len(weights)
    total, least, most = np.zeros(count), np.zeros(count), np.zeros(count)
    share = page.inside(page.like) / page.total
    comments, appeals = np.full(count, 2.0), np.full(count, 2.0)
    parents = page.blocks.parents
    for at, weight in enumerate(weights):
        around = parents[at]
        if around < 0:
            total[at], least[at], most[at] = weight.sum, min(weight.least, 0), max(weight.most, 0)
            continue
        total[at] = total[around] * 0.8 + weight.sum
        least[at], most[at] = min(least[around], weight.least), max(most[around], weight.most)
        comments[at] = share[at] if weight.comments else comments[around]
        appeals[at] = share[at] if weight.appeals else appeals[around]
    own = np.array([weight.sum for weight in weights])
    place = page.place
    above = np.maximum(page.parent[place], 0)
    main = np.minimum(page.like, 80) * np.where(page.columns["in_half"], 1.0, 0.3) + 1e-9
    page.columns |= {
        "names": total[place],
        "names_least": least[place],
        "names_most": most[place],
        "names_own": own[place],
        "names_above": own[above],
        "names_above2": own[np.maximum(page.parent[above], 0)],
        "names_to_main": total[place] - median(total[place], main),
        "names_to_most": total[place] - total[place].max(),
        "least_to_main": least[place] - median(least[place], main),
        "most_to_main": most[place] - median(most[place], main),
        "most_to_most": most[place] - most[place].max(),
        "own_to_main": own[place] - median(own[place], main),
        "comments": comments[place],
        "appeals": appeals[place],
        "main": main,
    }
