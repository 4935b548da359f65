"""From an empty installation to a workshop, in the browser."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import expect

from tests.support.basemaps import AREA
from tests.support.osm_scene import village
from tests.support.overpass_stand_in import StandIn, answer, standing_in
from tests.support.room.newcomer import Newcomer
from tests.support.room.stage import Stage
from tests.support.running_kithmap import RunningKithmap

pytestmark = pytest.mark.browser


@pytest.fixture
def map_server() -> Iterator[StandIn]:
    other = village().point((1, -3), shop="butcher", name="Lamb & Son")
    with standing_in(answer(200, other.text())) as server:
        yield server


def test_an_empty_installation_becomes_a_workshop(
    stage: Stage, built_pages: None, tmp_path: Path, map_server: StandIn
) -> None:
    boundary = tmp_path / "boundary.geojson"
    boundary.write_text(json.dumps(shapely.geometry.mapping(AREA)), encoding="utf-8")
    streets = village().write(tmp_path / "village.osm")
    environment = {"KITHMAP_OVERPASS_SERVER": map_server.address}
    with (
        RunningKithmap(tmp_path / "kithmap", environment=environment) as kithmap,
        Newcomer(stage.browser, kithmap) as newcomer,
    ):
        page = newcomer.page
        page.goto(kithmap.sign_in_path)
        page.get_by_role("button", name="Sign me in").click()
        page.get_by_label("Name of the programme").fill("Seven places")
        page.get_by_role("button", name="Begin the programme").click()

        page.get_by_role("link", name="Add an area").click()
        page.get_by_label("What do people call it?").fill("Brook End")
        page.get_by_label("Its boundary, as a GeoJSON file").set_input_files(boundary)
        page.get_by_role("button", name="Make the area").click()
        expect(page.get_by_role("heading", name="Brook End")).to_be_visible()
        expect(page.get_by_text("There is no basemap yet")).to_be_visible()

        page.get_by_label("Or from a file").set_input_files(streets)
        page.get_by_role("button", name="Send the file").click()
        shown = page.get_by_role("img", name="Map of Brook End")
        expect(shown).to_be_visible()
        expect(page.get_by_text("© OpenStreetMap contributors")).to_be_visible()
        first = shown.get_attribute("src")

        page.get_by_text("Build it anew").click()
        page.get_by_role("button", name="Fetch from OpenStreetMap").click()
        expect(shown).not_to_have_attribute("src", first or "")
        assert len(map_server.asked) == 1

        page.get_by_role("link", name="New workshop").click()
        page.get_by_label("What is it called?").fill("The first evening")
        page.get_by_role("button", name="Make the workshop").click()
        expect(page.get_by_role("heading", name="The first evening")).to_be_attached()
        assert newcomer.faults() == []
