# ruff: noqa: E501
"""Styles of markup: how sites name their classes and build a teaser, a list, a text and a page's furniture."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from benchmarks.strangers.speech import Speech

Namer = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Story:
    """What a teaser shows. ``texts`` may be none, one or several paragraphs; ``extra`` is markup (a price, a place)."""

    address: str
    headline: str
    texts: tuple[str, ...] = ()
    when: str = ""
    stamp: str = ""
    by: str = ""
    kicker: str = ""
    extra: str = ""


def bem(block: str, part: str) -> str:
    """Block, element, modifier."""
    return f"c-{block}__{part}" if part else f"c-{block} c-{block}--large"


def camel(block: str, part: str) -> str:
    """Names of CSS modules, with their hash."""
    mark = hashlib.md5(f"{block}{part}".encode()).hexdigest()[:5]
    return f"{block.title()}_{part or 'root'}__{mark}"


def hashed(block: str, part: str) -> str:
    """Names that say nothing."""
    return "css-" + hashlib.md5(f"{part}{block}".encode()).hexdigest()[:6]


def utility(block: str, part: str) -> str:
    """Utility classes."""
    return {
        "": "flex flex-col gap-4 py-6 border-b", "title": "text-xl font-bold leading-tight hover:underline",
        "text": "mt-2 text-sm text-gray-600", "meta": "text-xs uppercase tracking-wide", "media": "w-full h-auto",
    }.get(part, "mx-auto max-w-screen-xl px-4")  # fmt: skip


def plain(block: str, part: str) -> str:
    """Short names by hand."""
    return f"{block}-{part}" if part else block


@dataclass(frozen=True, slots=True)
class Dress:
    """One style. ``half`` says on which side it stands; ``teaser`` and the wraps are the style's markup."""

    name: str
    half: int
    namer: Namer
    teaser: Callable[[Namer, Story], str]
    group: str = "<div>{}</div>"
    text: str = "<p>{}</p>"
    prose: str = "<div>{}</div>"
    page: str = "{header}<main>{main}</main>{footer}"
    header: str = "<header><nav><ul>{}</ul></nav></header>"
    entry: str = '<li><a href="{href}">{text}</a></li>'
    footer: str = "<footer>{}</footer>"
    generator: str = ""
    doctype: str = '<!doctype html><html lang="{language}">'

    def teasers(self, stories: Sequence[Story]) -> str:
        """Stories as a list."""
        return self.group.format("".join(self.teaser(self.namer, story) for story in stories))

    def body(self, paragraphs: Sequence[str]) -> str:
        """Paragraphs as a text."""
        return self.prose.format("".join(self.text.format(escape(each)) for each in paragraphs))

    def dressed(self, head: str, main: str, speech: Speech, chance: random.Random, *, bare: bool = False) -> str:
        """A whole page; a ``bare`` one has no furniture."""
        start = self.doctype.format(language=speech.language)
        head = f'<head><meta charset="utf-8">{self.generator}{head}<style>body{{margin:0}}</style></head>'
        if bare:
            return f"{start}{head}<body>{main}</body></html>"
        menu = [*speech.every("menu"), *chance.sample(speech.every("sections"), 5)]
        entries = "".join(self.entry.format(href=f"/{at}x/", text=escape(each)) for at, each in enumerate(menu))
        foot = "".join(f"<p>{escape(each)}</p>" for each in speech.lines("foot", 1, 2))
        foot += "".join(f'<a href="/about/{at}">{escape(each)}</a> ' for at, each in enumerate(menu[-8:]))
        notice = (
            f'<div class="{self.namer("notice", "")}"><span>{escape(speech.say("banner"))}</span> <button>OK</button></div>'
            if chance.random() < 0.5
            else ""
        )
        page = self.page.format(header=self.header.format(entries), main=main, footer=self.footer.format(foot))
        return f"{start}{head}<body>{notice}{page}{notice and '<script>window.x=1</script>'}</body></html>"


def _when(story: Story, name: Namer, block: str) -> str:
    if not story.when:
        return ""
    stamp = f' datetime="{story.stamp}"' if story.stamp else ""
    return f'<time class="{name(block, "meta")}"{stamp}>{escape(story.when)}</time>'


def _texts(story: Story, tag: str, mark: str) -> str:
    return "".join(f'<{tag} class="{mark}">{escape(each)}</{tag}>' for each in story.texts)


def _card(name: Namer, s: Story) -> str:
    kicker = f'<span class="{name("teaser", "kicker")}">{escape(s.kicker)}</span>' if s.kicker else ""
    by = f'<span class="{name("teaser", "author")}">{escape(s.by)}</span>' if s.by else ""
    return (
        f'<article class="{name("teaser", "")}"><figure class="{name("teaser", "media")}"><a href="{s.address}" tabindex="-1">'
        f'<img src="/i.jpg" alt="{escape(s.headline)}"></a></figure><div class="{name("teaser", "body")}">{kicker}'
        f'<h3 class="{name("teaser", "title")}"><a href="{s.address}">{escape(s.headline)}</a></h3>'
        f"{_texts(s, 'p', name('teaser', 'text'))}{s.extra}{by}{_when(s, name, 'teaser')}</div></article>"
    )


def _block_link(name: Namer, s: Story) -> str:
    return (
        f'<a class="{name("card", "")}" href="{s.address}"><div><h2 class="{name("card", "title")}">{escape(s.headline)}</h2>'
        f"{_texts(s, 'p', name('card', 'text'))}{s.extra}{_when(s, name, 'card')}</div></a>"
    )


def _section(name: Namer, s: Story) -> str:
    return (
        f'<div class="{name("item", "")}"><section><div><a href="{s.address}"><h3 class="{name("item", "title")}">'
        f"{escape(s.headline)}</h3></a>{_texts(s, 'p', name('item', 'text'))}</div>{s.extra}<span>{escape(s.by)}</span>"
        f"{_when(s, name, 'item')}</section></div>"
    )


def _hentry(name: Namer, s: Story) -> str:
    number = sum(map(ord, s.headline))
    more = f' <a class="more-link" href="{s.address}">→</a>'
    return (
        f'<article id="post-{number}" class="post-{number} post type-post hentry category-news"><header class="entry-header">'
        f'<h2 class="entry-title"><a href="{s.address}" rel="bookmark">{escape(s.headline)}</a></h2><div class="entry-meta">'
        f'<span class="posted-on">{_when(s, name, "entry")}</span><span class="byline"> {escape(s.by)}</span></div></header>'
        f'<div class="entry-summary">{_texts(s, "p", "")}{s.extra}{more}</div></article>'
    )


def _node(name: Namer, s: Story) -> str:
    return (
        f'<div class="views-row"><div class="node node--type-article node--view-mode-teaser" role="article">'
        f'<h2 class="node__title"><a href="{s.address}" rel="bookmark"><span class="field field--name-title">'
        f'{escape(s.headline)}</span></a></h2><div class="node__content"><div class="field field--name-body">'
        f'{_texts(s, "p", "text-formatted")}</div>{s.extra}<div class="node__links"><a href="{s.address}">+</a></div></div>'
        f"{_when(s, name, 'node')}</div></div>"
    )


def _amp(name: Namer, s: Story) -> str:
    return (
        f'<li class="amp-card"><amp-img src="/i.jpg" width="16" height="9" layout="responsive"></amp-img>'
        f'<a href="{s.address}" class="amp-card-link"><h4>{escape(s.headline)}</h4></a>{_texts(s, "p", "amp-card-sum")}'
        f"{s.extra}<div>{_when(s, name, 'amp')} {escape(s.by)}</div></li>"
    )


def _row(name: Namer, s: Story) -> str:
    texts = "<br>".join(escape(each) for each in s.texts)
    return (
        f'<tr><td width="90"><img src="/i.gif"></td><td valign="top"><a href="{s.address}"><b>{escape(s.headline)}</b></a><br>'
        f'<font size="2">{texts}</font>{s.extra} <font color="#777">{escape(s.when)}</font></td></tr>'
    )


def _item(name: Namer, s: Story) -> str:
    return (
        f'<li><article><h2><a href="{s.address}">{escape(s.headline)}</a></h2>{_texts(s, "p", "summary")}{s.extra}'
        f"<footer>{_when(s, name, 'li')} <address>{escape(s.by)}</address></footer></article></li>"
    )


def _soup(name: Namer, s: Story) -> str:
    return (
        f'<div class="{name("box", "")}"><div class="{name("box", "t")}"><a href="{s.address}">{escape(s.headline)}</a></div>'
        f'<div class="{name("box", "i")}">{_texts(s, "div", name("box", "d"))}</div>{s.extra}<div>{escape(s.when)}</div></div>'
    )


def _flat(name: Namer, s: Story) -> str:
    return (
        f'<h3><a href="{s.address}">{escape(s.headline)}</a></h3>{_texts(s, "p", "")}{s.extra}{_when(s, name, "f")}<hr>'
    )


def _definition(name: Namer, s: Story) -> str:
    return (
        f'<dt><a href="{s.address}">{escape(s.headline)}</a> {_when(s, name, "d")}</dt>'
        f"<dd>{'<br><br>'.join(escape(each) for each in s.texts)}{s.extra}</dd>"
    )


def _component(name: Namer, s: Story) -> str:
    return (
        f'<news-card theme="light"><a slot="headline" href="{s.address}"><span>{escape(s.headline)}</span></a>'
        f'<div slot="summary">{_texts(s, "p", "")}</div>{s.extra}<span slot="meta">{escape(s.by)} {escape(s.when)}</span></news-card>'
    )


_OLD = '<html lang="{language}">'
_DIVS = '<div id="wrap"><div id="top">{header}</div><div id="main">{main}</div><div id="bottom">{footer}</div></div>'
DRESSES = (
    Dress("bem", 0, bem, _card, prose='<div class="c-body">{}</div>', text='<p class="c-body__p">{}</p>'),
    Dress("utility", 1, utility, _block_link, '<div class="grid grid-cols-3 gap-6">{}</div>',
          prose='<div class="prose lg:prose-xl mx-auto">{}</div>'),
    Dress("hashed", 0, hashed, _section, '<section class="css-1k2j3">{}</section>',
          text='<div class="css-s99gbd"><p class="css-at9mc1">{}</p></div>', prose='<section class="css-r7ky0e">{}</section>'),
    Dress("modules", 1, camel, _card, '<div class="List_root__9aD2f">{}</div>',
          text='<div class="Block_text__a81Gh"><p>{}</p></div>',
          page='<div id="__next">{header}<div class="Layout_main__0p1">{main}</div>{footer}</div>'),
    Dress("wordpress", 0, plain, _hentry, '<div id="primary" class="content-area">{}</div>',
          prose='<div class="entry-content">{}</div>',
          generator='<meta name="generator" content="WordPress 6.4">',
          page='<div id="page" class="site">{header}<div id="content" class="site-content">{main}</div>{footer}</div>'),
    Dress("amp", 1, plain, _amp, '<ul class="amp-list">{}</ul>', prose='<div class="amp-wp-article-content">{}</div>',
          doctype='<!doctype html><html ⚡ lang="{language}">'),
    Dress("drupal", 0, plain, _node, '<div class="views-element-container"><div class="view-content">{}</div></div>',
          prose='<div class="field field--name-body field--type-text-with-summary">{}</div>',
          generator='<meta name="Generator" content="Drupal 10">'),
    Dress("table", 1, plain, _row, '<table width="100%" cellpadding="4">{}</table>', text="{}<br><br>",
          prose='<table><tr><td class="text">{}</td></tr></table>', page="{header}<br>{main}<br>{footer}",
          header="<table><tr>{}</tr></table>", entry='<td><a href="{href}">{text}</a></td>',
          footer='<center><font size="1">{}</font></center>', doctype=_OLD),
    Dress("soup", 0, plain, _soup, '<div class="list">{}</div>', text='<div class="par">{}</div>',
          prose='<div class="txt">{}</div>', page=_DIVS, header='<div class="menu">{}</div>',
          entry='<a href="{href}">{text}</a> ', footer='<div class="bot">{}</div>'),
    Dress("semantic", 1, plain, _item, "<section><ul>{}</ul></section>", prose="<section>{}</section>"),
    Dress("definition", 0, plain, _definition, "<dl>{}</dl>", prose='<div class="story">{}</div>', page=_DIVS,
          header='<div class="nav">{}</div>', entry='<span><a href="{href}">{text}</a></span>', doctype=_OLD),
    Dress("flat", 1, plain, _flat, '<div class="column">{}</div>', prose='<div class="column">{}</div>'),
    Dress("components", 1, plain, _component, "<news-feed>{}</news-feed>", prose="<news-body>{}</news-body>"),
)  # fmt: skip
