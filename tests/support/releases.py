"""Releases of all that may stand in one: every shape, nothing where nothing may stand, and words that hurt careless writers."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kithmap.basics.writable import writable
from kithmap.layers.model import Edition, Feature, Json, Layer, LayerName, PrivacyReport, ReleaseEdition
from kithmap.layers.schema import SCHEMAS, Column, Type
from tests.support.layers import HEADER

HOSTILE = (
    '=HYPERLINK("http://evil.example")', "+44 1572", "-1", "@sum", "'=1", "\t=1", "a;b", 'say "so"', "<b>bold</b>", "]]>", "&amp;",
    "\\N", "NA", "NULL", "null", "true", "0012", "1e5", "2026-01-01", "عربى", "日本語", "🎪 fair", "line\nline", "line\r\nline",
    "  spaced  ", "\u202eback", "POINT (0 0)", "${x}", "{{ x }}", "$[description]", "\u00a0", "\u2028", ",", "\ufeff", "𝕏",
)  # fmt: skip
"""What people or those who wish them ill may write."""

# Without spaces around them, as rooms keep words: readers of XML do so too.
some_words = (
    (st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
    .map(lambda words: writable(words).strip())
    .filter(bool)
)
lon = st.integers(-8_000_000, -6_000_000).map(lambda number: number / 1e7)
lat = st.integers(526_000_000, 527_000_000).map(lambda number: number / 1e7)
position = st.tuples(lon, lat).map(list)


def _rectangle(corner: list[float], *, holed: bool = False) -> list[list[list[float]]]:
    west, south = corner
    rings = [_ring(west, south, west + 0.02, south + 0.01)]
    if holed:
        rings.append(_ring(west + 0.005, south + 0.002, west + 0.01, south + 0.006)[::-1])
    return rings


def _ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return [[round(x, 7), round(y, 7)] for x, y in corners]


def _shape(kind: str, coordinates: Any) -> Json:
    return {"type": kind, "coordinates": coordinates}


SHAPES: dict[str, st.SearchStrategy[Json]] = {
    "Point": position.map(lambda at: _shape("Point", at)),
    "LineString": st.lists(position, min_size=2, max_size=4, unique_by=tuple).map(
        lambda corners: _shape("LineString", corners)
    ),
    "Polygon": st.tuples(position, st.booleans()).map(
        lambda drawn: _shape("Polygon", _rectangle(drawn[0], holed=drawn[1]))
    ),
    "MultiPolygon": st.lists(position, min_size=2, max_size=2, unique_by=tuple).map(
        lambda corners: _shape("MultiPolygon", [_rectangle(corner) for corner in corners])
    ),
}

VALUES: dict[Type, Callable[[Column], st.SearchStrategy[Any]]] = {
    Type.TEXT: lambda _: some_words,
    Type.CODE: lambda column: st.sampled_from(sorted(column.values or {"code": ""})),
    Type.CODES: lambda column: st.lists(
        st.sampled_from(sorted(column.values or {})), min_size=1, unique=True
    ).map(lambda codes: ";".join(sorted(codes))),
    Type.WHOLE: lambda _: st.integers(0, 2_000),
    Type.NUMBER: lambda _: st.floats(-1e6, 1e6, allow_subnormal=False),
    Type.YES_NO: lambda _: st.booleans(),
    Type.DAY: lambda _: st.dates().map(lambda day: day.isoformat()),
}


def value(column: Column) -> st.SearchStrategy[Any]:
    """Return any value that a column may have."""
    given = VALUES[column.type](column)
    return given if column.always else st.none() | given


def row(name: LayerName) -> st.SearchStrategy[dict[str, Any]]:
    """Return any row of a layer."""
    return st.fixed_dictionaries({column.name: value(column) for column in SCHEMAS[name].columns})


ids = st.uuids().map(str)
MOST = 3


@st.composite
def features(draw: st.DrawFn, name: LayerName, taken: set[str], least: int = 0) -> tuple[Feature, ...]:
    """Return features of a layer whose ids nobody else has."""
    found = []
    for _ in range(draw(st.integers(least, MOST))):
        id_ = draw(ids.filter(lambda each: each not in taken))
        taken.add(id_)
        allowed = SCHEMAS[name].geometry
        shape = draw(SHAPES[draw(st.sampled_from(allowed))]) if allowed else None
        found.append(Feature(id_, shape, draw(row(name))))
    return tuple(sorted(found, key=lambda each: each.id))


def _middle_of(shape: Json) -> tuple[float, float]:
    corners = shape["coordinates"]
    if shape["type"] == "Point":
        return corners[0], corners[1]
    listed = corners if shape["type"] == "LineString" else corners[0]
    xs, ys = [x for x, _ in listed], [y for _, y in listed]
    return round((min(xs) + max(xs)) / 2, 7), round((min(ys) + max(ys)) / 2, 7)


def _placed(feature: Feature) -> Feature:
    assert feature.geometry is not None
    x, y = _middle_of(feature.geometry)
    return Feature(feature.id, feature.geometry, {**feature.properties, "lon": x, "lat": y})


@st.composite
def releases(draw: st.DrawFn) -> ReleaseEdition:
    """Return a release whose connections join its places, and whose columns of positions are what its shapes are."""
    taken: set[str] = set()
    assets = tuple(map(_placed, draw(features(LayerName.ASSETS, taken, 1))))
    meeting_places = tuple(map(_placed, draw(features(LayerName.MEETING_PLACES, taken))))
    lines, table = [], []
    apart = {(each.properties["lon"], each.properties["lat"]): each for each in assets + meeting_places}
    for drawn in draw(features(LayerName.CONNECTION_TABLE, taken)) if len(apart) > 1 else ():
        ends = draw(st.lists(st.sampled_from(sorted(apart)), min_size=2, max_size=2, unique=True))
        line, row_ = _joined(drawn, [apart[end] for end in ends])
        lines.append(line)
        table.append(row_)
    return ReleaseEdition(
        HEADER,
        draw(st.sampled_from(Edition)),
        (
            Layer(LayerName.ASSETS, assets),
            Layer(LayerName.MEETING_PLACES, meeting_places),
            Layer(LayerName.CONNECTIONS, tuple(lines)),
            Layer(LayerName.CONNECTION_TABLE, tuple(table)),
            Layer(LayerName.BOUNDARY, draw(features(LayerName.BOUNDARY, taken, 1))[:1]),
            Layer(LayerName.STATISTICAL_AREAS, draw(features(LayerName.STATISTICAL_AREAS, taken))),
        ),
        PrivacyReport(),
    )


def _joined(drawn: Feature, ends: list[Feature]) -> tuple[Feature, Feature]:
    start, end = ends
    positions = [[each.properties["lon"], each.properties["lat"]] for each in ends]
    told = dict(drawn.properties)
    for name, place, (x, y) in (("start", start, positions[0]), ("end", end, positions[1])):
        told |= {
            name: place.id,
            f"{name}_title": place.properties["title"],
            f"{name}_lon": x,
            f"{name}_lat": y,
        }
    columns = [column.name for column in SCHEMAS[LayerName.CONNECTIONS].columns]
    line = Feature(drawn.id, _shape("LineString", positions), {name: told[name] for name in columns})
    return line, Feature(drawn.id, None, told)
