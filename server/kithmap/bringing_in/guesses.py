"""What a file probably means, for a person to agree to or to change."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.choices import AS_MEETING_PLACE, OF_KIND, Choices, Where, shape_in
from kithmap.bringing_in.coordinates import guess
from kithmap.bringing_in.fitting import sample
from kithmap.bringing_in.model import Coordinates, Ground, Position, Table
from kithmap.bringing_in.wkt import looks_like_wkt
from kithmap.bringing_in.words import one_line
from kithmap.shared_map.duplicates import likeness

TITLES = (
    "title",
    "name",
    "label",
    "place",
    "place name",
    "site name",
    "venue",
    "organisation",
    "display name",
)
NOTES = ("note", "notes", "description", "desc", "comment", "comments", "details", "about", "summary")
KINDS = (
    "kind",
    "kind label",
    "asset kind",
    "type",
    "category",
    "group",
    "class",
    "amenity",
    "folder",
    "theme",
)
X = ("lon", "lng", "long", "longitude", "x", "easting", "eastings", "east", "e", "point x", "geo x", "xcoord")
Y = ("lat", "latitude", "y", "northing", "northings", "north", "n", "point y", "geo y", "ycoord")
SHAPES = ("wkt", "geom", "the geom", "geometry", "shape", "geo shape")

MOST_KINDS = 60
"""Words for kinds that are asked for one by one."""

LIKE = 0.55
"""How alike a word and the name of a kind must be to be taken for the same."""

LONG_WORD = 4
"""Letters of a word that says enough by itself."""

NEARLY = 0.9
"""How alike a word and a name are that holds it."""

LOOKED_AT = 200
"""Rows that are looked at for a guess."""


def guesses(table: Table, ground: Ground) -> Choices:
    """Return how a file is probably to be read."""
    heads = [_plain(column) for column in table.columns]
    x, y = _first(heads, X), _first(heads, Y)
    shapes = _shape_column(table, heads)
    if table.has_shapes:
        where = Where.SHAPES
    else:
        where = Where.WKT if shapes is not None and (x is None or y is None) else Where.NUMBERS
    found = Choices(
        title=_title(table, heads),
        where=where,
        x=x or 0,
        y=y or 0,
        wkt=shapes or 0,
        note=_first(heads, NOTES),
        kind=_kind_column(table, heads),
    )
    return replace(found, coordinates=coordinates_of(table, found, ground))


def coordinates_of(table: Table, choices: Choices, ground: Ground) -> Coordinates:
    """Return in what the numbers of a file are: what brings them near the area, or else what the file says of itself."""
    return guess(list(_sample(table, choices)), ground.boundary, table.coordinates)


def _sample(table: Table, choices: Choices) -> Iterator[Position]:
    step = max(1, len(table.rows) // LOOKED_AT)
    for row in table.rows[::step]:
        try:
            yield from sample([shape_in(row, choices)])
        except BadInputError:
            continue


def words_of(table: Table, column: int) -> Counter[str]:
    """Return the words in a column, as they are mapped to kinds, with how often each comes; the commonest first."""
    counted = Counter(word_of(row.cells[column]) for row in table.rows)
    return Counter(dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))))


def word_of(cell: str) -> str:
    """Return a cell as a word for a kind."""
    return one_line(cell)[:100]


def guessed_kind(word: str, kinds: Mapping[str, str]) -> str:
    """Return what kind a word probably means, or nothing."""
    if not word:
        return ""
    names = [(_alike(word, label), f"{OF_KIND}{key}") for key, label in kinds.items()]
    names += [(likeness(word, key.replace("_", " ")), f"{OF_KIND}{key}") for key in kinds]
    names.append((_alike(word, "meeting place"), AS_MEETING_PLACE))
    # Of kinds that are equally like it, the first one is taken: a place is not always one to meet.
    best, kind = max(names, key=lambda pair: pair[0])
    return kind if best >= LIKE else ""


def _alike(word: str, label: str) -> float:
    """Return how alike a word and a name are; a name of several words is also what one of its longer words says."""
    within = _tokens(word) <= _tokens(label) and any(len(each) >= LONG_WORD for each in _tokens(word))
    return max(likeness(word, label), NEARLY if within else 0.0)


def _tokens(text: str) -> set[str]:
    return {each.strip(",;.()/").rstrip("s") for each in text.casefold().split()} - {""}


def _plain(name: str) -> str:
    return one_line(name).casefold().replace("_", " ").replace("-", " ")


def _first(heads: Sequence[str], names: Sequence[str]) -> int | None:
    return next((heads.index(name) for name in names if name in heads), None)


def _title(table: Table, heads: Sequence[str]) -> int:
    named = _first(heads, TITLES)
    if named is None:
        named = next((place for place, head in enumerate(heads) if "name" in head or "title" in head), None)
    if named is not None:
        return named
    rows = table.rows[:LOOKED_AT]

    def words(place: int) -> int:
        cells = {row.cells[place] for row in rows}
        return sum(any(each.isalpha() for each in cell) and not looks_like_wkt(cell) for cell in cells)

    return max(range(len(heads)), key=words, default=0)


def _shape_column(table: Table, heads: Sequence[str]) -> int | None:
    named = _first(heads, SHAPES)
    if named is not None:
        return named
    if not table.rows:
        return None
    first = table.rows[0].cells
    return next((place for place, cell in enumerate(first) if looks_like_wkt(cell)), None)


def _kind_column(table: Table, heads: Sequence[str]) -> int | None:
    named = _first(heads, KINDS)
    if named is None:
        return None
    found = words_of(table, named)
    return named if set(found) - {""} and len(found) <= MOST_KINDS else None
