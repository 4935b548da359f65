import contextlib
import json
import struct
from typing import Literal

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.wkb import from_geopackage_blob, from_wkb

SHAPES = [
    "POINT (1 2)",
    "LINESTRING (0 0, 1 1, 2 0)",
    "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
    "MULTIPOINT ((1 2), (3 4))",
    "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
    "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))",
]


@pytest.mark.parametrize("wkt", SHAPES)
@pytest.mark.parametrize("order", [0, 1])
@pytest.mark.parametrize("flavor", ["iso", "extended"])
@pytest.mark.parametrize("with_height", [False, True])
def test_what_shapely_writes_is_read(
    wkt: str, order: int, flavor: Literal["iso", "extended"], with_height: bool
) -> None:
    shape = shapely.from_wkt(wkt)
    written = shapely.force_3d(shape, 7) if with_height else shape
    blob = shapely.to_wkb(written, byte_order=order, flavor=flavor, include_srid=False)
    found = from_wkb(blob)
    assert shapely.from_geojson(json.dumps(found)) == shape


def geopackage(wkb: bytes, flags: int = 1, envelope: int = 0) -> bytes:
    return b"GP\x00" + bytes([flags]) + struct.pack("<i", 4326) + b"\x00" * envelope + wkb


@pytest.mark.parametrize(("number", "length"), [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)])
def test_the_bounds_before_a_shape_are_passed_over(number: int, length: int) -> None:
    wkb = shapely.to_wkb(shapely.Point(1, 2))
    found = from_geopackage_blob(geopackage(wkb, 1 | number << 1, length))
    assert found["coordinates"] == (1.0, 2.0)


@pytest.mark.parametrize(
    "blob",
    [
        None,
        7,
        "text",
        b"",
        b"GP\x00\x01",
        b"XX\x00\x01" + b"\x00" * 20,
        b"GP\x01\x01" + b"\x00" * 20,
        geopackage(b"", 0x11),
        geopackage(shapely.to_wkb(shapely.Point(1, 2)), 0x21),
        geopackage(shapely.to_wkb(shapely.Point(1, 2)), 0x0F, 64),
        geopackage(shapely.to_wkb(shapely.from_wkt("GEOMETRYCOLLECTION (POINT (1 2))"))),
        geopackage(struct.pack("<BII", 1, 2, 4_000_000_000)),
        geopackage(struct.pack("<BII", 1, 6, 40_000) + struct.pack("<BII", 1, 6, 1) * 40_000),
        geopackage(struct.pack("<BI2d", 1, 1, float("nan"), float("nan"))),
    ],
)
def test_what_is_no_shape_or_lies_about_its_length_is_refused(blob: object) -> None:
    with pytest.raises(BadInputError):
        from_geopackage_blob(blob)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_shape_or_refused(blob: bytes) -> None:
    for read in (from_wkb, from_geopackage_blob):
        with contextlib.suppress(BadInputError):
            read(blob)


@given(st.sampled_from(SHAPES), st.data())
def test_a_shape_that_was_tampered_with_is_a_shape_or_refused(wkt: str, data: st.DataObject) -> None:
    blob = bytearray(shapely.to_wkb(shapely.from_wkt(wkt)))
    blob[data.draw(st.integers(0, len(blob) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(BadInputError):
        from_wkb(bytes(blob))
