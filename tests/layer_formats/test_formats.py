import re
from dataclasses import replace

import pytest

from kithmap.layer_formats.formats import DRAWN, FORMATS, Format, file_names, format_of, stem_of
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.schema import BNG, CRS84
from tests.support.layers import HEADER

LAYERS = tuple(LayerName)


def test_a_key_names_one_format() -> None:
    assert len({form.key for form in FORMATS}) == len(FORMATS)
    assert all(format_of(form.key) is form for form in FORMATS)
    assert format_of("shapefile") is None


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
def test_a_key_can_stand_in_an_address_and_on_the_command_line(form: Format) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)?", form.key)
    assert form.words.endswith(".")
    assert form.suffix.startswith(".")


def test_files_of_all_formats_can_lie_in_one_folder() -> None:
    names = [
        name for form in FORMATS for edition in Edition for name in file_names(form, HEADER, edition, LAYERS)
    ]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)


def test_what_is_not_for_everybody_says_so_in_its_name() -> None:
    assert stem_of(HEADER, Edition.PUBLIC) == "oakham-baseline-1.0.0"
    for form in FORMATS:
        assert all("-partners" in name for name in file_names(form, HEADER, Edition.PARTNERS, LAYERS))


def test_a_layer_that_a_release_has_not_has_no_file() -> None:
    form = format_of("csv-wkt")
    assert form is not None
    assert file_names(form, HEADER, Edition.PUBLIC, (LayerName.CONNECTION_TABLE, LayerName.ASSETS)) == [
        "oakham-baseline-1.0.0-assets-wkt.csv",
        "oakham-baseline-1.0.0-wkt-csv-metadata.json",
    ]


def test_formats_are_on_the_grid_or_in_degrees() -> None:
    assert [form.key for form in FORMATS if form.is_on_grid] == ["gpkg-bng", "csv-bng"]
    assert {form.crs for form in FORMATS} == {CRS84, BNG}
    assert not replace(FORMATS[0], crs=CRS84).is_on_grid


def test_layers_with_geometry_are_all_but_the_table() -> None:
    assert set(LayerName) - set(DRAWN) == {LayerName.CONNECTION_TABLE}
