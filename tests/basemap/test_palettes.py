import pytest

from kithmap.basemap.lettering import LETTERING
from kithmap.basemap.model import ROADS, Kind, Theme
from kithmap.basemap.palettes import PALETTES
from kithmap.basemap.style import GROUNDS_FROM, WIDTHS


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_every_name_stands_out_from_its_halo_and_from_every_ground(theme: Theme) -> None:
    palette = PALETTES[theme]
    for kind in LETTERING:
        colour = palette.names.get(kind, palette.text)
        assert contrast(colour, palette.halo) >= 4.5
        assert contrast(colour, palette.ground) >= 4.5
    for fill in palette.fills.values():
        assert contrast(palette.text, fill) >= 4.5


def test_water_and_park_names_are_legible_on_water_and_in_parks() -> None:
    for palette in PALETTES.values():
        assert contrast(palette.names[Kind.WATER], palette.fills[Kind.WATER]) >= 4
        assert contrast(palette.names[Kind.GREEN], palette.fills[Kind.GREEN]) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_every_drawn_kind_has_its_colour(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert set(palette.fills) == set(GROUNDS_FROM)
    assert set(palette.roads) == set(palette.casings) == set(palette.thin) == set(ROADS)
    assert {*palette.lines, *ROADS, Kind.RAIL} == set(WIDTHS)
