# ruff: noqa: E501
"""What stands in a page's place: logins, consent, guards, errors, shells, offers; and a site's pages about itself."""

from __future__ import annotations

from html import escape

from benchmarks.strangers.desk import Desk
from benchmarks.strangers.lists import Drawn


def _said(desk: Desk, lines: list[str]) -> str:
    return "".join(f"<p>{escape(each)}</p>" if desk.maybe(0.6) else f"<div>{escape(each)}</div>" for each in lines)


def _buttons(desk: Desk, key: str, least: int, most: int) -> str:
    tag = desk.chance.choice(("button", "a"))
    return "".join(
        f'<{tag} class="{desk.dress.namer("button", "")}">{escape(each)}</{tag}>'
        for each in desk.speech.lines(key, least, most)
    )


def login(desk: Desk) -> Drawn:
    """A form to log in, sometimes at an article's address and under its headline."""
    instead = desk.maybe(0.3)
    path = (
        desk.article_path()
        if instead
        else desk.chance.choice(("/login", "/account/signin", "/anmelden?next=%2Fa", "/user/login"))
    )
    title = desk.speech.headline() if instead and desk.maybe(0.5) else desk.speech.say("login_title")
    labels = desk.speech.every("login_fields")
    fields = desk.field(labels[0], "email", "email")
    if desk.maybe(0.85):
        fields += desk.field(labels[1], "password", "pass")
    lines = _said(desk, desk.speech.lines("login_lines", 2, 4))
    form = f'<form method="post" action="/session">{fields}<button type="submit">{escape(desk.speech.say("login_title"))}</button></form>'
    head = desk.head(title, path, desk.chance.choice(("website", "article") if instead else ("website", "")))
    return path, desk.page(head, desk.title(desk.speech.say("login_title"), 2) + form + lines, bare=desk.maybe(0.4))


def consent(desk: Desk) -> Drawn:
    """A choice about cookies in place of the text."""
    path = desk.chance.choice((desk.article_path(), desk.article_path(), "/consent?return=%2Fnews", "/zustimmung", "/"))
    title = desk.speech.say("consent_title")
    lines = desk.speech.lines("consent_lines", 2, 3)
    if desk.maybe(0.5):
        lines += desk.speech.lines("consent_lines", 2, 3)
    box = f'<div role="dialog" class="{desk.dress.namer("overlay", "")}">{desk.title(title, 2)}{_said(desk, lines)}{_buttons(desk, "consent_buttons", 2, 3)}</div>'
    named = title if desk.maybe(0.6) else desk.speech.headline()
    return path, desk.page(
        desk.head(named, path, desk.chance.choice(("website", "article", ""))), box, bare=desk.maybe(0.6)
    )


_RAY = "8c1d0f2ab93e4f10"
#: Shapes in which guards answer; English, as most of them do. Odd ones are kept to measure on.
GUARDS = (
    '<title>Just a moment...</title>|<div class="main-wrapper" role="main"><div class="main-content"><noscript><div id="challenge-error-title">Enable JavaScript and cookies to continue</div></noscript></div></div><script>(function(){window._cf_chl_opt={}}())</script>',
    '<title>{host}</title>|<style>#cmsg{animation: A 1.5s;}</style><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={"rt":"c"}</script><script src="https://ct.captcha-delivery.com/c.js"></script>',
    '<title>Access to this page has been denied</title>|<section class="container"><div class="page-title-wrapper"><h1>Please verify you are a human</h1></div><p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>This may happen as a result of the following: Javascript is disabled or blocked by an extension. Your browser does not support cookies.</p><p>Reference ID: #8f1e2</p><div id="px-captcha"></div></section>',
    '<title>Access Denied</title>|<h1>Access Denied</h1>You don\'t have permission to access "http&#58;&#47;&#47;{host}" on this server.<p>Reference&#32;&#35;18&#46;2e1</p>',
    '<title>Attention Required! | Cloudflare</title>|<div id="cf-wrapper"><div id="cf-error-details" class="cf-error-details-wrapper"><h1 data-translate="block_headline">Sorry, you have been blocked</h1><h2><span>You are unable to access</span> {host}</h2><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution.</p><p>Cloudflare Ray ID: <strong>8c1d</strong> Performance &amp; security by Cloudflare</p></div></div>',
    '<title></title>|<div id="challenge-container"></div><script>AwsWafIntegration.saveReferrer()</script><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you\'re not a robot. This requires JavaScript. Enable JavaScript and then reload the page.</noscript>',
    '<title>Human Verification</title>|<h1>Let us know you are not a robot</h1><form id="captcha-form" method="POST"><div class="g-recaptcha" data-sitekey="6L"></div><button>Continue</button></form><p>Your network has sent us many requests.</p>',
    '<title>Request unsuccessful</title>|<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=23">Request unsuccessful. Incapsula incident ID: 11000-22</iframe>Request unsuccessful. Incapsula incident ID: 110002200',
    '<title>Making sure you&#39;re not a bot!</title>|<main><h1 id="title">Making sure you\'re not a bot!</h1><p id="status">Loading...</p><details><summary>Why am I seeing this?</summary><p>The administrator of this website has set up a check of visitors to protect the server against companies that scrape aggressively.</p></details></main>',
    '<title>Pardon Our Interruption</title>|<div class="container"><h1>Pardon Our Interruption...</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen:</p><ul><li>You are a power user moving through this website with super-human speed.</li><li>You have disabled cookies in your web browser.</li></ul><p>To regain access, please make sure that cookies and JavaScript are enabled before reloading the page.</p></div>',
    '<title>Security Checkpoint</title>|<div><p id="header-text">We are verifying your browser</p><p>Enable JavaScript to continue</p><a>Website owner? Click here to fix</a></div>',
    '<title>403 Forbidden</title>|<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>',
)  # fmt: skip


def guard(desk: Desk) -> Drawn:
    """A guard that takes the reader for a robot."""
    head, main = desk.chance.choice(GUARDS[desk.dress.half :: 2]).split("|<", 1)
    head, main = (part.replace("{host}", desk.host).replace("8c1d", _RAY) for part in (head, "<" + main))
    return (
        desk.article_path(),
        f'<!doctype html><html lang="en"><head>{head}<meta name="robots" content="noindex"></head><body>{main}</body></html>',
    )


def missing(desk: Desk) -> Drawn:
    """A page that is gone and says so with status 200, perhaps with teasers below."""
    path = desk.article_path()
    title = desk.speech.say("missing_title")
    head = desk.head(
        title if desk.maybe(0.8) else desk.speech.paper, path, desk.chance.choice(("website", "article", ""))
    )
    more = ""
    if desk.maybe(0.5):
        more = desk.title(desk.speech.say("latest"), 2) + desk.dress.teasers(desk.stories(4, 14))
    return path, desk.page(
        head, desk.title(title) + _said(desk, desk.speech.lines("missing_lines", 1, 3)) + more, bare=desk.maybe(0.2)
    )


def shell(desk: Desk) -> Drawn:
    """An application without its scripts."""
    path = desk.article_path()
    root = desk.chance.choice(('<div id="root"></div>', '<div id="app"></div>', "<app-root></app-root>", '<div id="__next"></div>',
                               '<div id="app"><div class="spinner" aria-label="Loading"></div></div>', '<main id="svelte"></main>'))  # fmt: skip
    line = f"<noscript>{escape(desk.speech.say('script_lines'))}</noscript>" if desk.maybe(0.8) else ""
    script = f"<script>window.__STATE__={{}};{'var x=1;' * 600}</script>"
    title = desk.speech.headline() if desk.maybe(0.5) else desk.speech.paper
    head = desk.head(title, path, desk.chance.choice(("website", "article", "")))
    if desk.maybe(0.25):
        return path, desk.page(head, f"{root}{line}<p>{escape(desk.speech.say('script_lines'))}</p>{script}")
    return path, desk.page(head, line + root + script, bare=True)


def subscribe(desk: Desk) -> Drawn:
    """An offer of subscriptions, or its checkout."""
    path = desk.chance.choice(("/subscribe", "/abo/digital", "/offres", "/suscripcion/", "/checkout/step1", "/plans"))
    title = desk.speech.say("subscribe_title")
    plans = ""
    for _ in range(desk.chance.randint(2, 4)):
        price = f"{desk.chance.randint(1, 29)}{desk.chance.choice(('.90 €', ',99 €', ' $', '.- CHF'))}"
        lines = "".join(f"<li>{escape(each)}</li>" for each in desk.speech.lines("subscribe_lines", 2, 3))
        plans += f'<div class="{desk.dress.namer("plan", "")}"><h3>{escape(desk.speech.paper)} {desk.chance.choice(("Digital", "Plus", "Print", "Basic"))}</h3><strong>{price}</strong><ul>{lines}</ul>{_buttons(desk, "subscribe_buttons", 1, 1)}</div>'
    head = desk.head(title, path, desk.chance.choice(("website", "product", "")))
    text = _said(desk, desk.speech.lines("subscribe_lines", 1, 3))
    return path, desk.page(head, desk.title(title) + text + plans, bare=desk.maybe(0.4))


def register(desk: Desk) -> Drawn:
    """A form to open an account."""
    path = desk.chance.choice(("/register", "/signup", "/konto/neu", "/inscription", "/registro"))
    title = desk.speech.say("register_title")
    labels = desk.speech.every("register_lines")
    fields = "".join(
        desk.field(each, "password" if at in {3, 4} else "text", f"n{at}") for at, each in enumerate(labels[:-2])
    )
    form = f"<form method=post>{fields}<button>{escape(desk.speech.say('register_title'))}</button></form><p>{escape(labels[-1])}</p>"
    return path, desk.page(
        desk.head(title, path, desk.chance.choice(("website", ""))), desk.title(title) + form, bare=desk.maybe(0.4)
    )


def newsletter(desk: Desk) -> Drawn:
    """A site's letters, to be ordered."""
    path = desk.chance.choice(("/newsletters", "/newsletter/", "/boletines", "/lettres", "/mail"))
    title = desk.speech.say("newsletter_title")
    boxes = "".join(
        f'<div class="{desk.dress.namer("letter", "")}"><h3>{escape(desk.speech.any("sections"))}</h3><p>{escape(each)}</p>{_buttons(desk, "newsletter_buttons", 1, 1)}</div>'
        for each in desk.speech.lines("newsletter_lines", 2, 3) * desk.chance.randint(1, 3)
    )
    form = f"<form>{desk.field(desk.speech.every('login_fields')[0], 'email', 'email')}<button>{escape(desk.speech.say('newsletter_buttons'))}</button></form>"
    return path, desk.page(desk.head(title, path, "website"), desk.title(title) + boxes + form)


def legal(desk: Desk) -> Drawn:
    """A site's page about itself: privacy, terms, imprint, contact."""
    path = desk.chance.choice(
        ("/privacy", "/impressum", "/mentions-legales", "/aviso-legal", "/terms", "/contact", "/about", "/info/123")
    )
    title = desk.speech.say("legal_title")
    parts = []
    for _ in range(desk.chance.randint(1, 5)):
        parts.append(
            desk.title(desk.speech.say("legal_title"), 2) + desk.dress.body(desk.speech.lines("legal_lines", 2, 3))
        )
    og = desk.chance.choice(("website", "article", ""))
    graph = desk.site_graph({"@type": desk.chance.choice(("WebPage", "AboutPage", "ContactPage"))})
    return path, desk.page(desk.head(title, path, og, graph), desk.title(title) + "".join(parts))


def failure(desk: Desk) -> Drawn:
    """A server's error."""
    title = desk.speech.say("error_title")
    lines = _said(desk, desk.speech.lines("error_lines", 1, 2))
    if desk.maybe(0.3):
        return (
            desk.article_path(),
            f"<html><head><title>{escape(title)}</title></head><body><center><h1>{escape(title)}</h1></center><hr><center>nginx</center></body></html>",
        )
    return desk.article_path(), desk.page(desk.head(title, "/", ""), desk.title(title) + lines, bare=desk.maybe(0.6))


def figures(desk: Desk) -> Drawn:
    """A table of the weather or of prices."""
    if desk.maybe(0.5):
        title, path = desk.speech.say("weather_title"), desk.chance.choice(("/weather", "/wetter/merrow", "/meteo/"))
        words = desk.speech.every("weather_words")
        rows = [[f"{day}.11.", f"{desk.chance.randint(-3, 24)}°", f"{desk.chance.randint(5, 31)}°", desk.chance.choice(words), f"{desk.chance.randint(0, 90)} %"]
                for day in range(1, desk.chance.randint(8, 20))]  # fmt: skip
    else:
        title, path = (
            desk.speech.say("market_title"),
            desk.chance.choice(("/markets", "/boerse/aktien", "/bourse/", "/stocks?idx=1")),
        )
        rows = [[f'<a href="/q/{at}">{escape(each)}</a>', f"{desk.chance.uniform(3, 900):.2f}", f"{desk.chance.uniform(-5, 5):+.2f} %", f"{desk.chance.randint(9, 17)}:30"]
                for at, each in enumerate(desk.speech.every("market_items") * 3)]  # fmt: skip
    below = desk.dress.teasers(desk.stories(3, 6)) if desk.maybe(0.4) else ""
    text = f"<p>{escape(desk.speech.paragraph(1))}</p>" if desk.maybe(0.3) else ""
    return path, desk.page(
        desk.head(title, path, desk.chance.choice(("website", "article", ""))),
        desk.title(title) + text + desk.cells(rows) + below,
    )


def scores(desk: Desk) -> Drawn:
    """Scores, fixtures or a table of a league."""
    title = desk.speech.say("score_title")
    path = desk.chance.choice(("/sport/live", "/scores", "/football/tables", "/ergebnisse/"))
    teams = desk.speech.every("score_teams")
    rows = [[f"{desk.chance.randint(12, 21)}:00", *(escape(each) for each in desk.chance.sample(teams, 2)), f"{desk.chance.randint(0, 5)}:{desk.chance.randint(0, 4)}"]
            for _ in range(desk.chance.randint(8, 40))]  # fmt: skip
    below = desk.dress.teasers(desk.stories(3, 6)) if desk.maybe(0.4) else ""
    return path, desk.page(
        desk.head(title, path, desk.chance.choice(("website", ""))), desk.title(title) + desk.cells(rows) + below
    )
