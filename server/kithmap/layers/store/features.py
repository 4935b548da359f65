"""Features as the lines that everybody is sent: in their order, or those that lie in a rectangle."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Float, LargeBinary, cast, column, func, insert, literal_column, table
from sqlmodel import Session, col, select

from kithmap.layers.geojson import BETWEEN
from kithmap.layers.published import Bounds
from kithmap.layers.tables import LayerFeatureRow, LayerPartRow

AT_ONCE = 2_000
"""Lines that are read or written at a time: about a megabyte."""

SHIFT = 32
"""A feature's number is its part's, this many bits further left, and its place in the part, from 1."""

APART = 1000.0
"""Degrees by which PostgreSQL's index sets parts apart, as migration 0008 made it."""

SLACK = 1e-6
"""Degrees by which the index is asked for more: so far from zero, sums are rounded. What it finds is compared again."""

MIDST = 0.25
"""Halfway through a part, which is half as thick as it is far to the next, in SQLite's R*Tree: see migration 0008."""

RECTANGLES = table(
    "layer_rectangles",
    *(column(name) for name in ("number", "west", "east", "south", "north", "part_from", "part_to")),
)
"""SQLite's R*Tree, filled by a trigger."""


@dataclass(frozen=True, slots=True)
class Line:
    """A feature to be stored.

    Attributes:
        id: its id.
        text: its canonical line.
        bounds: of its geometry; None for a table's row.
    """

    id: str
    text: bytes
    bounds: Bounds | None


def add(session: Session, part: int, lines: Iterable[Line]) -> None:
    """Store a part's features, in their order."""
    waiting: list[dict[str, Any]] = []
    for place, line in enumerate(lines, start=1):
        west, south, east, north = line.bounds or (None, None, None, None)
        waiting.append(
            {
                "number": (part << SHIFT) + place,
                "part": part,
                "id": line.id,
                "text": line.text.decode(),
                "west": west,
                "south": south,
                "east": east,
                "north": north,
            }
        )
        if len(waiting) >= AT_ONCE:
            session.execute(insert(LayerFeatureRow), waiting)
            waiting.clear()
    if waiting:
        session.execute(insert(LayerFeatureRow), waiting)


def numbered(
    session: Session, part: int, bbox: Bounds | None = None, after: int = 0, limit: int | None = None
) -> Iterator[tuple[int, bytes]]:
    """Read a part's lines one after another, in memory for some of them.

    Args:
        session: the transaction, open until the last one was read.
        part: the part's number.
        bbox: only those whose bounds touch it; None for all.
        after: only those that stand behind this place.
        limit: so many at most; None for all.

    Yields:
        The place of each in the part, from 1, and its line.
    """
    start = part << SHIFT
    wanted = select(LayerFeatureRow.number, LayerFeatureRow.text).where(*_where(session, part, bbox, after))
    wanted = wanted.order_by(col(LayerFeatureRow.number))
    rows = session.exec(wanted.limit(limit), execution_options={"yield_per": AT_ONCE})
    for number, text in rows:
        yield number - start, text.encode()


def joined(session: Session, part: int, after: int, limit: int) -> tuple[int, bytes]:
    """Read lines of a part as one text: the database joins them in a quarter of the time that it takes to join them here.

    Args:
        session: the transaction.
        part: the part's number.
        after: only those that stand behind this place.
        limit: so many at most.

    Returns:
        How many lines there are, and the lines with a comma and a line end between.
    """
    row = LayerFeatureRow
    wanted = select(row.number, row.text).where(*_where(session, part, None, after))
    lines = wanted.order_by(col(row.number)).limit(limit).subquery()
    text = func.aggregate_strings(lines.c.text, BETWEEN.decode())
    if _is_sqlite(session):
        # As bytes, which the driver does not decode. The limit keeps the order: without it, SQLite may leave that out.
        number, found = session.exec(select(func.count(), cast(text, LargeBinary))).one()
        return number, found or b""
    number, said = session.exec(select(func.count(), text)).one()
    return number, (said or "").encode()


def count(session: Session, part: int, bbox: Bounds) -> int:
    """Count a part's features whose bounds touch a rectangle."""
    return session.exec(select(func.count()).where(*_where(session, part, bbox))).one()


def line(session: Session, part: int, feature_id: str) -> bytes | None:
    """Return the line of one feature of a part, or None if it has no such one."""
    wanted = select(LayerFeatureRow.text).where(
        LayerFeatureRow.part == part, LayerFeatureRow.id == feature_id
    )
    found = session.exec(wanted).first()
    return None if found is None else found.encode()


def part_number(session: Session, release_id: str, edition: str, layer: str) -> int | None:
    """Return the number of one layer of one edition of a release, or None if it has no such one."""
    wanted = select(LayerPartRow.number).where(
        LayerPartRow.release == release_id, LayerPartRow.edition == edition, LayerPartRow.layer == layer
    )
    return session.exec(wanted).first()


def _where(session: Session, part: int, bbox: Bounds | None, after: int = 0) -> list[Any]:
    """Return the conditions that a part's features in a rectangle, behind a place, fulfil."""
    row = LayerFeatureRow
    start = part << SHIFT
    # One lower bound alone: of two, SQLite seeks by the first, and reads all that lies before the other.
    whole = [col(row.number) > start + after, col(row.number) < start + (1 << SHIFT)]
    if bbox is None:
        return whole
    west, south, east, north = bbox
    # Compared exactly, too: both indexes give a little more than they are asked for.
    exactly = [col(row.west) <= east, col(row.east) >= west, col(row.south) <= north, col(row.north) >= south]
    return [
        col(row.number) > start + after,
        *exactly,
        *(_by_r_tree if _is_sqlite(session) else _by_gist)(part, bbox),
    ]


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _by_r_tree(part: int, bbox: Bounds) -> list[Any]:
    west, south, east, north = bbox
    at = RECTANGLES.c
    inside = select(at.number).where(
        at.west <= east,
        at.east >= west,
        at.south <= north,
        at.north >= south,
        at.part_from <= part + MIDST,
        at.part_to >= part + MIDST,
    )
    return [col(LayerFeatureRow.number).in_(inside)]


def _by_gist(part: int, bbox: Bounds) -> list[Any]:
    west, south, east, north = bbox
    row = LayerFeatureRow
    shown = _box(col(row.west) + col(row.part) * literal_column("1000.0", Float), col(row.south),
                 col(row.east) + col(row.part) * literal_column("1000.0", Float), col(row.north))  # fmt: skip
    shift = part * APART
    asked = _box(west + shift - SLACK, south - SLACK, east + shift + SLACK, north + SLACK)
    return [col(row.part) == part, shown.op("&&")(asked)]


def _box(west: Any, south: Any, east: Any, north: Any) -> Any:
    return func.box(func.point(west, south), func.point(east, north))
