# ruff: noqa: E501
"""Pages that hold other pages: fronts, sections, tags, searches, authors, videos, shops, events."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from benchmarks.strangers.desk import Desk
from benchmarks.strangers.dress import Story

#: An address's path, the page's markup.
Drawn = tuple[str, str]


def home(desk: Desk) -> Drawn:
    """A site's front page."""
    path = desk.chance.choice(("/", "/", "/", "/index.html", f"/{desk.speech.language}/", "/home", "/?ref=app"))
    stories = desk.stories(10, 40)
    blocks = []
    while stories:
        size = desk.chance.randint(3, 9)
        blocks.append(desk.title(desk.speech.any("sections"), 2) + desk.dress.teasers(stories[:size]))
        stories = stories[size:]
    lead = desk.dress.teasers([desk.story(long=True)])
    og = desk.chance.choice(("website", "website", "article", ""))
    paper = desk.speech.paper
    head = desk.head(paper, path, og, desk.site_graph(), desk.speech.any("section_intro"))
    top = desk.title(paper) if desk.maybe(0.5) else ""
    return path, desk.page(head, top + lead + "".join(blocks))


def _listing(desk: Desk, title: str, path: str, top: str, types: tuple[str, ...], *, long: bool) -> Drawn:
    stories = desk.stories(8, 25, long=long)
    graph = desk.site_graph(
        {"@type": desk.chance.choice(types), "name": title},
        desk.items(stories),
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": title}]},
    )
    og = desk.chance.choice(("website", "website", "article", "object", ""))
    pager = "".join(f'<a href="{path}?page={n}">{n}</a> ' for n in range(1, 8)) if desk.maybe(0.7) else ""
    side = ""
    if desk.maybe(0.6):
        aside = desk.dress.teasers(desk.stories(4, 8))
        side = f"<aside>{desk.title(desk.speech.say('latest'), 3)}{aside}</aside>"
    main = desk.title(title) + top + desk.dress.teasers(stories) + f"<div>{pager}</div>" + side
    return path, desk.page(desk.head(title, path, og, graph, desk.speech.any("section_intro")), main)


def section(desk: Desk) -> Drawn:
    """A section's front."""
    name = desk.speech.any("sections")
    path = desk.chance.choice(
        ("/politics", "/news/local/", "/sport/football", "/wirtschaft/", "/economia", "/c/culture", "/news/")
    )
    top = f"<p>{escape(desk.speech.say('section_intro'))}</p>" if desk.maybe(0.5) else ""
    return _listing(desk, name, path, top, ("CollectionPage", "WebPage"), long=desk.maybe(0.4))


def tag(desk: Desk) -> Drawn:
    """The stories under a keyword."""
    path = desk.chance.choice(
        ("/tag/ferries", "/topics/harbour", "/thema/streik/", "/themes/port", "/t/flood", "/etiqueta/puerto/")
    )
    return _listing(desk, desk.speech.say("tag_title"), path, "", ("CollectionPage", "WebPage"), long=desk.maybe(0.4))


def search(desk: Desk) -> Drawn:
    """What a site's search found."""
    title = desk.speech.say("search_title")
    query = quote(desk.chance.choice(("ferry", "port", "tram")))
    path = desk.chance.choice((f"/search?q={query}", f"/?s={query}", f"/suche/?query={query}", f"/recherche?text={query}",
                               f"/buscar/{query}", f"/find.php?words={query}"))  # fmt: skip
    box = (
        f'<form action="/search" role="search"><input type="search" name="q" value="{query}"><button>→</button></form>'
    )
    labels = "".join(f"<span>{escape(each)}</span> " for each in desk.speech.lines("search_label", 1, 3))
    return _listing(desk, title, path, box + labels, ("SearchResultsPage", "WebPage"), long=desk.maybe(0.2))


def author(desk: Desk) -> Drawn:
    """Who an author is, and what she wrote."""
    path = desk.chance.choice(
        (
            "/author/mara-olsen",
            "/profile/jonaswick",
            "/autor/23-wiek",
            "/auteur/aubrac/",
            "/by/priya-datta",
            "/staff/p-datta",
        )
    )
    bio = f'<p class="{desk.dress.namer("bio", "text")}">{escape(desk.speech.any("author_bio"))}</p>'
    return _listing(desk, desk.speech.say("author_title"), path, bio, ("ProfilePage", "Person"), long=desk.maybe(0.3))


def videos(desk: Desk) -> Drawn:
    """An index of videos or pictures."""
    path = desk.chance.choice(("/video", "/videos/", "/galleries", "/mediathek/", "/photos/week"))
    stories = [
        desk.story(extra=f"<span>{desk.chance.randint(0, 9)}:{desk.chance.randint(10, 59)}</span>")
        for _ in range(desk.chance.randint(8, 30))
    ]
    title = desk.speech.say("video_title")
    graph = desk.site_graph(
        {"@type": desk.chance.choice(("CollectionPage", "VideoGallery", "ImageGallery"))}, desk.items(stories)
    )
    og = desk.chance.choice(("website", "video.other", ""))
    return path, desk.page(desk.head(title, path, og, graph), desk.title(title) + desk.dress.teasers(stories))


def shop(desk: Desk) -> Drawn:
    """A category of a shop."""
    path = desk.chance.choice(("/shop/", "/shop/jackets", "/store/category/12", "/boutique", "/c/mugs"))
    money = desk.chance.choice(("€ {}", "{} €", "${}", "£{}", "CHF {}"))
    made = []
    for name in desk.speech.every("shop_items") * desk.chance.randint(1, 3):
        price = money.format(f"{desk.chance.randint(4, 180)}.{desk.chance.choice(('00', '90', '99'))}")
        extra = f"<span>{price}</span><button>{escape(desk.speech.say('shop_labels'))}</button>"
        texts = (desk.speech.paragraph(1),) if desk.maybe(0.3) else ()
        made.append(Story(f"/p/{desk.slug(2)}", name, texts, extra=extra))
    title = desk.speech.say("shop_title")
    graph = desk.site_graph(
        {"@type": "ItemList", "itemListElement": [{"@type": "Product", "name": each.headline} for each in made]}
    )
    top = "".join(f"<span>{escape(each)}</span> " for each in desk.speech.lines("shop_labels", 1, 3))
    head = desk.head(title, path, desk.chance.choice(("website", "product.group", "")), graph)
    return path, desk.page(head, desk.title(title) + top + desk.dress.teasers(made))


def events(desk: Desk) -> Drawn:
    """A calendar of events."""
    path = desk.chance.choice(("/events", "/whats-on/", "/termine/2026-11", "/agenda", "/calendar?month=11"))
    made = []
    for name in desk.speech.every("event_items") * desk.chance.randint(1, 4):
        extra = f"<div>{desk.chance.randint(1, 30)}.11.2026, {desk.speech.any('places')} · {escape(desk.speech.any('event_labels'))}</div>"
        texts = tuple(desk.speech.paragraph(1) for _ in range(desk.chance.choice((0, 0, 1, 2))))
        made.append(Story(f"/event/{desk.chance.randint(100, 9999)}", name, texts, extra=extra))
    title = desk.speech.say("event_title")
    graph = desk.site_graph(
        *({"@type": "Event", "name": each.headline, "startDate": "2026-11-24"} for each in made[:8])
    )
    month = desk.cells(
        [[f'<a href="/events/{week * 7 + day}">{week * 7 + day}</a>' for day in range(1, 8)] for week in range(4)]
    )
    main = desk.title(title) + (month if desk.maybe(0.5) else "") + desk.dress.teasers(made)
    return path, desk.page(desk.head(title, path, desk.chance.choice(("website", "event", "")), graph), main)
