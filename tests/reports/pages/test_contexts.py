"""What the templates of reports may use."""

from kithmap.layers.model import Layer, LayerName
from kithmap.reports.pages.making import drawn_map
from tests.support.layers import HALL


def test_a_map_without_a_place_has_nothing_inside_its_picture() -> None:
    assert drawn_map([], {}, None).body == ""
    assert "mark-physical_place" in drawn_map([Layer(LayerName.ASSETS, (HALL,))], {}, None).body
