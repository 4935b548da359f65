"""An outsider fetches all there is, of every release, and tries to find out what nobody told them.

The evenings are drawn from seeds and go through the rules of the room; between two releases people place, move, rename, connect, join and
withdraw. Everything that is written for anybody outside the room is read: both editions of each release with every layer, exports for
researchers and for others of the room, films, differences, what the desk shows before publishing.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import orjson
import pytest
from pyproj import Geod

from kithmap.basics.actors import Role
from kithmap.layers.build import editions
from kithmap.layers.checks import findings
from kithmap.layers.differences import differences
from kithmap.layers.geojson import written
from kithmap.layers.ground import Ground, StatisticalArea
from kithmap.layers.model import Edition, LayerName, ReleaseEdition
from kithmap.layers.privacy import feature_id
from kithmap.layers.release import checksum_of, numbered
from kithmap.shared_map.exports import Reader, geojson
from kithmap.shared_map.masking import masked, middle
from kithmap.shared_map.model import ME_TOO, METRES, PLACES, Precision
from kithmap.sync.content import Content
from kithmap.time_lapse.film import Moment, Watchers, film
from tests.support.attack import betrayed
from tests.support.evenings import SECRET_WORD, Evening, evening, go_on
from tests.support.grounds import ground, mapped
from tests.support.hall import MASK, NOON, WORKSHOP

SEEDS = range(10)
ELLIPSOID = Geod(ellps="WGS84")
AREAS = tuple(
    StatisticalArea(
        f"E0100000{number}",
        "",
        {
            "type": "Polygon",
            "coordinates": [[[w, 52.0], [w + 0.25, 52.0], [w + 0.25, 53.0], [w, 53.0], [w, 52.0]]],
        },
    )
    for number, w in enumerate((-1.0, -0.75, -0.5, -0.25))
)


@dataclass
class Fetched:
    """What an outsider has.

    Attributes:
        releases: each release in both editions.
        bytes: everything, as it was sent.
        grounds: from what the releases were built; no outsider has these.
    """

    releases: list[dict[Edition, ReleaseEdition]] = field(default_factory=list)
    bytes: list[bytes] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)

    def publish(self, found: Evening) -> None:
        """Publish what an evening holds now, and fetch all that is written of it."""
        now = Content(found.content.number, list(found.content), list(found.content.all_removed()))
        of = ground(mapped(now, found.quotable), threshold=3, areas=AREAS)
        last = self.releases[-1] if self.releases else None
        release = numbered(last, editions(of))
        self.grounds.append(of)
        self.releases.append(release)
        self.bytes += _layers(release)
        self.bytes += [
            repr(differences(last[each] if last else None, release[each])).encode() for each in Edition
        ]
        self.bytes += [repr(findings(of)).encode(), checksum_of(release).encode()]
        self.bytes += _exports(found)


def _layers(release: dict[Edition, ReleaseEdition]) -> Iterator[bytes]:
    for each in release.values():
        yield repr(each.report).encode()
        for layer in each.layers:
            yield written(each.header, each.edition, layer)


def _exports(found: Evening) -> Iterator[bytes]:
    readers = [
        Reader(Role.RESEARCHER, "", frozenset(found.quotable)),
        Reader(Role.PARTICIPANT, "somebody else"),
    ]
    for reader in readers:
        yield geojson(found.content, reader, MASK)
    moments = [
        Moment(NOON + timedelta(minutes=number), entry.changes)
        for number, entry in enumerate(found.hall.log.entries(WORKSHOP, 0))
    ]
    for watchers in (Watchers.PARTNERS, Watchers.PUBLIC):
        yield orjson.dumps(film(moments, watchers, MASK))


def fetched(seed: int) -> tuple[Evening, Fetched]:
    """Return an evening with three releases of it."""
    found, everything = evening(seed), Fetched()
    chance = random.Random(seed + 1000)
    everything.publish(found)
    for _ in range(2):
        go_on(found, chance, steps=12)
        everything.publish(found)
    return found, everything


@pytest.fixture(scope="module", params=SEEDS)
def attacked(request: pytest.FixtureRequest) -> tuple[Evening, Fetched]:
    """Return an evening and what an outsider has of it."""
    return fetched(request.param)


Attacked = tuple[Evening, Fetched]


def test_no_true_position_of_a_coarse_place_stands_in_any_bytes(attacked: Attacked) -> None:
    found, everything = attacked
    assert betrayed(everything.bytes, found.true) == []


def test_the_outsider_would_have_found_them(attacked: Attacked) -> None:
    found, _ = attacked
    told = orjson.dumps([list(each) for each in found.true])
    assert betrayed([told], found.true) == list(dict.fromkeys(found.true))


def coarse(of: Ground) -> Iterator[tuple[str, dict[str, Any], int]]:
    """Go through the places of a ground that are not shown exactly: their feature's id, geometry and metres."""
    (workshop,) = of.workshops
    for kind in sorted(PLACES):
        for record in workshop.view.of_kind(kind):
            metres = METRES[Precision(record.fields["precision"])] if record.fields else 0
            if metres:
                yield feature_id(MASK, record.id), record.fields["geometry"], metres


def seen(releases: list[dict[Edition, ReleaseEdition]]) -> dict[str, set[tuple[float, float]]]:
    """Return every position that releases tell of each place: as geometry, in columns, at the ends of connections."""
    positions: defaultdict[str, set[tuple[float, float]]] = defaultdict(set)
    for release in releases:
        for layer in (layer for each in release.values() for layer in each.layers):
            for feature in layer.features:
                row = feature.properties
                if "lon" in row:
                    positions[feature.id].add((row["lon"], row["lat"]))
                    assert feature.geometry is not None
                    positions[feature.id].add(middle(feature.geometry))
                for end in ("start", "end"):
                    if f"{end}_lon" in row:
                        positions[row[end]].add((row[f"{end}_lon"], row[f"{end}_lat"]))
                if layer.name is LayerName.CONNECTIONS:
                    assert feature.geometry is not None
                    for end, corner in zip(("start", "end"), feature.geometry["coordinates"], strict=True):
                        positions[row[end]].add((corner[0], corner[1]))
    return dict(positions)


def test_averaging_all_that_is_told_of_a_place_gives_the_one_position_that_its_mask_gives(
    attacked: Attacked,
) -> None:
    _, everything = attacked
    for of, release in zip(everything.grounds, everything.releases, strict=True):
        told = seen([release])
        for feature, geometry, metres in coarse(of):
            if feature not in told:
                continue
            record_metres = {round(ELLIPSOID.inv(*middle(geometry), *each)[2], 1) for each in told[feature]}
            assert len(told[feature]) == 1
            assert all(metres / 5 - 0.1 <= each <= metres + 0.1 for each in record_metres)


def test_a_place_that_stays_where_it_is_is_shown_where_it_was_in_every_later_release(
    attacked: Attacked,
) -> None:
    _, everything = attacked
    drawn: defaultdict[str, set[str]] = defaultdict(set)
    for of in everything.grounds:
        for feature, geometry, metres in coarse(of):
            drawn[feature].add(f"{geometry} {metres}")
    told = seen(everything.releases)
    assert all(len(told[feature]) <= len(drawn[feature]) for feature in told.keys() & drawn.keys())


def test_a_place_that_is_moved_is_shown_at_a_spot_that_has_nothing_to_do_with_the_one_before() -> None:
    start = {"type": "Point", "coordinates": [-0.5, 52.5]}
    nudged = {"type": "Point", "coordinates": [-0.5000001, 52.5]}
    apart = ELLIPSOID.inv(*masked(MASK, "a", start, 1000), *masked(MASK, "a", nudged, 1000))[2]
    assert apart > 10


def test_words_of_those_who_did_not_agree_are_in_no_release(attacked: Attacked) -> None:
    _, everything = attacked
    for release in everything.releases:
        assert not [each for each in _layers(release) if SECRET_WORD.encode() in each]


def test_nobody_and_no_record_is_named_or_numbered_in_a_release(attacked: Attacked) -> None:
    found, everything = attacked
    told = b"".join(each for release in everything.releases for each in _layers(release)).decode()
    assert not [each for each in found.people if each.person in told]
    assert not [record.id for record in found.content if len(record.id) == 36 and record.id in told]


def test_what_is_in_no_edition_is_not_even_named(attacked: Attacked) -> None:
    _, everything = attacked
    for of, release in zip(everything.grounds, everything.releases, strict=True):
        (workshop,) = of.workshops
        records = [each for kind in sorted(PLACES) for each in workshop.view.of_kind(kind)]
        for edition, one in release.items():
            told = b"".join(_layers({edition: one})).decode()
            inside = {feature.id for layer in one.layers for feature in layer.features}
            for record in records:
                name = feature_id(MASK, record.id)
                if name not in inside:
                    assert name not in told
                    assert record.fields["title"] not in told


def test_what_somebody_took_back_is_in_no_later_release(attacked: Attacked) -> None:
    found, everything = attacked
    gone = {feature_id(MASK, record.id) for record in found.content.all_removed() if not record.fields}
    last = everything.releases[-1]
    assert not [
        f.id for each in last.values() for layer in each.layers for f in layer.features if f.id in gone
    ]


def test_counts_of_fewer_people_than_the_threshold_are_in_no_row(attacked: Attacked) -> None:
    _, everything = attacked
    for of, release in zip(everything.grounds, everything.releases, strict=True):
        (workshop,) = of.workshops
        counts = {
            feature_id(MASK, record.id): sum(
                mark.kind == ME_TOO for mark in workshop.view.standing_on(record.id)
            )
            for kind in PLACES
            for record in workshop.view.of_kind(kind)
        }
        rows = [f for each in release.values() for layer in each.layers for f in layer.features]
        told = [(counts[f.id], f.properties["me_too"]) for f in rows if "me_too" in f.properties]
        assert all(shown is None or shown >= of.header.threshold for _, shown in told)
        assert all(shown is None for count, shown in told if count < of.header.threshold)


def test_both_editions_of_a_release_tell_the_same_of_what_both_hold(attacked: Attacked) -> None:
    _, everything = attacked
    for release in everything.releases:
        public, partners = (
            {
                f.id: f.properties
                for layer in release[edition].layers
                for f in layer.features
                if "me_too" in f.properties
            }
            for edition in Edition
        )
        assert all(partners[name] == row for name, row in public.items())
