"""Layers in the database: how long until a large layer is sent, a rectangle is found in it, and a normal release is published.

200,000 assets in one layer of each edition, on SQLite. Timed are the canonical GeoJSON of one layer, sent piece by piece, with the
memory that it takes on the way, and 200 small rectangles anywhere in it. In turns with each its floor: the driver alone, reading the same
rows and asking the same R*Tree. Then 2,000 places and connections of one workshop go from the room's records to a published release:
both editions built and checked, and stored in one transaction, beside the building of one edition alone.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.layer_formats import place
from benchmarks.load.machine import verdict
from kithmap.basics.actors import Role
from kithmap.glossary.model import Version
from kithmap.layers import actions
from kithmap.layers.access import feature_texts
from kithmap.layers.build import build
from kithmap.layers.drafting import drafted
from kithmap.layers.geojson import collection, members
from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, Feature, Layer, LayerName
from kithmap.layers.origin import as_document
from kithmap.layers.published import PublishedRelease
from kithmap.layers.store import drafts
from kithmap.storage.database import Database
from tests.layers.stored import NOW, add, with_area
from tests.support.databases import sqlite_url
from tests.support.grounds import ground
from tests.support.hall import Hall, connection, point

LARGE, NORMAL = 200_000, 2_000
RECTANGLES = 200
SENT_GOAL_S, FOUND_GOAL_MS, PUBLISHED_GOAL_S, MEMORY_GOAL_MB = 1.0, 5.0, 2.0, 30.0
WEST, SOUTH, EAST, NORTH = -0.82, 52.53, -0.43, 52.76
WIDE = 0.002
"""Degrees of a rectangle: some ten places lie in it."""

Bounds = tuple[float, float, float, float]


def many(features: int) -> Layer:
    """Return a layer of so many assets."""
    drawn = random.Random(features)
    made = (place(LayerName.ASSETS, number, drawn) for number in range(features))
    return Layer(LayerName.ASSETS, tuple(map(of_a_street, made)))


def of_a_street(feature: Feature) -> Feature:
    """Return an asset as it is; a line no longer than a street, where it would cross the county."""
    if feature.geometry is None or feature.geometry["type"] != "LineString":
        return feature
    lon, lat = feature.geometry["coordinates"][0]
    street = {"type": "LineString", "coordinates": [[lon, lat], [round(lon + WIDE, 7), lat]]}
    return replace(feature, geometry=street)


def sent(database: Database, release: PublishedRelease) -> int:
    """Write a layer's canonical GeoJSON piece by piece; return how long it is."""
    said = members(release.header, Edition.PUBLIC, LayerName.ASSETS)
    with database.reading() as session:
        lines = feature_texts(session, release.id, Edition.PUBLIC, LayerName.ASSETS)
        return sum(map(len, collection(said, lines)))


def read_by_driver(file: Path) -> int:
    """Read the same rows by SQLite's driver alone."""
    with sqlite3.connect(file) as connection_:
        rows = connection_.execute("SELECT text FROM layer_features WHERE part = 1 ORDER BY number")
        return sum(len(text.encode()) for (text,) in rows)


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def rectangles() -> list[Bounds]:
    """Return small rectangles anywhere in the layer, the same each time."""
    drawn = random.Random(1)
    corners = [(drawn.uniform(WEST, EAST), drawn.uniform(SOUTH, NORTH)) for _ in range(RECTANGLES)]
    return [(west, south, west + WIDE, south + WIDE) for west, south in corners]


def found(database: Database, release: PublishedRelease) -> list[float]:
    """Return how long each rectangle takes to find, in milliseconds."""
    with database.reading() as session:

        def ask(bbox: Bounds) -> list[bytes]:
            return list(feature_texts(session, release.id, Edition.PUBLIC, LayerName.ASSETS, bbox=bbox))

        ask(rectangles()[0])
        return [timed(lambda box=box: ask(box)) * 1e3 for box in rectangles()]  # type: ignore[misc]  # a lambda of a loop


def found_by_driver(file: Path) -> list[float]:
    """Return how long SQLite's R*Tree takes for each rectangle, in milliseconds."""
    asked = (
        "SELECT text FROM layer_rectangles JOIN layer_features USING (number) WHERE layer_rectangles.west <= ? AND "
        "layer_rectangles.east >= ? AND layer_rectangles.south <= ? AND layer_rectangles.north >= ? AND part_from <= 1.25 "
        "AND part_to >= 1.25"
    )
    with sqlite3.connect(file) as connection_:

        def ask(box: Bounds) -> object:
            west, south, east, north = box
            return connection_.execute(asked, (east, west, north, south)).fetchall()

        return [timed(lambda box=box: ask(box)) * 1e3 for box in rectangles()]  # type: ignore[misc]  # a lambda of a loop


def normal_ground(features: int) -> Ground:
    """Return the ground of one workshop: of ten records eight are places and two connections."""
    hall, drawn = Hall(), random.Random(2)
    people = [hall.join(number) for number in range(2, 22)]
    places: list[str] = []
    for number in range(features * 8 // 10):
        author = people[number % len(people)]
        places.append(author.new_id())
        hall.do(
            author,
            "asset.place",
            place=places[-1],
            asset_kind="physical_place",
            title=f"Place {number}",
            note="Warm in winter.",
            geometry=point(round(drawn.uniform(WEST, EAST), 7), round(drawn.uniform(SOUTH, NORTH), 7)),
            visibility="public" if number % 3 else "partners",
            precision="exact" if number % 5 else "100m",
        )
    for number in range(features * 2 // 10):
        author = people[number % len(people)]
        hall.do(author, "connection.draw", **connection(author.new_id(), *drawn.sample(places, 2)))
    hall.do(hall.facilitator, "workshop.close")
    return ground(hall)


def published(database: Database, from_: Ground) -> None:
    """Work out a draft, let two people sign it, and publish it."""
    draft = drafted(from_, None)
    with database.session() as session:
        proposed = actions.Proposed(
            editions=draft.editions,
            decided=drafts.draft(session, "s"),
            previous=None,
            checksum=draft.checksum,
            is_new=True,
            unsettled=0,
            ground=as_document(from_),
        )
        for account, role in (("fay", Role.FACILITATOR), ("ria", Role.RESEARCHER)):
            actions.sign(session, "s", proposed, (account, role), draft.checksum, NOW)
        roles = {"fay": Role.FACILITATOR, "ria": Role.RESEARCHER}
        actions.publish(session, "s", proposed, draft.checksum, roles, NOW)


def main() -> int:
    """Measure and print. Returns 1 when a bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, with_area(sqlite_url(Path(folder))) as database:
        large = of_large(database, Path(folder) / "kithmap.sqlite", rounds)
    return max(large, of_normal(rounds))


def of_large(database: Database, file: Path, rounds: int) -> int:
    """Measure one large layer. Returns 1 when a bound is missed."""
    with database.session() as session:
        release = add(session, Version(1, 0, 0), many(LARGE))
    size = sent(database, release)
    pairs = [
        (timed(lambda: sent(database, release)), timed(lambda: read_by_driver(file))) for _ in range(rounds)
    ]
    whole, floor = (statistics.median(each) for each in zip(*pairs, strict=True))
    tracemalloc.start()
    sent(database, release)
    memory = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    box, box_floor = statistics.median(found(database, release)), statistics.median(found_by_driver(file))
    print(f"{LARGE} features, {size / 1e6:.0f} MB of GeoJSON, medians of {rounds}:")
    verdict("sent piece by piece, s", whole, SENT_GOAL_S)
    print(f"  floor, the driver alone: {floor:.2f} s, to the floor: {whole / floor:.1f}")
    verdict("memory that this takes at most, MB", memory, MEMORY_GOAL_MB)
    verdict("a rectangle, ms", box, FOUND_GOAL_MS)
    print(f"  floor, the R*Tree alone: {box_floor:.3f} ms, to the floor: {box / box_floor:.1f}")
    missed = whole > SENT_GOAL_S or memory > MEMORY_GOAL_MB or box > FOUND_GOAL_MS
    return int(missed)


def of_normal(rounds: int) -> int:
    """Measure the publishing of a normal release. Returns 1 when the bound is missed."""
    from_ = normal_ground(NORMAL)
    took, alone = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder, with_area(sqlite_url(Path(folder))) as database:
            took.append(timed(lambda database=database: published(database, from_)))  # type: ignore[misc]  # see above
        alone.append(timed(lambda: build(from_, Edition.PUBLIC)))
    median, floor = statistics.median(took), statistics.median(alone)
    print(f"{NORMAL} places and connections, medians of {rounds}:")
    verdict("published in both editions, without files, s", median, PUBLISHED_GOAL_S)
    print(f"  floor, one edition built: {floor:.2f} s, to the floor: {median / floor:.1f}")
    return int(median > PUBLISHED_GOAL_S)


if __name__ == "__main__":
    sys.exit(main())
