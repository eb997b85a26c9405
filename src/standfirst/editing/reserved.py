"""What may be looked at of an article whose rights forbid a brief: what stands beside its text, and nothing in it.

Its card is named, filed and marked by its title, its names, its section, tags and address and what its page declares.
A publisher who reserves a text reserves it from being mined for marks and sections, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standfirst.rights import Outcome

if TYPE_CHECKING:
    from standfirst.editing import Filing
    from standfirst.reading import Article

#: How the evidence of a filing begins that was found in a text: its words, and what they are near to.
WORDS, TOPIC = "words: ", "topic: "


def beside(article: Article) -> Article:
    """The article without its text."""
    return replace(article, text="", paragraphs=(), standfirst="")


def open_part(article: Article) -> Article:
    """What may be looked at: the whole article where rights allow a brief, else what stands beside its text."""
    return article if article.rights.outcome == Outcome.BRIEF else beside(article)


def labels(filing: Filing) -> Filing:
    """A filing made before the text was reserved: its section stays, and of what decided it the publisher's labels."""
    evidence = tuple(each for each in filing.evidence if not each.startswith((WORDS, TOPIC)))
    return replace(filing, topics=(), evidence=evidence)
