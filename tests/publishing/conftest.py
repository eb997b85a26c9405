"""A network with publications, and a client that asks it."""

from __future__ import annotations

import pytest
from django.test import Client

from standfirst.newsroom.models import Publication
from tests.newsroom import factory


@pytest.fixture
def made(db: None) -> list[Publication]:
    """Forty-eight publications over two days, latest first."""
    return factory.make(48)


@pytest.fixture
def site() -> Client:
    return Client(raise_request_exception=True)
