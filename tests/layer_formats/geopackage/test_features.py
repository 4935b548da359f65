import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyogrio

from kithmap.layer_formats.geopackage.features import write_layers
from kithmap.layers.model import Layer, LayerName
from tests.support.layers import HALL, RELEASE

DUBLIN = {"type": "Point", "coordinates": [-9.9, 53.3]}


def test_layers_stand_in_their_order_each_with_an_index_of_places(tmp_path: Path) -> None:
    told: list[float] = []
    write_layers(RELEASE, tmp_path / "a.gpkg", british=False, progress=told.append)
    assert sorted(pyogrio.list_layers(tmp_path / "a.gpkg")[:, 0]) == sorted(
        layer.name for layer in RELEASE.layers
    )
    assert told == [0.2, 0.4, 0.6, 0.8, 1.0]
    with closing(sqlite3.connect(tmp_path / "a.gpkg")) as file:
        assert file.execute("SELECT count(*) FROM rtree_assets_geom").fetchone() == (2,)
        types = dict(file.execute("SELECT name, type FROM pragma_table_info('assets')"))
    assert (types["mapped_on"], types["outside_area"], types["lon"]) == ("DATE", "BOOLEAN", "REAL")


def test_it_states_its_coordinate_reference_system(tmp_path: Path) -> None:
    for british, crs in ((False, "EPSG:4326"), (True, "EPSG:27700")):
        path = tmp_path / f"{british}.gpkg"
        write_layers(RELEASE, path, british=british, progress=lambda _: None)
        assert pyogrio.read_info(path, layer="assets")["crs"] == crs


def test_what_lies_off_the_grid_has_no_shape_there_and_keeps_its_columns(tmp_path: Path) -> None:
    layers = (Layer(LayerName.ASSETS, (replace(HALL, geometry=DUBLIN),)),)
    write_layers(replace(RELEASE, layers=layers), tmp_path / "a.gpkg", british=True, progress=lambda _: None)
    frame = pyogrio.read_dataframe(tmp_path / "a.gpkg")
    assert frame.geometry.tolist() == [None]
    assert frame["title"].tolist() == ["Victoria Hall"]


def test_a_layer_without_features_is_there(tmp_path: Path) -> None:
    layers = (Layer(LayerName.ASSETS, ()), Layer(LayerName.CONNECTION_TABLE, ()))
    write_layers(replace(RELEASE, layers=layers), tmp_path / "a.gpkg", british=False, progress=lambda _: None)
    assert [len(pyogrio.read_dataframe(tmp_path / "a.gpkg", layer=layer.name)) for layer in layers] == [0, 0]
