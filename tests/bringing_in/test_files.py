import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.bringing_in.files import read_file
from kithmap.bringing_in.model import MOST_BYTES
from tests.bringing_in.test_geojson import collection, feature
from tests.bringing_in.test_gpx import gpx
from tests.bringing_in.test_kml import KML, packed

WAYPOINT = gpx('<wpt lat="52.67" lon="-0.73"><name>Café</name></wpt>')


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (collection(feature(name="Hall")).encode(), "GeoJSON"),
        (collection(feature(name="Hall")).encode("utf-8-sig"), "GeoJSON"),
        (collection(feature(name="Hall")).encode("utf-16"), "GeoJSON"),
        (b"\n\n  " + collection(feature(name="Hall")).encode(), "GeoJSON"),
        (b"name,lon,lat\nHall,-0.73,52.67\n", "CSV"),
        (WAYPOINT, "GPX"),
        (WAYPOINT.decode().encode("utf-16"), "GPX"),
        (
            b'<?xml version="1.0" encoding="iso-8859-1"?>'
            + WAYPOINT.partition(b"?>")[2].decode().encode("latin-1"),
            "GPX",
        ),
        (b"<!-- <kml> -->" + WAYPOINT.partition(b"?>")[2], "GPX"),
        (KML, "KML"),
        (packed(**{"doc.kml": KML}), "KMZ"),
    ],
)
def test_a_file_is_known_by_how_it_begins(content: bytes, form: str) -> None:
    found = read_file(content)
    assert found.form == form
    assert len(found.tables[0].rows) == 1


def test_letters_are_read_as_the_file_says() -> None:
    for encoding in ("utf-8", "utf-16", "iso-8859-1"):
        content = f'<?xml version="1.0" encoding="{encoding}"?>{WAYPOINT.decode().partition("?>")[2]}'.encode(
            encoding
        )
        assert read_file(content).tables[0].rows[0].cells[0] == "Café"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\x00\r\n ", "empty"),
        (b"name,lon,lat\n", "no places"),
        (collection().encode(), "no places"),
        (b"<html><body>Sign in</body></html>", "neither GPX nor KML"),
        (b"\x00\x00\x27\x0a" + b"\x00" * 100, "Shapefile"),
        (packed(**{"xl/workbook.xml": b"x"}), "spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "holds a sign|cannot be read"),
        (b"[1, 2]", "no GeoJSON"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        read_file(content)


def _ring(corners: int) -> bytes:
    ring = b",".join([b"[0,0]"] * corners)
    return (
        b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
        b'"geometry":{"type":"Polygon","coordinates":[[' + ring + b"]]}}]}"
    )


def test_a_ring_of_ten_million_corners_is_refused_by_its_size_at_once() -> None:
    content = _ring(10_000_000)
    began = time.process_time()
    with pytest.raises(TooLargeError, match="MB at most"):
        read_file(content)
    assert time.process_time() - began < 2


def test_the_largest_ring_that_fits_a_file_is_told_of_in_bounded_time() -> None:
    content = _ring(600_000)
    assert len(content) < MOST_BYTES
    began = time.process_time()
    found = read_file(content)
    assert time.process_time() - began < 20
    assert "corners" in found.tables[0].left[0].says


@given(st.binary(max_size=300))
def test_any_bytes_are_a_file_of_places_or_refused(content: bytes) -> None:
    try:
        found = read_file(content)
    except KithmapError:
        return
    assert found.tables


@given(
    st.sampled_from(
        [
            b"PK\x03\x04",
            b"SQLite format 3\x00",
            b"<gpx>",
            b"<kml>",
            b'{"type":"FeatureCollection"',
            b"\xff\xfe",
        ]
    ),
    st.binary(max_size=200),
)
def test_whatever_follows_a_known_beginning_is_read_or_refused(begins: bytes, rest: bytes) -> None:
    try:
        found = read_file(begins + rest)
    except KithmapError:
        return
    assert found.tables
