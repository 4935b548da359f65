import math
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.british_grid import on_british_grid
from kithmap.basics.errors import BadInputError
from kithmap.basics.geometry import MOST_CORNERS
from kithmap.bringing_in.fitting import fitted, middle, sample
from kithmap.bringing_in.model import Coordinates

DEGREES = Coordinates.DEGREES
SQUARE = [(-0.73, 52.67), (-0.72, 52.67), (-0.72, 52.68), (-0.73, 52.68), (-0.73, 52.67)]
OAKHAM = (-0.7291, 52.6708)


def drawn(kind: str, coordinates: Any, given: Coordinates = DEGREES) -> tuple[Any, tuple[str, ...]]:
    return fitted({"type": kind, "coordinates": coordinates}, given, as_point=False)


def circle(corners: int, metres: float = 1.0) -> list[tuple[float, float]]:
    turns = [2 * math.pi * each / corners for each in range(corners)]
    return [
        (-0.73 + metres * math.cos(turn) / 67_500, 52.67 + metres * math.sin(turn) / 111_320)
        for turn in [*turns, 0]
    ]


def test_a_shape_that_a_person_could_draw_stays_as_it_is() -> None:
    assert drawn("Point", (-0.73, 52.67)) == ({"type": "Point", "coordinates": [-0.73, 52.67]}, ())
    assert drawn("LineString", SQUARE[:3])[0]["coordinates"] == [list(each) for each in SQUARE[:3]]
    assert drawn("Polygon", [SQUARE])[0]["coordinates"] == [[list(each) for each in SQUARE]]


def test_one_part_of_several_is_that_part_and_a_ring_is_closed() -> None:
    assert drawn("MultiPoint", [(-0.73, 52.67)])[0]["type"] == "Point"
    assert drawn("MultiPolygon", [[SQUARE[:-1]]])[0]["coordinates"] == [[list(each) for each in SQUARE]]


def test_several_parts_are_refused_with_the_way_out() -> None:
    with pytest.raises(BadInputError, match=r"2 parts.*as points"):
        drawn("MultiPolygon", [[SQUARE], [SQUARE]])


def test_holes_are_left_out_and_told_of() -> None:
    hole = [(-0.728, 52.672), (-0.725, 52.672), (-0.725, 52.675), (-0.728, 52.672)]
    shape, notes = drawn("Polygon", [SQUARE, hole])
    assert len(shape["coordinates"]) == 1
    assert notes == ("Holes in it were left out.",)


@pytest.mark.parametrize("kind", ["LineString", "Polygon"])
@pytest.mark.parametrize("swapped", [False, True])
def test_with_too_many_corners_it_is_made_simpler_within_the_metres_that_are_told(
    kind: str, swapped: bool
) -> None:
    ring = circle(3_000, 400)
    ring = [(y, x) for x, y in ring] if swapped else ring
    given = Coordinates.SWAPPED if swapped else DEGREES
    shape, (note,) = drawn(kind, [ring] if kind == "Polygon" else ring, given)
    left = shapely.get_coordinates(shapely.geometry.shape(shape))
    assert len(left) <= MOST_CORNERS
    assert note == f"Drawn with {len(left)} corners instead of 3001, within 1 m."
    metres = shapely.hausdorff_distance(
        shapely.LineString([(x * 67_500, y * 111_320) for x, y in left]),
        shapely.LineString([(x * 67_500, y * 111_320) for x, y in circle(3_000, 400)]),
    )
    assert metres < 1.5


def test_what_stays_ragged_is_refused() -> None:
    ragged = [(-0.73 + each / 10_000, 52.67 + each % 2 / 1_000) for each in range(2_000)]
    with pytest.raises(BadInputError, match="2000 corners"):
        drawn("LineString", ragged)


@pytest.mark.parametrize(
    ("kind", "coordinates", "says"),
    [
        ("Polygon", [[(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)]], "crosses itself"),
        ("Polygon", [[(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (0.0, 0.0)]], "encloses nothing"),
        ("LineString", [(1.0, 1.0), (1.0, 1.0)], "no length"),
        ("LineString", [(-179.5, 1.0), (179.5, 1.0)], "days change"),
        ("Point", (0.0, 89.0), "no position"),
        ("LineString", [(1.0, 1.0)], "line|coordinates"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_why(kind: str, coordinates: Any, says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        drawn(kind, coordinates)


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Polygon", [SQUARE]),
        ("MultiPolygon", [[SQUARE], [[(0.0, 0.0), (0.001, 0.0), (0.001, 0.001), (0.0, 0.0)]]]),
        ("LineString", SQUARE),
        ("MultiPoint", [(-0.725, 52.675)]),
    ],
)
def test_as_a_point_it_is_in_the_middle_of_its_largest_part(kind: str, coordinates: Any) -> None:
    shape, notes = fitted({"type": kind, "coordinates": coordinates}, DEGREES, as_point=True)
    assert (shape["type"], notes) == ("Point", ())
    assert shapely.Polygon(SQUARE).buffer(1e-9).contains(shapely.Point(shape["coordinates"]))


def test_a_shape_without_an_inside_has_no_middle() -> None:
    with pytest.raises(BadInputError):
        middle({"type": "Polygon", "coordinates": [[(0.0, 0.0)]]})


def test_metres_on_the_grid_become_degrees() -> None:
    on_grid = on_british_grid(*OAKHAM)
    shape, _ = drawn("Point", on_grid, Coordinates.BRITISH_GRID)
    assert shape["coordinates"] == pytest.approx(OAKHAM, abs=2e-7)


def test_a_sample_goes_over_all_shapes() -> None:
    shapes = [{"type": "Point", "coordinates": (float(each), 0.0)} for each in range(1_000)]
    found = list(sample(shapes, 100))
    assert len(found) == 100
    assert found[-1][0] > 900


@given(
    st.sampled_from(["LineString", "MultiPoint", "Polygon"]),
    st.lists(st.tuples(st.floats(-200, 200), st.floats(-100, 100)), min_size=1, max_size=8),
    st.sampled_from(Coordinates),
    st.booleans(),
)
def test_any_shape_is_fitted_or_refused(kind: str, line: Any, system: Coordinates, as_point: bool) -> None:
    shape = {"type": kind, "coordinates": [line] if kind == "Polygon" else line}
    try:
        found, _ = fitted(shape, system, as_point=as_point)
    except BadInputError as refused:
        told = refused.message
        assert told.endswith(".")
        return
    assert found["type"] in {"Point", "LineString", "Polygon"}
    assert shapely.geometry.shape(found).is_valid
