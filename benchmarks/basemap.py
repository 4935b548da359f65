"""Basemaps: how long a dense city takes to build, how heavy its tiles are, how fast they are served.

The city is invented on the spot: 5 km across, 20,000 buildings, streets with names that bend a little, a river, parks, a
railway and shops, with about as many points as the centre of a large English town has.
"""

import gzip
import math
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from shapely import Polygon, box

from kithmap.basemap.archive import Archive
from kithmap.basemap.build_file import build_basemap
from kithmap.basemap.model import BuildProgress, Theme

CENTRE = (-1.9, 52.48)
ACROSS_METRES = 5000.0
BUILDINGS = 20_000
METRES_PER_DEGREE = 111_320.0

Place = tuple[float, float]


class City:
    """An invented city on a bent grid of streets, written as an OpenStreetMap XML file."""

    def __init__(self, blocks: int = 40, homes: int = BUILDINGS, seed: int = 7) -> None:
        """Plan `blocks` by `blocks` blocks with `homes` buildings among them."""
        self._draw = random.Random(seed)
        self._blocks = blocks
        self._homes = homes
        self._size = ACROSS_METRES / 40
        self._points: list[str] = []
        self._ways: list[str] = []

    @property
    def boundary(self) -> Polygon:
        """The city's outline in degrees."""
        half = self._blocks / 2
        west, south = self._place(-half, -half)
        east, north = self._place(half, half)
        return box(west, south, east, north)

    def write(self, path: Path) -> None:
        """Write the city as an OSM XML file."""
        self._streets()
        self._buildings()
        self._landscape()
        document = '<osm version="0.6">' + "".join(self._points) + "".join(self._ways) + "</osm>"
        path.write_text(document, encoding="utf-8")

    def _place(self, across: float, up: float) -> Place:
        """Return degrees for a place in blocks from the centre; the grid is bent as grown cities are."""
        x = (across + 0.9 * math.sin(up / 5)) * self._size
        y = (up + 0.9 * math.sin(across / 6)) * self._size
        longitude = CENTRE[0] + x / METRES_PER_DEGREE / math.cos(math.radians(CENTRE[1]))
        return longitude, CENTRE[1] + y / METRES_PER_DEGREE

    def _way(self, places: list[Place], **tags: str) -> None:
        closed = places[0] == places[-1]
        first = len(self._points) + 1
        for longitude, latitude in places[:-1] if closed else places:
            number = len(self._points) + 1
            self._points.append(
                f'<node id="{number}" lon="{longitude:.7f}" lat="{latitude:.7f}" version="1"/>'
            )
        numbers = [*range(first, len(self._points) + 1), *([first] if closed else [])]
        refs = "".join(f'<nd ref="{number}"/>' for number in numbers)
        written = "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
        self._ways.append(f'<way id="{len(self._ways) + 1}" version="1">{refs}{written}</way>')

    def _streets(self) -> None:
        half = self._blocks // 2
        kinds = {0: "primary", 5: "secondary"}
        for line in range(-half, half + 1):
            kind = kinds.get(abs(line) % 10, "residential")
            steps = [step / 2 for step in range(-2 * half, 2 * half + 1)]
            self._way(
                [self._place(step, line) for step in steps], highway=kind, name=f"{self._word()} Street"
            )
            self._way([self._place(line, step) for step in steps], highway=kind, name=f"{self._word()} Road")
            alley = [self._place(step, line + 0.5) for step in steps[::4]]
            self._way(alley, highway="footway")

    def _word(self) -> str:
        return "".join(
            self._draw.choice(("ash", "bran", "cor", "den", "el", "far", "gil")) for _ in range(3)
        ).title()

    def _buildings(self) -> None:
        half = self._blocks / 2
        for home in range(self._homes):
            across, up = self._draw.uniform(-half, half), self._draw.uniform(-half, half)
            wide, deep = self._draw.uniform(0.06, 0.12), self._draw.uniform(0.06, 0.12)
            notch = deep * 0.6
            outline = [
                (0, 0), (wide, 0), (wide, notch), (wide * 0.6, notch), (wide * 0.6, deep), (0, deep), (0, 0),
            ]  # fmt: skip
            tags = {"amenity": "cafe", "name": f"{self._word()} Cafe"} if home % 40 == 0 else {}
            self._way([self._place(across + x, up + y) for x, y in outline], building="yes", **tags)

    def _landscape(self) -> None:
        half = self._blocks / 2
        steps = [step / 4 for step in range(int(-4 * half), int(4 * half) + 1)]
        self._way(
            [self._place(step, 3 * math.sin(step / 3)) for step in steps], waterway="river", name="River Fen"
        )
        self._way([self._place(step, step / 3 - 4) for step in steps], railway="rail")
        for _ in range(self._blocks):
            across, up = self._draw.uniform(-half, half - 1), self._draw.uniform(-half, half - 1)
            ring = [(0.0, 0.0), (0.8, 0.1), (0.9, 0.7), (0.2, 0.9), (0.0, 0.0)]
            places = [self._place(across + x, up + y) for x, y in ring]
            self._way(places, leisure="park", name=f"{self._word()} Park")


def _served(archive: Archive, addresses: list[tuple[int, int, int]]) -> Iterator[float]:
    for z, x, y in addresses:
        start = time.perf_counter()
        archive.tile(z, x, y, Theme.LIGHT)
        yield (time.perf_counter() - start) * 1000


def _figures(name: str, values: list[float], unit: str) -> None:
    ordered = sorted(values)
    tail = ordered[int(len(ordered) * 0.95)]
    print(f"{name}: median {statistics.median(ordered):.2f} {unit}, p95 {tail:.2f}, most {ordered[-1]:.2f}")


def _quiet(_: BuildProgress) -> None:
    """Tell nobody."""


def main() -> int:
    """Build the city and print the figures. Returns 1 when a bound is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        city, source, target = City(), folder / "city.osm", folder / "city.basemap"
        city.write(source)
        start = time.perf_counter()
        summary = build_basemap(
            source,
            city.boundary,
            target,
            area="City",
            attribution="invented",
            built_at=datetime.now(UTC),
            progress=_quiet,
        )
        seconds = time.perf_counter() - start
        print(f"built in {seconds:.1f} s: {summary.features:,} features, {summary.tiles:,} tiles")
        print(f"archive {summary.bytes_written / 1e6:.1f} MB")
        with closing(sqlite3.connect(target)) as connection:
            addresses = connection.execute("SELECT z, x, y FROM tiles").fetchall()
        random.Random(1).shuffle(addresses)
        archive = Archive(target)
        first = list(_served(archive, addresses[:500]))
        again = list(_served(archive, addresses[:500]))
        sizes = [len(archive.tile(z, x, y, Theme.LIGHT) or b"") / 1024 for z, x, y in addresses]
        _figures("tile, first time", first, "ms")
        _figures("tile, again", again, "ms")
        _figures("tile, gzipped", sizes, "KB")
        whole = archive.whole(Theme.LIGHT)
        print(
            f"whole map {len(whole) / 1024:.0f} KB gzipped, {len(gzip.decompress(whole)) / 1024:.0f} KB plain"
        )
        kept = seconds < 60 and sorted(first)[int(len(first) * 0.95)] < 10
    print("bounds kept" if kept else "BOUND MISSED: under 60 s to build, p95 under 10 ms to serve")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
