"""An edition of a release, built from its ground: what it may show, where, in which words, and how much it keeps back."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kithmap.basics.records import Record
from kithmap.glossary.kinds import labels_now
from kithmap.layers.ground import Ground, Mapped
from kithmap.layers.model import Edition, Feature, Json, Layer, LayerName, PrivacyReport, ReleaseEdition
from kithmap.layers.position import Shown, Within, british_grid, in_one_form, shown_place
from kithmap.layers.privacy import Why, feature_id, why_withheld
from kithmap.layers.schema import SCHEMAS
from kithmap.shared_map.model import (
    ASSET,
    CONNECTION,
    ME_TOO,
    MEETING_PLACE,
    METRES,
    PLACES,
    Precision,
)
from kithmap.shared_map.provenance import provenance_line
from kithmap.workshop.model import RECORD, kind_keys, kind_labels

NO_FIXED_PLACE = "no_fixed_place"

LAYER_OF = {ASSET: LayerName.ASSETS, MEETING_PLACE: LayerName.MEETING_PLACES}
"""In which layer a kind of place stands."""

Row = dict[str, Any]
Key = tuple[str, str]
"""A record: its workshop's id and its own."""


@dataclass(slots=True)
class Kept:
    """How much was kept back or changed, while an edition is built."""

    withheld: Counter[Why] = field(default_factory=Counter)
    masked: Counter[int] = field(default_factory=Counter)
    counts_hidden: int = 0
    words_left_out: int = 0

    def report(self) -> PrivacyReport:
        """Return it as a release tells it."""
        return PrivacyReport(
            withheld={why.value: self.withheld[why] for why in Why if self.withheld[why]},
            masked={metres: self.masked[metres] for metres in sorted(self.masked)},
            counts_hidden=self.counts_hidden,
            words_left_out=self.words_left_out,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is in the edition.

    Attributes:
        id: as the release calls it.
        record: what the workshop holds of it.
        mapped: the workshop.
        shown: where it is shown.
        code: of the statistical area in which that lies, or None.
        outside: whether that lies outside the boundary.
    """

    id: str
    record: Record
    mapped: Mapped
    shown: Shown
    code: str | None
    outside: bool


def build(ground: Ground, edition: Edition) -> ReleaseEdition:
    """Build an edition of a release.

    Args:
        ground: from what.
        edition: for whom.

    Returns:
        The edition: each layer's features in the order of their ids. The same ground gives the same bytes.
    """
    kept = Kept()
    places = _places(ground, edition, kept)
    connections = list(_connections(ground, edition, places, kept))
    features: dict[LayerName, list[Feature]] = {LayerName.ASSETS: [], LayerName.MEETING_PLACES: []}
    labels = _Labels(ground)
    for place in places.values():
        name = LAYER_OF[place.record.kind]
        features[name].append(
            Feature(place.id, place.shown.geometry, _place_row(name, place, ground, labels, kept))
        )
    features[LayerName.CONNECTIONS] = [each.line for each in connections]
    features[LayerName.CONNECTION_TABLE] = [each.row for each in connections]
    features[LayerName.BOUNDARY] = [_boundary(ground)]
    if ground.statistical_areas:
        features[LayerName.STATISTICAL_AREAS] = list(_statistical_areas(ground, places.values(), connections))
    layers = tuple(Layer(name, _by_id(features[name])) for name in LayerName if name in features)
    return ReleaseEdition(ground.header, edition, layers, kept.report())


def editions(ground: Ground) -> Mapping[Edition, ReleaseEdition]:
    """Build all editions of a release."""
    return {edition: build(ground, edition) for edition in Edition}


def _places(ground: Ground, edition: Edition, kept: Kept) -> dict[Key, Place]:
    """Return the places that are in the edition, by workshop and record."""
    found: list[tuple[Mapped, Record, Shown]] = []
    for mapped in ground.workshops:
        mask = ground.mask(mapped)
        for record in _of_kinds(mapped, PLACES):
            why = why_withheld(record, mapped.view, edition)
            if why is not None:
                kept.withheld[why] += 1
                continue
            shown = shown_place(mask, record.id, record.fields)
            if shown.precision is not Precision.EXACT:
                kept.masked[METRES[shown.precision]] += 1
            found.append((mapped, record, shown))
    positions = [(shown.lon, shown.lat) for _, _, shown in found]
    within = Within(ground.boundary, ground.statistical_areas)
    return {
        (mapped.source.workshop, record.id): Place(
            feature_id(ground.mask(mapped), record.id), record, mapped, shown, code, not inside
        )
        for (mapped, record, shown), code, inside in zip(
            found, within.codes(positions), within.inside(positions), strict=True
        )
    }


class _Labels:
    """What kinds are called in the release: as in its glossary, or else as in their workshop."""

    def __init__(self, ground: Ground) -> None:
        """Look up every kind of every workshop, once."""
        self._known: dict[str, dict[str, str]] = {}
        for mapped in ground.workshops:
            record = mapped.view.get(RECORD)
            placed = {} if record is None else kind_labels(record)
            now = {}
            if record is not None and ground.glossary is not None:
                now = labels_now(
                    sorted(kind_keys(record)), ground.glossary.concepts, ground.glossary.scheme.language
                )
            self._known[mapped.source.workshop] = {**placed, **now}

    def of(self, workshop: str, kind: str) -> str:
        """Return what a kind of a workshop is called."""
        return self._known[workshop].get(kind, kind)


def _place_row(name: LayerName, place: Place, ground: Ground, labels: _Labels, kept: Kept) -> Row:
    fields, shown, source = place.record.fields, place.shown, place.mapped.source
    grid = british_grid(shown.lon, shown.lat)
    row = {
        "title": fields["title"],
        "note": _words(fields["note"], place.record, place.mapped, kept),
        "me_too": _told(_me_too(place), ground.header.threshold, kept),
        "precision": shown.precision.value,
        "precision_m": METRES[shown.precision],
        "outside_area": place.outside,
        "lon": shown.lon,
        "lat": shown.lat,
        "easting": None if grid is None else grid[0],
        "northing": None if grid is None else grid[1],
        "statistical_area": place.code,
        "provenance": provenance_line(fields) or None,
        **_how_it_came(place.record, place.mapped),
    }
    if name is LayerName.MEETING_PLACES:
        meeting = fields["meeting"]
        row |= {
            **meeting,
            "who": _words(meeting["who"], place.record, place.mapped, kept),
        }
    else:
        kind = fields["asset_kind"]
        row |= {
            "kind": kind,
            "kind_label": labels.of(source.workshop, kind),
            "glossary_version": fields["placed"].get("glossary"),
        }
    return _in_order(name, row)


def _how_it_came(record: Record, mapped: Mapped) -> Row:
    placed = record.fields["placed"]
    return {
        "workshop": mapped.source.workshop,
        "mapped_on": mapped.source.held_on.isoformat(),
        "round": placed["round"],
        "placed_blind": placed["blind"],
        "placed_moderated": placed.get("moderated", False),
        "source": placed["source"],
    }


def _words(text: str, record: Record, mapped: Mapped, kept: Kept) -> str | None:
    """Return words if their author agreed to be quoted."""
    if not text:
        return None
    if record.id not in mapped.quoted:
        kept.words_left_out += 1
        return None
    return text


def _me_too(place: Place) -> int:
    marks = place.mapped.view.standing_on(place.record.id)
    return sum(mark.kind == ME_TOO and "aside" not in mark.fields for mark in marks)


def _told(count: int, threshold: int, kept: Kept) -> int | None:
    """Return a count of people if it may be told."""
    if count < threshold:
        kept.counts_hidden += 1
        return None
    return count


@dataclass(frozen=True, slots=True)
class _Joined:
    """A connection that is in the edition, as a line and as a row, with the statistical areas of its ends."""

    line: Feature
    row: Feature
    codes: frozenset[str | None]


def _connections(
    ground: Ground, edition: Edition, places: Mapping[Key, Place], kept: Kept
) -> Iterator[_Joined]:
    for mapped in ground.workshops:
        for record in _of_kinds(mapped, {CONNECTION}):
            why = why_withheld(record, mapped.view, edition)
            if why is None:
                ends = [places.get((mapped.source.workshop, record.fields[end])) for end in ("start", "end")]
                start, end = ends
                if start is not None and end is not None:
                    yield _joined(ground, mapped, record, start, end, places, kept)
                    continue
                why = Why.END
            kept.withheld[why] += 1


def _joined(
    ground: Ground,
    mapped: Mapped,
    record: Record,
    start: Place,
    end: Place,
    places: Mapping[Key, Place],
    kept: Kept,
) -> _Joined:
    fields = record.fields
    where = fields["where"]
    met = places.get((mapped.source.workshop, where))
    row = {
        "start": start.id,
        "end": end.id,
        "start_title": start.record.fields["title"],
        "end_title": end.record.fields["title"],
        "directed": fields["directed"],
        "how_mode": fields["how"]["mode"],
        "how_frequency": fields["how"]["frequency"],
        "how_strength": fields["how"]["strength"],
        "where": where if where == NO_FIXED_PLACE else None if met is None else met.id,
        "why": ";".join(sorted(fields["why"])) or None,
        "outcome": fields["result"]["outcome"],
        "outcome_words": _words(fields["result"]["words"], record, mapped, kept),
        **_how_it_came(record, mapped),
    }
    ends = {
        "start_lon": start.shown.lon,
        "start_lat": start.shown.lat,
        "end_lon": end.shown.lon,
        "end_lat": end.shown.lat,
    }
    line = [[start.shown.lon, start.shown.lat], [end.shown.lon, end.shown.lat]]
    name = feature_id(ground.mask(mapped), record.id)
    return _Joined(
        Feature(name, {"type": "LineString", "coordinates": line}, _in_order(LayerName.CONNECTIONS, row)),
        Feature(name, None, _in_order(LayerName.CONNECTION_TABLE, {**row, **ends})),
        frozenset({start.code, end.code}),
    )


def _boundary(ground: Ground) -> Feature:
    header = ground.header
    row = {"name": header.area, "programme": header.programme, "wave": header.wave}
    return Feature(header.area_id, in_one_form(ground.boundary), _in_order(LayerName.BOUNDARY, row))


def _statistical_areas(
    ground: Ground, places: Iterable[Place], connections: Iterable[_Joined]
) -> Iterator[Feature]:
    mapped = Counter((place.record.kind, place.code) for place in places)
    joined = Counter(code for each in connections for code in each.codes)
    for area in ground.statistical_areas:
        row = {
            "code": area.code,
            "name": area.name or area.code,
            "assets": mapped[ASSET, area.code],
            "meeting_places": mapped[MEETING_PLACE, area.code],
            "connections": joined[area.code],
        }
        geometry: Json = in_one_form(area.geometry)
        yield Feature(area.code, geometry, _in_order(LayerName.STATISTICAL_AREAS, row))


def _of_kinds(mapped: Mapped, kinds: Iterable[str]) -> list[Record]:
    return sorted((each for kind in kinds for each in mapped.view.of_kind(kind)), key=lambda each: each.id)


def _by_id(features: Iterable[Feature]) -> tuple[Feature, ...]:
    return tuple(sorted(features, key=lambda feature: feature.id))


def _in_order(name: LayerName, row: Mapping[str, Any]) -> Row:
    """Return a value for each column of a layer, in the columns' order."""
    return {column.name: row[column.name] for column in SCHEMAS[name].columns}
