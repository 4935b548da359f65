"""Workshops of a wave in which people mapped something, each through the rooms' own operations and with a seat of their own."""

from dataclasses import dataclass, field
from typing import Any

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.programme import actions as programmes
from kithmap.programme.model import Wave
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.workshop import store as workshops
from kithmap.workshop.joining import Listed, Seat
from tests.support.installation import Installation


def point(lon: float, lat: float) -> dict[str, Any]:
    """Return GeoJSON of a position."""
    return {"type": "Point", "coordinates": [lon, lat]}


def new_wave(installation: Installation, name: str = "Baseline") -> Wave:
    """Return a wave of the installation's programme."""
    wave = Wave("", name, None, None)
    return installation.do(programmes.add_wave, installation.programme.id, wave, installation.clock())


@dataclass
class MappedEvening:
    """A workshop whose people map.

    Attributes:
        installation: where it is held.
        workshop: which.
        people: who takes part, in the order in which they came.
    """

    installation: Installation
    workshop: Listed
    people: list[Seat] = field(default_factory=list)

    @classmethod
    def begun(
        cls, installation: Installation, wave: Wave, *, people: int = 2, quote: bool = True, **more: Any
    ) -> "MappedEvening":
        """Begin a workshop in a wave, to which some people come."""
        title, blind = more.get("title", "First"), more.get("placing", "open")
        answer = installation.as_admin().post(
            f"/areas/{installation.area.id}/workshops",
            data={"title": title, "placing": blind, "wave": wave.id},
        )
        assert answer.status_code == 303, answer.text
        evening = cls(installation, installation.listed(answer.headers["location"].rpartition("/")[2]))
        evening.lead("workshop.open")
        evening.lead("workshop.move_to_stage", stage="places")
        for _ in range(people):
            evening.come(quote=quote)
        return evening

    def come(self, *, quote: bool = True, keep: bool = True) -> Seat:
        """Let somebody join, by a phone."""
        client = self.installation.browser()
        agreed = (
            {"take_part": "true"} | ({"quote": "true"} if quote else {}) | ({"keep": "true"} if keep else {})
        )
        answer = client.post(self.installation.ticket(self.workshop, client), data={**agreed, "name": ""})
        assert answer.status_code == 303, answer.text
        known = {each.person for each in self.people}
        seats = self.installation.do(workshops.seats, self.workshop.id)
        (seat,) = [each for each in seats if each.person not in known]
        self.people.append(seat)
        return seat

    def lead(self, kind: str, **payload: Any) -> None:
        """Do something as the one who leads."""
        self.ask(Viewer(self.installation.admin.id, Role.ADMIN), kind, payload)

    def ask(self, viewer: Viewer, kind: str, payload: dict[str, Any]) -> None:
        """Do something in the room."""
        operation = SubmittedOperation(id=new_id(), kind=kind, payload=payload)
        submit, portal = Submit(type="submit", operations=[operation]), self.installation.main.portal
        assert portal is not None
        (answer,) = portal.call(self.installation.services.rooms.ask, self.workshop.id, viewer, submit)
        assert not isinstance(answer, RefusedMessage), answer

    def by(self, seat: int, kind: str, **payload: Any) -> None:
        """Do something as one of the people."""
        self.ask(Viewer(self.people[seat].person, Role.PARTICIPANT), kind, payload)

    def asset(self, title: str, lon: float, lat: float, *, seat: int = 0, **more: Any) -> str:
        """Place an asset; return its id."""
        place = new_id()
        given = {
            "asset_kind": "physical_place",
            "title": title,
            "geometry": point(lon, lat),
            "visibility": "public",
        }
        self.by(seat, "asset.place", place=place, **{**given, **more})
        return place

    def meeting(self, title: str, lon: float, lat: float, *, seat: int = 0, **more: Any) -> str:
        """Place a meeting place; return its id."""
        place = new_id()
        given = {"title": title, "geometry": point(lon, lat), "visibility": "public"}
        self.by(seat, "meeting_place.place", place=place, **{**given, **more})
        return place

    def connect(self, start: str, end: str, *, seat: int = 0, **more: Any) -> str:
        """Draw a connection; return its id."""
        connection = new_id()
        how = {"mode": "in_person", "frequency": "weekly", "strength": "strong"}
        given = {"how": how, "where": "no_fixed_place", "why": ["fun"], "result": {"outcome": "learned"}}
        self.by(seat, "connection.draw", connection=connection, start=start, end=end, **{**given, **more})
        return connection

    def close(self) -> None:
        """End the workshop."""
        self.lead("workshop.close")
