"""One address of each type of page that the site has, and the looks a page has: for axe-core, the Nu checker, pictures.

Words in braces are values of the network: :data:`FACTORY` are those of the network that ``factory.make`` makes.
"""

from __future__ import annotations

#: What the network says of itself, and what can be asked of it.
ABOUT = {
    "method": "/about/method",
    "marks": "/about/marks",
    "corrections": "/corrections",
    "rights": "/rights",
    "rights sent": "/rights/sent",
    "sources": "/sources",
    "feeds": "/feeds",
    "status": "/status",
    "reader": "/reader",
    "editions": "/editions",
    "sign up": "/subscribe",
}
PAGES = {
    "front": "/",
    "section": "/{section}",
    "filtered": "/{section}?source={source}&mark={mark}",
    "mark": "/mark/{mark}",
    "search": "/search?q={word}",
    "search form": "/search",
    "nothing found": "/search?q=nothingfound",
    "source": "/source/{source}",
    "story": "{story}",
    "day": "/{day}",
    "month": "/{month}",
    "year": "/{year}",
    **ABOUT,
    "no such page": "/no-such-page",
    "bad filter": "/?from=never",
    "publication": "{publication}",
    "print": "{print}",
    "card": "{card}",
    "corrected": "{corrected}",
    "right to left": "{foreign}",
    "withdrawn": "{withdrawn}",
    "report": "/report?about={publication}",
}
FACTORY = {"section": "sports-and-competition", "source": "channel-6", "mark": "commentary", "word": "Harwick"}
LOOKS: dict[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "phone": {"viewport": {"width": 390, "height": 800}, "has_touch": True},
    "arabic": {"viewport": {"width": 390, "height": 800}},
}


def addresses(publication: str, **values: str) -> dict[str, str]:
    """The pages by name, addresses filled in with ``values``; types whose values are not given are left out."""
    day = publication.removeprefix("/content/")[:10]
    known = {**FACTORY, "publication": publication, "day": day, "month": day[:7], "year": day[:4]}
    known["print"] = publication.removesuffix(".html") + ".print.html"
    known |= values
    filled = {}
    for name, address in PAGES.items():
        try:
            filled[name] = address.format(**known)
        except KeyError:
            continue
    return filled
