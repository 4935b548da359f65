from dataclasses import replace
from pathlib import Path

import pyogrio

from kithmap.layer_formats.flatgeobuf import write_flatgeobuf
from kithmap.layers.model import Edition, Layer, LayerName
from tests.support.layers import HALL, HEADER, RELEASE


def test_a_file_says_what_it_is_and_where_its_positions_are(tmp_path: Path) -> None:
    write_flatgeobuf(HEADER, Edition.PUBLIC, RELEASE.layers[0], tmp_path / "assets.fgb")
    said = pyogrio.read_info(tmp_path / "assets.fgb")
    assert said["crs"] == "EPSG:4326"
    assert said["features"] == 2
    assert said["layer_metadata"]["licence"] == HEADER.licence.address
    assert said["layer_metadata"]["TITLE"] == "Assets: Oakham, Baseline: community map, version 1.0.0"
    # A part of it can be read alone.
    assert said["capabilities"]["fast_spatial_filter"]


def test_a_layer_without_features_is_a_file_too(tmp_path: Path) -> None:
    write_flatgeobuf(HEADER, Edition.PUBLIC, Layer(LayerName.MEETING_PLACES, ()), tmp_path / "none.fgb")
    assert pyogrio.read_info(tmp_path / "none.fgb", force_feature_count=True)["features"] == 0


def test_what_is_nowhere_is_kept(tmp_path: Path) -> None:
    nowhere = replace(HALL, id="nowhere", geometry=None)
    write_flatgeobuf(HEADER, Edition.PUBLIC, Layer(LayerName.ASSETS, (HALL, nowhere)), tmp_path / "a.fgb")
    frame = pyogrio.read_dataframe(tmp_path / "a.fgb")
    assert dict(zip(frame["id"], frame.geometry.isna(), strict=True)) == {"a-hall": False, "nowhere": True}
