"""The desk's pages about editions: signed in, decisions are appended in the editor's name."""

from __future__ import annotations

import pytest
from django.conf import settings as django_settings
from django.test import Client

from standfirst.newsroom.editions import edition
from standfirst.newsroom.models import EditionChoice, User
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
ADD = "/desk/newsroom/editionchoice/add/"


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(User.objects.create(username="mara", is_staff=True, is_superuser=True))
    return client


def sent(**more: object) -> dict[str, object]:
    return {"day": "2026-11-22", "action": "pin", "place": "1", "reason": "It matters.", **more}


def test_an_editor_pins_a_publication_and_reads_the_edition(desk: Client) -> None:
    made = [factory.make_publication(n, section=f"s{n}") for n in range(4)]
    edition.store(factory.NOON.date(), django_settings.NETWORK)
    answer = desk.post(ADD, sent(publication=made[3].position))
    assert answer.status_code == 302, answer.content.decode()
    assert edition.of(factory.NOON.date(), django_settings.NETWORK).positions[0] == made[3].position
    assert EditionChoice.objects.get().who == "mara"
    page = desk.get("/desk/newsroom/edition/2026-11-22/change/").content.decode()
    assert "put at this place by an editor: It matters." in page
    assert "save" not in page.lower().replace("/save", "")


@pytest.mark.parametrize("wrong", [{"place": ""}, {"place": "31"}, {"day": "2999-01-01"}])
def test_what_cannot_be_carried_out_is_refused_with_its_reason(desk: Client, wrong: dict[str, str]) -> None:
    publication = factory.make_publication(1)
    answer = desk.post(ADD, sent(publication=publication.position, **wrong))
    assert answer.status_code == 200
    assert "there is no such place" in answer.content.decode() or "still to come" in answer.content.decode()
    assert not EditionChoice.objects.exists()


def test_a_decision_is_neither_changed_nor_deleted(desk: Client) -> None:
    publication = factory.make_publication(1)
    desk.post(ADD, sent(publication=publication.position))
    row = EditionChoice.objects.get()
    assert desk.post(f"/desk/newsroom/editionchoice/{row.pk}/change/", sent(place="2")).status_code == 403
    assert desk.post(f"/desk/newsroom/editionchoice/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert EditionChoice.objects.get().place == 1
