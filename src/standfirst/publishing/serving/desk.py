"""Sessions, sign-in and CSRF for the desk alone, so that public pages set no cookie and can be cached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.csrf import CsrfViewMiddleware

PREFIX = "/desk/"
CHAIN: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    SessionMiddleware,
    CsrfViewMiddleware,
    AuthenticationMiddleware,
    MessageMiddleware,
    XFrameOptionsMiddleware,
)


class DeskMiddleware:
    """Under the desk's prefix the request goes through Django's own chain; elsewhere straight to the view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.public = get_response
        desk: Callable[[HttpRequest], HttpResponse] = get_response
        for middleware in reversed(CHAIN):
            desk = middleware(desk)
        self.desk = desk

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request, by the desk's chain or without."""
        if not request.path.startswith(PREFIX):
            return self.public(request)
        response = self.desk(request)
        response.headers["Cache-Control"] = "no-store"
        return response
