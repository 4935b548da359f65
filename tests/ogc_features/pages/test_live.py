from dataclasses import dataclass
from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.ogc_features.pages.live import LiveMaps
from kithmap.people import actions as people
from kithmap.programme import actions as programmes
from kithmap.programme.model import Wave
from kithmap.workshop.joining import Listed
from tests.support.installation import Installation

SPOT = {"type": "Point", "coordinates": [-0.7291, 52.6708]}
LIVE = "/ogc/collections/oakham-baseline.live.assets"


@dataclass
class Evening:
    """A workshop of a wave that goes on."""

    installation: Installation
    workshop: Listed

    def place(self, title: str, **more: Any) -> str:
        """Put a public place on the map, exactly where it is; return its id."""
        place = new_id()
        usual = {
            "asset_kind": "physical_place",
            "visibility": "public",
            "precision": "exact",
            "geometry": SPOT,
        }
        self.installation.ask(self.workshop, "asset.place", place=place, title=title, **{**usual, **more})
        return place

    def titles(self, reader: Any) -> list[str]:
        """Return what a reader finds on the map as it stands."""
        answer = reader.get(f"{LIVE}/items")
        assert answer.status_code == 200, answer.text
        return sorted(each["properties"]["title"] for each in answer.json()["features"])


@pytest.fixture
def evening(installation: Installation) -> Evening:
    clock = installation.clock
    wave = installation.do(programmes.add_wave, installation.programme.id, Wave("", "Baseline"), clock())
    path = f"/areas/{installation.area.id}/workshops"
    answer = installation.as_admin().post(path, data={"title": "Now", "wave": wave.id, "placing": "open"})
    workshop = installation.listed(answer.headers["location"].rpartition("/")[2])
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.move_to_stage", stage="places")
    return Evening(installation, workshop)


def researcher(installation: Installation) -> Any:
    return installation.signed_in(installation.colleague(Role.RESEARCHER), page=False)


def test_a_partner_reads_the_map_as_it_stands(evening: Evening) -> None:
    reader = researcher(evening.installation)
    assert evening.titles(reader) == []
    evening.place("Fern Hall")
    assert evening.titles(reader) == ["Fern Hall"]
    place = evening.place("Mill Pond")
    assert evening.titles(reader) == ["Fern Hall", "Mill Pond"]
    evening.installation.ask(evening.workshop, "place.remove", place=place)
    assert evening.titles(reader) == ["Fern Hall"]


def test_the_list_has_it_for_partners_alone(evening: Evening) -> None:
    evening.place("Fern Hall")
    installation = evening.installation
    listed = researcher(installation).get("/ogc/collections").json()["collections"]
    assert "oakham-baseline.live.assets" in [each["id"] for each in listed]
    assert installation.browser(page=False).get("/ogc/collections").json()["collections"] == []
    assert researcher(installation).get("/ogc/api").status_code == 200
    assert researcher(installation).get(f"{LIVE}/queryables").status_code == 200


def test_nobody_else_reads_it(evening: Evening) -> None:
    evening.place("Fern Hall")
    installation = evening.installation
    partner = researcher(installation)
    assert evening.titles(partner) == ["Fern Hall"]
    assert installation.browser(page=False).get(f"{LIVE}/items").status_code == 401
    elsewhere = installation.new_area("Elsewhere")
    stranger = installation.colleague(Role.RESEARCHER, elsewhere)
    # Though it was found for others a moment ago.
    assert installation.signed_in(stranger, page=False).get(f"{LIVE}/items").status_code == 404


def test_who_loses_their_role_reads_it_no_more(evening: Evening) -> None:
    installation = evening.installation
    rex = installation.colleague(Role.RESEARCHER)
    reader = installation.signed_in(rex, page=False)
    evening.place("Fern Hall")
    assert evening.titles(reader) == ["Fern Hall"]
    installation.do(people.change_roles, installation.admin, rex.id, {})
    assert reader.get(f"{LIVE}/items").status_code == 404


def test_it_shows_what_partners_may_see_where_they_may_see_it(evening: Evening) -> None:
    evening.place("For all")
    evening.place("For partners", visibility="partners", precision="100m")
    evening.place("For the room", visibility="room")
    reader = researcher(evening.installation)
    assert evening.titles(reader) == ["For all", "For partners"]
    found = {
        each["properties"]["title"]: each["geometry"]
        for each in reader.get(f"{LIVE}/items").json()["features"]
    }
    assert found["For all"] == SPOT
    assert found["For partners"] != SPOT
    again = reader.get(f"{LIVE}/items?limit=10").json()["features"]
    assert found["For partners"] in [each["geometry"] for each in again]


def test_a_wave_or_layer_without_anything_is_not_found(evening: Evening) -> None:
    reader = researcher(evening.installation)
    for name in ("oakham-baseline.live.statistical_areas", "oakham-next.live.assets", "nowhere.live.assets"):
        assert reader.get(f"/ogc/collections/{name}").status_code == 404


def test_it_is_built_anew_only_when_something_is_another(evening: Evening) -> None:
    reader = researcher(evening.installation)
    maps: LiveMaps = evening.installation.app.state.live_maps
    evening.titles(reader)
    first = maps.kept.get(f"{evening.installation.area.id} {evening.workshop.wave}")
    evening.titles(reader)
    assert maps.kept.get(f"{evening.installation.area.id} {evening.workshop.wave}") is first
    evening.place("Fern Hall")
    evening.titles(reader)
    assert maps.kept.get(f"{evening.installation.area.id} {evening.workshop.wave}") is not first


def test_nobody_keeps_it(evening: Evening) -> None:
    evening.place("Fern Hall")
    answer = researcher(evening.installation).get(f"{LIVE}/items")
    assert answer.headers["cache-control"] == "private, no-store"
    assert "access-control-allow-origin" not in answer.headers
