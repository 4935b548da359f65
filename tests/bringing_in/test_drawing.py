import pytest

from kithmap.bringing_in.drawing import WIDTH, Frame, frame_around, marks
from tests.support.installation import SQUARE

FRAME = Frame((-1.0, 52.0, 0.0, 53.0), 1000, 1640)


def test_the_corners_of_the_world_are_the_corners_of_the_picture() -> None:
    assert FRAME.place((-1.0, 53.0)) == pytest.approx((0, 0))
    assert FRAME.place((0.0, 52.0)) == pytest.approx((1000, 1640))
    assert FRAME.shows((-0.5, 52.5))
    assert not FRAME.shows((0.5, 52.5))


def test_a_picture_around_a_boundary_holds_it_and_is_true_to_shape() -> None:
    frame = frame_around(SQUARE)
    assert frame.width == WIDTH
    assert all(frame.shows(corner) for corner in [(-0.74, 52.66), (-0.71, 52.68)])
    # A degree of longitude is shorter than one of latitude, by the cosine.
    assert frame.height / frame.width == pytest.approx(0.02 / (0.03 * 0.6064), rel=0.01)


def test_points_lie_where_they_are_and_lines_have_a_path() -> None:
    found, beyond = marks(
        FRAME,
        [
            (2, {"type": "Point", "coordinates": [-0.5, 52.5]}, "in"),
            (3, {"type": "LineString", "coordinates": [[-1.0, 53.0], [0.0, 53.0]]}, "twin"),
            (
                4,
                {"type": "Polygon", "coordinates": [[[-1.0, 53.0], [0.0, 53.0], [0.0, 52.5], [-1.0, 53.0]]]},
                "outside",
            ),
            (5, {"type": "Point", "coordinates": [9.0, 52.5]}, "outside"),
        ],
    )
    assert [(each.row, each.state) for each in found] == [(2, "in"), (3, "twin"), (4, "outside")]
    assert (found[0].x, found[0].path) == (500.0, "")
    assert found[1].path == "M0.0 0.0L1000.0 0.0"
    assert found[2].path.endswith("Z")
    assert beyond == 1
