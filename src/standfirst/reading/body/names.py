"""Features of what the names on the places around a block say, and how that compares with the main text's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from standfirst.reading.body import text as of_text
from standfirst.reading.body.cues import Weight
from standfirst.reading.body.page import Page, Told, median
from standfirst.reading.document.blocks import HEADINGS


def of_names(page: Page, told: Told) -> None:
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
    page.columns["remarks"] = _remarks(page, weights, of_text.bare(told.title))


def _remarks(page: Page, weights: list[Weight], title: str) -> NDArray[np.bool_]:
    """Whether a block stands among readers' comments: in a place of that name which does not hold the headline."""
    tags = page.blocks.tags
    headline = [
        tags[at] == "h1" or (tags[at] in HEADINGS and bool(title) and of_text.same_title(of_text.bare(line), title))
        for at, line in zip(page.place.tolist(), page.text, strict=True)
    ]
    holds = page.inside(np.array(headline, float))
    found = np.zeros(len(weights), bool)
    for at, weight in enumerate(weights):
        if weight.comments and not found[at] and not holds[at] and at > 0:
            found[at : page.end[at]] = True
    return found[page.place]
