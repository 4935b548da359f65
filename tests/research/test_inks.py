from defusedxml import ElementTree

from kithmap.research.inks import COLOURS, PATTERNS, ink


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colour_is_never_alone() -> None:
    assert len(PATTERNS) == len(COLOURS) == len(set(PATTERNS)) == len(set(COLOURS))


def test_every_colour_stands_out_from_white_paper() -> None:
    for colour in COLOURS:
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_every_pattern_can_be_drawn() -> None:
    for at, pattern in enumerate(PATTERNS):
        assert ElementTree.fromstring(f"<g {ink(at)}>{pattern}</g>")
