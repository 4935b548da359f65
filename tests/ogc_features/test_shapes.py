from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import NotFoundError
from kithmap.layers.model import Feature, Json, Layer, LayerName
from kithmap.layers.shapes import Shape, shape_of
from kithmap.ogc_features.model import CollectionName, ItemsQuery
from kithmap.ogc_features.rows import Opened, RowsInMemory, read_page, read_text
from kithmap.ogc_features.shapes import RowsOfShape, as_named, in_shapes
from tests.support.layers import HALL, LINE, PARK, POINT
from tests.support.ogc import collection

GEOMETRIES: list[Json | None] = [POINT, LINE, PARK, None]


def layer(geometries: list[Json | None]) -> RowsInMemory:
    """Return rows of one feature for each geometry."""
    features = (Feature(f"f{at:03}", each, HALL.properties) for at, each in enumerate(geometries))
    return RowsInMemory(Layer(LayerName.ASSETS, tuple(features)))


@given(
    st.lists(st.sampled_from(GEOMETRIES), max_size=12),
    st.sampled_from(Shape),
    st.integers(1, 5),
    st.integers(0, 5),
)
def test_pages_of_a_shape_are_the_layer_s_features_of_it(
    geometries: list[Json | None], shape: Shape, limit: int, offset: int
) -> None:
    every = layer(geometries)
    wanted = [line for _, line in every.marked() if shape_of(line) is shape]
    rows = RowsOfShape(every, shape, len(wanted))
    found: list[bytes] = []
    query: ItemsQuery | None = ItemsQuery(limit, offset=offset)
    while query is not None:
        page = read_page(rows, query)
        assert read_text(rows, query) == page.text
        assert page.matched == len(wanted)
        found += page.lines
        query = None if page.after is None else ItemsQuery(limit, page.after)
    assert found == wanted[offset:]


def test_what_is_asked_of_a_shape_is_asked_of_it_alone() -> None:
    every = layer([POINT, PARK, POINT, LINE])
    points = RowsOfShape(every, Shape.POINTS, 2)
    assert read_page(points, ItemsQuery(equal={"title": "Victoria Hall"})).matched == 2
    assert points.line("f002") is not None
    assert points.line("f001") is None
    assert points.line("f009") is None
    assert points.how_many((-1, 52, 0, 53)) == 2


def test_only_layers_that_may_hold_several_shapes_have_them() -> None:
    for name in LayerName:
        opened = Opened(collection(name), "stamp", layer([POINT]))
        asked = CollectionName("oakham-baseline", name, shape=Shape.POINTS)
        if name in (LayerName.ASSETS, LayerName.MEETING_PLACES):
            assert as_named(opened, asked).of.name == asked
        else:
            with pytest.raises(NotFoundError):
                as_named(opened, asked)


def test_one_shape_is_not_offered_twice() -> None:
    one, several = {Shape.POINTS: 2}, {Shape.POINTS: 1, Shape.LINES: 1}
    assert [each.name.shape for each in in_shapes(replace(collection(), shapes=one))] == [None]
    offered = list(in_shapes(replace(collection(), shapes=several)))
    assert [(each.name.shape, each.count) for each in offered] == [
        (None, 2),
        (Shape.POINTS, 1),
        (Shape.LINES, 1),
    ]
