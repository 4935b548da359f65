from dataclasses import replace

from kithmap.layer_formats.dataset import address_of, dataset, notes
from kithmap.layers.model import Edition
from kithmap.layers.schema import BNG, CRS84
from tests.support.layers import HEADER


def test_a_catalogue_reads_what_it_is_whose_it_is_and_on_what_terms() -> None:
    said = dataset(HEADER, Edition.PUBLIC)
    assert said["@type"] == "Dataset"
    assert said["name"] == HEADER.title
    assert said["license"] == HEADER.licence.address
    assert [each["name"] for each in said["creator"]] == list(HEADER.creators)
    assert (
        said["identifier"]
        == address_of(HEADER)
        == "https://kithmap.example/layers/oakham-baseline/versions/1.0.0"
    )
    assert said["temporalCoverage"] == "2026-05-04/2026-05-04"


def test_it_tells_the_coordinate_reference_system() -> None:
    for crs in (CRS84, BNG):
        assert {"@type": "PropertyValue", "name": "coordinate_reference_system", "value": crs} in dataset(
            HEADER, Edition.PUBLIC, crs
        )["additionalProperty"]
        assert notes(HEADER, Edition.PUBLIC, crs)["coordinate_reference_system"] == crs


def test_what_is_not_known_is_not_told() -> None:
    said = dataset(replace(HEADER, glossary=None, sources=()), Edition.PARTNERS)
    assert not {"isBasedOn", "temporalCoverage"} & set(said)
