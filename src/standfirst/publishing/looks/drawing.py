"""Whether a drawing (SVG) is one and nothing more. Pure."""

from __future__ import annotations

from lxml import etree

#: Elements that run or embed something, and where a link may lead: within the drawing, to a picture written in it.
RUNNING = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler"})
INSIDE = ("#", "data:image/png", "data:image/jpeg")


def unsafe(drawing: bytes) -> str:
    """Why a drawing (SVG) may not be shown: it is none, runs something or loads something; "" where it may."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(drawing, parser)
    except etree.XMLSyntaxError:
        return "is no XML"
    if etree.QName(root).localname != "svg":
        return "is no drawing"
    for each in root.iter(etree.Element):
        name = etree.QName(each).localname.lower()
        if name in RUNNING:
            return f"holds <{name}>"
        for key, value in each.attrib.items():
            attribute = etree.QName(key).localname.lower()
            if attribute.startswith("on"):
                return f"holds {attribute}="
            if attribute in ("href", "src") and not value.strip().lower().startswith(INSIDE):
                return f"loads {value.strip()[:60]}"
    return ""


__all__ = ["unsafe"]
