"""Layers of several shapes, one shape at a time: many programs, QGIS among them, show the shape of the first feature and pass over the others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kithmap.basics.errors import NotFoundError
from kithmap.layers.schema import PLACE_SHAPES, Schema
from kithmap.layers.shapes import Shape, shape_of
from kithmap.ogc_features.model import NO_COLLECTION, Bounds, Collection, CollectionName, ItemsQuery
from kithmap.ogc_features.paging import Marked, PageText, page
from kithmap.ogc_features.rows import Opened, Rows


def may_be_of_several(schema: Schema) -> bool:
    """Tell whether a layer may hold points beside lines and outlines."""
    return schema.geometry == PLACE_SHAPES


@dataclass(frozen=True, slots=True)
class RowsOfShape:
    """The features of one shape in a layer; their marks are the layer's.

    Attributes:
        rows: the layer's.
        shape: which.
        count: how many there are.
    """

    rows: Rows
    shape: Shape
    count: int

    def marked(
        self, bounds: Bounds | None = None, *, after: str = "", skip: int = 0, limit: int | None = None
    ) -> Marked:
        """Return their lines."""
        end = None if limit is None else skip + limit
        return islice(self._found(bounds, after), skip, end)

    def joined(self, *, after: str, skip: int, limit: int) -> PageText:
        """Return a page of them as it is sent."""
        found = page(self.marked(after=after, skip=skip, limit=limit + 1), ItemsQuery(limit))
        return replace(found, matched=self.count).text

    def how_many(self, bounds: Bounds | None) -> int:
        """Tell how many of them may lie within some degrees."""
        return self.count if bounds is None else min(self.count, self.rows.how_many(bounds))

    def line(self, feature_id: str) -> bytes | None:
        """Return one of them, or None if there is no such one."""
        line = self.rows.line(feature_id)
        return line if line is not None and shape_of(line) is self.shape else None

    def _found(self, bounds: Bounds | None, after: str) -> Iterator[tuple[str, bytes]]:
        every = self.rows.marked(bounds, after=after)
        return ((mark, line) for mark, line in every if shape_of(line) is self.shape)


def in_shapes(of: Collection) -> Iterator[Collection]:
    """Return a collection, and behind it those of its shapes if they are several."""
    yield of
    if len(of.shapes) > 1:
        yield from (_of_shape(of, each) for each in of.shapes)


def as_named(opened: Opened, name: CollectionName) -> Opened:
    """Return a layer, or its features of the shape that is named: of none of which there need be any, so that a project that reads them goes on.

    Raises:
        NotFoundError: if the layer cannot hold several shapes.
    """
    if name.shape is None:
        return opened
    if not may_be_of_several(opened.of.schema):
        raise NotFoundError(NO_COLLECTION)
    of = _of_shape(opened.of, name.shape)
    return Opened(of, f"{opened.stamp} {name.shape}", RowsOfShape(opened.rows, name.shape, of.count))


def _of_shape(of: Collection, shape: Shape) -> Collection:
    return replace(of, name=replace(of.name, shape=shape), count=of.shapes.get(shape, 0), shapes={})
