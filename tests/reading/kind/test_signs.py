"""What pages call themselves."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.kind import signs

READ = [
    ("login", "Log in"), ("login", "Sign in to Harbour Post"), ("login", "Se connecter"), ("login", "Zaloguj się"),
    ("login", "Войти"), ("login", "ログイン"), ("login", "تسجيل الدخول"),
    ("subscribe", "Subscribe now"), ("subscribe", "Unsere Newsletter"), ("subscribe", "S’abonner"),
    ("subscribe", "Regístrate gratis"), ("subscribe", "Prenumerera"), ("subscribe", "新規会員登録"),
    ("service", "Privacy Policy"), ("service", "Datenschutzerklärung"), ("service", "Mentions légales"),
    ("service", "Política de privacidad"), ("service", "Chi siamo"), ("service", "利用規約"),
    ("search", "Search results for “ferry”"), ("search", "Résultats de recherche"), ("search", "Zoekresultaten"),
    ("not-found", "Oops! Page not found."), ("not-found", "Error 404"), ("not-found", "Strona nie istnieje"),
    ("not-found", "Страница не найдена"), ("not-found", "This story is no longer available"),
    ("error", "503 Service Temporarily Unavailable"), ("error", "Wartungsarbeiten"), ("error", "メンテナンス中"),
    ("bot-wall", "Verify you are human"), ("bot-wall", "Zugriff verweigert"),
    ("cookie-wall", "Wir respektieren Ihre Privatsphäre"), ("cookie-wall", "Before you continue to Harbour Post"),
    ("listing", "Latest news"), ("listing", "Veranstaltungen"), ("listing", "Météo"),
]  # fmt: skip
NOT = [
    ("login", "Log in the river stops ferry"), ("subscribe", "Thousands subscribe to ferry line’s shares, it says"),
    ("service", "Contact with ferry lost for three hours"), ("search", "Search for missing sailor goes on"),
    ("not-found", "404 houses in Stonnard without water"), ("error", "500 people flee the flood, police say"),
    ("listing", "Weather station records its wettest day"), ("listing", ""), ("not-found", "Page not found " * 20),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sign"), READ)
def test_a_sign_is_read(kind, sign):
    assert signs.read(sign, kind)


@pytest.mark.parametrize(("kind", "sign"), NOT)
def test_a_headline_is_no_sign(kind, sign):
    assert not signs.read(sign, kind)


def test_what_a_text_is_made_of():
    assert (
        signs.said("Wir und unsere Partner verarbeiten mit Ihrer Einwilligung personenbezogene Daten.", "consent") == 3
    )
    assert signs.said("The council put off its decision about the quay.", "consent") == 0
    assert signs.said("Cancel at any time, then 9.90 per month.", "offer") == 2
    assert signs.said("Please turn on JavaScript in your browser.", "scripts") == 1


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    for kind in ("login", "subscribe", "service", "search", "listing", "not-found", "error", "bot-wall", "cookie-wall"):
        assert signs.read(text, kind) in {True, False}


@pytest.mark.parametrize("piece", ["page ", "a", "javascript ", "search: ", "é", "mentions "])
def test_reading_takes_linear_time(piece):
    text = piece * 6000
    begun = time.process_time()
    for kind in ("consent", "offer", "scripts"):
        signs.said(text, kind)
    assert time.process_time() - begun < 1
