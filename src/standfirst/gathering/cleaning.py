"""The one gate for text and HTML of strangers: what passes is plain text, or HTML of known elements (nh3)."""

from __future__ import annotations

import html as entities
import re
import unicodedata

MAX_TITLE = 500
MAX_SUMMARY = 5_000
MAX_CONTENT = 200_000
#: nh3's time grows with the square of the depth; libxml2 goes no deeper than this, and drops what is.
MAX_DEPTH = 256

BLOCK = re.compile(r"<(?=/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|blockquote|figure|figcaption|section|article)\b)", re.I)
DROPPED_WITH_TEXT = {"script", "style", "template", "noscript", "iframe", "object", "title", "textarea", "svg", "math"}
TAGS = {
    *("a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del"),
    *("details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("header", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp"),
    *("section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead"),
    *("time", "tr", "u", "ul", "var", "wbr"),
}
ATTRIBUTES = {
    "*": {"lang", "dir", "data-nosnippet"},
    "a": {"href"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}


def whole(text: str) -> str:
    """Text that can be written as UTF-8 and stored anywhere: no lone surrogates, no NUL."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def shallow(markup: str) -> str:
    """The same HTML, nested no deeper than nh3 can take; what has few tags is left as it is."""
    if markup.count("<") <= MAX_DEPTH:
        return markup
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    root = lxml_html.document_fromstring(f"<div>{markup}</div>".encode(), parser=parser)
    body = root.find("body")
    return "" if body is None else str(etree.tostring(body, encoding="unicode", method="html"))


def plain(text: str, most: int = MAX_SUMMARY) -> str:
    """Text or HTML as one line of plain text of at most ``most`` characters."""
    text = whole(text[: most * 20])
    if "<" in text:
        import nh3

        text = nh3.clean(
            shallow(BLOCK.sub(" <", text)), tags=set(), attributes={}, clean_content_tags=DROPPED_WITH_TEXT
        )
    if "&" in text:
        text = entities.unescape(text)
    line = " ".join((text if text.isprintable() else "".join(map(_visible, text))).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _visible(character: str) -> str:
    """A character of one line: joiners stay, other marks of format go, controls part words."""
    if character.isprintable() or character in "\u200c\u200d":
        return character
    return "" if unicodedata.category(character) in {"Cf", "Cn", "Co"} else " "


def paragraphs(text: str) -> str:
    """Plain text as HTML, a paragraph for each that a blank line parts."""
    pieces = re.split(r"\n[ \t\r]{0,80}\n", text[:MAX_CONTENT])
    return "".join(f"<p>{entities.escape(piece.strip())}</p>" for piece in pieces if piece.strip())


def markup(text: str, base: str) -> str:
    """HTML of known elements and harmless attributes, links absolute.

    ``data-nosnippet`` stays, because it is a right that reading has to see. Images, frames and forms go.
    """
    import nh3

    text = whole(text[:MAX_CONTENT])
    if not text.strip():
        return ""
    return nh3.clean(
        shallow(text),
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_TEXT,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        url_relative=("rewrite_with_base", base),
        link_rel=None,
    ).strip()
