"""Candidates: the sentences of an article that an excerpt may use, with what speaks for and against each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from standfirst.editing import phrases
from standfirst.editing.headline import keys
from standfirst.editing.shorten import ENDS, variants
from standfirst.language import lexicons, sentences, verbs, words
from standfirst.reading import Article

#: Where statements come from. Headings and captions are never a source's statement on its matter.
ROLES = frozenset({"text", "quotation", "list-item", "standfirst"})
#: Sentences looked at, from the top: news stands first, and the work stays bounded however long the page.
LOOKED_AT = 100
#: Code points of a sentence that can be used.
LONGEST = 600
#: Quotations of a brief are at most so many words (rule 6).
QUOTED_WORDS = 25

#: A sentence under so many words in which no verb is found is a heading, a caption or a result.
NO_VERB = 10
# "Ada Mwangi, who runs the ferry.": a caption.
_RELATIVE = re.compile(r"([^,]{2,60}), (?:who|which|whose|qui|dont|quien)\b[^,]*$")

_QUOTED = re.compile(r"[\"“„«»「『]([^\"“”„«»「」『』]{1,1200})[\"”“»«」』]")
# Single quotation marks, apart from apostrophes inside and at the end of words.
_SINGLE_OPEN = re.compile(r"(?:^|[\s(:—–])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?=[\s.,;:!?)]|$)")
_SINGLE_LAST = re.compile(r"(?:[.,!?]['’]|['’][.!]?)$")
_QUESTION = re.compile(r"[?？؟;；]\s*[\"”“»’'」』)]{0,3}$|[?？؟]")
# Sentences that speak to the reader, of the page or of the publisher instead of the matter.
_FURNITURE = phrases.pattern("sentence", "furniture", r"\b", r"\b")
_IMPERATIVE = phrases.pattern("sentence", "imperative", "^", r"\b(?! (?:to|of|is|was|are|has|had|will|would)\b)")
# "Why the bridge closed, how it opened and what comes next": a list of what the page will tell.
_PROMISE = phrases.pattern("sentence", "promise")
_ADDRESS = phrases.pattern("sentence", "address", exact=True)

# What a sentence that leans on the one before it opens with.
_LEANING = phrases.patterns("leaning", before=r"^[„“”‘«»\"']?\s?", after=r"(?:\b|(?<=['’]))")
_KIN = {"nb": "no", "nn": "no"}
# An opening that leans though its first word does not: "Despite these concerns", "In diesem Moment", "Two days later",
# and a pronoun as subject after a few words without a name: "With the aid of her team, she can".
_DEEPER = phrases.patterns("leaning-deeper", before="^")
# A quotation whose speaker is a pronoun.
_SPEAKER = phrases.patterns("leaning-speaker")
_LATE_SUBJECT = re.compile(r"^[A-Z][a-z]+ [^,A-Z]{1,80}, (?:he|she|they|it|this|that|these|those|his|her|their)\b")
_THE = re.compile(r"[\"“‘']?(?:The|Die|Der|Das|Le|La|Les|L['’]|El|Los|Las)\s?(\w{3,40})")
_LISTING = re.compile(r"(?:[•|]|\s[/|]\s|#\w+|@\w+)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence: its place in the article's text, its shortened forms (longest first), and its weaknesses.

    ``leans``: it opens with a word that points to the sentence before. ``quotes`` counts its quotations.
    ``fault`` says why it may not be used, "" where it may. ``sizes`` are the forms' lengths in words (letters for
    scripts without spaces).
    """

    index: int
    paragraph: int
    role: str
    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    sizes: tuple[int, ...]
    quotes: int
    leans: bool
    fault: str


@lru_cache(maxsize=8)
def find(article: Article) -> tuple[Candidate, ...]:
    """The first :data:`LOOKED_AT` sentences of the article's running text, in its order."""
    found: list[Candidate] = []
    known = keys(article.title)
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.role not in ROLES:
            continue
        for span in sentences.split(paragraph.text, article.language):
            if len(found) == LOOKED_AT:
                return tuple(found)
            text = span.of(paragraph.text)
            # A sentence too long to be used is not looked at closely: hostile pages have endless ones.
            forms = variants(text, article.language) if len(text) <= LONGEST else (text[:LONGEST],)
            if not found:
                known |= keys(text[:LONGEST])
            found.append(
                Candidate(
                    index=len(found),
                    paragraph=number,
                    role=paragraph.role,
                    start=paragraph.start + span.start,
                    end=paragraph.start + span.end,
                    text=text,
                    forms=forms,
                    sizes=tuple(words.count(form, article.language) for form in forms),
                    quotes=len(_QUOTED.findall(forms[0])),
                    leans=leans(forms[0], article.language, known),
                    fault=fault(forms[0], article.language),
                )
            )
    return tuple(found)


def leans(text: str, language: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence opens with a word that points back ("He", "The deal", "However"), or quotes "he said".

    "The study" does not where the headline or the first sentence speaks of a study: ``known`` are their key words.
    """
    noun = _THE.match(text)
    if noun and keys(noun.group(1)) & known:
        return False
    key = words.primary(language)
    key = _KIN.get(key, key)
    patterns = (_LEANING.get(key), _DEEPER.get(key), _LATE_SUBJECT if key == "en" else None)
    speaker = _SPEAKER.get(key)
    return any(pattern.match(text) for pattern in patterns if pattern) or bool(speaker and speaker.search(text))


def fault(text: str, language: str) -> str:
    """Why a sentence cannot be a statement of a brief: a code, "" where it can."""
    size = words.count(text, language)
    unspaced = words.unspaced(language)
    if _QUESTION.search(_QUOTED.sub("", text)) or text.rstrip("\"”»’' ").endswith(("?", "？")):
        return "question"
    if not ENDS.search(text) or _caption(text, language):
        return "fragment"
    if size < (8 if unspaced else 5):
        return "short"
    if size > (160 if unspaced else 60) or len(text) >= LONGEST:
        return "long"
    if _FURNITURE.search(text) or len(_LISTING.findall(text)) > 1:
        return "furniture"
    if _titled(text):
        return "heading"
    if text.startswith(("(", "[")):
        return "aside"
    if _PROMISE.match(text):
        return "promise"
    if _IMPERATIVE.match(text):
        return "imperative"
    if size < NO_VERB and verbs.first(text, language) is None:
        return "fragment"
    return _quotation_fault(text, language)


def _caption(text: str, language: str) -> bool:
    """Whether a sentence is a name or thing with nothing but a relative clause: what stands under a picture."""
    found = _RELATIVE.match(text)
    return found is not None and verbs.first(found[1], language) is None


def _titled(text: str) -> bool:
    """Whether every word that can be is written with a capital: a heading that lost its tag."""
    long = [span.of(text) for span in words.words(text) if span.end - span.start > 3]
    return len(long) > 2 and all(word[0].isupper() for word in long) and any(word[1:].islower() for word in long)


def _quotation_fault(text: str, language: str) -> str:
    if text.count('"') % 2 or text.count("(") != text.count(")"):
        return "unbalanced"
    if "„" not in text and sum(map(text.count, "“«「『")) != sum(map(text.count, "”»」』")) and "»" not in text[:1]:
        return "unbalanced"
    opened, closed = len(_SINGLE_OPEN.findall(text)), len(_SINGLE_CLOSE.findall(text))
    if opened > closed or (closed > opened and _SINGLE_LAST.search(text)):
        return "unbalanced"
    quoted = [found.group(1) for found in _QUOTED.finditer(text)]
    if any(words.count(piece, language) > QUOTED_WORDS for piece in quoted):
        return "long-quotation"
    outside = _QUOTED.sub(" ", text)
    if quoted and words.count(outside, language) < 2:
        return "unattributed"
    return ""


def unquoted(text: str) -> str:
    """``text`` without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


def evaluates(text: str, language: str) -> bool:
    """Whether a sentence evaluates outside quotation marks, by the words of its language's lexicon (rule 14)."""
    lexicon = lexicons.get(language)
    if not lexicon.evaluations:
        return False
    folded = words.fold(unquoted(text))
    listed = any(span.of(folded) in lexicon.evaluations for span in words.words(folded))
    return listed or any(phrase in folded for phrase in lexicon.evaluation_phrases)


def addresses(text: str) -> bool:
    """Whether a sentence says "you", "we" or "I" outside quotation marks: it speaks as its writer."""
    return bool(_ADDRESS.search(unquoted(text)))


def surnames(people: Sequence[str]) -> dict[str, str]:
    """Surname → full name, for people named in full; a name that two people share is left out."""
    found: dict[str, str] = {}
    doubtful = set()
    for name in people:
        parts = name.split()
        if len(parts) > 1:
            if found.get(parts[-1], name) != name:
                doubtful.add(parts[-1])
            found[parts[-1]] = name
    return {last: name for last, name in found.items() if last not in doubtful}
