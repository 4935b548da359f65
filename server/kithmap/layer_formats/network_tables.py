"""A release's network as two tables, headed as Gephi, NetworkX and igraph look for it.

For programs: UTF-8 without a byte order mark, which Gephi would take for a part of the first column's name. A connection's ``Type`` is
``Directed`` or ``Undirected``; there is no ``Weight``, since how strongly people connect is an order and no amount.
"""

from collections.abc import Iterable, Iterator

from kithmap.basics.csv_text import csv_text, no_formula
from kithmap.layer_formats.csv_tables import cell, lines
from kithmap.layer_formats.network import CONNECTION_COLUMNS, PLACE_COLUMNS, Row, connections, places
from kithmap.layers.model import ReleaseEdition

PLACE_HEADS = ("Id", "Label")
CONNECTION_HEADS = ("Id", "Source", "Target", "Type")


def places_csv(release: ReleaseEdition) -> Iterator[bytes]:
    """Write the table of places."""
    yield csv_text([*PLACE_HEADS, *(column.name for column in PLACE_COLUMNS)], []).encode()
    yield lines(
        [
            *map(no_formula, (row.id, row.values["title"])),
            *(cell(column, row.values.get(column.name)) for column in PLACE_COLUMNS),
        ]
        for row in places(release)
    )


def connections_csv(release: ReleaseEdition) -> Iterator[bytes]:
    """Write the table of connections."""
    yield csv_text([*CONNECTION_HEADS, *(name for name, _ in CONNECTION_COLUMNS)], []).encode()
    yield lines(
        [*_joined(row), *(cell(column, row.values[name]) for name, column in CONNECTION_COLUMNS)]
        for row in connections(release)
    )


def _joined(row: Row) -> Iterable[str]:
    way = "Directed" if row.values["directed"] else "Undirected"
    return (*map(no_formula, (row.id, row.values["start"], row.values["end"])), way)
