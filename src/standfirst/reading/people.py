"""Bylines to persons: who wrote it, without roles, agencies and the furniture around names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from standfirst.language.words import fold
from standfirst.reading.wordlists import words

MAX_BYLINE = 300
MAX_AUTHORS = 20

_BY = re.compile(
    r"^(?:view all posts by|(?:(?:written|reported|posted|published|words|story|text|texte|analysis|opinion|review|"
    r"interview|photos?)\s)?"
    r"(?:by|von|par|por|di|av|af|door|door:|przez|autor(?:in|a|es)?|auteurs?|authors?:|"
    r"quelle|författare|redactie|text|texte|words))"
    r"(?:\s{0,3}:\s{0,3}|\s{1,3})",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s{0,3}[;•|·/、，؛]\s{0,3}|\s{0,3},\s{0,3}(?:(?:and|und|et|y|e|i|och|og|en|ve)\s{1,3})?"
    r"|\s{1,3}(?:and|und|et|y|och|og|en|ve|&|with|mit|avec|con)\s{1,3}|\n",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|\S{1,80}@\S{1,80}|@\w{1,40}|https?://\S{1,300}")
# A role behind the name, as Korean and Japanese bylines have it.
_TITLE = re.compile(r"\s?(?:기자|특파원|記者|特派員)$")
_DATE = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d{2}\b|\d{1,2}[./]\d{1,2}")
#: Words that make a part of a byline a role, a desk or an outlet, and no person.
_NOT_PERSON = re.compile(
    r"\b(?:staff|editors?|editorial|reporters?|correspondents?|writers?|columnists?|contributors?|journalists?|"
    r"producers?|analysts?|bureau|desk|newsroom|team|admin|administrator|agency|agencies|agence|agentur|news|"
    r"newspaper|media|press|magazine|online|redaktion|redaktionen|redaktör|redacción|redacao|redação|redazione|"
    r"rédaction|redactie|redakcja|times|guardian|post|gazette|tribune|herald|wire|services?|network|radio|tv|"
    r"university|institute|ltd|inc|gmbh|com|org|net|updated|published|share|follow|guest|special|minutes?|read|"
    r"nachrichten|agenturen|nachrichtenagentur|reporting|extension|experts?|assistant|features?|officer|head|digital|"
    r"technology|security|columns?|commentaires?|home|studio|channel|club|association|company|group|"
    r"of|chief|senior|director|professor|photographer|subscriber|source|photo|getty|images|report)\b",
    re.IGNORECASE,
)
#: News agencies, as bylines name them; also the evidence of an agency's text.
AGENCIES = words(
    """
    ap associatedpress reuters afp agencefrancepresse dpa ansa efe europapress pti upi tass interfax xinhua kyodo
    yonhap apa sda keystonesda ats belga anp ritzau ntb tt stt lusa pap ctk mti tanjug pa pamedia pressassociation
    bloomberg sid ians ani aap ria rianovosti ukrinform unian anadolu aa canadianpress kna epd afpi news agencies
    dpaafx jiji cna ptinews
    """
)


def persons(names: Iterable[str], outlets: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons in bylines or lists of authors, in order and once each.

    ``outlets`` are the publisher's names, which many sites give as author.
    """
    known = {_bare(outlet) for outlet in outlets} - {""}
    found: dict[str, str] = {}
    for name in names:
        for part in split(name):
            bare = _bare(part)
            if bare and bare not in known and bare not in AGENCIES and _is_person(part):
                found.setdefault(bare, part)
    return tuple(found.values())[:MAX_AUTHORS]


def split(byline: str) -> list[str]:
    """A byline's parts: asides, addresses and "by" taken off, split where names are joined."""
    line = _ASIDE.sub(" ", byline[:MAX_BYLINE])
    parts = []
    for part in _SPLIT.split(line):
        bare = part.strip(" \t\r\n.,:;–—-*\"'“”|")
        parts.append(_TITLE.sub("", _BY.sub("", bare)).strip(" .,:;–—-"))
    return [" ".join(_case(part).split()) for part in parts if part]


def _case(name: str) -> str:
    """Names set in capitals get ordinary case; anything else stays."""
    if name.isupper() and len(name) > 4 and " " in name:
        return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name)
    return name


def _is_person(part: str) -> bool:
    words = part.split()
    if not 2 <= len(part) <= 60 or not 1 <= len(words) <= 6 or _DATE.search(part) or any(c.isdigit() for c in part):
        return False
    if _NOT_PERSON.search(part) or ("." in part.replace(". ", "").rstrip(".")[2:] and " " not in part):
        return False
    if len(words) == 1:  # one word is a name only in scripts without spaces, or where it is written like one
        return not part.isascii() or (part[0].isupper() and not part.isupper() and len(part) > 2)
    cased = [word for word in words if word[0].isalpha() and word[0].lower() != word[0].upper()]
    return not cased or sum(word[0].isupper() for word in cased) * 2 >= len(cased)


def _bare(name: str) -> str:
    return re.sub(r"\W", "", fold(name))
