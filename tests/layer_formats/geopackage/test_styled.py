import sqlite3
from xml.etree import ElementTree as ET


def test_each_layer_has_one_style_that_is_taken_unasked(file: sqlite3.Connection) -> None:
    rows = file.execute(
        "SELECT f_table_name, styleName FROM layer_styles WHERE useAsDefault ORDER BY id"
    ).fetchall()
    assert rows == [
        ("assets", "assets points"),
        ("meeting_places", "meeting_places points"),
        ("connections", "connections lines"),
        ("boundary", "boundary outlines"),
    ]


def test_styles_name_the_column_of_geometry_and_are_well_formed(file: sqlite3.Connection) -> None:
    rows = file.execute("SELECT f_geometry_column, styleQML, styleSLD FROM layer_styles").fetchall()
    assert len(rows) == 8
    for column, qml, sld in rows:
        assert column == "geom"
        assert ET.fromstring(qml).tag == "qgis"
        assert ET.fromstring(sld).tag == "{http://www.opengis.net/sld}StyledLayerDescriptor"


def test_names_of_styles_fit_into_the_table_of_qgis(file: sqlite3.Connection) -> None:
    assert all(len(name) <= 30 for (name,) in file.execute("SELECT styleName FROM layer_styles"))
