"""OGC API - Features: how long GDAL takes to read a large layer, beside what it takes to read the same features from a file.

``python -m benchmarks.ogc_features`` publishes 200,000 places (or as many as are named behind it) in a temporary folder, serves them in a
process of its own, and lets GDAL read them in another: all of them, page by page, and those in a small rectangle. What GDAL needs for the same features
in a file is the floor. Bounds: all within 8 s of GDAL's own time; a rectangle of some dozen within 0.3 s, GDAL's four questions before it included. What pyogrio
needs to make Python's objects of four million values comes on top, and is printed beside it.
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

GDAL_ALONE = """
import ctypes, json, sys, time
import pyogrio

# What the extension is linked with: the GDAL that it brings along.
gdal = ctypes.CDLL(pyogrio._io.__file__)
pointer = ctypes.c_void_p
for call, wanted in (
    ("GDALOpenEx", [ctypes.c_char_p, ctypes.c_uint, pointer, pointer, pointer]),
    ("GDALDatasetGetLayerByName", [pointer, ctypes.c_char_p]),
    ("GDALDatasetGetLayer", [pointer, ctypes.c_int]),
    ("OGR_L_GetNextFeature", [pointer]),
):
    getattr(gdal, call).argtypes, getattr(gdal, call).restype = wanted, pointer
forget = gdal.OGR_F_Destroy
forget.argtypes, forget.restype = [pointer], None
VECTOR = 4
source, options = sys.argv[1], json.loads(sys.argv[2])
begun = time.perf_counter()
opened = gdal.GDALOpenEx(source.encode(), VECTOR, None, None, None)
name = options.get("layer")
layer = gdal.GDALDatasetGetLayerByName(opened, name.encode()) if name else gdal.GDALDatasetGetLayer(opened, 0)
count = 0
while feature := gdal.OGR_L_GetNextFeature(layer):
    forget(feature)
    count += 1
print(json.dumps([time.perf_counter() - begun, count]))
"""


def read(source: str, reader: str = READER, **options: object) -> tuple[float, int]:
    """Let GDAL read in another process; return seconds and features."""
    command = [sys.executable, "-c", reader, source, json.dumps(options)]
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
        best: dict[tuple[str, str], float] = {}
        for _ in range(ROUNDS):
            for way, reader in (("GDAL alone", GDAL_ALONE), ("pyogrio", READER)):
                for source, options in ((str(file), {}), (address, {"layer": name})):
                    seconds, count = read(source, reader, **options)
                    assert count == places
                    best[way, source] = min(best.get((way, source), seconds), seconds)
        rectangle, inside = min(read(address, layer=name, bbox=RECTANGLE) for _ in range(ROUNDS))
    for way, most in (
        ("GDAL alone", f"at most {MOST_SECONDS} s"),
        ("pyogrio", "no bound: its own work, too"),
    ):
        floor, whole = best[way, str(file)], best[way, address]
        print(f"{way}, a file of the same features:  {floor:6.2f} s")
        print(f"{way}, OGC API - Features, all:      {whole:6.2f} s   {whole / floor:.2f} times, {most}")
    print(
        f"pyogrio, a rectangle of {inside} places:    {rectangle:6.2f} s   at most {MOST_SECONDS_OF_A_RECTANGLE} s"
    )
    return int(best["GDAL alone", address] > MOST_SECONDS or rectangle > MOST_SECONDS_OF_A_RECTANGLE)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if sys.argv[1:] else PLACES))
