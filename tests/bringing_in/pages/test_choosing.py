from html import unescape
from pathlib import Path

import geopandas
import pytest
from shapely import Point

from kithmap.bringing_in.model import MOST_MEGABYTES
from tests.bringing_in.desk import TABLE, Desk, form_in
from tests.bringing_in.test_geojson import collection, feature
from tests.support.installation import HOSTILE, Installation


@pytest.fixture
def desk(installation: Installation) -> Desk:
    return Desk(installation)


def test_a_file_is_looked_at_and_changes_nothing(desk: Desk) -> None:
    answer = desk.look_at(TABLE)
    assert answer.status_code == 200
    assert "places.csv</bdi> holds 5 places" in answer.text
    assert desk.places() == []


def test_what_is_probably_meant_is_filled_in(desk: Desk) -> None:
    form = form_in(desk.look_at(TABLE).text)
    assert [form.value(name) for name in ("title", "kind", "y", "x", "note")] == ["0", "1", "2", "3", "4"]
    assert (form.value("where"), form.value("coordinates")) == ("numbers", "degrees")


def test_without_a_file_one_is_asked_for(desk: Desk) -> None:
    answer = desk.browser.post(desk.path)
    assert answer.status_code == 422
    assert "Please choose a file first." in answer.text


def test_a_file_that_cannot_be_read_is_told_of_and_another_can_be_chosen(desk: Desk) -> None:
    answer = desk.look_at(b"\x00\x00\x27\x0a" + b"\x00" * 100, "parks.shp")
    assert answer.status_code == 422
    assert "This is a part of a Shapefile." in answer.text
    assert 'type="file"' in answer.text


def test_a_file_that_is_too_large_is_refused(desk: Desk) -> None:
    answer = desk.look_at(b"x" * (MOST_MEGABYTES * 1_000_000 + 1))
    assert answer.status_code == 413


def test_a_file_in_which_nothing_can_be_used_says_why(desk: Desk) -> None:
    answer = desk.look_at(collection(feature(None)), "empty.geojson")
    assert answer.status_code == 422
    assert "It has no place on the map." in answer.text


def test_what_a_file_says_is_shown_as_words(desk: Desk) -> None:
    page = desk.look_at(collection(feature(**{HOSTILE: HOSTILE})), f"{HOSTILE}.geojson").text
    assert "<script>alert" not in page
    assert "7*7" in page
    assert HOSTILE in unescape(page)


def test_of_several_layers_one_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "layers.gpkg"
    for name, count in (("parks", 2), ("clubs", 1)):
        frame = geopandas.GeoDataFrame(
            {"name": [name] * count}, geometry=[Point(-0.73, 52.67)] * count, crs=4326
        )
        frame.to_file(path, layer=name, driver="GPKG")
    answer = desk.look_at(path.read_bytes(), "layers.gpkg")
    assert "Which layer of the file?" in answer.text
    form = form_in(answer.text)
    chosen = desk.send(form.set(layer="1"))
    assert "holds 1 place." in chosen.text
    assert form_in(chosen.text).value("batch") == form.value("batch")
    for wish in ("7", "", "x"):
        refused = desk.send(form.set(layer=wish))
        assert refused.status_code == 422
        assert "Please choose one of the layers" in refused.text
