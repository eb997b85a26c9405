"""The title of an article, without the site's name behind it and without labels before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standfirst.language.words import fold
from standfirst.reading import wordlists

MAX_TITLE = 400
#: Characters of a label ("Opinion", "Live") that stands in one element with the headline.
MAX_LABEL = 14
#: How alike the page's headline and its metadata are at least, to be about the same; see :func:`alike`.
ALIKE = 0.6
#: Words of a headline that no metadata know, at least; fewer are a section's name or a menu's.
OWN_WORDS = 3
# Between a title and the site's name. A dash counts only with spaces around it.
_SEPARATOR = re.compile(r"\s{1,3}[|–—―\-·•»«›‹:/~＜<>]{1,2}\s{1,3}|\s{0,2}[|｜ㅣ»：]\s{0,2}|:\s{1,3}|\s?[_＿]\s?")
# Words; letters where a script has no spaces between words.
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
_WHOLE = re.compile(r"\w+")
#: Words that stand with a site's name and say nothing more.
GENERIC = wordlists.words(
    """
    the news online com net org blog magazine mag digital web tv radio home official site website newspaper daily
    nachrichten zeitung aktuell actualites noticias notizie nyheter app video by from in and uk us usa
    logo s
    デジタル 電子版 ニュース 뉴스 신문 网 新闻网
    """
)


#: What a bar parts from a title and is none of it.
LABELS = wordlists.words(
    """
    opinion opinions editorial commentary comment analysis column columns letters video videos watch live exclusive
    podcast gallery photos interview explainer kommentar meinung analyse kolumne liveblog ticker leitartikel opinión
    editoriale édito tribune chronique vidéo
    """
)


def words(text: str) -> set[str]:
    """The words of a title, folded, for comparison."""
    return set(_WORD.findall(fold(text[:MAX_TITLE])))


def alike(one: str, other: str) -> float:
    """How much two titles share: common words of the shorter one's, from 0 to 1."""
    first, second = words(one), words(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def without_site(title: str, names: Sequence[str]) -> str:
    """``title`` without a part that names the site, at its end or beginning; ``names`` is what the site is called.

    Before a colon the site's name stays: "Harbour Post: how we work" is about it.
    """
    known = {bare(name) for name in names} - {""}
    for _ in range(3):
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            break
        last, first = parts[-1], parts[0]
        tail, head = title[last.end() :], title[: first.start()]
        if _names_site(tail, known) and last.start() > 0:
            title = title[: last.start()].strip()
        elif _names_site(head, known) and first.end() < len(title) and first[0].strip() not in {":", "："}:
            title = title[first.end() :].strip()
        else:
            break
    return title.strip()


def choose(
    headlines: Sequence[str],
    stated: Sequence[str],
    document: str,
    names: Sequence[str],
    *,
    own: str = "",
    above: int = -1,
    news: bool = False,
) -> str:
    """The title: what the page prints above its text, where that can be told from labels and from other headings.

    ``headlines`` are the page's own (``h1``), of which the first ``above`` stand above its text (all, where that is
    not known). ``own`` is what it says of itself in JSON-LD, ``stated`` its other metadata's titles in order of trust,
    ``document`` its ``title`` element. A headline that the metadata know wins, relieved of labels; where none is
    known, a lone one of several words is believed; else the metadata.

    ``news``: JSON-LD is a newsroom's. Its headline then wins where the metadata repeat it, or where all else on the
    page is one string: that is the page's title for search, and the headline was written for itself.
    """
    site = {bare(name) for name in names} - {""}
    own, document = (without_site(title, names)[:MAX_TITLE].rstrip() for title in (own, document))
    others = [title for title in (without_site(title, names)[:MAX_TITLE].rstrip() for title in stated) if title]
    known = [title for title in (own, *others, document) if title]
    printed = [without_site(headline, names) if 2 < len(headline) <= MAX_TITLE else "" for headline in headlines]
    printed = ["" if _names_site(headline, site) else headline for headline in printed]
    agreed = own if bare(own) in {bare(title) for title in (*others, document)} else ""
    best, score = _best(printed, known)
    if score < ALIKE:
        top = {bare(headline): headline for headline in (printed if above < 0 else printed[:above]) if headline}
        best = next(iter(top.values())) if len(top) == 1 else ""
    if news and _prefers_own(best, own, others, document):
        best = own
    if best and (not known or len(_WORD.findall(best)) >= OWN_WORDS or len(best) * 3 >= len(max(known, key=len))):
        return _without_labels(_relieved(best, own, others, agreed))
    return _without_labels(_whole(known) if known else best)


def _prefers_own(headline: str, own: str, others: Sequence[str], document: str) -> bool:
    """Whether a newsroom's own headline stands against the printed one: repeated in the metadata, or alone."""
    if not own or not others or own.endswith(("…", "...")) or bare(headline).startswith(bare(own)):
        return False
    shared = bare(others[0])
    return bare(own) == shared or bare(headline) == shared == bare(document)


def _whole(known: Sequence[str]) -> str:
    """The first title, or another that goes on where it was cut off."""
    first = bare(known[0])
    longer = (title for title in known[1:] if bare(title).startswith(first) and len(first) > 60)
    return next((title for title in longer if not _SEPARATOR.match(title[len(known[0]) :])), known[0])


def bare(text: str) -> str:
    """The letters and digits of a text, folded."""
    return re.sub(r"[\W_]", "", fold(text))


def _best(own: Sequence[str], known: Sequence[str]) -> tuple[str, float]:
    """The headline most like a known title, the longer of equals, and how alike they are."""
    scores = [(max((alike(headline, title) for title in known), default=0.0), headline) for headline in own]
    score, best = max(scores, key=lambda pair: (round(pair[0], 1), len(words(pair[1]))), default=(0.0, ""))
    return best, score


def _relieved(headline: str, own: str, others: Sequence[str], agreed: str) -> str:
    """The headline as the metadata spell it, where its element holds a label too, or misses the kicker before it."""
    letters = bare(headline)
    for title in (own, *others):
        if title and letters.endswith(bare(title)) and _is_label(headline[: -len(title)]):
            return title
    for title in (own, *others):
        if bare(title) == letters:  # as the metadata spell it where spans stand there without a space between them
            return headline if _count(title) <= _count(headline) else title
    if agreed and not agreed.endswith(("…", "...")) and _within(agreed, headline):
        return agreed
    if agreed and _within(headline, agreed) and not _SEPARATOR.match(agreed[len(headline) :]):
        return agreed
    return headline


def _without_labels(title: str) -> str:
    """A title without labels that a bar parts from it: "Opinion | Ferry returns"."""
    parts = [part.strip() for part in re.split(r"\s[|｜]\s", title)]
    kept = [part for part in parts if fold(part) not in LABELS]
    return title if len(kept) == len(parts) or not kept else " | ".join(kept)


def _count(title: str) -> int:
    """The words of a title, white space between them."""
    return sum(any(letter.isalnum() for letter in word) for word in title.split())


def _is_label(text: str) -> bool:
    """Whether what stands before a title is a label ("Opinion", "Live") or a date: one word, and perhaps numbers."""
    return len(text) <= MAX_LABEL and len([word for word in words(text) if not word.isdecimal()]) == 1


def _within(part: str, whole: str) -> bool:
    """Whether one title begins or ends the other, and is more than a few letters of it."""
    letters, around = bare(part), bare(whole)
    return len(letters) * 3 >= len(around) and (around.startswith(letters) or around.endswith(letters))


def _names_site(part: str, known: set[str]) -> bool:
    """Whether a part of a title is the site's name, with words such as "the" and "news" or without."""
    letters = bare(part)
    if not letters:
        return False
    if letters in known:
        return True
    said = [word for word in _WHOLE.findall(fold(part).replace("'s", "")) if word not in GENERIC]
    said = list(dict.fromkeys(said))
    if not said:
        return False
    rest = "".join(said)
    return any(rest == name or (len(rest) > 3 and name.removesuffix("com") == rest) for name in known) or (
        len(said) <= 4 and any(len(rest) > 3 and _made_of(said, name) for name in known)
    )


def _made_of(said: Sequence[str], name: str) -> bool:
    """Whether all words stand in a name, which sites run together ("rust", "blog" in blog.rust-lang.example)."""
    return all(len(word) > 2 and word in name for word in said) and len("".join(said)) * 2 >= len(name)
