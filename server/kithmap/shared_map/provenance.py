"""Whose data it is that was brought in from a file: kept with every place that it gave, told wherever that place is told."""

from collections.abc import Mapping
from typing import Any

from kithmap.shared_map.model import Source

FIELD = "provenance"
"""Of a place's record: ``whose``, ``licence``, ``attribution`` and ``day``. Absent on what people mapped themselves."""


def is_brought_in(fields: Mapping[str, Any]) -> bool:
    """Tell whether a place came from a file that others made: it speaks for nobody in the room."""
    placed: Mapping[str, Any] = fields.get("placed", {})
    return placed.get("source") == Source.BROUGHT_IN


def batch_of(fields: Mapping[str, Any]) -> str | None:
    """Return the id under which a place was brought in together with others, or None."""
    placed: Mapping[str, Any] = fields.get("placed", {})
    batch: str | None = placed.get("batch")
    return batch


def provenance_line(fields: Mapping[str, Any]) -> str:
    """Return in one line whose data a place is, of which day, on what terms, and what must be printed beside it.

    Empty for what people mapped themselves. Each part is closed by a full stop: ``Rutland Council, 2026-03-01. Open
    Government Licence v3.0. Contains public sector information.``
    """
    told: Mapping[str, str] | None = fields.get(FIELD)
    if told is None:
        return ""
    parts = (f"{told['whose']}, {told['day']}", told["licence"], told["attribution"])
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
