"""The map for taking away, by the real application: who gets what of it, how exactly, and under which name."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from geojson_validator import validate_geometries, validate_structure
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.basics.records import Audience, Record
from kithmap.glossary import store as glossaries
from kithmap.glossary.model import Glossary
from kithmap.glossary.release import next_release
from kithmap.shared_map.api import LONGEST_NAME, file_name
from kithmap.shared_map.model import METRES, Precision, Visibility
from kithmap.sync.content import Content
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import RECORD
from tests.glossary.support import SCHEME, concept
from tests.support.installation import HOSTILE, START, Installation, page_context

SPOT = [-0.7212345, 52.6712345]
CLOCKWISE = [[[-0.735, 52.665], [-0.735, 52.675], [-0.72, 52.675], [-0.735, 52.665]]]


class Room:
    """A workshop in its stage of places, with phones that place by plain HTTP."""

    def __init__(self, installation: Installation, *, placing: str = "open") -> None:
        self.installation = installation
        self.workshop: Listed = installation.new_workshop(placing=placing)
        self.ask("workshop.open")
        self.ask("workshop.move_to_stage", stage="places")
        self.anna = installation.joined(self.workshop, "Anna Ferreira")

    def ask(self, kind: str, **payload: Any) -> None:
        self.installation.ask(self.workshop, kind, **payload)

    def submit(self, phone: TestClient, kind: str, **payload: Any) -> None:
        operation = {"id": new_id(), "kind": kind, "payload": payload}
        answer = phone.post(self.path("operations"), json={"operations": [operation]})
        assert [each["type"] for each in answer.json()] == ["entry"], answer.text

    def place(self, phone: TestClient | None = None, **details: Any) -> str:
        place = new_id()
        usual = {
            "place": place,
            "title": "Hall",
            "asset_kind": "physical_place",
            "geometry": {"type": "Point", "coordinates": SPOT},
        }
        self.submit(phone or self.anna, "asset.place", **{**usual, **details})
        return place

    def join(self, start: str, end: str) -> str:
        connection = new_id()
        how = {"mode": "in_person", "frequency": "weekly", "strength": "steady"}
        details = {"start": start, "end": end, "how": how, "where": "no_fixed_place", "why": ["fun"]}
        self.submit(self.anna, "connection.draw", connection=connection, **details)
        return connection

    def path(self, end: str = "export.geojson") -> str:
        return f"/api/workshops/{self.workshop.id}/{end}"

    def export(self, client: TestClient) -> dict[str, Any]:
        """Return the features that a browser gets, by id."""
        answer = client.get(self.path())
        assert answer.status_code == 200, answer.text
        return {feature["id"]: feature for feature in answer.json()["features"]}

    def reader(self, role: str) -> TestClient:
        """Return the browser of somebody in a role; "author" is who placed, "other" sits beside them."""
        if role == "author":
            return self.anna
        if role == "other":
            return self.installation.joined(self.workshop)
        return self.installation.signed_in(self.installation.colleague(Role(role)), page=False)

    def projector(self) -> TestClient:
        """Return a screen that was opened by the console's link."""
        console = self.installation.as_admin().get(f"/console/{self.workshop.id}").text
        screen = self.installation.browser()
        opened = screen.get(page_context(console)["projector_link"])
        assert opened.status_code == 303
        return screen


@pytest.fixture
def room(installation: Installation) -> Room:
    return Room(installation)


@pytest.fixture
def blind_room(installation: Installation) -> Room:
    return Room(installation, placing="blind")


ROLES = ("admin", "facilitator", "researcher", "author", "other")

MAY_READ = {
    Visibility.PUBLIC: {"admin", "facilitator", "researcher", "author", "other"},
    Visibility.PARTNERS: {"admin", "facilitator", "researcher", "author", "other"},
    Visibility.ROOM: {"admin", "facilitator", "author", "other"},
    Visibility.FACILITATORS: {"admin", "facilitator", "author"},
}
KNOW_EXACTLY = {"admin", "facilitator", "author"}


def test_who_gets_a_place_and_how_exactly_for_every_role_visibility_and_precision(room: Room) -> None:
    placed = {
        room.place(visibility=visibility, precision=precision): (visibility, precision)
        for visibility in Visibility
        for precision in Precision
    }
    for role in ROLES:
        exported = room.export(room.reader(role))
        for place, (visibility, precision) in placed.items():
            assert (place in exported) == (role in MAY_READ[visibility]), (role, visibility)
            if place in exported:
                metres = 0 if role in KNOW_EXACTLY else METRES[precision]
                assert exported[place]["properties"]["precision_m"] == metres, (role, precision)
                exact = exported[place]["geometry"]["coordinates"] == SPOT
                assert exact == (metres == 0), (role, precision)


def test_what_was_placed_blind_leaves_the_room_once_it_was_shown_and_not_before(blind_room: Room) -> None:
    place = blind_room.place(visibility="public")
    readers = {role: blind_room.reader(role) for role in ROLES}
    before = {role for role, client in readers.items() if place in blind_room.export(client)}
    assert before == {"admin", "facilitator", "author"}
    blind_room.ask("places.reveal")
    after = {role for role, client in readers.items() if place in blind_room.export(client)}
    assert after == set(ROLES)


def test_nobody_is_named_or_numbered_in_any_export(room: Room) -> None:
    place = room.place()
    room.submit(room.installation.joined(room.workshop, "Bashir Khan"), "me_too.add", place=place)
    people = room.installation.as_admin().get(f"/workshops/{room.workshop.id}/people").text
    assert "Anna Ferreira" in people
    me = page_context(room.anna.get(f"/w/{room.workshop.id}").text)
    for role in ROLES:
        written = room.reader(role).get(room.path()).text
        for told in ("Anna", "Ferreira", "Bashir", me["person"], me["alias"]):
            assert told not in written, role


def test_a_projector_may_not_take_the_map_away(room: Room) -> None:
    screen = room.projector()
    assert screen.get(f"/projector/{room.workshop.id}").status_code == 200
    refused = screen.get(room.path(), params={"as": "projector"}, headers={"accept": "application/json"})
    assert refused.status_code == 403
    assert "facilitator's page" in refused.json()["message"]


def test_a_facilitator_who_asks_as_the_projector_gets_no_more_than_it(room: Room) -> None:
    client = room.reader("facilitator")
    assert client.get(room.path(), params={"as": "projector"}).status_code == 403


def test_who_has_no_business_in_a_workshop_gets_nothing(room: Room) -> None:
    installation = room.installation
    elsewhere = installation.colleague(Role.FACILITATOR, installation.new_area("Uppingham"))
    assert installation.browser(page=False).get(room.path()).status_code == 401
    assert installation.signed_in(elsewhere, page=False).get(room.path()).status_code == 403
    gone = f"/api/workshops/{new_id()}/export.geojson"
    assert installation.as_admin(page=False).get(gone).status_code == 404


# The file.


def test_the_file_is_geojson_to_checkers_that_others_wrote(room: Room) -> None:
    area = room.place(geometry={"type": "Polygon", "coordinates": CLOCKWISE})
    line = room.place(geometry={"type": "LineString", "coordinates": [SPOT, [-0.72, 52.665]]})
    connection = room.join(room.place(precision="street"), area)
    answer = room.reader("researcher").get(room.path())
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["cache-control"] == "no-store"
    assert validate_structure(answer.json(), check_crs=True) == {}
    found = validate_geometries(answer.json())
    # Seven decimals, a centimetre, are ours on purpose; the checker would rather have six.
    assert found["invalid"] == {}
    assert set(found["problematic"]) <= {"excessive_coordinate_precision"}
    exported = {feature["id"]: feature for feature in answer.json()["features"]}
    assert {area, line, connection} < set(exported)
    for feature in exported.values():
        geometry = shape(feature["geometry"])
        assert geometry.is_valid
        assert not geometry.is_empty


def test_the_checkers_do_find_what_is_wrong() -> None:
    def collection(geometry: dict[str, Any]) -> dict[str, Any]:
        feature = {"type": "Feature", "properties": {}, "geometry": geometry}
        return {"type": "FeatureCollection", "features": [feature]}

    nameless = collection({"type": "Spot", "coordinates": SPOT})
    assert validate_structure(nameless) != {}
    clockwise = collection({"type": "Polygon", "coordinates": CLOCKWISE})
    open_ring = collection({"type": "Polygon", "coordinates": [CLOCKWISE[0][:-1]]})
    bow_tie = [[-0.73, 52.66], [-0.72, 52.67], [-0.72, 52.66], [-0.73, 52.67], [-0.73, 52.66]]
    assert "exterior_not_ccw" in validate_geometries(clockwise)["invalid"]
    assert "unclosed" in validate_geometries(open_ring)["invalid"]
    assert not shape({"type": "Polygon", "coordinates": [bow_tie]}).is_valid


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": [CLOCKWISE[0][:-1]]},
        {
            "type": "Polygon",
            "coordinates": [[[-0.73, 52.66], [-0.72, 52.67], [-0.72, 52.66], [-0.73, 52.67], [-0.73, 52.66]]],
        },
        {"type": "Point", "coordinates": [200, 52.67]},
        {"type": "LineString", "coordinates": [SPOT, SPOT]},
    ],
)
def test_a_broken_shape_never_comes_into_the_map_and_so_into_no_file(
    room: Room, geometry: dict[str, Any]
) -> None:
    operation = {
        "id": new_id(),
        "kind": "asset.place",
        "payload": {"place": new_id(), "title": "Odd", "asset_kind": "physical_place", "geometry": geometry},
    }
    (answer,) = room.anna.post(room.path("operations"), json={"operations": [operation]}).json()
    assert (answer["type"], answer["reason"]) == ("refused", "bad_fields")
    assert room.export(room.reader("facilitator")) == {}


def test_what_people_wrote_is_in_the_file_as_text_and_nothing_else(room: Room) -> None:
    place = room.place(title=HOSTILE, note=HOSTILE)
    answer = room.reader("facilitator").get(room.path())
    properties = room.export(room.reader("facilitator"))[place]["properties"]
    assert (properties["title"], properties["note"]) == (HOSTILE, HOSTILE)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_file_is_named_after_the_workshop(installation: Installation) -> None:
    workshop = installation.new_workshop(title="Oakham: Where do we meet? (2)")
    answer = installation.as_admin().get(f"/api/workshops/{workshop.id}/export.geojson")
    named = 'attachment; filename="oakham-where-do-we-meet-2.geojson"'
    assert answer.headers["content-disposition"] == named


def named(title: str) -> str:
    workshop = Record("workshop", RECORD, None, Audience.EVERYONE, {"title": title})
    return file_name(Content(records=[workshop]))


@given(st.text(max_size=200))
def test_any_title_gives_a_name_that_every_system_takes(title: str) -> None:
    stem, _, ending = named(title).rpartition(".")
    assert ending == "geojson"
    assert 0 < len(stem) <= LONGEST_NAME
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert stem.strip("-") == stem


@pytest.mark.parametrize("title", ["", "../../etc/passwd\r\nX: y", "地図", HOSTILE])
def test_no_title_leads_out_of_the_folder_or_into_the_headers(title: str) -> None:
    assert "/" not in named(title)
    assert "\n" not in named(title)
    assert json.dumps(named(title)) == f'"{named(title)}"'


# What waits to be shown.


def test_a_screen_learns_how_much_waits_to_be_shown_and_nothing_of_it(blind_room: Room) -> None:
    start, end = blind_room.place(title="Kite club"), blind_room.place()
    blind_room.join(start, end)
    blind_room.place(visibility="facilitators")
    screen = blind_room.projector()
    told = screen.get(blind_room.path("held-back"), params={"as": "projector"})
    assert told.json() == {"places": 2, "connections": 1}
    assert told.headers["cache-control"] == "no-store"
    assert "Kite" not in screen.get(blind_room.path("entries"), params={"as": "projector"}).text
    blind_room.ask("places.reveal")
    told = screen.get(blind_room.path("held-back"), params={"as": "projector"})
    assert told.json() == {"places": 0, "connections": 0}


def test_only_who_is_in_the_room_learns_how_much_waits(blind_room: Room) -> None:
    assert blind_room.installation.browser(page=False).get(blind_room.path("held-back")).status_code == 401


def test_whoever_leads_reads_which_places_may_be_the_same_until_they_said_that_they_are_not(
    room: Room,
) -> None:
    one, other = room.place(title="Fern Hall"), room.place(title="The Fern Hall")
    room.place(title="Mill Pond")
    path = room.path("duplicates?as=leading")
    admin = room.installation.as_admin()
    [pair] = admin.get(path).json()
    assert (pair["one"], pair["other"], pair["metres"]) == (one, other, 0)
    room.ask("places.keep_apart", one=one, other=other)
    assert admin.get(path).json() == []


@pytest.mark.parametrize("role", ["researcher", "author", "other"])
def test_nobody_else_is_told_of_duplicates(room: Room, role: str) -> None:
    answer = room.reader(role).get(room.path("duplicates"))
    assert answer.status_code == 403


def test_those_who_lead_are_told_what_anybody_took_off_by_whom_and_when(room: Room) -> None:
    admin = room.reader("admin")
    mine, theirs = room.place(title="Hall"), room.place(title="Mill")
    line = room.join(mine, room.place(title="Park"))
    room.submit(room.anna, "connection.remove", connection=line)
    room.submit(room.anna, "place.remove", place=mine)
    room.ask("place.remove", place=theirs)
    told = admin.get(room.path("removed")).json()
    assert [(each["id"], each["kind"], each["titles"]) for each in told] == [
        (theirs, "place", ["Mill"]),
        (mine, "place", ["Hall"]),
    ]
    assert told[0]["by"] is None
    assert len(told[1]["by"].split()) == 2, "a colour and an animal"
    assert datetime.fromisoformat(told[0]["at"]) >= datetime.fromisoformat(told[1]["at"])
    room.ask("place.restore", place=mine)
    restored = admin.get(room.path("removed")).json()
    assert [(each["kind"], each["titles"]) for each in restored] == [
        ("place", ["Mill"]),
        ("connection", ["Hall", "Park"]),
    ]


@pytest.mark.parametrize("role", ["researcher", "author", "other"])
def test_nobody_else_is_told_what_was_taken_off(room: Room, role: str) -> None:
    assert room.reader(role).get(room.path("removed")).status_code == 403


def test_a_map_says_what_kinds_were_called_and_what_they_are_called_now(installation: Installation) -> None:
    area = installation.area
    address = "https://example.org/glossary/ferndale/"
    glossary = Glossary("g", area.programme, area.id, "ferndale", address, "en")
    clubs = concept("association", label={"en": "Clubs"})
    first = next_release(None, SCHEME, [clubs], [], START.date())
    installation.do(glossaries.add_glossary, glossary, START)
    installation.do(glossaries.add_release, glossary.id, first, START)
    desk = installation.as_admin()
    made = desk.post(
        f"/areas/{area.id}/workshops", data={"title": "With words", "placing": "open"}, follow_redirects=False
    )
    workshop = installation.listed(made.headers["location"].rpartition("/")[2])
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.move_to_stage", stage="places")
    point = {"type": "Point", "coordinates": [-0.5, 52.5]}
    installation.ask(
        workshop, "asset.place", place=new_id(), title="Choir", asset_kind="association", geometry=point
    )
    renamed = next_release(first, SCHEME, [replace(clubs, label={"en": "Groups"})], [], START.date())
    installation.do(glossaries.add_release, glossary.id, renamed, START)

    def kinds(query: str) -> list[tuple[str, str]]:
        found = desk.get(f"/api/workshops/{workshop.id}/export.geojson{query}").json()["features"]
        return [
            (each["properties"]["asset_kind_label"], each["properties"]["glossary_version"]) for each in found
        ]

    assert kinds("") == [("Clubs", "1.0.0")]
    assert kinds("?labels=now") == [("Groups", "1.0.0")]
