from pathlib import Path

import pytest

from kithmap.layer_formats.formats import FORMATS
from kithmap.layers.model import Edition, LayerName
from kithmap.release_package.offers import MAKING, PACKED, SORTS, names_of, offered, sort_of
from tests.support.layers import HEADER

EVERY = tuple(LayerName)


@pytest.mark.parametrize("edition", Edition)
def test_no_two_files_have_the_same_name_even_where_case_is_not_told_apart(edition: Edition) -> None:
    names = [each.name.lower() for each in offered(HEADER, edition, EVERY)]
    assert len(names) == len(set(names))
    assert all(Path(name).name == name for name in names)


def test_every_format_is_offered_and_the_package_first() -> None:
    keys = [each.key for each in SORTS]
    assert keys[0] == "package"
    assert {form.key for form in FORMATS} < set(keys)


def test_everything_is_made_and_the_package_after_what_it_holds() -> None:
    assert sorted(MAKING) == sorted(each.key for each in SORTS)
    assert all(MAKING.index(key) < MAKING.index("package") for key in PACKED)


def test_a_file_says_which_of_its_sort_it_is() -> None:
    parts = {each.name: each.part for each in offered(HEADER, Edition.PUBLIC, EVERY)}
    assert parts["oakham-baseline-1.0.0-meeting_places.geojson"] == "Meeting places"
    assert parts["oakham-baseline-1.0.0-boundary-wkt.csv"] == "Boundary"
    assert parts["oakham-baseline-1.0.0-places-network.csv"] == "places"
    assert parts["oakham-baseline-1.0.0-bng.gpkg"] == ""
    assert parts["oakham-baseline-1.0.0-csv-metadata.json"] == "what their columns are, for programs"


def test_what_is_not_for_everybody_says_so_in_its_name() -> None:
    package = sort_of("package")
    assert package is not None
    assert names_of(package, HEADER, Edition.PARTNERS, EVERY) == ["oakham-baseline-1.0.0-partners.zip"]


def test_a_layer_that_is_not_there_has_no_file() -> None:
    names = [each.name for each in offered(HEADER, Edition.PUBLIC, (LayerName.ASSETS,))]
    assert not any("boundary" in name for name in names)


def test_there_is_no_sort_of_another_key() -> None:
    assert sort_of("shapefile") is None
