"""Where a coarse place is shown: in a ring around it, always at the same spot, and at one that nobody can work out."""

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from kithmap.shared_map.masking import NEAREST_SHARE, Mask, masked, middle
from kithmap.shared_map.model import METRES
from tests.support.hall import point

MASK = Mask(b"a secret of 32 bytes, for tests.", "workshop")
ELLIPSOID = Geod(ellps="WGS84")
CENTIMETRE = 0.012
"""Half the diagonal of seven decimals, and what is left of the third order."""

longitudes = st.floats(-180, 180).map(lambda degrees: round(degrees, 7))
latitudes = st.floats(-85, 85).map(lambda degrees: round(degrees, 7))
coarse = st.sampled_from([metres for metres in METRES.values() if metres])
ids = st.text("0123456789abcdef-", min_size=1, max_size=36)


def away(position: tuple[float, float], shown: tuple[float, float]) -> float:
    """Return the distance along the ellipsoid by PROJ's geodesics, in metres."""
    _, _, metres = ELLIPSOID.inv(*position, *shown)
    return float(metres)


@given(longitudes, latitudes, coarse, ids)
def test_a_place_is_shown_between_a_fifth_of_the_metres_and_the_metres_away(
    lon: float, lat: float, metres: int, place: str
) -> None:
    shown = masked(MASK, place, point(lon, lat), metres)
    assert NEAREST_SHARE * metres - CENTIMETRE <= away((lon, lat), shown) <= metres + CENTIMETRE
    assert -180 <= shown[0] <= 180


@given(longitudes, latitudes, coarse, ids)
def test_asking_again_gives_the_same_position_and_anything_else_gives_another(
    lon: float, lat: float, metres: int, place: str
) -> None:
    shown = masked(MASK, place, point(lon, lat), metres)
    assert masked(Mask(bytes(MASK.secret), "workshop"), place, point(lon, lat), metres) == shown
    others = {
        masked(MASK, f"{place}0", point(lon, lat), metres),
        masked(Mask(b"another secret, also of 32 bytes", "workshop"), place, point(lon, lat), metres),
        masked(Mask(MASK.secret, "another workshop"), place, point(lon, lat), metres),
        masked(MASK, place, point(lon, round(lat + 1e-7 * (-1 if lat > 0 else 1), 7)), metres),
        masked(MASK, place, point(lon, lat), metres + 1),
    }
    assert shown not in others
    assert len(others) == 5


def test_a_position_is_the_same_however_its_numbers_were_read() -> None:
    whole: dict[str, Any] = {"type": "Point", "coordinates": (0, 52)}
    assert masked(MASK, "a", whole, 100) == masked(MASK, "a", point(0.0, 52.00000000001), 100)


def test_the_words_of_the_hash_cannot_run_into_one_another() -> None:
    assert masked(Mask(MASK.secret, "a"), "b\nc", point(), 100) != masked(
        Mask(MASK.secret, "a\nb"), "c", point(), 100
    )


def test_a_position_never_changes_from_one_version_of_this_program_to_the_next() -> None:
    place = "01900000-0000-7000-8000-000000000001"
    assert masked(MASK, place, point(-0.7291, 52.6708), 100) == FIRST
    assert masked(MASK, place, LINE, 250) == SECOND
    assert masked(MASK, place, OUTLINE, 1000) == THIRD


LINE = {"type": "LineString", "coordinates": [[-0.73, 52.671], [-0.7285, 52.6716]]}
OUTLINE = {
    "type": "Polygon",
    "coordinates": [[[-0.732, 52.669], [-0.7305, 52.669], [-0.7305, 52.6702], [-0.732, 52.669]]],
}
FIRST, SECOND, THIRD = (-0.7304233, 52.6711687), (-0.7272202, 52.6694872), (-0.722883, 52.6749611)


@pytest.mark.parametrize("geometry", [LINE, OUTLINE])
def test_of_a_line_and_an_outline_the_middle_is_moved(geometry: dict[str, Any]) -> None:
    shown = masked(MASK, "a", geometry, 250)
    assert 50 <= away(middle(geometry), shown) <= 250.01


def test_positions_are_spread_evenly_over_the_ring() -> None:
    count, bins = 12_000, 12
    rings, sectors, together = [0] * bins, [0] * bins, [0] * bins * bins
    inner = NEAREST_SHARE**2
    for number in range(count):
        shown = masked(MASK, str(number), point(-0.7, 52.6), 1000)
        azimuth, _, metres = ELLIPSOID.inv(-0.7, 52.6, *shown)
        ring = min(int(((metres / 1000) ** 2 - inner) / (1 - inner) * bins), bins - 1)
        sector = int((azimuth % 360) / 360 * bins)
        rings[ring] += 1
        sectors[sector] += 1
        together[ring * bins + sector] += 1
    # 0.1 % of even draws exceed these (chi-square with 11 and with 143 degrees of freedom); the secret is fixed.
    assert chi_square(rings) < 31.3
    assert chi_square(sectors) < 31.3
    assert chi_square(together) < 200.0


def chi_square(found: list[int]) -> float:
    """Return how far counts are from all being the same."""
    even = sum(found) / len(found)
    return sum((each - even) ** 2 / even for each in found)


def test_small_steps_of_a_place_say_nothing_of_where_it_goes() -> None:
    shown = [masked(MASK, "a", point(-0.7, round(52.6 + step * 1e-7, 7)), 1000) for step in range(2000)]
    turns = [math.atan2(y - 52.6, (x + 0.7) * math.cos(math.radians(52.6))) for x, y in shown]
    alike = sum(math.cos(after - before) for before, after in pairwise(turns)) / len(turns)
    assert abs(alike) < 0.07


def test_the_middle_of_a_shape_is_the_middle_of_its_bounds() -> None:
    assert middle({"type": "LineString", "coordinates": [[0, 0], [2, 1], [4, 0]]}) == (2, 0.5)


def test_a_mask_does_not_tell_its_secret_where_it_is_written_down() -> None:
    assert "secret of 32" not in repr(MASK)
