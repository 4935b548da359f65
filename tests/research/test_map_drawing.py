import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.layers.model import Feature, LayerName
from kithmap.research.map_drawing import KINDS, MOST_MARKS, Frame, as_map, draw, frame_around, look_of
from tests.support.layers import HALL, RELEASE

LAYERS = {layer.name: list(layer.features) for layer in RELEASE.layers}
FRAME = Frame((-0.76, 52.65, -0.70, 52.69), 600, 660)


def test_a_release_is_drawn_as_points_lines_areas_and_its_boundary() -> None:
    drawing = draw(LAYERS, FRAME, {})
    assert [(each.kind, each.is_area) for each in drawing.shapes] == [
        ("story_or_culture", True),
        ("meeting_place", False),
    ]
    ((kind, dot),) = drawing.dots
    assert kind == "physical_place"
    assert re.fullmatch(r"M[\d.]+ [\d.]+h0", dot)
    assert drawing.lines.count("M") == 2
    assert drawing.marks == 5
    assert drawing.boundary.startswith("M0.0 660.0L600.0 660.0")


def test_positions_stand_where_the_picture_has_them() -> None:
    assert FRAME.place(-0.76, 52.69) == (0, 0)
    assert FRAME.place(-0.70, 52.65) == pytest.approx((600, 660))


spots = st.tuples(st.floats(-8, 2), st.floats(49.5, 61))


@given(st.lists(spots, min_size=1, max_size=5))
def test_whatever_is_shown_lies_in_a_frame_around_it(positions: list[tuple[float, float]]) -> None:
    lons, lats = zip(*positions, strict=True)
    frame = frame_around((min(lons), min(lats), max(lons), max(lats)))
    for lon, lat in positions:
        x, y = frame.place(lon, lat)
        assert 0 <= x <= frame.width
        assert 0 <= y <= frame.height


def test_more_marks_than_a_page_can_bear_are_counted_and_left_out() -> None:
    many = [Feature(f"p{at}", HALL.geometry, HALL.properties) for at in range(MOST_MARKS + 5)]
    drawing = draw({LayerName.ASSETS: many}, FRAME, {})
    assert (drawing.marks, drawing.left_out) == (MOST_MARKS, 5)
    assert drawing.dots[0][1].count("h0") == MOST_MARKS


def test_a_kind_of_an_area_s_own_looks_like_the_one_it_matches() -> None:
    assert look_of("choir", {"choir": "association"}) == "association"
    assert look_of("nobody_knows", {}) in KINDS


def test_the_map_s_script_is_given_what_is_shown_and_nothing_else() -> None:
    told = json.loads(as_map(LAYERS, {}))
    assert set(told) == {"places", "connections", "boundary"}
    assert set(told["places"][0]) == {"id", "kind", "kindLabel", "title", "note", "precision", "geometry"}
    assert [each["strength"] for each in told["connections"]] == ["strong", "strong"]


def test_a_connection_of_unknown_strength_is_drawn_as_a_steady_one() -> None:
    (line, *_) = LAYERS[LayerName.CONNECTIONS]
    silent = replace(line, properties={**line.properties, "how_strength": None})
    assert json.loads(as_map({LayerName.CONNECTIONS: [silent]}, {}))["connections"][0]["strength"] == "steady"
