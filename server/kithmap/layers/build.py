"""An edition of a release, built from its ground: what it may show, where, in which words, and how much it keeps back."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, Feature, Json, Layer, LayerName, ReleaseEdition
from kithmap.layers.position import Within, in_one_form, shown_place
from kithmap.layers.privacy import Why, feature_id, why_withheld
from kithmap.layers.rows import Kept, Labels, Place, connection_row, end_columns, in_order, place_row
from kithmap.layers.settling import Key, Located, Settled, located, settled
from kithmap.shared_map.model import ASSET, CONNECTION, MEETING_PLACE, METRES, PLACES, Precision

LAYER_OF = {ASSET: LayerName.ASSETS, MEETING_PLACE: LayerName.MEETING_PLACES}
"""In which layer a kind of place stands."""


def build(ground: Ground, edition: Edition) -> ReleaseEdition:
    """Build an edition of a release.

    Args:
        ground: from what.
        edition: for whom.

    Returns:
        The edition: each layer's features in the order of their ids. The same ground gives the same bytes.
    """
    kept = Kept()
    decided = settled(ground)
    places = _places(ground, edition, decided, kept)
    connections = list(_connections(ground, edition, decided, places, kept))
    features: dict[LayerName, list[Feature]] = {LayerName.ASSETS: [], LayerName.MEETING_PLACES: []}
    labels = Labels(ground)
    for place in places.values():
        name = LAYER_OF[place.record.kind]
        features[name].append(
            Feature(place.id, place.shown.geometry, place_row(name, place, ground, labels, kept))
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


def _places(ground: Ground, edition: Edition, decided: Settled, kept: Kept) -> dict[Key, Place]:
    """Return the places that are in the edition, by workshop and record."""
    found: list[Located] = []
    also: defaultdict[Key, list[Located]] = defaultdict(list)
    for each in _located(ground, PLACES):
        why = _why_not(each, edition, decided)
        if why is None:
            found.append(each)
        else:
            kept.withheld[why] += 1
        if why is Why.SAME:
            also[decided.standing_for(each.key)].append(each)
    shown = [shown_place(ground.mask(each.mapped), each.record.id, each.record.fields) for each in found]
    kept.masked.update(METRES[each.precision] for each in shown if each.precision is not Precision.EXACT)
    positions = [(each.lon, each.lat) for each in shown]
    within = Within(ground.boundary, ground.statistical_areas)
    return {
        each.key: Place(
            feature_id(ground.mask(each.mapped), each.record.id),
            each.record,
            each.mapped,
            tuple(also[each.key]),
            where,
            code,
            not inside,
        )
        for each, where, code, inside in zip(
            found, shown, within.codes(positions), within.inside(positions), strict=True
        )
    }


def _why_not(each: Located, edition: Edition, decided: Settled) -> Why | None:
    """Return why a place or connection is not in an edition; of a connection, as far as its two places do not tell."""
    why = why_withheld(each.record, each.mapped.view, edition)
    if why is None and each.key in decided.left_out:
        return Why.SETTLED
    return Why.SAME if why is None and each.key in decided.same else why


@dataclass(frozen=True, slots=True)
class _Joined:
    """A connection that is in the edition, as a line and as a row, with the statistical areas of its ends."""

    line: Feature
    row: Feature
    codes: frozenset[str | None]


def _connections(
    ground: Ground, edition: Edition, decided: Settled, places: Mapping[Key, Place], kept: Kept
) -> Iterator[_Joined]:
    shown = _Ends(places, decided, edition)
    for each in _located(ground, {CONNECTION}):
        why = _why_not(each, edition, decided)
        if why is None:
            start, end = (shown.of(each, each.record.fields[name]) for name in ("start", "end"))
            if start is None or end is None:
                why = Why.END
            elif start is end:
                why = Why.SAME
            else:
                yield _joined(ground, each, start, end, shown.of(each, each.record.fields["where"]), kept)
                continue
        kept.withheld[why] += 1


class _Ends:
    """The places that connections may name."""

    def __init__(self, places: Mapping[Key, Place], decided: Settled, edition: Edition) -> None:
        """Take the places that are in an edition."""
        self._places = places
        self._decided = decided
        self._edition = edition

    def of(self, connection: Located, place: str) -> Place | None:
        """Return the place that stands for the one that a connection was drawn to, if that may be in the edition at all."""
        key = (connection.key[0], place)
        if key not in self._decided.same:
            return self._places.get(key)
        record = connection.mapped.view.get(place)
        if record is None or key in self._decided.left_out:
            return None
        if why_withheld(record, connection.mapped.view, self._edition) is not None:
            return None
        return self._places.get(self._decided.standing_for(key))


def _joined(
    ground: Ground, each: Located, start: Place, end: Place, met: Place | None, kept: Kept
) -> _Joined:
    line = [[start.shown.lon, start.shown.lat], [end.shown.lon, end.shown.lat]]
    name = feature_id(ground.mask(each.mapped), each.record.id)
    row = connection_row(each, start, end, met, kept)
    return _Joined(
        Feature(name, {"type": "LineString", "coordinates": line}, in_order(LayerName.CONNECTIONS, row)),
        Feature(name, None, in_order(LayerName.CONNECTION_TABLE, {**row, **end_columns(start, end)})),
        frozenset({start.code, end.code}),
    )


def _boundary(ground: Ground) -> Feature:
    header = ground.header
    row = {"name": header.area, "programme": header.programme, "wave": header.wave}
    return Feature(header.area_id, in_one_form(ground.boundary), in_order(LayerName.BOUNDARY, row))


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
        yield Feature(area.code, geometry, in_order(LayerName.STATISTICAL_AREAS, row))


def _located(ground: Ground, kinds: Collection[str]) -> Iterator[Located]:
    return (each for each in located(ground) if each.record.kind in kinds)


def _by_id(features: Iterable[Feature]) -> tuple[Feature, ...]:
    return tuple(sorted(features, key=lambda feature: feature.id))
