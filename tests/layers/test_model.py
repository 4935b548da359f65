"""A layer release and what it is made of."""

from dataclasses import replace

from kithmap.layers.model import LICENCES, Edition, Layer, LayerName, PrivacyReport, ReleaseEdition
from tests.support.layers import HEADER


def test_files_are_called_by_area_wave_and_version() -> None:
    assert HEADER.name == "oakham-baseline-1.0.0"


def test_a_release_without_statistical_areas_has_no_such_layer() -> None:
    release = ReleaseEdition(HEADER, Edition.PUBLIC, (Layer(LayerName.ASSETS, ()),), PrivacyReport())
    assert release.layer(LayerName.ASSETS) is not None
    assert release.layer(LayerName.STATISTICAL_AREAS) is None


def test_licences_are_told_apart() -> None:
    assert len({each.id for each in LICENCES}) == len(LICENCES)
    assert replace(LICENCES[0], id="x") != LICENCES[0]
