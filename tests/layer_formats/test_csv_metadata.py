import json
from pathlib import Path

import polars as pl
import pytest

from kithmap.layer_formats.files import write
from kithmap.layer_formats.formats import FORMATS, Format
from kithmap.layers.schema import BNG, CRS84
from tests.support.layers import HEADER, RELEASE

TABLES = [form for form in FORMATS if form.beside]


@pytest.mark.parametrize("form", TABLES, ids=lambda form: form.key)
def test_every_table_is_described_column_by_column(form: Format, tmp_path: Path) -> None:
    *tables, beside = write(form, RELEASE, tmp_path)
    said = json.loads(beside.read_bytes())
    assert [each["url"] for each in said["tables"]] == [path.name for path in tables]
    for path, told in zip(tables, said["tables"], strict=True):
        columns = told["tableSchema"]["columns"]
        assert [each["name"] for each in columns] == pl.read_csv(path, infer_schema=False).columns
        assert all(each["dc:description"] for each in columns)
        assert told["tableSchema"]["primaryKey"] == columns[0]["name"]


@pytest.mark.parametrize("form", TABLES, ids=lambda form: form.key)
def test_it_tells_licence_and_coordinate_reference_system(form: Format, tmp_path: Path) -> None:
    said = json.loads(write(form, RELEASE, tmp_path)[-1].read_bytes())
    assert said["@context"][0] == "http://www.w3.org/ns/csvw"
    assert said["dc:conformsTo"] == {"@id": BNG if form.key == "csv-bng" else CRS84}
    assert said["dc:license"] == {"@id": HEADER.licence.address}


def test_codes_are_bound_to_their_values_and_several_are_parted(tmp_path: Path) -> None:
    form = next(each for each in TABLES if each.key == "csv-wkt")
    said = json.loads(write(form, RELEASE, tmp_path)[-1].read_bytes())
    columns = {each["name"]: each for table in said["tables"] for each in table["tableSchema"]["columns"]}
    assert columns["precision"]["datatype"]["format"] == "exact|100m|street|neighbourhood"
    assert columns["why"]["separator"] == ";"
    assert columns["placed_blind"]["datatype"] == "boolean"
    assert columns["mapped_on"]["datatype"] == "date"
    assert columns["title"]["required"]
    assert not columns["note"]["required"]
