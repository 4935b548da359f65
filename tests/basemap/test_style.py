import re

import pytest

from kithmap.basemap.lettering import LETTERING
from kithmap.basemap.model import MAP_ZOOMS, Kind, Theme
from kithmap.basemap.style import (
    STYLE_VERSION,
    UNITS,
    WIDTHS,
    casing,
    has_casing,
    is_drawn,
    style_sheet,
    width,
)


def test_ways_only_grow_as_one_comes_closer() -> None:
    for widths in WIDTHS.values():
        assert len(widths) == len(MAP_ZOOMS)
        assert list(widths) == sorted(widths)


def test_more_important_roads_are_never_narrower() -> None:
    for zoom in MAP_ZOOMS:
        order = (Kind.SERVICE, Kind.MINOR, Kind.TERTIARY, Kind.SECONDARY, Kind.PRIMARY)
        widths = [width(kind, zoom) for kind in order]
        assert widths == sorted(widths)


def test_names_have_the_same_size_at_every_zoom() -> None:
    for zoom in MAP_ZOOMS:
        sheet = style_sheet(zoom, Theme.LIGHT)
        for kind, size in re.findall(r"\.t-(\w+)\{font-size:([\d.]+)px", sheet):
            assert float(size) == UNITS * LETTERING[Kind(kind)].size


@pytest.mark.parametrize("theme", Theme)
def test_a_sheet_has_rules_for_just_the_kinds_of_its_zoom(theme: Theme) -> None:
    for zoom in MAP_ZOOMS:
        styled = set(re.findall(r"(?:^|\})\.([a-z]+)\{", style_sheet(zoom, theme)))
        assert {kind for kind in Kind if is_drawn(kind, zoom)} <= styled


def test_thin_roads_have_no_casing_and_rails_always_two_strokes() -> None:
    assert casing(Kind.MINOR, 14) == 0
    assert has_casing(Kind.MINOR, 16)
    assert has_casing(Kind.RAIL, 12)


def test_zooms_beyond_the_range_look_like_the_nearest() -> None:
    assert width(Kind.PRIMARY, 5) == width(Kind.PRIMARY, 12)
    assert width(Kind.PRIMARY, 22) == width(Kind.PRIMARY, 19)
    assert width(Kind.HALL, 16) == 0


def test_the_sheets_have_a_fingerprint() -> None:
    assert re.fullmatch(r"[0-9a-f]{6}", STYLE_VERSION)
