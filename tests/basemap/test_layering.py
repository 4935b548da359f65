from kithmap.basemap.layering import LAYERS, Layer, layer_of
from kithmap.basemap.model import ROADS, Kind, Level
from kithmap.basemap.style import GROUNDS_FROM, WIDTHS
from tests.support.basemaps import spot


def test_every_layer_stands_once() -> None:
    assert len(LAYERS) == len(set(LAYERS))


def test_everything_that_has_a_width_or_a_ground_is_drawn() -> None:
    assert {layer.kind for layer in LAYERS if layer.level is Level.GROUND} == {*WIDTHS, *GROUNDS_FROM}


def test_tunnels_lie_below_and_bridges_above_every_road_on_the_ground() -> None:
    for road in ROADS:
        below, here, above = (LAYERS.index(Layer(road, level)) for level in Level)
        assert below < LAYERS.index(Layer(Kind.BUILDING, Level.GROUND)) < here < above


def test_water_lies_above_grass_and_below_houses() -> None:
    order = [LAYERS.index(Layer(kind, Level.GROUND)) for kind in (Kind.GREEN, Kind.WATER, Kind.BUILDING)]
    assert order == sorted(order)


def test_a_shop_is_a_name_and_no_shape() -> None:
    assert layer_of(spot(Kind.SHOP, "Oven", (0, 0))) is None
