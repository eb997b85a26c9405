"""Lines that say who wrote something, to names: without "by", offices, addresses, dates and what else is on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from standfirst.language.words import fold
from standfirst.reading import wordlists
from standfirst.reading.stated import days

MAX_BYLINE = 300
MAX_AUTHORS = 20
#: A name has at most so many words and letters.
WORDS, LETTERS = 6, 60

_BY = re.compile(
    r"^(?:view all posts by|(?:(?:article|an?|as told|written|edited|reported|posted|published|words|story|text|texte|"
    r"analysis|analyse|opinion|comment|commentary|review|interview|kommentar|gastbeitrag|kolumne|reportage|essay|guest "
    r"post|medically reviewed|created|shared|contributed)\s{1,3})?"
    r"(?:by|von|par|por|di|av|af|door|przez|oleh|od|fra|från|tekst|text|texte|testo|texto|words|autor(?:in|a|es)?|"
    r"auteurs?|autore|authors?|written|redactie|quelle|författare|автор|от|작성자|作者|文|記者|بقلم)"
    r"(?:\s{0,3}[:：]\s{0,3}|\s{1,3}[-–—]?\s{0,2}))",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(?:[Bb]y|BY|[Vv]on|Autor|Author)(?=[A-ZÀ-Þ][a-zß-ÿ])")
# What stands in no name: digits and marks of links, prices and sentences.
_NOT_IN_NAMES = re.compile(r"[\d«»<>{}|=+#*?!…:;\"“”/\\@%$€£©®]")
#: Words of a name that are written small.
PARTICLES = wordlists.words(
    """
    de da di du do dos das del della dei der den des van von vom zu zum zur af av ter ten te la le los las el al bin
    bint ibn abu y e i und 't v dal dalla
    """
)
# What ends the names on a printed line: digits, "on Monday the 3rd", "updated", a count of minutes.
_END = re.compile(
    r"\s{0,3}(?:\d|(?:^|(?<=[\s,|]))(?:(?:on|am|le|el|den|op|il)\s{1,3}(?:[^\W\d_]{2,12}[.,]{0,2}\s{1,3}){0,2}\d|"
    r"(?:updated?|published|posted|modified|last|aktualisiert|stand|veröffentlicht|publié|mis à jour|actualizado|"
    r"publicado|pubblicato|aggiornato|min|mins|read|follow|share|full bio|archive page|about the author)(?=[\s:.,]|$)))"
    r".{0,300}$",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"^(?:[^\W\d_]{3,12}[.,]{0,2}\s){0,2}\d{1,4}(?:st|nd|rd|th)?[.,/\s-]{1,3}(?:[^\W\d_]{3,12}|\d{1,2})?[.,/\s-]{0,3}"
    r"(?:(?:19|20)\d{2})?(?:,?\s\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)?[\s·•|,–-]{0,4}(?=[^\W\d_])",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s{0,3}[;•|·、،؛●\n\t/]\s{0,3}|\s{1,3}[-–—]\s{1,3}")
_COMMA = re.compile(r"\s{0,3}[,，]\s{0,3}(?:(?:and|und|et|y|e|i|och|og|en|ve|&)\s{1,3})?", re.IGNORECASE)
_AND = re.compile(r"\s{1,3}(?:and|und|et|y|e|och|og|en|ve|&|\+|with|mit|avec|con)\s{1,3}", re.IGNORECASE)
_ASIDE = re.compile(
    r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|\S{1,80}@\S{1,80}|@\w{1,40}|https?://\S{1,300}|\bwww\.\S{1,200}"
)
# A role behind the name, as Korean and Japanese bylines have it.
_TITLE = re.compile(r"\s?(?:기자|특파원|記者|特派員|논설위원|記者/|編集委員)$")
_ROLE = re.compile(
    r"\b(?:staff|editors?|editorial|reporters?|correspondents?|writers?|columnists?|contributors?|contributing|"
    r"journalists?|producers?|analysts?|bureau|newsroom|chief|senior|head|director|professor|photographer|officer|"
    r"\w{0,20}redakteur(?:in)?|redaktör|korrespondent(?:in)?|journalistin|autor(?:in)?|chefredakteur(?:in)?|volontär(?:in)?|"
    r"corresponsal|redactora?|periodista|giornalista|inviat[oa]|journaliste|rédacteur|rédactrice|grand reporter|"
    r"co-?founder|founder|ceo|cto|cfo|coo|cmo|president|vice|manager|expert|specialist|strategist|consultant|author|coordinator|marketing|lead|developer|designer|advis[eo]r|executive|photography|styled|translated|"
    r"assistant|associate|fellow|lecturer|researcher|scientist|engineer|attorney|host|intern|freelancer?|"
    r"photographs?|photos?|fotos?|bild(?:er)?|images?|illustrations?|video|getty)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:news|newspaper|media|press|magazine|online|times|post|gazette|tribune|herald|journal|wire|services?|"
    r"network|radio|tv|university|institute|ltd|inc|gmbh|llc|company|agency|agencies|agence|agentur|team|desk|"
    r"redaktion|redaktionen|redacción|redacao|redação|redazione|rédaction|redactie|redakcja|admin|administrator|"
    r"association|group|club|channel|studio|guardian|digital|nachrichten|agenturen|nachrichtenagentur|center|centre|"
    r"school|college|foundation|society|department|ministry|hospital|blog|com|org|net|extension|minutes?|commentaires?|"
    r"subscriber|source|report|reporting|of|for|the|by|home|security|technology|features?|columns?|special|guest)\b",
    re.IGNORECASE,
)
#: Names that stand where the publishing system knows of no author.
NOBODY = wordlists.phrases(
    """
    admin | administrator | webmaster | author | authors | editor | editors | editorial | staff | news | newsroom |
    redaktion | redazione | rédaction | redacción | contributor | guest | guest author | guest post | anonymous |
    unknown | null | none | undefined | n/a | user | root | website | team | nachrichten | blog | online | default |
    super user | uncredited | staff writer | news desk | by | name | contact | twitter | facebook | email | follow |
    updated | published | posted | share | menu | search | people | log in | sign in | sign up | read more |
    learn more | fact checked
    """
)
#: Letters behind a name.
_LETTERS = re.compile(
    r"(?:ph\.?\s?d|m\.?d|d\.?o|j\.?d|r\.?n|r\.?d|m\.?s[cw]?|m\.?a|b\.?a|b\.?sc|mba|mph|esq|jr|sr|cpa|cfp)\.?",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?:the|staff|team|com|ltd|inc|llc|gmbh|co|editorial|editors|redaktion|blog|online)\b", re.IGNORECASE
)
#: News agencies, as bylines name them; also the evidence of an agency's text.
AGENCIES = wordlists.words(
    """
    ap associatedpress theassociatedpress reuters afp agencefrancepresse dpa ansa efe europapress pti upi tass interfax
    xinhua kyodo yonhap apa sda keystonesda ats belga anp ritzau ntb tt stt lusa pap ctk mti tanjug pa pamedia
    pressassociation bloomberg sid ians ani aap ria rianovosti ukrinform unian anadolu aa canadianpress
    thecanadianpress kna epd afpi news agencies dpaafx jiji cna ptinews afprelaxnews agenturen agencias agences
    unitedpressinternational agenciaefe
    """
)


def persons(names: Iterable[str], outlets: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons in bylines or lists of authors, in order and once each.

    ``outlets`` are the publisher's names, which many sites give as author.
    """
    known = frozenset(bare(outlet) for outlet in outlets) - {""}
    found: dict[str, str] = {}
    for name in names:
        for part in split(name, known):
            if is_person(part) and not _is_house(part, known):
                found.setdefault(bare(part), part)
    return tuple(found.values())[:MAX_AUTHORS]


def split(line: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The names in a line, as it writes them: persons, agencies, desks; roles and what is no name left out.

    ``known`` are the publisher's names, bare. What follows a person's name behind a comma or bar and is neither a
    person's nor an agency's is where they work, or what they do.
    """
    line = " ".join(_ASIDE.sub(" ", line[:MAX_BYLINE]).split())
    line = _cut(_without_by(_without_date(line)))
    found: list[str] = []
    for part in _PARTS.split(line):
        for item in _COMMA.split(part):
            for name in _apart(item, known):
                cleaned = _cleaned(name)
                if cleaned and _keeps(cleaned, found, known):
                    found.append(cleaned)
    return found[:MAX_AUTHORS]


def is_person(name: str) -> bool:
    """Whether a name is written like a person's: few words, mostly with capitals, none of an office or an outlet."""
    parts = name.split()
    if not 2 <= len(name) <= LETTERS or not 1 <= len(parts) <= WORDS or _NOT_IN_NAMES.search(name):
        return False
    if bare(name) in AGENCIES or fold(name) in NOBODY or _ROLE.search(name) or _OUTLET.search(name):
        return False
    if len(parts) == 1 and days.month(name):
        return False
    if "." in name.replace(". ", "").rstrip(".")[2:] and " " not in name:  # an address, or a name to log in with
        return False
    if len(parts) == 1:  # one word is a name only in scripts without spaces, or where it is written like one
        return not name.isascii() or (name[0].isupper() and not name.isupper() and len(name) > 2)
    small = [part for part in parts if part[0].islower() and part not in PARTICLES]
    return not small and (parts[-1] not in PARTICLES) and parts[0] not in {"by", "und", "y", "e", "i"}


def is_nobody(name: str, known: frozenset[str]) -> bool:
    """Whether a name says no more than that the publisher, or nobody in particular, wrote it."""
    return fold(name).strip(" .") in NOBODY or _is_house(name, known)


def is_full_name(text: str) -> bool:
    """Whether a text is no more than a first and a last name, as far as capitals tell."""
    parts = text.split()
    return 2 <= len(parts) <= 3 and is_person(text) and all(part[0].isupper() for part in parts)


def is_signed(names: Iterable[str], known: frozenset[str]) -> bool:
    """Whether a person or an agency is among the names, and not the publisher alone."""
    return any((bare(name) in AGENCIES or is_person(name)) and not is_nobody(name, known) for name in names)


def is_anyone(names: Iterable[str], known: frozenset[str]) -> bool:
    """Whether any of the names is more than the publisher's, or nobody's."""
    return any(not is_nobody(name, known) for name in names)


def is_role(text: str) -> bool:
    """Whether a text names an office or trade: what stands beside an author's name."""
    return bool(_ROLE.search(text))


def bare(name: str) -> str:
    """The letters and digits of a name, folded."""
    return re.sub(r"[\W_]", "", fold(name))


def _is_house(name: str, known: frozenset[str]) -> bool:
    letters = bare(name)
    return letters in known or bare(_HOUSE.sub(" ", name)) in known


def _without_by(line: str) -> str:
    for _ in range(2):
        line = _GLUED.sub("", _BY.sub("", line)).strip(" :–—-")
    return line


def _without_date(line: str) -> str:
    """A line without the date it begins with: "Dec. 19, 2025 · Mara Olsen"."""
    date = _DATE_BEFORE.match(line)
    if date and (days.first(date[0]) or any(days.month(word) for word in re.findall(r"[^\W\d_]+", date[0]))):
        return line[date.end() :]
    return line


def _cut(line: str) -> str:
    """A line without its end, from a date, an hour or a word that is about the page."""
    end = _END.search(line)
    if not end:
        return line
    kept = line[: end.start()]
    before, _, last = kept.rstrip(" .,").rpartition(" ")
    return before if days.month(last) and end[0].lstrip()[:1].isdecimal() else kept


def _apart(item: str, known: frozenset[str]) -> list[str]:
    """Names joined by "and": parted where both sides can be names, not in "Center for Evaluation and Research"."""
    parts = [part for part in _AND.split(item) if part.strip()]
    if len(parts) < 2:
        return parts
    single = [" " not in part.strip() for part in parts]
    names = [bare(part) in AGENCIES or bare(part) in known or is_person(_cleaned(part)) for part in parts]
    known_name = any(bare(part) in AGENCIES or bare(part) in known for part in parts)
    return parts if all(names) and (known_name or all(single) or not any(single)) else [item]


def _cleaned(name: str) -> str:
    name = _without_by(name.strip(" \t\r\n.,:;–—-*\"'“”|…"))
    name = _case(_TITLE.sub("", name).strip(" ,:;–—-"))
    parts = name.split()
    for times in (2, 3):  # once in a link, and once beside a picture
        if len(parts) % times == 0 and parts == parts[: len(parts) // times] * times:
            return " ".join(parts[: len(parts) // times])
    return name


def _case(name: str) -> str:
    """Names set in capitals get ordinary case; anything else stays."""
    if name.isupper() and len(name) > 4 and " " in name:
        return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name)
    return name


def _keeps(name: str, found: Sequence[str], known: frozenset[str]) -> bool:
    if len(name) < 2 or len(name) > LETTERS or name in found or _LETTERS.fullmatch(name):
        return False
    if bare(name) in AGENCIES or not bare(name):
        return bool(bare(name))
    if found and " " not in name:  # a place or an office, except in a row of such names
        return " " not in found[-1] and is_person(name) and is_person(found[-1])
    if not any(is_person(other) for other in found):
        return True
    return is_person(name) and not _is_house(name, known)
