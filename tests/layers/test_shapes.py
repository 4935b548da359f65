from hypothesis import given
from hypothesis import strategies as st

from kithmap.layers.geojson import feature_text
from kithmap.layers.model import Feature, Json
from kithmap.layers.shapes import OF_GEOMETRY, Shape, shape_of, shapes_of
from tests.support.layers import LINE, PARK, POINT

PARKS: Json = {"type": "MultiPolygon", "coordinates": [PARK["coordinates"]]}
GEOMETRIES: list[Json | None] = [POINT, LINE, PARK, PARKS, None]
IDS = st.text(min_size=1) | st.sampled_from(['","geometry":{"type":"Point"', "\\", '\\"', '"'])


@given(IDS, st.sampled_from(GEOMETRIES), IDS)
def test_a_line_tells_its_shape_whatever_its_words_say(id_: str, geometry: Json | None, title: str) -> None:
    line = feature_text(Feature(id_, geometry, {"title": title}))
    assert shape_of(line) is (None if geometry is None else OF_GEOMETRY[geometry["type"]])


def test_shapes_are_counted_in_one_order() -> None:
    lines = [feature_text(Feature("f", each, {})) for each in (PARK, LINE, POINT, PARKS, None)]
    assert list(shapes_of(lines).items()) == [(Shape.POINTS, 1), (Shape.LINES, 1), (Shape.OUTLINES, 2)]
    assert shapes_of([]) == {}
