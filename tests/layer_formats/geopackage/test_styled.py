import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kithmap.layer_formats.geopackage.whole import write_geopackage
from kithmap.layers.model import Json, Layer, LayerName
from tests.support.layers import HALL, LINE, PARK, POINT, RELEASE


def test_each_layer_has_one_style_that_is_taken_unasked(file: sqlite3.Connection) -> None:
    rows = file.execute(
        "SELECT f_table_name, styleName FROM layer_styles WHERE useAsDefault ORDER BY id"
    ).fetchall()
    assert rows == [
        ("assets", "assets all shapes"),
        ("meeting_places", "meeting_places lines"),
        ("connections", "connections lines"),
        ("boundary", "boundary outlines"),
    ]


@pytest.mark.parametrize(
    ("geometries", "name"),
    [
        ([], "assets points"),
        ([POINT], "assets points"),
        ([LINE, LINE], "assets lines"),
        ([None, PARK], "assets outlines"),
        ([PARK, POINT], "assets all shapes"),
        ([LINE, POINT, PARK], "assets all shapes"),
    ],
)
def test_the_style_that_is_taken_draws_whatever_the_layer_holds(
    tmp_path: Path, geometries: list[Json | None], name: str
) -> None:
    features = tuple(replace(HALL, id=f"{at}", geometry=each) for at, each in enumerate(geometries))
    release = replace(RELEASE, layers=(Layer(LayerName.ASSETS, features),))
    write_geopackage(release, tmp_path / "oakham.gpkg", british=False, progress=lambda _: None)
    with closing(sqlite3.connect(tmp_path / "oakham.gpkg")) as file:
        rows = file.execute("SELECT styleName FROM layer_styles WHERE useAsDefault").fetchall()
    assert rows == [(name,)]


def test_styles_name_the_column_of_geometry_and_are_well_formed(file: sqlite3.Connection) -> None:
    rows = file.execute("SELECT f_geometry_column, styleQML, styleSLD FROM layer_styles").fetchall()
    assert len(rows) == 9
    for column, qml, sld in rows:
        assert column == "geom"
        assert ET.fromstring(qml).tag == "qgis"
        assert ET.fromstring(sld).tag == "{http://www.opengis.net/sld}StyledLayerDescriptor"


def test_names_of_styles_fit_into_the_table_of_qgis(file: sqlite3.Connection) -> None:
    assert all(len(name) <= 30 for (name,) in file.execute("SELECT styleName FROM layer_styles"))
