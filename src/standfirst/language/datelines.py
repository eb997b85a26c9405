"""Datelines and credits: where an agency's report says whence it came, before its first and after its last words."""

from __future__ import annotations

import re

#: Agencies by the name or initials that stand in a dateline, a byline or a credit, and the name readers know.
AGENCIES: dict[str, str] = {
    "AP": "Associated Press", "Associated Press": "Associated Press", "The Associated Press": "Associated Press",
    "Reuters": "Reuters", "REUTERS": "Reuters", "Thomson Reuters": "Reuters",
    "AFP": "Agence France-Presse", "Agence France-Presse": "Agence France-Presse",
    "dpa": "dpa", "DPA": "dpa", "Deutsche Presse-Agentur": "dpa", "dpa-AFX": "dpa-AFX", "AFX": "dpa-AFX",
    "EFE": "EFE", "Agencia EFE": "EFE", "Europa Press": "Europa Press", "EUROPA PRESS": "Europa Press",
    "EP": "Europa Press", "ANSA": "ANSA", "APA": "APA", "Austria Presse Agentur": "APA", "KNA": "KNA",
    "epd": "epd", "sda": "Keystone-SDA", "SDA": "Keystone-SDA", "Keystone-SDA": "Keystone-SDA", "sid": "SID",
    "SID": "SID", "PA": "PA Media", "PA Media": "PA Media", "Press Association": "PA Media", "UPI": "UPI",
    "Xinhua": "Xinhua", "TASS": "TASS", "Kyodo": "Kyodo News", "Kyodo News": "Kyodo News", "Yonhap": "Yonhap",
    "ANI": "ANI", "PTI": "PTI", "IANS": "IANS", "Bernama": "Bernama", "Lusa": "Lusa", "Belga": "Belga",
    "ANP": "ANP", "NTB": "NTB", "TT": "TT", "Ritzau": "Ritzau", "PAP": "PAP", "AAP": "AAP",
    "Canadian Press": "The Canadian Press", "The Canadian Press": "The Canadian Press", "CP": "The Canadian Press",
    "RNS": "Religion News Service",
    "Religion News Service": "Religion News Service", "KUNA": "KUNA",
}  # fmt: skip

#: Newsrooms that put their own name into datelines; no agencies, so that their name is dropped and not marked.
NEWSROOMS = frozenset({"CNN", "Bloomberg", "CBS", "NBC", "BBC", "KTLA", "WSVN", "CNA", "VOA", "RFE/RL"})

# A place (capitalised words, perhaps a region and a date), an agency in brackets, and a dash; or the place in
# capitals with a dash alone. The head of a text only is looked at, so that every quantifier is bounded.
_HEAD = 120
_PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]{1,24}(?:[ /][A-ZÀ-ÖØ-Þ][\w.'’\-]{0,24}){0,3}"
_REGION = r"(?:, ?[\w.'’\- ]{2,24}){0,2}"
_DASH = r"[ \u00a0]{0,2}(?:—|–|--|-|:)[ \u00a0]{1,2}"
_BRACKETED = re.compile(rf"(?:{_PLACE}{_REGION} ?)?[(\[]([\w .,/&\-]{{2,40}})[)\]](?:{_DASH}| (?=[A-ZÀ-ÖØ-Þ]))")
_CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]{2,24}(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]{1,24}){0,3}(?:, ?[\w.'’\- ]{2,24}){0,2}"
    r"(?: [(\[][\w .,/&\-]{2,40}[)\]])?[ \u00a0]{0,2}(?:—|–|--| -)[ \u00a0]{1,2}"
)
# "Brenkhausen - Die Stadt": a place in ordinary letters, one dash in the whole sentence, an article or preposition.
_OPENS = r"(?:Der|Die|Das|Ein|Eine|Im|In|Am|Nach|Bei|Mit|The|An?|Le|La|Les|El|Los|Las|Une?)"
_PLAIN = re.compile(rf"{_PLACE}(?:[ \u00a0](?:—|–|-)|:)[ \u00a0](?={_OPENS} [^—–]*$)(?![^.]* - )")
_CREDIT = re.compile(r"[(\[]?[\w .,/&+\-]{2,60}[)\]]?[.]?")
_TAIL = re.compile(r"[(\[]((?:mit Material von |with |con información de |avec )?[\w .,/&+\-]{2,40})[)\]]\.?$")
_CALLED = re.compile(
    r"(?i)\b(?:news|press|photo)[ -]agency\b|\bwire service\b|\b(?:nachrichten|presse)agentur\b|\bagence de presse\b"
    r"|\bagencia de noticias\b"
)
_SPLIT = re.compile(r"[/,&+]| and | und | et | y |-Korrespondent")


def agency(words: str) -> str:
    """The agency that ``words`` (a byline, or what stands in brackets) name by itself, or "".

    Known are the agencies of the table, and every other that calls itself one ("Coastwise news agency").
    """
    called = _CALLED.search(words[:80])
    if called:
        return words[: called.end()].strip(" .,()[]–—-").removeprefix("By ")
    for part in _SPLIT.split(words.strip(" .()[]–—-")[:80]):
        name = part.strip(" .()[]–—-")
        if name in AGENCIES:
            return AGENCIES[name]
    return ""


def dateline(text: str) -> tuple[int, str]:
    """Where the report begins after a dateline such as ``LONDON (Reuters) — ``, and the agency it names.

    ``(0, "")`` where there is none. A bracket counts only if it names an agency, so that ``Smith (Labour) — ``
    is left alone.
    """
    head = text[:_HEAD]
    found = _BRACKETED.match(head)
    if found and ((name := agency(found.group(1))) or found.group(1) in NEWSROOMS):
        return found.end(), name
    found = _CAPITALS.match(head) or _PLAIN.match(head)
    return (found.end(), "") if found else (0, "")


def credit(text: str) -> tuple[int, str]:
    """Where a closing credit such as ``(dpa)`` begins in ``text``, and the agency it names; its end and "" if none."""
    stripped = text.rstrip()
    if len(stripped) <= 60 and _CREDIT.fullmatch(stripped) and (name := agency(stripped)):
        return 0, name
    found = _TAIL.search(stripped, max(0, len(stripped) - 60))
    if found and (name := agency(found.group(1).split(" von ")[-1].split(" with ")[-1])):
        return found.start(), name
    return len(text), ""
