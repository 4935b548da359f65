"""A real English town, and two evenings in it: its boundary, ground and places come from OpenStreetMap, its people are invented.

OpenStreetMap data is © OpenStreetMap contributors, under the Open Database Licence; it lies beside the checkout and is read, never
copied into the project.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import osmium
import shapely

from kithmap.basics.ids import new_id
from tests.support.desk import Desk, Workshop

NAME = "Oakham"
FIRST, SECOND = "Oakham: what holds us together?", "Oakham: what did we miss?"

KINDS = {
    "place_of_worship": "institution",
    "hospital": "institution",
    "doctors": "institution",
    "social_club": "association",
    "charity": "exchange",
    "books": "exchange",
    "bicycle": "exchange",
    "post_office": "exchange",
    "bird_hide": "story_or_culture",
}
"""What people of the first evening take from the map's words, by OpenStreetMap's value of amenity, shop or leisure."""

MEETING = {"pub", "cafe", "bar", "laundry", "hairdresser"}
"""Where they meet."""

PRECISIONS = ("exact", "exact", "100m", "street", "neighbourhood")
VISIBILITIES = ("public", "public", "public", "partners", "room")


@dataclass(frozen=True)
class Known:
    """A place that the map knows.

    Attributes:
        name: as it is written there.
        what: OpenStreetMap's value of amenity, shop or leisure.
        position: longitude and latitude.
    """

    name: str
    what: str
    position: tuple[float, float]


@dataclass
class Person:
    """Somebody with a phone, asking as its page would over plain HTTP."""

    client: httpx.Client
    workshop: Workshop

    def ask(self, kind: str, **payload: Any) -> None:
        """Submit an operation, which is not refused."""
        operation = {"id": new_id(), "kind": kind, "payload": payload}
        answer = self.client.post(
            f"/api/workshops/{self.workshop.id}/operations", json={"operations": [operation]}
        )
        answer.raise_for_status()
        assert "refused" not in {each["type"] for each in answer.json()}, answer.text


@dataclass
class Oakham:
    """The town as an area of a running programme.

    Attributes:
        desk: of whoever runs the programme.
        source: the county's map.
        area: the area's id, once it is begun.
        placed: what stands on the map by id: title, position, precision and visibility, as its author gave them.
    """

    desk: Desk
    source: Path
    area: str = ""
    placed: dict[str, dict[str, Any]] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a programme with the town and its ground."""
        self.desk.programme = self.desk.send("/programmes", {"title": "Seven areas"}).rpartition("/")[2]
        boundary = json.dumps(shapely.geometry.mapping(boundary_of(self.source)))
        form = {"name": NAME, "drawn": boundary}
        self.area = self.desk.send(f"/programmes/{self.desk.programme}/areas", form).rpartition("/")[2]
        self.desk.area = self.area
        self.desk.add_partner("Voluntary Action Oakham")
        self.desk.plan_wave("Baseline")
        with self.source.open("rb") as file:
            self.desk.send(f"/areas/{self.area}/basemap", files={"file": ("rutland.osm.pbf", file)})
        self.desk.await_basemap()

    def hold(self, title: str, places: list[Known], wave: str) -> Workshop:
        """Hold an evening: eight people join, place, connect, and it closes."""
        where = self.desk.send(
            f"/areas/{self.area}/workshops", {"title": title, "placing": "blind", "wave": wave}
        )
        workshop = self.desk.workshop(where, title)
        self.desk.ask(workshop, "workshop.open")
        self.desk.ask(workshop, "workshop.move_to_stage", stage="places")
        with self.people(workshop) as people:
            mapped = [self._place(people[turn % len(people)], each, turn) for turn, each in enumerate(places)]
            self.desk.ask(workshop, "places.reveal")
            self.desk.ask(workshop, "workshop.move_to_stage", stage="connections")
            for turn, (start, end) in enumerate(pairwise(mapped)):
                self._connect(people[turn % len(people)], start, end, turn)
                self._agree(people[(turn + 1) % len(people)], start)
        self.desk.ask(workshop, "workshop.close")
        return workshop

    def people(self, workshop: Workshop) -> "Joined":
        """Let eight people join by the code."""
        return Joined(self.desk.kithmap.port, workshop)

    def _place(self, person: Person, known: Known, turn: int) -> str:
        place = new_id()
        fields = {
            "title": known.name[:80],
            "precision": PRECISIONS[turn % len(PRECISIONS)],
            "visibility": VISIBILITIES[(turn // 3) % len(VISIBILITIES)],
        }
        geometry = {"type": "Point", "coordinates": list(known.position)}
        if known.what in MEETING:
            meeting = {
                "who": "whoever comes by",
                "how_often": "weekly",
                "how_many": "up_to_10",
                "open_to": "everyone",
            }
            person.ask("meeting_place.place", place=place, geometry=geometry, meeting=meeting, **fields)
        else:
            person.ask("asset.place", place=place, geometry=geometry, asset_kind=KINDS[known.what], **fields)
        self.placed[place] = {**fields, "position": known.position}
        return place

    @staticmethod
    def _connect(person: Person, start: str, end: str, turn: int) -> None:
        person.ask(
            "connection.draw",
            connection=new_id(),
            start=start,
            end=end,
            directed=turn % 2 == 0,
            how={"mode": "in_person", "frequency": "weekly", "strength": "steady"},
            where="no_fixed_place",
            why=["support", "fun"],
            result={"outcome": "new_friendship", "words": "We met there."},
        )

    @staticmethod
    def _agree(person: Person, place: str) -> None:
        operation = {"id": new_id(), "kind": "me_too.add", "payload": {"place": place}}
        # Nobody marks their own place: then it is refused, which is as well.
        person.client.post(
            f"/api/workshops/{person.workshop.id}/operations", json={"operations": [operation]}
        ).raise_for_status()


@dataclass
class Joined:
    """Eight people in a workshop, each with a phone of their own; a context."""

    port: int
    workshop: Workshop
    clients: list[httpx.Client] = field(default_factory=list)

    def __enter__(self) -> list[Person]:
        """Let them come in; half of them may be quoted."""
        for turn in range(8):
            client = httpx.Client(
                base_url=f"http://127.0.0.1:{self.port}", timeout=60, headers={"accept": "text/html"}
            )
            self.clients.append(client)
            ticket = client.post("/join", data={"code": self.workshop.code}).headers["location"]
            agreed = {"take_part": "true", "keep": "true", **({"quote": "true"} if turn % 2 else {})}
            answer = client.post(ticket, data={**agreed, "name": f"Person {turn}"})
            assert answer.status_code == httpx.codes.SEE_OTHER, answer.text
        return [Person(client, self.workshop) for client in self.clients]

    def __exit__(self, *_: object) -> None:
        """Let them go home."""
        for client in self.clients:
            client.close()


@lru_cache
def boundary_of(source: Path) -> shapely.Polygon:
    """Return the town's boundary as the county's map has it."""
    writer = osmium.geom.GeoJSONFactory()
    for area in osmium.FileProcessor(str(source)).with_areas():
        if not (isinstance(area, osmium.osm.Area) and area.tags.get("name") == NAME):
            continue
        if area.tags.get("boundary") == "administrative":
            shape = shapely.geometry.shape(json.loads(writer.create_multipolygon(area)))
            assert isinstance(shape, shapely.MultiPolygon)
            return shape.geoms[0]
    raise LookupError("the map has no such boundary")


@lru_cache
def known_places(source: Path) -> tuple[Known, ...]:
    """Return the town's places that residents would think of, in the order of their names."""
    boundary = boundary_of(source)
    found = {each.name: each for each in _named(source) if boundary.contains(shapely.Point(each.position))}
    return tuple(found[name] for name in sorted(found))


def _named(source: Path) -> Iterator[Known]:
    for node in osmium.FileProcessor(str(source), osmium.osm.NODE):
        assert isinstance(node, osmium.osm.Node)
        what = _what({tag.k: tag.v for tag in node.tags})
        name = node.tags.get("name")
        if name and what in KINDS.keys() | MEETING:
            yield Known(name, what, (round(node.location.lon, 7), round(node.location.lat, 7)))


def _what(tags: Mapping[str, str]) -> str:
    return tags.get("amenity") or tags.get("shop") or tags.get("leisure") or ""
