"""Tables as they are read of files, for tests of what comes of them."""

from typing import Any

from kithmap.bringing_in.model import Ground, Row, Table
from kithmap.workshop.model import SIX_KINDS
from tests.support.installation import SQUARE

GROUND = Ground(SQUARE, dict(SIX_KINDS))


def table(columns: str, *rows: tuple[Any, ...], **more: Any) -> Table:
    """Return a table of cells; a row's number is that of its line."""
    cells = [Row(number, tuple(map(str, row))) for number, row in enumerate(rows, start=2)]
    return Table("", tuple(columns.split()), tuple(cells), **more)


def shaped(*rows: tuple[str, Any]) -> Table:
    """Return a table of names and shapes."""
    return Table(
        "",
        ("name",),
        tuple(Row(number, (name,), shape) for number, (name, shape) in enumerate(rows, start=1)),
    )


def at(lon: float, lat: float) -> Any:
    """Return a point as a file has it."""
    return {"type": "Point", "coordinates": (lon, lat)}
