import pytest

from kithmap.layers.model import Edition, Json, PrivacyReport
from kithmap.layers.published import (
    Bounds,
    around,
    bounds_of,
    header_of,
    header_text,
    reports_of,
    reports_text,
)
from tests.support.layers import HEADER, LINE, PARK, POINT, RELEASE


def test_a_header_is_read_as_it_was_written() -> None:
    assert header_of(header_text(HEADER)) == HEADER


def test_privacy_reports_are_read_as_they_were_written() -> None:
    reports = {Edition.PUBLIC: PrivacyReport(), Edition.PARTNERS: RELEASE.report}
    assert reports_of(reports_text(reports)) == reports


@pytest.mark.parametrize(
    ("geometry", "bounds"),
    [
        (None, None),
        (POINT, (-0.7291, 52.6708, -0.7291, 52.6708)),
        (LINE, (-0.73, 52.671, -0.7285, 52.6716)),
        (PARK, (-0.732, 52.669, -0.7305, 52.6702)),
        ({"type": "MultiPolygon", "coordinates": [[[[0, 1], [2, 3], [4, 0], [0, 1]]], [[[9, 9, 5], [8, 9], [9, 8], [9, 9]]]]}, (0, 0, 9, 9)),
    ],
)  # fmt: skip
def test_bounds_lie_around_every_shape(geometry: Json | None, bounds: Bounds | None) -> None:
    assert bounds_of(geometry) == bounds


def test_bounds_lie_around_bounds() -> None:
    assert around([(0, 1, 2, 3), (-1, 2, 1, 5)]) == (-1, 1, 2, 5)
    assert around([]) is None
