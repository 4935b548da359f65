"""Photos by the real application: sent by a phone, kept without what nobody should know, shown to whom the place is shown."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import exifread
import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.photos.model import MOST_MEGABYTES
from tests.support.installation import Installation
from tests.support.pictures import bomb, from_a_phone, picture

SPOT = {"type": "Point", "coordinates": [-0.7212345, 52.6712345]}


class Room:
    """A workshop in its stage of places, with a phone in it."""

    def __init__(self, installation: Installation, *, placing: str = "open") -> None:
        self.installation = installation
        self.workshop = installation.new_workshop(placing=placing)
        self.lead("workshop.open")
        self.lead("workshop.move_to_stage", stage="places")
        self.anna = installation.joined(self.workshop, "Anna Ferreira")

    def lead(self, kind: str, **payload: Any) -> None:
        self.installation.ask(self.workshop, kind, **payload)

    def path(self, end: str) -> str:
        return f"/api/workshops/{self.workshop.id}/{end}"

    def send(
        self, content: bytes, photo: str | None = None, phone: TestClient | None = None, **more: Any
    ) -> Any:
        return (phone or self.anna).post(self.path(f"photos/{photo or new_id()}"), content=content, **more)

    def ask(self, kind: str, **payload: Any) -> None:
        operation = {"id": new_id(), "kind": kind, "payload": payload}
        answer = self.anna.post(self.path("operations"), json={"operations": [operation]})
        assert [each["type"] for each in answer.json()] == ["entry"], answer.text

    def place_with_photo(self, **details: Any) -> tuple[str, str]:
        """Let Anna place something and give it a photo; return the ids of both."""
        place, photo = new_id(), new_id()
        usual = {"title": "Hall", "asset_kind": "physical_place", "geometry": SPOT}
        self.ask("asset.place", place=place, **{**usual, **details})
        kept = self.send(from_a_phone(1000, 800), photo).json()
        self.ask("place.set_photo", place=place, photo={**kept, "alt": "A red door"})
        return place, photo

    def files(self) -> list[Path]:
        folder = self.installation.folder / "photos" / self.workshop.id
        return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.fixture
def room(installation: Installation) -> Room:
    return Room(installation)


def test_a_phones_photo_is_kept_small_and_without_where_it_was_taken(room: Room) -> None:
    photo = new_id()
    answer = room.send(from_a_phone(4000, 3000), photo)
    assert (answer.status_code, answer.json()) == (201, {"id": photo, "width": 1600, "height": 1200})
    assert [path.name for path in room.files()] == [f"{photo}.jpg", f"{photo}.small.jpg"]
    for path in room.files():
        assert exifread.process_file(io.BytesIO(path.read_bytes())) == {}


def test_a_photo_that_comes_twice_is_kept_once(room: Room) -> None:
    photo = new_id()
    first = room.send(picture(100, 80), photo)
    before = [path.read_bytes() for path in room.files()]
    again = room.send(picture(60, 60, colour="#000000"), photo)
    assert again.json() == first.json()
    assert [path.read_bytes() for path in room.files()] == before


def test_twelve_megabytes_are_accepted_and_made_small(room: Room) -> None:
    # What follows the picture is no part of it, and goes.
    sent = from_a_phone(4000, 3000) + bytes(12_000_000)
    assert room.send(sent).status_code == 201
    assert sum(path.stat().st_size for path in room.files()) < 500_000


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        (b"", 422, "choose it once more"),
        (b"<script>alert(1)</script>", 422, "no picture that we can read"),
        (picture(form="PNG")[:-80], 422, "damaged"),
        (bomb(9_000), 413, "50 megapixels"),
        (bytes(MOST_MEGABYTES * 1_000_000 + 1), 413, "15 MB"),
    ],
)
def test_what_is_no_photo_is_refused_in_words_and_leaves_nothing(
    room: Room, sent: bytes, status: int, words: str
) -> None:
    answer = room.send(sent, headers={"Content-Type": "image/jpeg"})
    assert answer.status_code == status
    assert words in answer.json()["message"]
    assert room.files() == []


def test_only_who_may_add_may_send_and_only_while_the_workshop_runs(room: Room) -> None:
    installation = room.installation
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER), page=False)
    assert room.send(picture(), phone=researcher).status_code == 403
    assert room.send(picture(), phone=installation.browser(page=False)).status_code == 401
    assert room.send(picture(), headers={"Origin": "http://elsewhere.test"}).status_code == 403
    room.lead("workshop.pause", because="Tea")
    assert room.send(picture()).json()["code"] == "paused"
    room.lead("workshop.open")
    assert room.send(picture()).status_code == 201
    room.lead("workshop.close")
    assert room.send(picture()).json()["code"] == "closed"
    assert len(room.files()) == 2


def test_what_a_phone_kept_is_not_sent_under_another_persons_name(room: Room) -> None:
    answer = room.send(picture(), headers={"Kithmap-Person": new_id()})
    assert (answer.status_code, answer.json()["code"]) == (409, "someone_else")


def test_nobody_can_fill_the_disk(room: Room) -> None:
    answers = [room.send(b"x").status_code for _ in range(61)]
    assert answers == [422] * 60 + [429]
    room.installation.clock.pass_by(timedelta(minutes=11))
    assert room.send(picture()).status_code == 201


def test_a_photo_is_shown_as_an_image_and_nothing_else_and_asked_for_anew_each_time(room: Room) -> None:
    _, photo = room.place_with_photo()
    shown = room.anna.get(room.path(f"photos/{photo}"))
    assert shown.content.startswith(b"\xff\xd8")
    assert {
        name: shown.headers[name] for name in ("content-type", "x-content-type-options", "cache-control")
    } == {
        "content-type": "image/jpeg",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-cache",
    }
    assert shown.headers["content-security-policy"] == "default-src 'none'"
    small = room.anna.get(room.path(f"photos/{photo}?size=small"))
    assert len(small.content) < len(shown.content)
    tag = {"If-None-Match": shown.headers["etag"]}
    assert room.anna.get(room.path(f"photos/{photo}"), headers=tag).status_code == 304


def test_a_place_that_is_hidden_takes_its_photo_with_it_even_from_whoever_had_it(room: Room) -> None:
    place, photo = room.place_with_photo()
    other = room.installation.joined(room.workshop, "Bashir")
    seen = other.get(room.path(f"photos/{photo}"))
    assert seen.status_code == 200
    room.lead("asset.edit", place=place, set={"visibility": "facilitators"})
    tag = {"If-None-Match": seen.headers["etag"]}
    assert other.get(room.path(f"photos/{photo}"), headers=tag).status_code == 404
    assert room.anna.get(room.path(f"photos/{photo}")).status_code == 200
    assert room.installation.as_admin().get(room.path(f"photos/{photo}")).status_code == 200


def test_a_blind_photo_is_the_authors_until_it_is_shown(installation: Installation) -> None:
    room = Room(installation, placing="blind")
    _, photo = room.place_with_photo()
    other = installation.joined(room.workshop, "Bashir")
    assert other.get(room.path(f"photos/{photo}")).status_code == 404
    room.lead("places.reveal")
    assert other.get(room.path(f"photos/{photo}")).status_code == 200


def test_a_removed_place_or_photo_is_shown_to_nobody(room: Room) -> None:
    place, photo = room.place_with_photo()
    room.ask("place.remove", place=place)
    assert room.installation.as_admin().get(room.path(f"photos/{photo}")).status_code == 404
    room.ask("place.restore", place=place)
    assert room.anna.get(room.path(f"photos/{photo}")).status_code == 200
    room.ask("place.remove_photo", place=place)
    assert room.anna.get(room.path(f"photos/{photo}")).status_code == 404


@pytest.mark.parametrize("photo", ["..%2F..%2Fkithmap.sqlite", "x", "0", "%00"])
def test_no_address_leads_to_another_file(room: Room, photo: str) -> None:
    assert room.anna.get(room.path(f"photos/{photo}")).status_code in (404, 422)
    assert room.send(picture(), photo).status_code in (404, 405, 422)


def test_a_file_that_is_lost_is_told_as_not_there(room: Room) -> None:
    _, photo = room.place_with_photo()
    for path in room.files():
        path.unlink()
    assert room.anna.get(room.path(f"photos/{photo}")).status_code == 404


def test_exports_link_to_photos_for_whoever_may_open_the_link(room: Room) -> None:
    shown, photo = room.place_with_photo()
    coarse, _ = room.place_with_photo(precision="street")
    room.place_with_photo(visibility="facilitators")
    plain = new_id()
    room.ask("asset.place", place=plain, title="Shop", asset_kind="physical_place", geometry=SPOT)
    researcher = room.installation.signed_in(room.installation.colleague(Role.RESEARCHER), page=False)
    features = researcher.get(room.path("export.geojson")).json()["features"]
    photos = {feature["id"]: feature["properties"]["photo"] for feature in features}
    assert photos.keys() == {shown, coarse, plain}
    assert (photos[coarse], photos[plain]) == (None, None)
    assert photos[shown].endswith(f"/api/workshops/{room.workshop.id}/photos/{photo}")
    assert researcher.get(photos[shown]).status_code == 200


def test_the_photos_of_whoever_withdraws_go_at_once_and_others_stay(room: Room) -> None:
    room.place_with_photo()
    place, _ = room.place_with_photo()
    room.ask("place.remove", place=place)
    anna = room.anna
    room.anna = room.installation.joined(room.workshop, "Bo")
    _, his = room.place_with_photo()
    assert len(room.files()) == 6
    anna.post(f"/w/{room.workshop.id}/me/consent", data={"purpose": "keep"})
    assert [path.name for path in room.files()] == [f"{his}.jpg", f"{his}.small.jpg"]
