"""What the extraction leaves over that is no text of the article: buttons, advertisements, appeals, notices.

Patterns match whole short lines, so that a sentence which uses such words stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standfirst.language.words import fold
from standfirst.reading.document.blocks import Piece
from standfirst.reading.wordlists import phrases

#: Longest line that is ever taken for residue.
MAX_LINE = 220
#: Longest line above a title that is taken for the site's name, menu or address.
FURNITURE = 160
#: Paragraphs at the end among which notes about an author stand, and how long such a note is at most.
NOTES, NOTE = 4, 400

# Lines that are furniture word for word, folded and without punctuation at their ends.
_WHOLE = phrases(
    """
    advertisement|advertising|ad|ads|anzeige|werbung|publicite|publicidad|publicidade|pubblicita|annons|annonse|
    annonce|reklama|reklame|reklam|mainos|advertentie|sponsored|sponsored content|advertisement scroll to continue|
    story continues below advertisement|article continues below advertisement|continue reading below|
    article continues after advertisement|continues below|share|share this|share this article|share this story|
    share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|share via email|share link|
    tweet|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|email|e mail|mail|print|print this article|
    copy link|link copied|copied|teilen|merken|drucken|partager|compartir|compartilhar|condividi|del|dela|jaa|
    delen|save|save article|save this story|bookmark|comment|comments|leave a comment|show comments|view comments|
    kommentare|kommentieren|commentaires|comentarios|read more|read more here|read also|also read|see also|
    see more|read next|up next|related|related articles|related stories|related topics|related news|
    related content|topics|more on this story|more on this|more from this author|more stories|most read|
    most popular|trending|recommended|recommended for you|recommended stories|you might also like|
    you may also like|editors picks|mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|weiterlesen|
    lire aussi|a lire aussi|sur le meme sujet|lea tambien|leer mas|leia tambem|leia mais|leggi anche|lees ook|
    lees meer|las ocksa|les ogsa|laes ogsa|czytaj tez|zobacz tez|lue myos|subscribe|subscribe now|sign up|sign in|
    log in|login|register|newsletter|newsletters|follow us|follow us on|follow us on twitter|follow us on facebook|
    get the app|download the app|loading|loading comments|play|watch|watch video|play video|listen|
    listen to this article|listen to article|video|gallery|view gallery|view image in fullscreen|open in app|close|
    skip|next|previous|back to top|top|menu|home|search|image|photo|getty images|reuters|image source getty images|
    file photo|source|caption|hide caption|toggle caption|enlarge this image|published|updated|last updated|by|
    staff|tags|tag|schlagworte|themen|noticias relacionadas|gift this article|give this article|listen 1 min|
    reprints|report a typo|report an error|report this ad|fact checked|peer reviewed publication|
    proofread|reputable news agency|trusted source|
    """
)
# Short lines that begin like this are appeals or notices.
_BEGINS = re.compile(
    r"(?:sign up (?:for|to|here|now)|subscribe (?:to|for|here|now)|click here (?:to|for)|"
    r"(?:follow|join) (?:us|me) on|"
    r"download (?:the|our) .{0,40}\bapp\b|get (?:the|our) .{0,60}\b(?:newsletter|inbox|app)\b|"
    r"read (?:more|also|next|the full)\s?[:|–-]|also read\s?[:|–-]|"
    r"(?:see also|related|more|watch|listen)\s?:|"
    r"lesen sie (?:auch|hier|mehr)\s?[:|–-]|mehr (?:zum thema|dazu)\s?:|lire aussi\s?:|à lire aussi|lea también\s?:|"
    r"leia (?:também|mais)\s?:|leggi anche\s?:|lees ook\s?:|läs (?:också|mer)\s?:|les også\s?:|"
    r"czytaj (?:też|także|więcej)\s?:|"
    r"(?:copyright\s|©|\(c\)\s)|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"this (?:story|article|post) (?:was|is) (?:originally|first) (?:published|appeared)|originally published|"
    r"(?:(?:main|header|lead|featured?|cover)\s)?(?:photo|image|picture|foto|bild|credit|photograph)s?"
    r"(?:\s(?:by|credit|source|courtesy))?\s?:|\[?(?:photo|image|picture)s? (?:via|courtesy of)\s|"
    r"(?:we use cookies|this site uses cookies|by continuing to (?:use|browse)|(?:please )?enable javascript)|"
    r"(?:advertisement|anzeige|werbung|publicité)\s?[:|–-]|"
    r"(?:(?:estimated )?reading time|lesezeit|temps de lecture|tiempo de lectura|tempo d[ei] le(?:ttu|itu)ra|leestijd)"
    r"\s?:?\s?\d|\d{1,2}\s?min(?:ute)?s?\.?\s(?:read|lesezeit|de lecture|de lectura)\b|don[’']t miss\s?:|"
    r"(?:your browser does not support|this video (?:is|cannot)|sorry, (?:this|your))"
    r")",
    re.IGNORECASE,
)
_CONTAINS = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"(?:sign up|subscribe) (?:for|to) (?:our|the|my) .{0,60}newsletter|terms of (?:use|service) and privacy policy|"
    r"may not be published, broadcast|"
    r"protected by recaptcha",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"[\W_]+")


def is_residue(line: str) -> bool:
    """Whether a line is furniture, and no text of the article."""
    if len(line) > MAX_LINE:
        return False
    bare = _ENDS_OPEN.sub(" ", fold(line)).strip()
    return not bare or bare in _WHOLE or bool(_BEGINS.match(line)) or bool(_CONTAINS.search(line))


def cleaned(pieces: Sequence[Piece], title: str, standfirst: str, authors: Sequence[str] = ()) -> tuple[Piece, ...]:
    """The pieces without residue, the title, what stands before it, repeated lines and headings over nothing.

    The standfirst, where it stands at the start, gets its role; a second copy of it goes, and so does what is said of
    an author at the end.
    """
    kept: list[Piece] = []
    seen: set[str] = set()
    head, lead = _same(title), _same(standfirst)
    for text, role in _from_title(pieces, head):
        if is_residue(text):
            continue
        key = _same(text)
        if len(kept) < 4 and key == head:
            continue
        if key in seen and (len(key) > 30 or role == "heading"):
            continue
        seen.add(key)
        leads = bool(lead) and key == lead and len(kept) < 4
        kept.append((text, "standfirst" if leads else role))
    return tuple(_without_empty_headings(_without_author(kept, authors)))


def _from_title(pieces: Sequence[Piece], head: str) -> Sequence[Piece]:
    """The pieces from the title on, where it stands in the first half under short lines only: a site's furniture."""
    for place, (text, _) in enumerate(pieces[: len(pieces) // 2 + 1]):
        if len(text) > FURNITURE:
            break
        if head and _same(text) == head:
            return pieces[place:]
    return pieces


def _without_author(pieces: list[Piece], authors: Sequence[str]) -> list[Piece]:
    """A short paragraph among the last that names an author in full is a note about them, not their report."""
    names = [name for name in authors if " " in name]
    foot = max(len(pieces) - NOTES, len(pieces) // 2)
    return [
        piece
        for place, piece in enumerate(pieces)
        if place < foot or len(piece[0]) > NOTE or not any(name in piece[0] for name in names)
    ]


def _without_empty_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """A heading at the very end heads nothing: it belonged to what was left out."""
    end = len(pieces)
    while end and pieces[end - 1][1] == "heading":
        end -= 1
    return list(pieces[:end]) if end else list(pieces)


def _same(text: str) -> str:
    return re.sub(r"\W", "", fold(text[:2000]))
