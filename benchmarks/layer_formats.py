"""A release in every format: how long each takes to write, for a normal release and for a very large one.

Of 100 features 70 are assets, 15 meeting places, 5 connections as lines and the same 5 as a table, and 5 statistical areas; nine in ten
places are points, the others lines and outlines of a few corners. In turns with them the floor: Python's own json.dumps of the same
features. Bounds: all formats of 2,000 features within 5 s; a GeoPackage of 200,000 within 4 s.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.load.machine import verdict
from kithmap.layer_formats.files import write
from kithmap.layer_formats.formats import FORMATS, Format, format_of
from kithmap.layers.model import Edition, Feature, Json, Layer, LayerName, PrivacyReport, ReleaseEdition
from kithmap.layers.schema import SCHEMAS
from tests.support.layers import BACK, CAME, ENDS, HEADER

NORMAL, LARGE = 2_000, 200_000
ALL_GOAL_S, GEOPACKAGE_GOAL_S = 5.0, 4.0
NOTE = "Warm in winter; the kettle is always on, and nobody asks why you came."
KINDS = ("gift_or_skill", "association", "institution", "physical_place", "exchange", "story_or_culture")


def release(features: int) -> ReleaseEdition:
    """Return a release of so many features, the same each time."""
    drawn = random.Random(features)
    assets = [place(LayerName.ASSETS, number, drawn) for number in range(features * 70 // 100)]
    met = [place(LayerName.MEETING_PLACES, number, drawn) for number in range(features * 15 // 100)]
    joined = [drawn.sample(assets + met, 2) for _ in range(features * 5 // 100)]
    lines = [line(number, *ends) for number, ends in enumerate(joined)]
    table = [
        row(LayerName.CONNECTION_TABLE, f"c{number:08}", None, {**BACK, **ENDS})
        for number in range(len(lines))
    ]
    areas = [
        row(LayerName.STATISTICAL_AREAS, f"E{number:08}", outline(drawn), {"code": f"E{number:08}", "name": "Oakham", "assets": 3,
            "meeting_places": 1, "connections": 0})
        for number in range(features * 5 // 100)
    ]  # fmt: skip
    layers = {
        LayerName.ASSETS: assets,
        LayerName.MEETING_PLACES: met,
        LayerName.CONNECTIONS: lines,
        LayerName.CONNECTION_TABLE: table,
        LayerName.STATISTICAL_AREAS: areas,
    }
    made = tuple(Layer(name, tuple(each)) for name, each in layers.items())
    return ReleaseEdition(HEADER, Edition.PUBLIC, made, PrivacyReport())


def position(drawn: random.Random) -> list[float]:
    """Return a position in the county of Rutland."""
    return [round(drawn.uniform(-0.82, -0.43), 7), round(drawn.uniform(52.53, 52.76), 7)]


def outline(drawn: random.Random) -> Json:
    """Return a small outline."""
    west, south = position(drawn)
    corners = [[west, south], [west + 0.001, south], [west + 0.001, south + 0.001], [west, south]]
    return {"type": "Polygon", "coordinates": [[[round(x, 7), round(y, 7)] for x, y in corners]]}


def shape(number: int, drawn: random.Random) -> Json:
    """Return a point, or for one in ten places a line or an outline."""
    if number % 10:
        return {"type": "Point", "coordinates": position(drawn)}
    if number % 20:
        return outline(drawn)
    return {"type": "LineString", "coordinates": [position(drawn) for _ in range(4)]}


def place(name: LayerName, number: int, drawn: random.Random) -> Feature:
    """Return an asset or a meeting place."""
    lon, lat = position(drawn)
    kind = drawn.choice(KINDS)
    told = {"title": f"Hall {number}", "note": NOTE if number % 2 else None, "kind": kind, "kind_label": kind.replace("_", " "),
            "glossary_version": "1.2.0", "me_too": number % 30 or None, "precision": "exact", "precision_m": 0,
            "outside_area": False, "lon": lon, "lat": lat, "easting": 486010.55, "northing": 308890.12,
            "statistical_area": "E01013838", "who": "anyone", "how_often": "weekly", "how_many": "few", "open_to": "everyone",
            **CAME}  # fmt: skip
    return row(name, f"{name.value[0]}{number:08}", shape(number, drawn), told)


def line(number: int, start: Feature, end: Feature) -> Feature:
    """Return a connection as a line."""
    ends = [[each.properties["lon"], each.properties["lat"]] for each in (start, end)]
    return row(LayerName.CONNECTIONS, f"c{number:08}", {"type": "LineString", "coordinates": ends}, {**BACK, "start": start.id,
               "end": end.id})  # fmt: skip


def row(name: LayerName, id_: str, geometry: Json | None, told: dict[str, Any]) -> Feature:
    """Return a feature with a value for each of its columns."""
    return Feature(id_, geometry, {column.name: told.get(column.name) for column in SCHEMAS[name].columns})


def seconds_of(form: Format | None, made: ReleaseEdition) -> float:
    """Return how long a format takes, or the floor."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        if form is None:
            Path(folder, "floor").write_text(json.dumps(list(plain(made))), encoding="utf-8")
        else:
            write(form, made, Path(folder))
        return time.perf_counter() - began


def plain(made: ReleaseEdition) -> Iterator[Json]:
    """Yield all features."""
    for layer in made.layers:
        for feature in layer.features:
            yield {"id": feature.id, "geometry": feature.geometry, "properties": feature.properties}


def measure(features: int, rounds: int, forms: tuple[Format, ...]) -> dict[str, float]:
    """Print the medians of all formats, and return them by their keys."""
    made = release(features)
    steps: dict[str, Format | None] = {"floor": None, **{form.key: form for form in forms}}
    seconds: dict[str, list[float]] = {key: [] for key in steps}
    for _ in range(rounds):
        for key, form in steps.items():
            seconds[key].append(seconds_of(form, made))
    medians = {key: statistics.median(each) for key, each in seconds.items()}
    count = sum(len(layer.features) for layer in made.layers)
    print(f"{count} features, medians of {rounds}; floor: json.dumps to a file, {medians['floor']:.3f} s")
    for key, median in medians.items():
        print(
            f"  {key}: {median:.3f} s, {median / medians['floor']:.1f} of the floor [{min(seconds[key]):.3f}-{max(seconds[key]):.3f}]"
        )
    return medians


def main() -> int:
    """Measure and print. Returns 1 when a bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--format", choices=[form.key for form in FORMATS])
    given = parser.parse_args()
    chosen = format_of(given.format or "")
    forms = (chosen,) if chosen else FORMATS
    # What is imported at the first use belongs to the start of a server.
    seconds_of(FORMATS[1], release(100))
    normal = measure(NORMAL, given.rounds, forms)
    large = measure(LARGE, given.rounds, forms)
    every = sum(median for key, median in normal.items() if key != "floor")
    verdict("every format of a normal release, s", every, ALL_GOAL_S)
    geopackage = large.get("gpkg", 0.0)
    verdict("GeoPackage of a very large release, s", geopackage, GEOPACKAGE_GOAL_S)
    return 0 if every <= ALL_GOAL_S and geopackage <= GEOPACKAGE_GOAL_S else 1


if __name__ == "__main__":
    sys.exit(main())
