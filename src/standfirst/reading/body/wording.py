"""Features of a block's words: which of them the main text, the title and JSON-LD share."""

from __future__ import annotations

from collections import Counter

import numpy as np

from standfirst.reading.body import text as of_text
from standfirst.reading.body.cues import LINE, Cues
from standfirst.reading.body.page import PARAGRAPH, Page, Told, median


def of_words(page: Page, told: Told, cues: Cues) -> None:
    """What a block's words say, and how many of them the main text, the title and JSON-LD share."""
    count = len(page.text)
    at = np.nonzero(page.candidate)[0].tolist()
    sets = {number: of_text.content_words(page.text[number]) for number in at}
    inner = page.columns["in_most"].astype(bool) & (page.like > 0)
    common: Counter[str] = Counter()
    for number in at:
        if inner[number]:
            common.update(sets[number])
    said = of_text.content_words(f"{told.title} {told.standfirst}")
    odds, furniture, alike, titled = np.zeros(count), np.zeros(count), np.full(count, -1.0), np.full(count, -1.0)
    for number in at:
        line, own = page.text[number], sets[number]
        furniture[number] = of_text.furniture(line)
        odds[number] = cues.worded(line) if len(line) < 2 * LINE else 0.0
        if own:
            once = 1 if inner[number] else 0
            alike[number] = sum(common[word] > once for word in own) / len(own)
            titled[number] = len(own & said) / len(own) ** 0.5
    grams = {number: of_text.grams(page.text[number]) for number in at if page.units[number] >= PARAGRAPH}
    seen: Counter[tuple[str, ...]] = Counter()
    for found in grams.values():
        seen.update(found)
    shared = np.zeros(count)
    for number, found in grams.items():
        if found:
            shared[number] = sum(seen[gram] > 1 for gram in found) / len(found)
    stated = of_text.grams(told.body, limit=len(told.body)) if len(told.body) > of_text.STATED else frozenset()
    cover = np.full(count, -1.0)
    for number in at if stated else ():
        found = of_text.grams(page.text[number])
        if found:
            cover[number] = len(found & stated) / len(found)
    covered = float((np.maximum(cover, 0) * page.size).sum()) / len(told.body) if stated else -1.0
    page.columns |= {
        "furniture": furniture,
        "words": odds,
        "words_to_main": odds - median(odds, page.columns["main"].astype(float)),
        "alike": alike,
        "titled": titled,
        "shared": shared,
        "stated": cover,
        "stated_share": np.full(count, min(2.0, covered)),
    }


def of_title(page: Page, told: Told) -> None:
    """Where the title stands, and what is the title, the standfirst or names an author."""
    count = len(page.text)
    bare = [of_text.bare(line) if kept else "" for line, kept in zip(page.text, page.candidate, strict=True)]
    title, standfirst = of_text.bare(told.title), of_text.bare(told.standfirst)
    same = np.array([bool(title) and of_text.same_title(line, title) for line in bare])
    h1 = page.columns["h1"].astype(bool)
    at = next((int(found[0]) for each in (same & h1, same, h1) if len(found := np.nonzero(each)[0])), -1)
    order, before = np.arange(count), page.columns["before"].astype(float)
    likes, counts = page.inside(page.like), page.inside(np.ones(count))
    heads, linked = page.columns["big_heads"].astype(float), page.columns["linked_heads"].astype(float)
    if at >= 0:
        own = int(page.place[at])
        numbers = np.arange(len(page.parent))
        around = numbers[(numbers <= own) & (page.end > own)]
        held = (page.place[:, None] >= around) & (page.place[:, None] < page.end[around])
        kin = around[held.shape[1] - 1 - held[:, ::-1].argmax(axis=1)]
        away, chars = np.clip(order - at, -60, 300), np.clip(before - before[at], -3000, 30000)
        kin_like, kin_count = likes[kin] / page.total, np.log1p(counts[kin])
        together = (page.columns["article_number"] == page.columns["article_number"][at]).astype(float)
        heads, linked = heads - heads[at], linked - linked[at]
    else:
        away = chars = np.full(count, -100.0)
        kin_like = kin_count = together = np.full(count, -1.0)
    wanted, shares = of_text.title_words(told.title), np.full(count, -1.0)
    for number in np.nonzero(page.candidate)[0].tolist() if wanted else ():
        shares[number] = of_text.share(page.text[number], wanted)
    names = [of_text.bare(name) for name in told.authors if " " in name]
    page.columns |= {
        "from_title": away,
        "chars_from_title": chars,
        "title_like": kin_like,
        "title_count": kin_count,
        "title_article": together,
        "heads_since": heads,
        "linked_heads_since": linked,
        "is_title": same,
        "is_standfirst": np.array([bool(standfirst) and of_text.same_start(line, standfirst) for line in bare]),
        "title_words": shares,
        "author": np.array([len(line) < 600 and any(name in line for name in names) for line in bare]),
    }
