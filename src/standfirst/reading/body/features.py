"""The figures of a page's blocks by which the forest tells the article's text from what stands around it.

A block is judged by its own text, by the places it stands in (how much paragraph-like text they hold, how much of
them is links, what their names say), by where the page's main text lies, by the title, and by its neighbours.
Everything is a column of one number a block; -1 stands for what cannot be told.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from standfirst.reading.body import names, order, places, wording
from standfirst.reading.body.cues import Cues
from standfirst.reading.body.page import PARAGRAPH, Array, Page, Told, opened
from standfirst.reading.document.blocks import Blocks


def table(blocks: Blocks, told: Told, cues: Cues) -> Page:
    """All columns of a page that has blocks. Later ones use earlier ones."""
    page = opened(blocks)
    places.of_places(page)
    places.of_likes(page)
    places.of_main(page)
    names.of_names(page, told)
    order.of_position(page)
    page.candidate = _candidates(page)
    wording.of_words(page, told, cues)
    wording.of_title(page, told)
    order.of_neighbours(page)
    return page


def matrix(page: Page, columns: tuple[str, ...]) -> Array:
    """The candidates' rows, with these columns."""
    kept = page.candidate
    return np.stack([page.columns[name][kept].astype(np.float32) for name in columns], axis=1)


def _candidates(page: Page) -> NDArray[np.bool_]:
    """Blocks that may be text: a short link in a place without paragraphs is none, nor are readers' comments."""
    link = (page.linked > 0.9) & (page.units < PARAGRAPH) & (page.columns["like2"] < 0.03)
    return np.asarray(~link & ~page.columns["remarks"])
