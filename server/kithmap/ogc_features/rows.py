"""Where a collection's features are read from: what was published, or a layer in memory."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Protocol

from kithmap.layers.geojson import feature_text
from kithmap.layers.model import Layer
from kithmap.ogc_features.matching import degrees_asked
from kithmap.ogc_features.model import Bounds, Collection, ItemsQuery
from kithmap.ogc_features.paging import ItemsPage, Marked, PageText, count, page

MOST_COUNTED = 20_000
"""Features that are looked at to tell how many are asked for: some 0.2 s. Of more that is not told."""


class Rows(Protocol):
    """A layer's features as lines of JSON in the order of their ids, each with a mark."""

    def marked(
        self, bounds: Bounds | None = None, *, after: str = "", skip: int = 0, limit: int | None = None
    ) -> Marked:
        """Return the layer's lines.

        Args:
            bounds: only those that may lie within these degrees, and others perhaps; None for all.
            after: only those behind this mark; empty for all.
            skip: so many of them are passed over; not with bounds.
            limit: so many at most; None for all.

        Raises:
            BadQueryError: if there can be no such mark.
        """

    def joined(self, *, after: str, skip: int, limit: int) -> PageText:
        """Return a page of the layer as it is sent, which costs less than its lines one by one.

        Args:
            after: only those behind this mark; empty for all.
            skip: so many of them are passed over.
            limit: so many at most.

        Raises:
            BadQueryError: if there can be no such mark.
        """

    def how_many(self, bounds: Bounds | None) -> int:
        """Tell how many of them may lie within some degrees."""

    def line(self, feature_id: str) -> bytes | None:
        """Return one of them, or None if there is no such one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A collection with its features.

    Attributes:
        of: the collection.
        stamp: names what is in it, for as long as that is the same.
        rows: its features.
    """

    of: Collection
    stamp: str
    rows: Rows


class RowsInMemory:
    """A layer in memory; a feature's mark is its id."""

    def __init__(self, layer: Layer) -> None:
        """Write its features once."""
        self._ids = [each.id for each in layer.features]
        self._lines = [feature_text(each) for each in layer.features]

    @property
    def weight(self) -> int:
        """Its bytes."""
        return sum(map(len, self._lines))

    def marked(
        self,
        bounds: Bounds | None = None,  # noqa: ARG002 - there is no index to ask
        *,
        after: str = "",
        skip: int = 0,
        limit: int | None = None,
    ) -> Marked:
        """Return its lines."""
        begin = bisect_right(self._ids, after) + skip
        end = None if limit is None else begin + limit
        return zip(self._ids[begin:end], self._lines[begin:end], strict=True)

    def joined(self, *, after: str, skip: int, limit: int) -> PageText:
        """Return a page of it as it is sent."""
        lines = self.marked(after=after, skip=skip, limit=limit + 1)
        found = page(lines, ItemsQuery(limit))
        return replace(found, matched=len(self._lines)).text

    def how_many(self, bounds: Bounds | None) -> int:  # noqa: ARG002
        """Tell how many there are."""
        return len(self._lines)

    def line(self, feature_id: str) -> bytes | None:
        """Return one of them, or None if there is no such one."""
        place = bisect_right(self._ids, feature_id) - 1
        return self._lines[place] if place >= 0 and self._ids[place] == feature_id else None


def read_text(rows: Rows, query: ItemsQuery) -> PageText:
    """Return a page of what is asked for, as it is sent."""
    if query.is_plain:
        return rows.joined(after=query.after, skip=query.offset, limit=query.limit)
    return read_page(rows, query).text


def read_page(rows: Rows, query: ItemsQuery) -> ItemsPage:
    """Return a page of what is asked for."""
    if not query.picks:
        plain = ItemsQuery(limit=query.limit, crs=query.crs)
        found = page(rows.marked(after=query.after, skip=query.offset, limit=query.limit + 1), plain)
        return ItemsPage(found.lines, found.after, rows.how_many(None))
    bounds = degrees_asked(query)
    found = page(rows.marked(bounds, after=query.after), query)
    matched = count(rows.marked(bounds), query) if rows.how_many(bounds) <= MOST_COUNTED else None
    return ItemsPage(found.lines, found.after, matched)
