"""How names are lettered: size, weight and from which zoom, for every kind of thing that has a name.

Sizes are screen pixels and the same at every zoom: a name never grows or shrinks while people zoom, it comes and goes.
"""

import unicodedata
from dataclasses import dataclass

from kithmap.basemap.model import Kind

FONTS = 'Roboto,"Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif'
"""Fonts that devices bring along. A tile is an image, and an image cannot use a page's fonts."""

LINE_HEIGHT = 1.15
"""Distance between the lines of one name, in type sizes."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """How one kind's names look and when they are written.

    `size` is in pixels; `spacing` is added between letters, in type sizes; `room` is kept free around a name, in pixels;
    `repeat` is the least distance in pixels between two writings of one name; `zooms` are map zooms.
    """

    size: float
    zooms: range
    weight: int = 500
    italic: bool = False
    capitals: bool = False
    spacing: float = 0.0
    room: float = 4.0
    repeat: float = 420.0


LETTERING: dict[Kind, Lettering] = {
    Kind.TOWN: Lettering(22, range(10, 16), weight=700, room=10, repeat=900),
    Kind.SUBURB: Lettering(16, range(12, 18), weight=700, capitals=True, spacing=0.08, room=10, repeat=900),
    Kind.NEIGHBOURHOOD: Lettering(
        14, range(14, 19), weight=600, capitals=True, spacing=0.06, room=10, repeat=900
    ),
    Kind.STATION: Lettering(14, range(14, 20), weight=700, room=6),
    Kind.MOTORWAY: Lettering(14, range(13, 20), weight=600, room=8, repeat=520),
    Kind.PRIMARY: Lettering(14, range(14, 20), weight=600, room=8, repeat=520),
    Kind.SECONDARY: Lettering(14, range(14, 20), weight=600, room=8, repeat=520),
    Kind.TERTIARY: Lettering(14, range(15, 20), weight=600, room=6, repeat=460),
    Kind.RIVER: Lettering(15, range(13, 20), italic=True, spacing=0.06, room=8, repeat=620),
    Kind.WATER: Lettering(14, range(14, 20), italic=True, room=6, repeat=620),
    Kind.GREEN: Lettering(14, range(14, 20), italic=True, room=6, repeat=620),
    Kind.WOOD: Lettering(14, range(14, 20), italic=True, room=6, repeat=620),
    Kind.ALLOTMENTS: Lettering(13, range(15, 20), italic=True, room=6, repeat=620),
    Kind.HALL: Lettering(13, range(16, 20), weight=600, room=8),
    Kind.MINOR: Lettering(13.5, range(15, 20), room=5),
    Kind.PEDESTRIAN: Lettering(13.5, range(16, 20), room=5),
    Kind.SQUARE: Lettering(13, range(16, 20), weight=600, room=6),
    Kind.SCHOOL: Lettering(13, range(16, 20), weight=600, room=8),
    Kind.HEALTH: Lettering(13, range(16, 20), weight=600, room=8),
    Kind.WORSHIP: Lettering(13, range(17, 20), room=8),
    Kind.SPORT: Lettering(13, range(17, 20), room=8),
    Kind.LOCALITY: Lettering(13, range(15, 20), room=8, repeat=900),
    Kind.SERVICE: Lettering(12.5, range(17, 20), room=5),
    Kind.CYCLEWAY: Lettering(12.5, range(17, 20), italic=True, room=5),
    Kind.PATH: Lettering(12.5, range(17, 20), italic=True, room=5),
    Kind.TRACK: Lettering(12.5, range(17, 20), italic=True, room=5),
    Kind.STREAM: Lettering(12.5, range(16, 20), italic=True, room=6, repeat=620),
    Kind.FOOD: Lettering(12.5, range(18, 20), room=10),
    Kind.SHOP: Lettering(12.5, range(18, 20), room=12),
    Kind.PITCH: Lettering(12.5, range(17, 20), italic=True, room=8),
}
"""In order of importance: where two names want one spot, the kind named first gets it."""

BOLD = 600
BOLD_WIDENS = 1.07
"""The weight from which fonts show their bold letters, and how much wider those are."""

_NARROW = frozenset("iljtfrI.,:;'!|()[]-\u2019 ")
_WIDE = frozenset("mwMWQ@%&ÆŒ—")


def lettered(kind: Kind, name: str) -> str:
    """Return a name as it is written on the map."""
    return name.upper() if LETTERING[kind].capitals else name


def text_width(kind: Kind, text: str) -> float:
    """Return the width in pixels that a line of text takes at most in the fonts above.

    An estimate from four sorts of letter, on the wide side: a name with a little too much room around it is better
    than two names that touch. For the 843 street names of an English county it is 1.03 to 1.2 times the width in
    Liberation Sans (which has Arial's metrics), 1.09 times in the median.
    """
    style = LETTERING[kind]
    letters = sum(_letter_width(mark) + style.spacing for mark in text)
    return letters * style.size * (BOLD_WIDENS if style.weight >= BOLD else 1.0)


def _letter_width(mark: str) -> float:
    """Return a letter's width in type sizes."""
    if mark in _NARROW:
        return 0.33
    if mark in _WIDE:
        return 0.92
    if unicodedata.combining(mark):
        return 0.0
    if unicodedata.east_asian_width(mark) in {"W", "F"}:
        return 1.05
    return 0.72 if mark.isupper() else 0.58


def wrapped(kind: Kind, text: str, across: float) -> tuple[str, ...]:
    """Return a name as one to three lines of about equal length, none wider than `across` pixels where words allow it."""
    words = text.split()
    lines = max(1, min(3, len(words), round(text_width(kind, text) / across + 0.35)))
    if lines == 1:
        return (text,)
    options = _splits(words, lines)
    return min(options, key=lambda option: max(text_width(kind, line) for line in option))


def _splits(words: list[str], lines: int) -> list[tuple[str, ...]]:
    """Return every way to set words into a number of lines. Names have few words, so there are few."""
    if lines == 1:
        return [(" ".join(words),)]
    return [
        (" ".join(words[:cut]), *rest)
        for cut in range(1, len(words) - lines + 2)
        for rest in _splits(words[cut:], lines - 1)
    ]
