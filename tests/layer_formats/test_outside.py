"""Programs of others that judge files: each finds nothing wrong with ours, and something with one that is broken."""

import json
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import fastkml
import geojson_validator
import geopandas
import igraph
import networkx as nx
import polars as pl
import pyogrio
import pytest

from kithmap.layer_formats.files import write
from kithmap.layer_formats.formats import format_of
from tests.support.layers import RELEASE
from tests.support.outside_readers import web

Judge = Callable[[Path], str]
"""Returns what is wrong with a file; empty where nothing is."""

Break = Callable[[Path], None]


def _refusing(read: Callable[[Path], Any], *errors: type[Exception]) -> Judge:
    """Return a judge of a reader that refuses what is broken."""

    def judged(path: Path) -> str:
        try:
            read(path)
        except errors as error:
            return str(error) or type(error).__name__
        return ""

    return judged


def geojson_structure(path: Path) -> str:
    found = geojson_validator.validate_structure(json.loads(path.read_bytes()), check_crs=True)
    return json.dumps(found) if found else ""


def geojson_geometries(path: Path) -> str:
    found = geojson_validator.validate_geometries(json.loads(path.read_bytes()))
    return json.dumps(found) if found["invalid"] or found["problematic"] else ""


def check_geojson(path: Path) -> str:
    (found,) = web.ask("checkGeojson", [path])
    return str(found.get("refused", ""))


def web_flatgeobuf(path: Path) -> str:
    (found,) = web.ask("flatgeobuf", [path])
    return str(found.get("refused", ""))


def togeojson(path: Path) -> str:
    (found,) = web.ask("togeojson", [path])
    return str(found.get("refused", ""))


def sound_database(path: Path) -> str:
    """Ask SQLite whether the file is whole, and whether all that refers to something finds it."""
    with closing(sqlite3.connect(path)) as file:
        try:
            found = (
                file.execute("PRAGMA integrity_check").fetchall()
                + file.execute("PRAGMA foreign_key_check").fetchall()
            )
        except sqlite3.DatabaseError as error:
            return str(error)
    return "" if found == [("ok",)] else str(found)


def _all_layers(path: Path) -> None:
    for name, _ in pyogrio.list_layers(path):
        pyogrio.read_dataframe(path, layer=name)


gdal = _refusing(_all_layers, pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError)
by_networkx = _refusing(nx.read_graphml, nx.NetworkXError, ET.ParseError, KeyError, ValueError)
by_igraph = _refusing(lambda path: igraph.Graph.Read_GraphML(str(path)), igraph.InternalError)
by_geopandas = _refusing(geopandas.read_parquet, ValueError, OSError)
by_polars = _refusing(pl.read_parquet, pl.exceptions.ComputeError, OSError)
csv_by_polars = _refusing(pl.read_csv, pl.exceptions.ComputeError)
by_fastkml = _refusing(
    lambda path: fastkml.KML.parse(path, validate=True), AssertionError, ValueError, SyntaxError
)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def with_other(before: str, after: str) -> Break:
    def broken(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    return broken


def overwritten(path: Path) -> None:
    """Write over the middle of a file."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(bytes(content[: len(content)]))


def beheaded(path: Path) -> None:
    """Take away what says of what format a file is."""
    path.write_bytes(bytes(8) + path.read_bytes()[8:])


CASES: tuple[tuple[str, Judge, Break], ...] = (
    ("geojson", geojson_structure, with_other('"type":"Feature",', '"type":"Place",')),
    (
        "geojson",
        geojson_structure,
        with_other('"name":', '"crs":{"type":"name","properties":{"name":"x"}},"name":'),
    ),
    ("geojson", geojson_geometries, with_other("[-0.732,52.669]]]", "[-0.7321,52.669]]]")),
    ("geojson", check_geojson, with_other("[-0.7291,52.6708]", '["west",52.6708]')),
    ("geojson", gdal, cut_short),
    ("gpkg", gdal, cut_short),
    ("gpkg", sound_database, overwritten),
    ("gpkg-bng", sound_database, overwritten),
    ("fgb", gdal, beheaded),
    ("fgb", web_flatgeobuf, cut_short),
    ("geoparquet", by_geopandas, cut_short),
    ("geoparquet", by_polars, cut_short),
    ("kml", togeojson, with_other("</Folder>", "")),
    ("kml", by_fastkml, with_other("<Placemark", "<Placemark><name>a</name></Placemark><Placemarks")),
    ("kml", gdal, cut_short),
    (
        "csv",
        csv_by_polars,
        with_other("Victoria Hall", "Victoria Hall,more,and more,and more,,,,,,,,,,,,,,,,,,,,,,,"),
    ),
    ("graphml", by_networkx, with_other('attr.type="double"', 'attr.type="place"')),
    ("graphml", by_igraph, with_other("</edge>", "")),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The files of every format that is judged."""
    folder = tmp_path_factory.mktemp("judged")
    found = {}
    for key in {key for key, _, _ in CASES}:
        form = format_of(key)
        assert form is not None
        paths = write(form, RELEASE, folder)
        found[key] = [path for path in paths if not path.name.endswith(("metadata.json", "_table.parquet"))]
    return found


@pytest.mark.parametrize(("key", "judge"), sorted({(key, judge) for key, judge, _ in CASES}, key=str))
def test_nothing_is_wrong_with_our_files(key: str, judge: Judge, written: dict[str, list[Path]]) -> None:
    assert [judge(path) for path in written[key]] == [""] * len(written[key])


@pytest.mark.parametrize(("key", "judge", "break_it"), CASES)
def test_what_is_broken_is_refused(
    key: str, judge: Judge, break_it: Break, written: dict[str, list[Path]], tmp_path: Path
) -> None:
    broken = tmp_path / written[key][0].name
    broken.write_bytes(written[key][0].read_bytes())
    break_it(broken)
    assert judge(broken)
