"""A draft on its area's map: drawn by the server for whoever has no script, and as facts for the script that draws it anew."""

from collections.abc import Iterator, Mapping
from typing import Any

from kithmap.layers.differences import Differences
from kithmap.layers.model import Feature, Json, LayerName, ReleaseEdition
from kithmap.layers.pages.contexts.drawing import ShownCircle, ShownMark, ShownPicture
from kithmap.layers.pages.desk import Desk, OnTable
from kithmap.layers.position import in_one_form
from kithmap.layers.published import Bounds, around, bounds_of
from kithmap.research.map_drawing import Frame, MapDrawing, draw, frame_around, look_of
from kithmap.shared_map.masking import metres_between, middle
from kithmap.workshop.model import RECORD

PLACES = (LayerName.ASSETS, LayerName.MEETING_PLACES)


def looks_of(table: OnTable) -> Mapping[str, str]:
    """Return which of the six each kind of asset looks like."""
    found: dict[str, str] = {}
    for mapped in table.ground.workshops:
        workshop = mapped.view.get(RECORD)
        kinds = [] if workshop is None else workshop.fields["asset_kinds"]
        found |= {each["key"]: each["matches"] for each in kinds}
    return found


def picture(desk: Desk) -> ShownPicture | None:
    """Return what lies beneath the drawing."""
    if desk.basemap is None:
        return None
    return ShownPicture(address=desk.basemap.whole.light, attribution=desk.basemap.attribution)


def frame_of(desk: Desk, release: ReleaseEdition) -> Frame:
    """Return what piece of land is drawn."""
    if desk.basemap is not None:
        return Frame(desk.basemap.bounds, desk.basemap.whole.width, desk.basemap.whole.height)
    return frame_around(_bounds(desk, release))


def drawn(desk: Desk, table: OnTable, release: ReleaseEdition) -> MapDrawing:
    """Return an edition as marks on the area's map."""
    layers = {each.name: each.features for each in release.layers}
    return draw(layers, frame_of(desk, release), looks_of(table))


def circles(desk: Desk, release: ReleaseEdition) -> tuple[ShownCircle, ...]:
    """Return how exactly masked places are shown, as circles on the area's map."""
    frame = frame_of(desk, release)
    return tuple(_circle(each, frame) for each in _places(release) if each.properties["precision_m"])


def _circle(feature: Feature, frame: Frame) -> ShownCircle:
    lon, lat = feature.properties["lon"], feature.properties["lat"]
    x, y = frame.place(lon, lat)
    step = 0.001
    a_step_in_pixels = frame.place(lon + step, lat)[0] - x
    a_step_in_metres = metres_between((lon, lat), (lon + step, lat))
    radius = feature.properties["precision_m"] / a_step_in_metres * a_step_in_pixels
    return ShownCircle(x=round(x, 1), y=round(y, 1), radius=round(radius, 1))


def marks(desk: Desk, found: Differences, release: ReleaseEdition) -> tuple[ShownMark, ...]:
    """Return places that came, went or moved, as marks on the area's map."""
    frame = frame_of(desk, release)
    return tuple(_marks(found, frame))


def _marks(found: Differences, frame: Frame) -> Iterator[ShownMark]:
    for what, named in (("added", found.added), ("gone", found.gone)):
        for one in named:
            if one.layer in PLACES and one.geometry is not None:
                yield _mark(what, one.title, one.geometry, one.geometry, frame)
    for moved in found.moved:
        if moved.layer in PLACES:
            yield _mark("moved", moved.title, moved.before, moved.after, frame)


def _mark(what: str, title: str, before: Json, after: Json, frame: Frame) -> ShownMark:
    from_x, from_y = frame.place(*middle(before))
    x, y = frame.place(*middle(after))
    return ShownMark(
        what=what,
        x=round(x, 1),
        y=round(y, 1),
        from_x=round(from_x, 1),
        from_y=round(from_y, 1),
        title=title,
    )


def map_context(desk: Desk, table: OnTable, release: ReleaseEdition) -> dict[str, Any]:
    """Return an edition as ``frontend/layers/preview.ts`` takes it."""
    looks = looks_of(table)
    connections = release.layer(LayerName.CONNECTIONS)
    return {
        "area": desk.standing.area.name,
        "bounds": _bounds(desk, release),
        "boundary": in_one_form(desk.standing.area.boundary),
        "ground": None if desk.basemap is None else desk.basemap.model_dump(mode="json"),
        "places": [_place(each, looks) for each in _places(release)],
        "connections": [_connection(each) for each in (connections.features if connections else ())],
    }


def _place(feature: Feature, looks: Mapping[str, str]) -> Json:
    row = feature.properties
    kind = row.get("kind")
    return {
        "id": feature.id,
        "kind": "meeting_place" if kind is None else look_of(kind, looks),
        "label": row.get("kind_label", ""),
        "title": row["title"],
        "geometry": feature.geometry,
        "metres": row["precision_m"],
        "position": [row["lon"], row["lat"]],
    }


def _connection(feature: Feature) -> Json:
    row = feature.properties
    return {
        "id": feature.id,
        "start": row["start"],
        "end": row["end"],
        "directed": row["directed"],
        "strength": row["how_strength"] or "steady",
    }


def _places(release: ReleaseEdition) -> Iterator[Feature]:
    for layer in release.layers:
        if layer.name in PLACES:
            yield from layer.features


def _bounds(desk: Desk, release: ReleaseEdition) -> Bounds:
    shapes = [desk.standing.area.boundary, *(each.geometry for each in _places(release))]
    found = around([bounds for each in shapes if (bounds := bounds_of(each)) is not None])
    assert found is not None, "an area has a boundary"
    return found
