"""Which section an article belongs in, how surely, and what decided.

English goes by vectors: the trained head's topics, the nearest IPTC definitions and the section's own label
sentences, and keywords on top. Other languages go by keywords and IPTC's labels. In every language the
publisher's own section and the address add their weight; they are evidence and not the verdict.
See docs/methods/sections.md and, for other languages, docs/methods/foreign.md.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from standfirst.editing import Filing, cues, reserved, vocabulary
from standfirst.editing import topics as media
from standfirst.editing.sections import Section, load

if TYPE_CHECKING:
    from standfirst.editing.topics import Floats
    from standfirst.reading import Article

SECOND = 0.2
"""The least confidence of a second section."""
NOTHING = 1.9
"""What the sum of the evidence must beat where no vector speaks, on the scale of log-odds."""
TAG = 1.2
AGAIN = 0.3
"""How a publisher's word weighs that says again what another said."""
KEYWORDS_ALONE = 2.8
"""How keywords weigh where no vector speaks."""
IPTC = {"no": "nb"}
"""Languages that IPTC writes otherwise."""
FLOOR, UNKNOWN = 0.02, 0.2
"""The least share that the head gives a section it knows, and one it has no class for."""


def file_under(
    article: Article,
    vector: Floats | None = None,
    sections: tuple[Section, ...] | None = None,
    threshold: float = 0.45,
) -> Filing:
    """File ``article``; under ``threshold`` its section is "", and the evidence is still given.

    ``vector`` is its document vector; for an English article without one it is made here.
    """
    sections = load() if sections is None else sections
    english = article.language.split("-")[0].lower() == "en"
    if vector is None and english:
        vector = media.vector_of(article)
    by_vector = english and vector is not None and bool(vector.any())
    found = findings(article, sections)
    chances = media.chances(vector, article.title, article.text) if by_vector and vector is not None else None
    scores = np.zeros(len(sections) + 1)
    if vector is not None and chances is not None:
        scores[:-1] = vector_scores(vector, chances, sections)
        scores[-1] = -np.inf
    else:
        scores[-1] = NOTHING
    order = {section.slug: row for row, section in enumerate(sections)}
    keyword = float(media.head().mixing[3]) if by_vector else KEYWORDS_ALONE
    for finding in found:
        scores[order[finding.slug]] += finding.weight * (keyword if finding.kind == "keywords" else 1.0)
    powers = np.exp(scores - scores.max())
    shares = powers / powers.sum()
    ranked = np.argsort(-shares[:-1], kind="stable")
    best, second = sections[ranked[0]], sections[ranked[1]] if len(sections) > 1 else None
    confidence = float(shares[ranked[0]])
    said = [finding for finding in found if finding.slug == best.slug]
    methods = (["vectors"] if by_vector else []) + sorted({f.kind for f in said}, key=KINDS.index)
    evidence = [finding.said if finding.kind != "keywords" else f"{reserved.WORDS}{finding.said}" for finding in said]
    if by_vector and vector is not None:
        evidence.extend(f"{reserved.TOPIC}{name}" for name in nearest(vector, best))
    if not found and not by_vector:
        return Filing()
    return Filing(
        section=best.slug if confidence >= threshold else "",
        confidence=round(confidence, 4),
        second=second.slug if second and shares[ranked[1]] >= SECOND else "",
        topics=() if chances is None else media.topics(chances),
        evidence=tuple(evidence),
        method=", ".join(methods),
    )


KINDS = ["source-section", "address", "keywords"]


def findings(article: Article, sections: tuple[Section, ...]) -> list[cues.Finding]:
    """Everything that stands in words: section, address, tags, keywords."""
    found = cues.named(cues.section_parts(article.section), sections, "source-section", "its section")
    found += cues.named(cues.address_parts(article.canonical or article.address), sections, "address", "address")
    found += labelled(article.keywords, sections, article.language)
    found = said_once(found)
    if vocabulary.listed(sections, article.language):
        found += vocabulary.keywords(article.title, article.text, article.keywords, sections, article.language)
    else:
        address = article.canonical or article.address
        found += vocabulary.keywords(cues.slug_words(address), "", article.keywords, sections, "en")
    return found


def said_once(found: list[cues.Finding]) -> list[cues.Finding]:
    """A publisher files an article once, and says so in its section, its address and its tags: the rest adds less."""
    strongest: dict[str, int] = {}
    for place, finding in enumerate(found):
        if finding.slug not in strongest or finding.weight > found[strongest[finding.slug]].weight:
            strongest[finding.slug] = place
    return [
        finding if strongest[finding.slug] == place else replace(finding, weight=AGAIN * finding.weight)
        for place, finding in enumerate(found)
    ]


def labelled(tags: tuple[str, ...], sections: tuple[Section, ...], language: str) -> list[cues.Finding]:
    """Tags that are IPTC's own name of a topic, in the article's language, or a cue word of a section."""
    subtag = vocabulary.primary(language)
    names = label_table(sections, IPTC.get(subtag, subtag))
    table, seen = cues.cue_table(sections), set[str]()
    found: list[cues.Finding] = []
    for tag in tags[:20]:
        key = "-".join(cues.words(tag[:60]))
        slug = names.get(key) or (table[key][0] if key in table else "")
        if slug and slug not in seen:
            seen.add(slug)
            # A page with one tag uses it as its section.
            weight = table[key][1] if len(tags) == 1 and key in table else TAG
            found.append(cues.Finding(slug, weight, f"tag: {tag}", "source-section"))
    return found


@lru_cache(maxsize=32)
def label_table(sections: tuple[Section, ...], language: str) -> dict[str, str]:
    """IPTC's names of topics in ``language``, folded: the section that holds the topic."""
    holders = held(sections)
    found: dict[str, str] = {}
    for code, slug in holders.items():
        name = dict(media.tree()[code].names).get(language, "")
        if name:
            found.setdefault("-".join(cues.words(name)), slug)
    return found


@lru_cache(maxsize=8)
def held(sections: tuple[Section, ...]) -> dict[str, str]:
    """Each media topic that a section holds: the section that names it, or names the nearest topic above it."""
    named = {code: section.slug for section in sections for code in section.topics}
    holders: dict[str, str] = {}
    for code in media.tree():
        holder = next((named[above] for above in media.line(code) if above in named), "")
        if holder:
            holders[code] = holder
    return holders


@lru_cache(maxsize=8)
def label_vectors(sections: tuple[Section, ...]) -> tuple[Floats, ...]:
    """Document vectors of each section's labels, made once in a process."""
    from standfirst.language.vectors import documents

    return tuple(documents(section.labels or (section.name,)) for section in sections)


@lru_cache(maxsize=8)
def class_sections(
    sections: tuple[Section, ...], classes: tuple[str, ...]
) -> tuple[tuple[tuple[str, ...], ...], Floats]:
    """For each of the head's classes the sections it speaks for, and for each section the floor of its share.

    A class that no section holds (lifestyle and leisure) speaks for every section that holds a topic under it.
    A section that no class speaks for by itself, a new one say, has the higher floor: the head cannot rule it out.
    """
    holders = held(sections)
    under: dict[str, set[str]] = {}
    for code, slug in holders.items():
        for above in media.line(code):
            under.setdefault(above, set()).add(slug)
    direct = {holders[code] for code in classes if code in holders}
    speaks = tuple((holders[code],) if code in holders else tuple(sorted(under.get(code, ()))) for code in classes)
    floors = np.array([FLOOR if section.slug in direct else UNKNOWN for section in sections], dtype=np.float32)
    return speaks, floors


def vector_features(vector: Floats, chances: Floats, sections: tuple[Section, ...]) -> Floats:
    """(sections, 3): log of the head's share, similarity to the definitions, similarity to the labels."""
    trained, holders = media.head(), held(sections)
    speaks, floors = class_sections(sections, trained.classes)
    share = dict.fromkeys((section.slug for section in sections), 0.0)
    for slugs, p in zip(speaks, chances.tolist(), strict=True):
        for slug in slugs:
            share[slug] += p
    similar = trained.definitions @ vector
    owners = np.array([holders.get(code, "") for code in trained.codes])
    rows = np.zeros((len(sections), 3), dtype=np.float32)
    for row, section in enumerate(sections):
        mine = similar[owners == section.slug]
        rows[row, 0] = np.log(min(share[section.slug] + floors[row], 1.0))
        rows[row, 1] = np.sort(mine)[-3:].mean() if len(mine) else 0.0
        rows[row, 2] = np.sort(label_vectors(sections)[row] @ vector)[-2:].mean()
    return rows


def vector_scores(vector: Floats, chances: Floats, sections: tuple[Section, ...]) -> Floats:
    """One score a section on the scale of log-odds."""
    scores: Floats = vector_features(vector, chances, sections) @ media.head().mixing[:3]
    return scores


def nearest(vector: Floats, section: Section, most: int = 2) -> list[str]:
    """The names of the section's topics whose definitions are nearest, for the evidence."""
    trained, topics = media.head(), media.tree()
    mine = [row for row, code in enumerate(trained.codes) if set(media.line(code)) & set(section.topics)]
    similar = trained.definitions[mine] @ vector
    return [topics[trained.codes[mine[place]]].name for place in np.argsort(-similar, kind="stable")[:most]]
