"""The shared map as GeoJSON, for a reader in a role.

Source: RFC 7946. Longitude and latitude on WGS 84, seven decimals, no ``crs`` member.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Record, View
from kithmap.shared_map.left_out import left_out, why_left_out
from kithmap.shared_map.masking import Mask, masked, middle
from kithmap.shared_map.model import (
    ASSET,
    CONNECTION,
    ME_TOO,
    MEETING_PLACE,
    METRES,
    Precision,
    Visibility,
    is_held_back,
    photo_of,
)
from kithmap.shared_map.provenance import is_brought_in, provenance_line
from kithmap.workshop.model import RECORD, kind_labels
from kithmap.workshop.rules import boundary_of

Json = dict[str, Any]
OUTSIDE_THE_ROOM = frozenset({Visibility.PARTNERS.value, Visibility.PUBLIC.value})


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom the map is written.

    Attributes:
        role: their role in the workshop.
        person: their id in the workshop, or empty.
        quotable: the people whose words may be quoted, in reports and the like.
    """

    role: Role
    person: str = ""
    quotable: frozenset[str] = frozenset()

    @property
    def leads(self) -> bool:
        """Whether they read everything exactly."""
        return self.role in {Role.ADMIN, Role.FACILITATOR}

    @property
    def in_the_room(self) -> bool:
        """Whether they sit among those who made the map, or look at it with them."""
        return self.role is not Role.RESEARCHER

    def may_read(self, record: Record) -> bool:
        """Tell whether a place or connection is for this reader.

        Those who lead read all. People in the room read what the room sees. A researcher, who is outside it, reads what
        its authors gave to the area's partners or to all, once it was shown.
        """
        if self.leads:
            return True
        if self.role is Role.RESEARCHER:
            shown = record.audience is Audience.EVERYONE and not is_held_back(record.fields)
            return shown and record.fields.get("visibility", Visibility.PARTNERS) in OUTSIDE_THE_ROOM
        return record.seen_by(self.person, self.role)

    def precision_for(self, record: Record) -> Precision:
        """Return how exactly this reader may know where a place is."""
        own = bool(self.person) and record.author == self.person
        return Precision.EXACT if self.leads or own else Precision(record.fields["precision"])

    def knows_exactly(self, record: Record) -> bool:
        """Tell whether this reader may know exactly where a place is."""
        return self.precision_for(record) is Precision.EXACT


def geojson(
    view: View,
    reader: Reader,
    mask: Mask,
    photo_link: str = "photos/{photo}.jpg",
    labels: Mapping[str, str] | None = None,
) -> bytes:
    """Write the map as one feature collection, places first and connections after them, each in the order of ids.

    Args:
        view: the workshop's records.
        reader: for whom; it decides what is in it and how exactly.
        mask: moves places that the reader may not know exactly.
        photo_link: where a photo is found, with ``{photo}`` for its id.
        labels: what kinds are called, by kind; without it, or for one that is not in it, as they were called when the
            workshop began.

    Returns:
        UTF-8 JSON. The same records and reader give the same bytes. What waits to be looked at, was put aside or was joined
        with another place is left out for every reader; who leads and who researches read how much that is, and why.
    """

    def belongs(record: Record) -> bool:
        return reader.may_read(record) and why_left_out(record, view) is None

    places = [record for kind in (ASSET, MEETING_PLACE) for record in view.of_kind(kind) if belongs(record)]
    shown = {record.id: shown_geometry(record, reader, mask) for record in places}
    connections = [
        record
        for record in view.of_kind(CONNECTION)
        if belongs(record) and record.fields["start"] in shown and record.fields["end"] in shown
    ]
    workshop, boundary = view.get(RECORD), _Boundary(view)
    called = {**({} if workshop is None else kind_labels(workshop)), **(labels or {})}
    features = []
    for record in _by_id(places):
        outside = boundary.is_outside(record, shown[record.id])
        feature = _place(record, shown[record.id], reader, view, outside=outside)
        feature["properties"] |= _kind(record, called)
        feature["properties"] |= _photo(record, reader, photo_link)
        feature["properties"] |= _consent(record, reader)
        features.append(feature)
    for record in _by_id(connections):
        feature = _connection(record, shown)
        feature["properties"] |= _consent(record, reader)
        features.append(feature)
    collection: Json = {"type": "FeatureCollection", "features": features}
    if reader.leads or not reader.in_the_room:
        collection["withheld"] = asdict(left_out(view))
    return orjson.dumps(collection)


def shown_geometry(record: Record, reader: Reader, mask: Mask) -> Json:
    """Return a place's geometry as exactly as the reader may know it: whole, or one point somewhere around its middle."""
    geometry: Json = record.fields["geometry"]
    metres = METRES[reader.precision_for(record)]
    if metres == 0:
        return geometry
    return {"type": "Point", "coordinates": list(masked(mask, record.id, geometry, metres))}


def _place(record: Record, geometry: Json, reader: Reader, view: View, *, outside: bool) -> Json:
    fields = record.fields
    precision = reader.precision_for(record)
    properties: Json = {
        "type": record.kind,
        "title": fields["title"],
        "note": fields["note"],
        "visibility": fields["visibility"],
        "precision": precision.value,
        "precision_m": METRES[precision],
        "outside_area": outside,
        "me_too": sum(
            mark.kind == ME_TOO and "aside" not in mark.fields for mark in view.standing_on(record.id)
        ),
        **_circumstances(record),
    }
    if record.kind == MEETING_PLACE:
        properties |= dict(fields["meeting"])
    return {"type": "Feature", "id": record.id, "geometry": geometry, "properties": properties}


class _Boundary:
    """The area's boundary, prepared when a place is moved for the first time: it may have 20,000 corners."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._shape: Any = None

    def is_outside(self, record: Record, shown: Json) -> bool:
        """Tell whether a place lies outside, as far as its reader can see: of a moved one, where it is shown."""
        if shown is record.fields["geometry"]:
            return bool(record.fields["outside"])
        import shapely  # noqa: PLC0415 - 20 MB that an export of exact places never needs
        from shapely.geometry import shape  # noqa: PLC0415

        if self._shape is None:
            self._shape = shape(boundary_of(self._view))
            shapely.prepare(self._shape)
        return not shapely.intersects_xy(self._shape, *middle(shown))


def _kind(record: Record, called: Mapping[str, str]) -> Json:
    """Return an asset's kind as columns: the concept, what it is called, and the version of the glossary that it was meant by."""
    if record.kind != ASSET:
        return {}
    kind = record.fields["asset_kind"]
    version = record.fields["placed"].get("glossary")
    return {"asset_kind": kind, "asset_kind_label": called.get(kind, kind), "glossary_version": version}


def _photo(record: Record, reader: Reader, photo_link: str) -> Json:
    """Return a place's photo as columns, for who may know exactly where the place is: a picture of a door tells it."""
    photo = photo_of(record)
    if photo is None or not reader.knows_exactly(record):
        return {"photo": None, "photo_alt": None}
    return {"photo": photo_link.replace("{photo}", photo["id"]), "photo_alt": photo["alt"]}


def _connection(record: Record, shown: Mapping[str, Json]) -> Json:
    fields = record.fields
    ends = [middle(shown[fields["start"]]), middle(shown[fields["end"]])]
    where = fields["where"]
    properties: Json = {
        "type": record.kind,
        "start": fields["start"],
        "end": fields["end"],
        "directed": fields["directed"],
        "how_mode": fields["how"]["mode"],
        "how_frequency": fields["how"]["frequency"],
        "how_strength": fields["how"]["strength"],
        # A place that this reader may not know of must not be told by its id either.
        "where": where if where == "no_fixed_place" or where in shown else None,
        "why": list(fields["why"]),
        "outcome": fields["result"]["outcome"],
        "outcome_words": fields["result"]["words"],
        **_circumstances(record),
    }
    line = {"type": "LineString", "coordinates": [[round(x, 7), round(y, 7)] for x, y in ends]}
    return {"type": "Feature", "id": record.id, "geometry": line, "properties": properties}


def _consent(record: Record, reader: Reader) -> Json:
    """Whether its words may be quoted, for those who write reports: what others agreed to is nobody else's business."""
    if reader.in_the_room and not reader.leads:
        return {}
    # What came from a file are nobody's words in the room; it says on what terms they may be used.
    return {"may_quote": record.author in reader.quotable or is_brought_in(record.fields)}


def _circumstances(record: Record) -> Json:
    placed = record.fields["placed"]
    return {
        "round": placed["round"],
        "placed_blind": placed["blind"],
        "placed_moderated": placed.get("moderated", False),
        "source": placed["source"],
        "provenance": provenance_line(record.fields),
        "version": record.version,
    }


def _by_id(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.id)
