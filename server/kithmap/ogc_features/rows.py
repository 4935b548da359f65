"""Where a collection's features are read from: what was published, or a layer in memory."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from kithmap.layers.geojson import feature_text
from kithmap.layers.model import Layer
from kithmap.ogc_features.matching import degrees_asked
from kithmap.ogc_features.model import Bounds, ItemsQuery
from kithmap.ogc_features.paging import ItemsPage, count, page

MOST_COUNTED = 20_000
"""Features that are looked at to tell how many are asked for: some 0.2 s. Of more that is not told."""


class Rows(Protocol):
    """A layer's features as lines of JSON, each with its place in the layer: 1, 2, 3 without a gap."""

    def numbered(
        self, bounds: Bounds | None = None, *, after: int = 0, limit: int | None = None
    ) -> Iterable[tuple[int, bytes]]:
        """Return those behind a place that may lie within some degrees, and others perhaps; at most so many."""

    def how_many(self, bounds: Bounds | None) -> int:
        """Tell how many of them may lie within some degrees."""

    def line(self, feature_id: str) -> bytes | None:
        """Return one of them, or None if there is no such one."""


class RowsInMemory:
    """A layer in memory."""

    def __init__(self, layer: Layer) -> None:
        """Write its features once."""
        self._lines: Sequence[bytes] = [feature_text(each) for each in layer.features]
        self._ids = [each.id for each in layer.features]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {each: at for at, each in enumerate(self._ids)}

    def numbered(
        self,
        bounds: Bounds | None = None,  # noqa: ARG002 - there is no index to ask
        *,
        after: int = 0,
        limit: int | None = None,
    ) -> Iterable[tuple[int, bytes]]:
        """Return those behind a place."""
        end = None if limit is None else after + limit
        return enumerate(self._lines[after:end], start=after + 1)

    def how_many(self, bounds: Bounds | None) -> int:  # noqa: ARG002
        """Tell how many there are."""
        return len(self._lines)

    def line(self, feature_id: str) -> bytes | None:
        """Return one of them, or None if there is no such one."""
        place = self._places.get(feature_id)
        return None if place is None else self._lines[place]


def read_page(rows: Rows, query: ItemsQuery) -> ItemsPage:
    """Return a page of what is asked for."""
    if not query.picks:
        # As places have no gaps, what is passed over need not be read.
        after = query.after + query.offset
        plain = ItemsQuery(limit=query.limit, crs=query.crs)
        found = page(rows.numbered(after=after, limit=query.limit + 1), plain)
        return ItemsPage(found.lines, found.after, rows.how_many(None))
    bounds = degrees_asked(query)
    found = page(rows.numbered(bounds, after=query.after), query)
    matched = count(rows.numbered(bounds), query) if rows.how_many(bounds) <= MOST_COUNTED else None
    return ItemsPage(found.lines, found.after, matched)
