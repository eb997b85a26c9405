"""EDITORIAL.md's table of rights, row by row: what a publisher says, over HTTP, to what may be published and why.

Each row of a table here: what is said; brief, card, nothing (or what became of the request); the rule that
decides; and where the deciding signal stood. The headings are the table's signals.
"""

from __future__ import annotations

import pytest

from standfirst.gathering import Failure
from standfirst.rights import Signal, judge
from tests.rights.publisher import PARAGRAPHS, PATH, Says, hear

RSL_LINK = '<link rel="license" type="application/rsl+xml" href="/l.xml">'
RSL_HEADER = (("Link", '</l.xml>; rel="license"; type="application/rsl+xml"'),)
ALL_BARRED = '<prohibits type="usage">all</prohibits>'


def rsl(terms: str, url: str = "/", more: str = "") -> str:
    content = f'<content url="{url}" {more}><license>{terms}</license></content>'
    return f'<rsl xmlns="https://rslstandard.org/rsl">{content}</rsl>'


def meta(content: str, name: str = "robots") -> str:
    return f'<meta name="{name}" content="{content}">'


def robots_tag(*values: str) -> tuple[tuple[str, str], ...]:
    return tuple(("X-Robots-Tag", value) for value in values)


def tdm(value: int, location: str = "/") -> str:
    return f'[{{"location": "{location}", "tdm-reservation": {value}}}]'


def in_feed(terms: str, url: str = "/") -> str:
    return f'<rsl:content url="{url}"><rsl:license><rsl:{terms}</rsl:license></rsl:content>'


def json_ld(node: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {node}}}</script>'


# robots.txt (RFC 9309): 4xx allows; 5xx and unreachable wait, fetch nothing meanwhile; crawl delay honoured.
ROBOTS_TXT = [
    (Says(robots=404), "brief"),
    (Says(robots=400), "brief"),
    (Says(robots=401), "brief"),
    (Says(robots=403), "brief"),
    (Says(robots=410), "brief"),
    (Says(robots=451), "brief"),
    (Says(robots=""), "brief"),
    (Says(robots="User-agent: *\nDisallow: /private/"), "brief"),
    (Says(robots="User-agent: *\nDisallow: /\nAllow: /news/"), "brief"),
    (Says(robots="User-agent: otherbot\nDisallow: /"), "brief"),
    (Says(robots="User-agent: standfirst\nAllow: /\n\nUser-agent: *\nDisallow: /"), "brief"),
    (Says(robots="User-agent: *\nDisallow: /"), "refused"),
    (Says(robots="User-agent: *\nDisallow: /news/"), "refused"),
    (Says(robots="User-agent: Standfirst\nDisallow: /\n\nUser-agent: *\nAllow: /"), "refused"),
    (Says(robots=500), "waiting"),
    (Says(robots=502), "waiting"),
    (Says(robots=503), "waiting"),
    (Says(robots=429), "waiting"),
    (Says(robots="User-agent: *\nCrawl-delay: 60", headers=robots_tag("all")), "brief"),
]

# robots meta and X-Robots-Tag: nosnippet or noindex: card. max-snippet:N: nothing verbatim longer.
ROBOTS_DIRECTIVES = [
    (Says(head=meta("nosnippet")), "card", "robots-meta", '<meta name="robots">', None),
    (Says(head=meta("noindex")), "card", "robots-meta", '<meta name="robots">', None),
    (Says(head=meta("none")), "card", "robots-meta", '<meta name="robots">', None),
    (Says(head=meta("NOINDEX, FOLLOW")), "card", "robots-meta", '<meta name="robots">', None),
    (Says(head=meta("nosnippet", "standfirst")), "card", "robots-meta", '<meta name="standfirst">', None),
    (Says(head=meta("nosnippet", "googlebot")), "brief", "", "", None),
    (Says(head=meta("index, follow, noarchive, max-image-preview:large")), "brief", "", "", None),
    (Says(head=meta("max-snippet:0")), "card", "robots-meta", '<meta name="robots">', 0),
    (Says(head=meta("max-snippet:90")), "brief", "", "", 90),
    (Says(head=meta("max-snippet:-1")), "brief", "", "", None),
    (Says(head=meta("max-snippet:200") + meta("max-snippet:80")), "brief", "", "", 80),
    (Says(head=meta("max-snippet:200"), headers=robots_tag("max-snippet:50")), "brief", "", "", 50),
    (Says(headers=robots_tag("nosnippet")), "card", "x-robots-tag", "header", None),
    (Says(headers=robots_tag("noindex, nofollow")), "card", "x-robots-tag", "header", None),
    (Says(headers=robots_tag("none")), "card", "x-robots-tag", "header", None),
    (Says(headers=robots_tag("max-snippet:0")), "card", "x-robots-tag", "header", 0),
    (Says(headers=robots_tag("max-snippet:120")), "brief", "", "", 120),
    (Says(headers=robots_tag("standfirst: noindex")), "card", "x-robots-tag", "header", None),
    (Says(headers=robots_tag("googlebot: noindex")), "brief", "", "", None),
    (Says(headers=robots_tag("googlebot: noindex", "nosnippet")), "card", "x-robots-tag", "header", None),
    (Says(headers=robots_tag("unavailable_after: 1 Jan 2030")), "brief", "", "", None),
    (Says(tag="data-nosnippet"), "card", "robots-meta", "data-nosnippet on the whole page", None),
]

# TDMRep: /.well-known/tdmrep.json, then header, then meta; the later overrides; 1 gives a card unless licensed.
TDMREP = [
    (Says(tdmrep=tdm(1)), "card", "/.well-known/tdmrep.json"),
    (Says(tdmrep=tdm(0)), "brief", ""),
    (Says(tdmrep=tdm(1, "/news/*")), "card", "/.well-known/tdmrep.json"),
    (Says(tdmrep=tdm(1, "/images/")), "brief", ""),
    (Says(tdmrep=404), "brief", ""),
    (Says(tdmrep=500), "brief", ""),
    (Says(tdmrep="no JSON"), "brief", ""),
    (Says(headers=(("TDM-Reservation", "1"),)), "card", "header"),
    (Says(headers=(("TDM-Reservation", "0"),)), "brief", ""),
    (Says(head=meta("1", "tdm-reservation")), "card", '<meta name="tdm-reservation">'),
    (Says(head=meta("0", "tdm-reservation")), "brief", ""),
    (Says(tdmrep=tdm(1), headers=(("TDM-Reservation", "0"),)), "brief", ""),
    (Says(tdmrep=tdm(0), headers=(("TDM-Reservation", "1"),)), "card", "header"),
    (
        Says(headers=(("TDM-Reservation", "0"),), head=meta("1", "tdm-reservation")),
        "card",
        '<meta name="tdm-reservation">',
    ),
    (Says(tdmrep=tdm(1), headers=(("TDM-Reservation", "1"),), head=meta("0", "tdm-reservation")), "brief", ""),
    (Says(tdmrep=tdm(1), licence="Letter of 3 May"), "brief", ""),
]

# RSL 1.0: ai-input, ai-all or all prohibited or for payment: card; train-ai and ai-train both read. Every use
# below is said in robots.txt; the places follow.
RSL_TERMS = [
    ('<prohibits type="usage">ai-input</prohibits>', "card"),
    ('<prohibits type="usage">ai-all</prohibits>', "card"),
    ('<prohibits type="usage">all</prohibits>', "card"),
    ('<prohibits type="usage">ai-train ai-input</prohibits>', "card"),
    ('<prohibits type="usage">search, ai-input</prohibits>', "card"),
    ("<prohibits>ai-input</prohibits>", "card"),
    ('<prohibits type="usage">ai-train</prohibits>', "brief"),
    ('<prohibits type="usage">train-ai</prohibits>', "brief"),
    ('<prohibits type="usage">ai-index</prohibits>', "brief"),
    ('<prohibits type="usage">search</prohibits>', "brief"),
    ('<permits type="usage">all</permits>', "brief"),
    ('<permits type="usage">ai-all</permits>', "brief"),
    ('<permits type="usage">ai-input search</permits>', "brief"),
    ('<permits type="usage">search</permits>', "card"),
    ('<permits type="usage">ai-train</permits>', "card"),
    ('<permits type="usage">train-ai</permits>', "card"),
    ('<permits type="usage">all</permits><prohibits type="usage">ai-input</prohibits>', "card"),
    ('<permits type="usage">all</permits><prohibits type="usage">train-ai</prohibits>', "brief"),
    ('<payment type="free"/>', "brief"),
    ('<payment type="attribution"/>', "brief"),
    ("<payment/>", "brief"),
    ('<payment type="purchase"/>', "card"),
    ('<payment type="subscription"/>', "card"),
    ('<payment type="training"/>', "card"),
    ('<payment type="crawl"/>', "card"),
    ('<payment type="use"/>', "card"),
    ('<payment type="inference"/>', "card"),
    ('<payment type="contribution"/>', "card"),
    ('<payment><amount currency="USD">5</amount></payment>', "card"),
    ('<permits type="user">education</permits>', "card"),
    ('<permits type="user">commercial education</permits>', "brief"),
    ('<prohibits type="user">commercial</prohibits>', "card"),
    ('<prohibits type="geo">EU</prohibits>', "brief"),
    ('<payment type="purchase"/></license><license><payment type="free"/>', "brief"),
    ("", "brief"),
]
RSL_PLACES = [
    (Says(robots="License: /l.xml"), "robots.txt"),
    (Says(robots="User-agent: *\nAllow: /\nLicense: /l.xml"), "robots.txt"),
    (Says(robots="User-agent: standfirst\nLicense: /l.xml"), "robots.txt"),
    (Says(headers=RSL_HEADER), "header"),
    (
        Says(headers=(("Link", '</x>; rel=next, </l.xml>; type="application/rsl+xml"; rel="license copyright"'),)),
        "header",
    ),
    (Says(head=RSL_LINK), '<link rel="license">'),
    (Says(head="<LINK href='/l.xml' TYPE=application/rsl+xml REL='License'/>"), '<link rel="license">'),
    (Says(head=f'<script type="application/rsl+xml">{rsl(ALL_BARRED)}</script>'), "the page's own RSL"),
    (Says(channel=in_feed("prohibits>all</rsl:prohibits>")), "feed"),
    (Says(feed=in_feed("prohibits>all</rsl:prohibits>", PATH)), "feed"),
]
RSL_ELSEWHERE = [
    Says(robots="User-agent: otherbot\nLicense: /l.xml"),
    Says(robots="License: /l.xml", files={"/l.xml": rsl(ALL_BARRED, "/video/")}),
    Says(head=f"<!-- {RSL_LINK} -->"),
    Says(head='<link rel="license" href="/l.xml">'),  # some other licence, as Creative Commons links it
    Says(head=RSL_LINK, files={"/l.xml": rsl(ALL_BARRED, "https://other.example/news/")}),
    Says(headers=RSL_HEADER, files={"/l.xml": rsl(ALL_BARRED, "/news/*.pdf$")}),
    Says(feed=in_feed("prohibits>all</rsl:prohibits>", "/video/")),
    Says(channel=in_feed("prohibits>all</rsl:prohibits>"), feed=in_feed('payment type="free"/>', "/news/")),
]
#: The document cannot be had: what then, and whether it is known that there is none.
RSL_UNREAD = [(404, "brief"), (410, "brief"), ("<html>none here</html>", "brief"), ("", "brief")]
RSL_UNREAD += [(status, "card") for status in (401, 402, 403, 429, 451, 500, 502, 503)]

# AIPREF Content-Usage: recorded; search=y is no licence to summarise.
AIPREF = [
    (Says(headers=(("Content-Usage", "train-ai=n"),)), ("train-ai=n", "header")),
    (Says(headers=(("Content-Usage", "train-ai=n, search=y"),)), ("train-ai=n, search=y", "header")),
    (Says(headers=(("Content-Usage", "search=n"),)), ("search=n", "header")),
    (Says(headers=(("Content-Usage", "ai-use=n"),)), ("ai-use=n", "header")),
    (Says(robots="User-agent: *\nContent-Usage: train-ai=n"), ("train-ai=n", "robots.txt")),
    (Says(robots="User-agent: *\nContent-Usage: /news/ train-ai=n"), ("/news/ train-ai=n", "robots.txt")),
    (Says(robots="User-agent: *\nContent-Usage: /video/ train-ai=n"), None),
    (Says(robots="User-agent: otherbot\nContent-Usage: train-ai=n"), None),
    (Says(robots="User-agent: *\nContent-Signal: search=yes, ai-train=no"), ("search=yes, ai-train=no", "robots.txt")),
]

# 401, 402, 403, 451; paywall markup: never worked around; the open part only, marked.
SOLD = '"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".sold"}'
PAYWALLS = [
    (Says(head=json_ld('"isAccessibleForFree": false')), "JSON-LD"),
    (Says(head=json_ld('"isAccessibleForFree": "False"')), "JSON-LD"),
    (Says(head=json_ld(f'"isAccessibleForFree": false, {SOLD}')), "JSON-LD"),
    (Says(head=json_ld(SOLD)), "JSON-LD"),
    (Says(head='<meta property="article:content_tier" content="locked">'), "meta"),
]
FREE = [
    Says(head=json_ld('"isAccessibleForFree": true')),
    Says(head='<meta property="article:content_tier" content="free">'),
]


@pytest.mark.parametrize(("said", "became"), ROBOTS_TXT)
def test_robots_txt(said, became):
    heard = hear(said)
    assert all("mailto:desk@example.org" in agent for _, agent in heard.asked)  # who we are and whom to write to
    if became == "brief":
        assert heard.found.rights.outcome == "brief"
        return
    assert isinstance(heard.found, Failure)
    assert heard.found.outcome == became
    assert heard.times(PATH) == 0  # nothing is fetched meanwhile


@pytest.mark.parametrize(("said", "outcome", "rule", "where", "limit"), ROBOTS_DIRECTIVES)
def test_robots_directives(said, outcome, rule, where, limit):
    verdict = hear(said).found.rights
    assert (verdict.outcome, verdict.rule, verdict.max_snippet) == (outcome, rule, limit)
    if where:
        assert (rule, where) in {(signal.kind, signal.where) for signal in verdict.signals}
        assert where in verdict.reason or (where == "header" and "the header X-Robots-Tag" in verdict.reason)


@pytest.mark.parametrize(
    "said",
    [
        Says(body="<div data-nosnippet><p>The captain’s name is Ida Brandt.</p></div>"),
        Says(body="<p>The captain <span data-nosnippet>is Ida Brandt, it</span> is said.</p>"),
        Says(
            head='<meta name="description" content="The captain’s name is Ida Brandt.">',
            body="<p data-nosnippet='true'>The captain’s name is Ida Brandt.</p>",
        ),
        Says(
            head=json_ld(f'"articleBody": "{" ".join(PARAGRAPHS * 4)} The captain’s name is Ida Brandt."'),
            body="<p data-nosnippet>The captain’s name is Ida Brandt.</p>",
        ),
        Says(
            feed="<description><![CDATA["
            + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 4)
            + "<p data-nosnippet>The captain’s name is Ida Brandt.</p>]]></description>"
        ),
    ],
)
def test_data_nosnippet_reaches_nothing(said):
    article = hear(said).found
    assert article.rights.outcome == "brief"
    assert "Ida Brandt" not in article.text + article.standfirst
    assert PARAGRAPHS[1] in article.text


@pytest.mark.parametrize(("said", "outcome", "where"), TDMREP)
def test_tdmrep(said, outcome, where):
    verdict = hear(said).found.rights
    assert (verdict.outcome, verdict.rule) == (outcome, "tdmrep" if where else "")
    if where:
        assert Signal("tdmrep", "1", where) in verdict.signals
        assert ("the header tdm-reservation" if where == "header" else where) in verdict.reason


@pytest.mark.parametrize(("terms", "outcome"), RSL_TERMS)
def test_what_rsl_says(terms, outcome):
    verdict = hear(Says(robots="License: /l.xml", files={"/l.xml": rsl(terms)})).found.rights
    assert (verdict.outcome, verdict.rule) == (outcome, "rsl" if outcome == "card" else "")
    assert [signal.where for signal in verdict.signals] == ["robots.txt"]
    licensed = hear(Says(robots="License: /l.xml", files={"/l.xml": rsl(terms)}, licence="Contract 7"))
    assert licensed.found.rights.outcome == "brief"


@pytest.mark.parametrize(("said", "where"), RSL_PLACES)
def test_where_rsl_says_it(said, where):
    said.files.setdefault("/l.xml", rsl(ALL_BARRED))
    verdict = hear(said).found.rights
    assert (verdict.outcome, verdict.rule) == ("card", "rsl")
    assert any(signal.where == where and "prohibits" in signal.value for signal in verdict.signals)
    assert ("the header Link" if where == "header" else where) in verdict.reason


@pytest.mark.parametrize("said", RSL_ELSEWHERE)
def test_rsl_for_others_says_nothing_of_this_page(said):
    said.files.setdefault("/l.xml", rsl(ALL_BARRED))
    assert hear(said).found.rights.outcome == "brief"


def test_the_longest_pattern_of_an_rsl_document_holds():
    general, special = rsl('<payment type="free"/>'), rsl('<payment type="purchase"/>', "/news/*")
    both = general.replace("</rsl>", special.partition(">")[2])
    assert hear(Says(head=RSL_LINK, files={"/l.xml": both})).found.rights.outcome == "card"
    assert hear(Says(head=RSL_LINK, files={"/l.xml": both.replace("/news/", "/sport/")})).found.rights.rule == ""


def test_content_behind_a_licence_server_needs_a_licence():
    served = rsl('<payment type="free"/>', more='server="https://licences.example/"')
    verdict = hear(Says(head=RSL_LINK, files={"/l.xml": served})).found.rights
    assert verdict.outcome == "card"
    assert "licence server" in verdict.reason


@pytest.mark.parametrize(("document", "outcome"), RSL_UNREAD)
@pytest.mark.parametrize(("said", "where"), [(Says(head=RSL_LINK), '<link rel="license">'), RSL_PLACES[0]])
def test_rsl_that_cannot_be_read(said, where, document, outcome):
    heard = hear(Says(robots=said.robots, head=said.head, files={"/l.xml": document}))
    verdict = heard.found.rights
    assert heard.times("/l.xml") == 1
    assert (verdict.outcome, verdict.rule) == (outcome, "rsl" if outcome == "card" else "")
    (signal,) = {each for each in verdict.signals if each.value.startswith("http")}
    assert (signal.kind, signal.where) == ("rsl-unread" if outcome == "card" else "rsl", where)
    assert signal.value.endswith("/l.xml")


@pytest.mark.parametrize(("said", "recorded"), AIPREF)
def test_aipref_is_recorded_and_decides_nothing(said, recorded):
    verdict = hear(said).found.rights
    assert (verdict.outcome, verdict.rule) == ("brief", "")
    assert verdict.signals == ((Signal("aipref", *recorded),) if recorded else ())


def test_search_yes_is_no_licence():
    said = Says(headers=(("Content-Usage", "search=y, train-ai=y"), ("TDM-Reservation", "1")))
    assert hear(said).found.rights.outcome == "card"


@pytest.mark.parametrize("status", [401, 402, 403, 451])
def test_a_refusal_by_the_server_is_never_worked_around(status):
    heard = hear(Says(status=status))
    assert (heard.found.outcome, heard.found.status) == ("refused", status)
    assert heard.times(PATH) == 1
    verdict = judge([Signal("status", str(status), "the server's answer")], licence="Contract 7")
    assert (verdict.outcome, verdict.rule) == ("nothing", "status")


@pytest.mark.parametrize(("said", "where"), PAYWALLS)
def test_what_is_sold_is_marked_and_left_out(said, where):
    sold = "<div class='sold'><p>Only subscribers learn that she will be sold to a line in the north.</p></div>"
    article = hear(Says(head=said.head, body=sold if ".sold" in said.head else "")).found
    assert (article.rights.outcome, article.rights.rule, article.rights.subscription) == ("brief", "paywall", True)
    assert [signal.where for signal in article.rights.signals if signal.kind == "paywall"] == [where]
    assert "Only subscribers" not in article.text
    assert PARAGRAPHS[1] in article.text


@pytest.mark.parametrize("said", FREE)
def test_what_is_free_is_not_marked(said):
    article = hear(said).found
    assert (article.rights.rule, article.rights.subscription, article.free) == ("", False, True)


def test_an_opt_out_is_a_card_and_no_licence_lifts_it():
    for licence in ("", "Contract 7"):
        verdict = judge([Signal("opt-out", "", "recorded by the operator")], licence=licence)
        assert (verdict.outcome, verdict.rule) == ("card", "opt-out")
        assert "recorded by the operator" in verdict.reason
