import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.wkt import from_wkt, looks_like_wkt


@pytest.mark.parametrize(
    ("text", "kind", "coordinates"),
    [
        ("POINT (-0.73 52.67)", "Point", (-0.73, 52.67)),
        ("point z(1 2 3)", "Point", (1, 2)),
        ("SRID=4326; POINT(1 2)", "Point", (1, 2)),
        ("LINESTRING(0 0, 1 1.5e0)", "LineString", [(0, 0), (1, 1.5)]),
        ("POLYGON ZM ((0 0 1 2,1 0 1 2,1 1 1 2,0 0 1 2))", "Polygon", [[(0, 0), (1, 0), (1, 1), (0, 0)]]),
        ("MULTIPOINT((1 2),(3 4))", "MultiPoint", [(1, 2), (3, 4)]),
        ("MULTIPOINT(1 2,3 4)", "MultiPoint", [(1, 2), (3, 4)]),
        ("MULTIPOLYGON(((0 0,1 0,1 1,0 0)))", "MultiPolygon", [[[(0, 0), (1, 0), (1, 1), (0, 0)]]]),
    ],
)
def test_shapes_are_read_in_the_ways_in_which_they_are_written(
    text: str, kind: str, coordinates: object
) -> None:
    assert looks_like_wkt(text)
    assert from_wkt(text) == {"type": kind, "coordinates": coordinates}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Fern Hall",
        "POINT",
        "POINT EMPTY",
        "POINT (1)",
        "POINT (a b)",
        "POINT (1 2",
        "POINT (1 2))(",
        "POINT (nan 2)",
        "POLYGON (1 2, 3 4)",
        "GEOMETRYCOLLECTION (POINT (1 2))",
        "CIRCULARSTRING (0 0, 1 1, 2 2)",
        "MULTIPOLYGON" + "(" * 100_000,
        "LINESTRING (" + "0 0," * 60_000 + "1 1)",
    ],
)
def test_what_is_no_shape_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        from_wkt(text)


@given(st.text(alphabet="POINTLESRGYMUZ ().,-0123456789eE", max_size=80))
def test_any_text_is_a_shape_or_refused(text: str) -> None:
    with contextlib.suppress(BadInputError):
        from_wkt(text)


@given(st.floats(-180, 180), st.floats(-85, 85))
def test_what_is_written_is_what_is_read(lon: float, lat: float) -> None:
    assert from_wkt(f"POINT ({lon!r} {lat!r})")["coordinates"] == (lon, lat)
