"""What kind of article it is, with the evidence: schema.org's type, the page's labels, its address."""

from __future__ import annotations

import re

from standfirst.language.words import fold
from standfirst.reading import addresses
from standfirst.reading.stated import jsonld
from standfirst.reading.stated.meta import Head
from standfirst.reading.wordlists import words

#: schema.org types that name a kind outright.
TYPES = {
    "satiricalarticle": "satire",
    "advertisercontentarticle": "sponsored",
    "pressrelease": "press-release",
    "liveblogposting": "live-blog",
    "opinionnewsarticle": "comment",
    "reviewnewsarticle": "review",
    "criticreview": "review",
    "interview": "interview",
    "imagegallery": "gallery",
    "mediagallery": "gallery",
}
# In an address a kind is a whole segment of the path; in a section or label it is the whole text.
_WORDS = {
    "sponsored": words(
        """
        sponsored sponsored-content paid-content paidcontent paid-post partner-content partnercontent brandvoice
        advertorial branded-content brand-content brandstudio anzeige promoted native-ad sponsored-post
        publirreportage
        """
    ),
    "press-release": words(
        """
        press-release press-releases pressrelease pressreleases pr-newswire prnewswire globenewswire
        business-wire businesswire pressemitteilung pressemitteilungen pressemeldung pressemeldungen
        comunicado-de-prensa communique-de-presse comunicati-stampa accesswire
        """
    ),
    "satire": words(
        """
        satire satira humor-satire
        """
    ),
    "live-blog": words(
        """
        live-blog liveblog liveticker live-updates live-ticker ticker newsticker live-news minute-by-minute
        """
    ),
    "gallery": words(
        """
        gallery galleries photo-gallery photos photo-essay pictures in-pictures slideshow slideshows fotostrecke
        fotostrecken bildergalerie bildstrecke diaporama galeria galerie fotogalerie fotogaleria photogallery
        bilder
        """
    ),
    "video": words(
        """
        video videos watch videothek mediathek clip clips
        """
    ),
    "comment": words(
        """
        opinion opinions op-ed op-eds opinion-columns columnist columnists commentary comment commentisfree
        editorial editorials kommentar kommentare meinung meinungen kolumne kolumnen opinie opinioni opinione
        tribune tribunes debats debatt debatte ledare leder kronika kronikor kommentti mielipide paakirjoitus
        opiniao columnas viewpoint viewpoints letters letters-to-the-editor leserbriefe editoriale perspective
        perspectives leitartikel chronik-meinung guest-opinion guest-essay
        """
    ),
    "review": words(
        """
        review reviews film-review movie-reviews book-reviews rezension rezensionen kritik recensioni recensione
        recension recensioner critiques album-reviews anmeldelse anmeldelser arvostelu resena resenas
        """
    ),
    "interview": words(
        """
        interview interviews entrevista entrevistas intervju interviste intervista entretien entretiens
        """
    ),
}
KINDS = {word: kind for kind, listed in _WORDS.items() for word in listed}
_TITLE_LABELS = (re.compile(r"^\s*([\w -]{3,24}?)\s?[:|–—]\s"), re.compile(r"\s[|–—]\s([\w -]{3,24})$"))
_LABELS = words(
    """
    opinion kommentar comment editorial interview review sponsored anzeige satire leitartikel kolumne liveblog
    live-blog press-release opinie ledare leder
    """
)


def kind(head: Head, node: jsonld.Node, address: str, title: str, section: str, length: int) -> tuple[str, str]:
    """The article's kind and what showed it; ``("report", "")`` where nothing says otherwise.

    ``length`` is that of its text in words: a video or gallery with a long text is a report with pictures.
    """
    for name in jsonld.types(node):
        if name in TYPES:
            return TYPES[name], f"JSON-LD @type {name}"
    others = {name for each in head.nodes for name in jsonld.types(each)}
    if "liveblogposting" in others:
        return "live-blog", "JSON-LD @type liveblogposting"
    labels = [
        ("articleSection", section),
        ("genre", jsonld.text(node.get("genre"))),
        (
            "meta content type",
            head.first("article:content_type", "og:article:genre", "content-type-label", "article.type"),
        ),
    ]
    for where, label in labels:
        named = KINDS.get(_slug(label))
        if named and named not in {"video", "gallery"}:
            return named, f"{where} {label!r}"
    if in_path := _in_path(address, length):
        return in_path
    for label in (match[1] for pattern in _TITLE_LABELS if (match := pattern.search(title[:400]))):
        if _slug(label) in _LABELS:
            return KINDS[_slug(label)], f"title {label.strip()!r}"
    if length < 120:
        if head.first("og:type").lower().startswith("video") or "videoobject" in jsonld.types(node):
            return "video", f"og:type {head.first('og:type')!r}"
        if {"imagegallery", "mediagallery"} & others:
            return "gallery", "JSON-LD @type of a gallery"
        if "videoobject" in others and length < 60:
            return "video", "JSON-LD @type videoobject"
    return "report", ""


def _in_path(address: str, length: int) -> tuple[str, str] | None:
    for segment in addresses.path(address).lower().split("/")[1:-1][:8]:
        found = KINDS.get(segment)
        if found and not (found in {"video", "gallery"} and length >= 200):
            return found, f"address /{segment}/"
    return None


def _slug(label: str) -> str:
    return "-".join(re.findall(r"\w+", fold(label[:80])))
