import json
import sqlite3
from pathlib import Path

import pyogrio

from kithmap.layers.model import LayerName
from kithmap.layers.schema import CRS84, SCHEMAS, Type
from tests.support.layers import HEADER, RELEASE


def test_the_release_tells_of_itself_in_the_standard_s_way_and_as_a_plain_table(
    file: sqlite3.Connection,
) -> None:
    standard, media, text = file.execute(
        "SELECT md_standard_uri, mime_type, metadata FROM gpkg_metadata"
    ).fetchone()
    assert (standard, media) == ("https://schema.org/Dataset", "application/ld+json")
    assert json.loads(text)["license"] == HEADER.licence.address
    plain = dict(file.execute("SELECT name, value FROM release"))
    assert plain["version"] == "1.0.0"
    assert plain["coordinate_reference_system"] == CRS84
    assert plain["attribution"] == HEADER.attribution


def test_gdal_reads_what_the_release_tells(written: Path) -> None:
    said = pyogrio.read_info(written, layer="assets")["dataset_metadata"]
    assert json.loads(said["GPKG_METADATA_ITEM_1"])["version"] == "1.0.0"


def test_every_column_is_explained(file: sqlite3.Connection) -> None:
    described = set(
        file.execute("SELECT table_name, column_name FROM gpkg_data_columns WHERE description != ''")
    )
    for layer in RELEASE.layers:
        assert {(layer.name.value, column.name) for column in SCHEMAS[layer.name].columns} <= described


def test_codes_are_listed_with_what_they_mean(file: sqlite3.Connection) -> None:
    values = dict(
        file.execute(
            "SELECT value, description FROM gpkg_data_column_constraints WHERE constraint_name = 'precision' "
            "AND constraint_type = 'enum'"
        )
    )
    assert values["exact"] == "where it is"
    bound = {name for (name,) in file.execute("SELECT constraint_name FROM gpkg_data_columns") if name}
    assert bound == {
        name for (name,) in file.execute("SELECT constraint_name FROM gpkg_data_column_constraints")
    }
    assert "why" not in bound


def test_columns_of_codes_of_one_name_have_the_same_values_in_every_layer() -> None:
    seen: dict[str, object] = {}
    for name in LayerName:
        for column in SCHEMAS[name].columns:
            if column.type is Type.CODE and column.values:
                assert seen.setdefault(column.name, column.values) == column.values


def test_the_dictionary_has_a_row_for_each_column_and_each_of_its_values(file: sqlite3.Connection) -> None:
    rows = file.execute(
        "SELECT value, value_meaning FROM data_dictionary WHERE layer = 'assets' AND \"column\" = 'precision' ORDER BY fid"
    ).fetchall()
    assert [value for value, _ in rows] == ["", "exact", "100m", "street", "neighbourhood"]


def test_extensions_are_made_known(file: sqlite3.Connection) -> None:
    known = {table for (table,) in file.execute("SELECT table_name FROM gpkg_extensions")}
    assert {
        "gpkg_metadata",
        "gpkg_metadata_reference",
        "gpkg_data_columns",
        "gpkg_data_column_constraints",
    } < known
    listed = {
        table
        for (table,) in file.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'attributes'")
    }
    assert listed == {"connection_table", "release", "data_dictionary", "layer_styles"}
