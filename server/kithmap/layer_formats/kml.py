"""A release as KML: a folder for each layer, what is said of a place in a balloon, and all columns typed beside it.

Source: OGC KML 2.3 (12-007r2) and the older 2.2, in whose name space both are written; positions are longitude and latitude on
WGS 84, KML knows no others. Google Earth takes a description for HTML, so that words of people are made harmless twice: once for
HTML, once for XML. No file names a picture elsewhere: pins are the program's own, in our colours.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from kithmap.layer_formats.arrow import ID
from kithmap.layer_formats.marks import LINES, MARKS, MEETING_PLACE, OTHER
from kithmap.layer_formats.xml_words import attribute, tag, value_text
from kithmap.layers.model import Feature, Json, Layer, LayerName, ReleaseEdition
from kithmap.layers.schema import CRS84, PRECISIONS, SCHEMAS, Schema, Type

TYPES = {Type.WHOLE: "int", Type.NUMBER: "double"}
"""Yes and no are words: a converter that half the web uses takes ``false`` in a column of the format's own type for true."""

NAMES = ("title", "name")
"""Columns of which a feature's name is taken, the first that its layer has."""

NAME_IN_XML = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
OPAQUE, SEE_THROUGH = "ff", "40"


def kml(release: ReleaseEdition) -> Iterator[bytes]:
    """Write a release piece by piece, one layer after the other."""
    yield "".join(_head(release)).encode()
    drawn = [layer for layer in release.layers if SCHEMAS[layer.name].geometry]
    yield "".join(part for layer in drawn for part in _schema(SCHEMAS[layer.name])).encode()
    for layer in drawn:
        yield from _folder(layer)
    yield b"</Document>\n</kml>\n"


def _head(release: ReleaseEdition) -> Iterator[str]:
    header = release.header
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" '
        'xmlns:atom="http://www.w3.org/2005/Atom">\n<Document>\n'
    )
    yield tag("name", header.title) + "<open>1</open>\n"
    authors = "".join(tag("atom:name", creator) for creator in header.creators[:1])
    yield f"<atom:author>{authors}</atom:author>\n" if authors else ""
    yield tag("atom:link", attributes={"href": f"{header.address}/versions/{header.version}"}) + "\n"
    said = [
        header.attribution,
        f"{header.licence.title}: {header.licence.address}",
        f"Published {header.day.isoformat()}, edition {release.edition.value}.",
        f"Longitude and latitude on WGS 84 ({CRS84}).",
    ]
    yield tag("description", "".join(f"<p>{escape(each)}</p>" for each in said)) + "\n"
    yield from _styles()


def _styles() -> Iterator[str]:
    for style, colour in (
        *((f"asset-{kind}", mark.colour) for kind, mark in MARKS.items()),
        ("asset-other", OTHER.colour),
        (LayerName.MEETING_PLACES.value, MEETING_PLACE.colour),
        *((name.value, colour) for name, colour in LINES.items()),
    ):
        blue_first = colour[5:7] + colour[3:5] + colour[1:3]
        yield (
            f'<Style id="{style}"><IconStyle><color>{OPAQUE}{blue_first}</color></IconStyle>'
            f"<LineStyle><color>{OPAQUE}{blue_first}</color><width>3</width></LineStyle>"
            f"<PolyStyle><color>{SEE_THROUGH}{blue_first}</color></PolyStyle>"
            "<BalloonStyle><text>$[description]</text></BalloonStyle></Style>\n"
        )


def _schema(schema: Schema) -> Iterator[str]:
    yield f'<Schema name="{schema.name.value}" id="schema-{schema.name.value}">\n'
    yield tag("SimpleField", attributes={"type": "string", "name": ID}) + "\n"
    for column in schema.columns:
        said = {"type": TYPES.get(column.type, "string"), "name": column.name}
        yield tag("SimpleField", attributes=said) + "\n"
    yield "</Schema>\n"


def _folder(layer: Layer) -> Iterator[bytes]:
    schema = SCHEMAS[layer.name]
    yield f"<Folder>\n{tag('name', schema.title)}\n{tag('description', escape(schema.words))}\n".encode()
    cells = _cells(schema)
    for feature in layer.features:
        yield "".join(_placemark(schema, cells, feature)).encode()
    yield b"</Folder>\n"


Cells = list[tuple[str, str, Callable[[Any], str]]]
"""Of each column: its name, what stands before a value of it, and what makes text of one."""


def _cells(schema: Schema) -> Cells:
    return [(each.name, f'<SimpleData name="{each.name}">', value_text(each)) for each in schema.columns]


def _placemark(schema: Schema, cells: Cells, feature: Feature) -> Iterator[str]:
    given = f"{schema.name.value}.{feature.id}"
    yield f'<Placemark id="{attribute(given)}">' if NAME_IN_XML.fullmatch(given) else "<Placemark>"
    name = _name(schema, feature)
    yield tag("name", name) + tag("description", _balloon(schema, feature, name))
    yield f"<styleUrl>#{_style(schema.name, feature.properties)}</styleUrl>"
    yield f'<ExtendedData><SchemaData schemaUrl="#schema-{schema.name.value}">'
    yield tag("SimpleData", feature.id, {"name": ID})
    for column, before, text_of in cells:
        value = feature.properties[column]
        if value is not None:
            yield f"{before}{text_of(value)}</SimpleData>"
    yield "</SchemaData></ExtendedData>"
    yield "" if feature.geometry is None else geometry(feature.geometry)
    yield "</Placemark>\n"


def _name(schema: Schema, feature: Feature) -> str:
    if schema.name is LayerName.CONNECTIONS:
        joined = " → " if feature.properties["directed"] else " ↔ "
        return joined.join((feature.properties["start_title"], feature.properties["end_title"]))
    return str(next(feature.properties[name] for name in NAMES if schema.column(name)))


def _style(layer: LayerName, properties: Any) -> str:
    if layer is not LayerName.ASSETS:
        return layer.value
    return f"asset-{properties['kind']}" if properties["kind"] in MARKS else "asset-other"


def _balloon(schema: Schema, feature: Feature, name: str) -> str:
    """Return what a balloon says, as HTML."""
    properties = feature.properties
    said = [properties.get("kind_label"), properties.get("note"), properties.get("outcome_words")]
    if schema.column("precision") and properties["precision_m"]:
        said.append(f"It is shown {PRECISIONS.get(properties['precision'], 'away from where it is')}.")
    return f"<b>{escape(name)}</b>" + "".join(f"<p>{_lines(each)}</p>" for each in said if each)


def _lines(words: str) -> str:
    return "<br>".join(map(escape, words.split("\n")))


def geometry(shape: Json) -> str:
    """Return a shape of GeoJSON in KML's words."""
    kind, corners = shape["type"], shape["coordinates"]
    if kind == "Point":
        return f"<Point><coordinates>{_positions([corners])}</coordinates></Point>"
    if kind == "LineString":
        return f"<LineString><tessellate>1</tessellate><coordinates>{_positions(corners)}</coordinates></LineString>"
    if kind == "Polygon":
        return _outline(corners)
    return f"<MultiGeometry>{''.join(_outline(each) for each in corners)}</MultiGeometry>"


def _outline(rings: list[list[list[float]]]) -> str:
    written = [f"<LinearRing><coordinates>{_positions(ring)}</coordinates></LinearRing>" for ring in rings]
    holes = "".join(f"<innerBoundaryIs>{ring}</innerBoundaryIs>" for ring in written[1:])
    return (
        f"<Polygon><tessellate>1</tessellate><outerBoundaryIs>{written[0]}</outerBoundaryIs>{holes}</Polygon>"
    )


def _positions(corners: list[list[float]]) -> str:
    return " ".join(f"{corner[0]},{corner[1]}" for corner in corners)
