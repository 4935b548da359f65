"""What a reader finds in a file, in one form: for each layer its rows by id, each with its shape and its values."""

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from kithmap.layer_formats.network import CONNECTION_COLUMNS, PLACE_COLUMNS
from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS, Column, Type

Columns = Mapping[str, Column]
Row = tuple[BaseGeometry | None, dict[str, Any]]
Layers = dict[str, dict[str, Row]]
Reader = Callable[[list[Path]], Layers]

PLACES, CONNECTIONS = "places", "connections"
"""The two layers of a network."""


def columns_of(layer: str, *, network: bool = False) -> Columns:
    """Return a layer's columns by name."""
    if network:
        return (
            {column.name: column for column in PLACE_COLUMNS} if layer == PLACES else dict(CONNECTION_COLUMNS)
        )
    return {column.name: column for column in SCHEMAS[LayerName(layer)].columns}


def values(columns: Columns, read: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was read of each column, as its type has it; nothing, however it was written, is None."""
    return {name: _value(column.type, read.get(name)) for name, column in columns.items()}


def _value(kind: Type, read: Any) -> Any:
    if read is None or read == "" or (isinstance(read, float) and math.isnan(read)) or str(read) == "NaT":
        return None
    if kind is Type.YES_NO:
        assert str(read).lower() in {"true", "false", "1", "0"}, read
        return str(read).lower() in {"true", "1"}
    if kind is Type.WHOLE:
        assert float(read) == int(float(read))
        return int(float(read))
    if kind is Type.NUMBER:
        return float(read)
    if kind is Type.DAY and isinstance(read, date | datetime):
        return read.isoformat()[:10]
    assert isinstance(read, str), read
    return read


def layer_in(path: Path, names: Iterable[str] = tuple(LayerName)) -> str:
    """Return the layer that a file is named for."""
    stem = path.name.removesuffix(path.suffix).removesuffix("-wkt").removesuffix("-bng")
    return next(name for name in names if stem.endswith(f"-{name}"))
