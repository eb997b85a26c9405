"""The Nu HTML checker finds nothing in a letter, and nothing in our forms with their errors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from standfirst.newsroom.models import Reader
from standfirst.publishing.letters import rendering, tokens
from tests.newsroom import factory
from tests.publishing.letters.test_rendering import ISSUE, NETWORK, entries
from tests.publishing.validators import nu

pytestmark = pytest.mark.django_db


def test_letters_and_forms(site: Client, settings: Any, tmp_path: Path) -> None:
    nu.jar()
    values = {"smtp_host": "127.0.0.1", "letter_from": "letter@digest.example"}
    settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, **values})
    reader = Reader.objects.create(address="a@b.example", state="active", asked=factory.NOON)
    pages = {
        f"letter-{language}": rendering.letter(entries(), replace(ISSUE, network=replace(NETWORK, language=language)))
        .to(tokens.reader(reader.pk))
        .html.encode()
        for language in ("en", "ar")
    }
    for path in ("/report", "/rights", "/subscribe"):
        pages[path[1:]] = site.get(path).content
        pages[f"{path[1:]}-wrong"] = site.post(path, {"contact": "jo@", "address": "<jo>", "about": '"'}).content
    for name in ("change", "stop"):
        pages[name] = site.get(f"/letter/{name}/{tokens.reader(reader.pk)}").content
    for name, body in pages.items():
        (tmp_path / f"{name}.html").write_bytes(body)
    found = nu.check(tmp_path)
    assert not found, nu.shown(found, {})
