"""Layers as CSV: a row for each feature, with its shape as well-known text where that is asked for.

For people with spreadsheets: UTF-8 with a byte order mark, without which Excel takes it for the alphabet of its own country; no cell
of words that is reckoned out as a formula. Numbers, days, yes and no stand as they are: a longitude west of Greenwich begins with a
minus and is no formula.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from kithmap.basics.csv_text import csv_text, no_formula
from kithmap.basics.geometry import DECIMALS
from kithmap.layer_formats.arrow import ID
from kithmap.layer_formats.formats import Format
from kithmap.layer_formats.grid import on_grid
from kithmap.layer_formats.shapes import shapes_of, well_known_text
from kithmap.layers.model import Feature, LayerName
from kithmap.layers.schema import SCHEMAS, Column, Type

MARK = "\ufeff".encode()
"""Tells spreadsheets that UTF-8 follows."""

WKT = "wkt"
"""The column of shapes: under this name GDAL and QGIS find it by themselves."""

METRE_DECIMALS = 3
AT_ONCE = 2_000
"""Rows that are made before they are written."""

WORDS = frozenset({Type.TEXT, Type.CODE, Type.CODES})


def csv_columns(form: Format, columns: Sequence[Column]) -> list[str]:
    """Return the heads of a layer's table in a format."""
    return [ID, *(column.name for column in columns), *([WKT] if has_shapes(form) else [])]


def has_shapes(form: Format) -> bool:
    """Tell whether a format of tables has a column of shapes."""
    return form.key in {"csv-wkt", "csv-bng"}


def csv_of(form: Format, name: LayerName, features: Iterable[Feature]) -> Iterator[bytes]:
    """Write a layer piece by piece, in memory for some rows.

    Args:
        form: one of the formats that are tables.
        name: of the layer.
        features: of it.
    """
    columns = SCHEMAS[name].columns
    yield MARK + csv_text(csv_columns(form, columns), []).encode()
    left = iter(features)
    while some := list(islice(left, AT_ONCE)):
        rows = [_row(feature, columns) for feature in some]
        if has_shapes(form):
            rows = [[*row, shape] for row, shape in zip(rows, _shapes(form, some), strict=True)]
        yield lines(rows)


def lines(rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows without a head."""
    return csv_text((), rows).removeprefix("\r\n").encode()


def _row(feature: Feature, columns: Sequence[Column]) -> list[str]:
    return [no_formula(feature.id), *(cell(column, feature.properties[column.name]) for column in columns)]


def cell(column: Column, value: Any) -> str:
    """Return a value as it stands in a table; empty for none."""
    if value is None:
        return ""
    return no_formula(value) if column.type in WORDS else plain(column, value)


def plain(column: Column, value: Any) -> str:
    """Return a value as text: numbers with a point, yes and no as ``true`` and ``false``."""
    return str(value).lower() if column.type is Type.YES_NO else str(value)


def _shapes(form: Format, features: Sequence[Feature]) -> list[str]:
    shapes = shapes_of([feature.geometry for feature in features])
    if form.is_on_grid:
        return well_known_text(on_grid(shapes), METRE_DECIMALS)
    return well_known_text(shapes, DECIMALS)
