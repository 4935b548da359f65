"""OGC API - Features: how long GDAL takes to read a large layer, beside what it takes to read the same features from a file.

``python -m benchmarks.ogc_features`` publishes 200,000 places (or as many as are named behind it) in a temporary folder, serves them in a
process of its own, and lets GDAL read them in another: all of them, page by page, and those in a small rectangle. What GDAL itself needs to understand
them is the floor. Bounds: all within 8 s; a rectangle of some dozen within 0.3 s, GDAL's four questions before it included.
"""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from kithmap.layers.geojson import written
from kithmap.layers.model import Edition, Layer, LayerName, ReleaseEdition
from kithmap.layers.store import releases
from kithmap.programme import actions as programmes
from kithmap.programme.boundary import check_boundary
from kithmap.storage.engine import open_database
from tests.support.installation import SQUARE, START
from tests.support.layers import RELEASE
from tests.support.ogc import SLUG, begin_series, many_places
from tests.support.running_kithmap import RunningKithmap

PLACES = 200_000
ROUNDS = 2
MOST_SECONDS = 8.0
MOST_SECONDS_OF_A_RECTANGLE = 0.3
RECTANGLE = (-0.7455, 52.6655, -0.7445, 52.6659)

READER = """
import json, sys, time
import pyogrio

pyogrio.list_drivers()
source, options = sys.argv[1], json.loads(sys.argv[2])
if "bbox" in options:
    options["bbox"] = tuple(options["bbox"])
begun = time.perf_counter()
meta, ids, geometries, fields = pyogrio.raw.read(source, **options)
print(json.dumps([time.perf_counter() - begun, len(geometries)]))
"""


def read(source: str, **options: object) -> tuple[float, int]:
    """Let GDAL read in another process; return seconds and features."""
    command = [sys.executable, "-c", READER, source, json.dumps(options)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, timeout=1_200)
    seconds, count = json.loads(answer.stdout)
    return float(seconds), int(count)


def publish(data_folder: Path, file: Path, places: int = PLACES) -> None:
    """Publish the places, and write them to a file."""
    header = RELEASE.header
    layer = Layer(LayerName.ASSETS, many_places(places))
    database = open_database(f"sqlite:///{(data_folder / 'kithmap.sqlite').as_posix()}")
    try:
        with database.session() as session:
            programme = programmes.add_programme(session, "Seven places", START)
            area = programmes.add_area(
                session, programme.id, "Oakham", check_boundary(SQUARE).geometry, START
            )
            begin_series(session, area.id, programme.id)
            header = replace(header, area_id=area.id)
            public = ReleaseEdition(header, Edition.PUBLIC, (layer,), RELEASE.report)
            nothing = ReleaseEdition(header, Edition.PARTNERS, (Layer(LayerName.ASSETS, ()),), RELEASE.report)
            made = {Edition.PUBLIC: public, Edition.PARTNERS: nothing}
            releases.add(session, "s", releases.NewRelease(made, "{}", "cc"), START)
    finally:
        database.close()
    file.write_bytes(written(header, Edition.PUBLIC, layer))


def main(places: int = PLACES) -> int:
    """Measure, print, and tell whether all is within its bounds, which are those of the full number."""
    name = f"{SLUG}.assets"
    with tempfile.TemporaryDirectory() as folder, RunningKithmap(Path(folder) / "kithmap") as running:
        file = Path(folder) / "places.geojson"
        begun = time.perf_counter()
        publish(running.data_folder, file, places)
        print(
            f"published {places:,} places in {time.perf_counter() - begun:.1f} s, {file.stat().st_size / 1e6:.0f} MB"
        )
        address = f"OAPIF:http://127.0.0.1:{running.port}/ogc"
        best, floor = float("inf"), float("inf")
        for _ in range(ROUNDS):
            seconds, count = read(str(file))
            floor = min(floor, seconds)
            assert count == places
            seconds, count = read(address, layer=name)
            best = min(best, seconds)
            assert count == places
        rectangle, inside = min(read(address, layer=name, bbox=RECTANGLE) for _ in range(ROUNDS))
    print(f"GDAL, a file of the same features:  {floor:6.2f} s")
    print(
        f"GDAL, OGC API - Features, all:      {best:6.2f} s   {best / floor:.2f} times, at most {MOST_SECONDS} s"
    )
    print(
        f"GDAL, a rectangle of {inside} places:    {rectangle:6.2f} s   at most {MOST_SECONDS_OF_A_RECTANGLE} s"
    )
    return int(best > MOST_SECONDS or rectangle > MOST_SECONDS_OF_A_RECTANGLE)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if sys.argv[1:] else PLACES))
