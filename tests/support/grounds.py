"""Grounds of layer releases, from halls in which people mapped something."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from kithmap.glossary.model import Release
from kithmap.layers.ground import Ground, Mapped, Settlement, StatisticalArea, quoted_records
from kithmap.layers.model import Header, LayerName, ReleaseEdition, Source
from kithmap.sync.content import Content
from tests.support.hall import BOUNDARY, MASK, WORKSHOP, Hall
from tests.support.layers import HEADER

SECRET = MASK.secret
OTHER_WORKSHOP = "01900000-0000-7000-8000-00000000bbbb"


def mapped(
    content: Content | Hall,
    quotable: Collection[str] = (),
    workshop: str = WORKSHOP,
    day: date = date(2026, 5, 1),
) -> Mapped:
    """Return what a hall mapped, whose people agreed to be quoted or not."""
    view = content.host.room.content if isinstance(content, Hall) else content
    return Mapped(Source(workshop, "An evening", day, view.number), view, quoted_records(view, quotable))


def ground(
    *workshops: Mapped | Hall,
    header: Header = HEADER,
    threshold: int = 2,
    glossary: Release | None = None,
    areas: tuple[StatisticalArea, ...] = (),
    settlements: Mapping[str, Settlement] | None = None,
    boundary: dict[str, Any] = BOUNDARY,
) -> Ground:
    """Return a ground of halls; counts of two and more are told."""
    halls = tuple(each if isinstance(each, Mapped) else mapped(each) for each in workshops)
    said = replace(header, sources=tuple(each.source for each in halls), threshold=threshold)
    return Ground(said, boundary, halls, glossary, SECRET, areas, settlements or {})


def rows(release: ReleaseEdition, name: LayerName = LayerName.ASSETS) -> dict[str, dict[str, Any]]:
    """Return a layer's rows by title; connections by the titles of their ends."""
    layer = release.layer(name)
    assert layer is not None
    return {
        _called(dict(each.properties)): {**each.properties, "geometry": each.geometry, "id": each.id}
        for each in layer.features
    }


def _called(row: Mapping[str, Any]) -> str:
    if "start_title" in row:
        return f"{row['start_title']} - {row['end_title']}"
    return str(row.get("title") or row.get("code") or row.get("name"))
