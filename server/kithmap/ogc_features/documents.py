"""What OGC API - Features says of itself and of its collections: landing page, conformance, collections, what can be asked."""

from collections.abc import Sequence

from kithmap.layers.geojson import MEDIA_TYPE as GEOJSON
from kithmap.layers.model import Json
from kithmap.layers.schema import CRS84, Column, Type
from kithmap.layers.shapes import Shape
from kithmap.ogc_features.addresses import (
    HTML,
    JSON,
    OPENAPI,
    QUERYABLES,
    SCHEMA_JSON,
    Addresses,
    in_both_forms,
    link,
)
from kithmap.ogc_features.model import Collection

PART_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
PART_2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf"
PART_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf"

CONFORMS_TO = (
    f"{PART_1}/core",
    f"{PART_1}/oas30",
    f"{PART_1}/html",
    f"{PART_1}/geojson",
    f"{PART_2}/crs",
    f"{PART_3}/queryables",
    f"{PART_3}/queryables-query-parameters",
)
"""Requirements classes that all resources keep to; a test for each requirement stands in tests/ogc_features."""

TITLE = "Community maps"
WORDS = (
    "What residents mapped in community workshops and released for others to use: assets, meeting places and connections, "
    "with the boundary of each area. Every release stays as it is; a release's collections carry its version."
)

GEOMETRIES = {
    None: "geometry-any",
    Shape.POINTS: "geometry-point",
    Shape.LINES: "geometry-linestring",
    Shape.OUTLINES: "geometry-polygon",
}
"""What each shape is called by OGC API - Features, part 5."""

JSON_TYPES = {Type.WHOLE: "integer", Type.NUMBER: "number", Type.YES_NO: "boolean"}
"""JSON's names of types other than text."""


def landing(addresses: Addresses) -> Json:
    """Return the landing page."""
    return {
        "title": TITLE,
        "description": WORDS,
        "links": [
            *in_both_forms(addresses.root, [], html=False),
            link(addresses.api, "service-desc", OPENAPI, "The API definition (OpenAPI 3.0)"),
            link(f"{addresses.api}?f=html", "service-doc", HTML, "The API definition as a page"),
            link(addresses.conformance, "conformance", JSON, "What this conforms to"),
            link(addresses.collections, "data", JSON, "The collections"),
        ],
    }


def conformance(addresses: Addresses) -> Json:
    """Return the declaration of conformance."""
    links = in_both_forms(addresses.conformance, [], html=False)
    return {"links": links, "conformsTo": list(CONFORMS_TO)}


def collections(addresses: Addresses, every: Sequence[Collection]) -> Json:
    """Return the list of collections."""
    crs = list(dict.fromkeys(each for found in every for each in found.crs)) or [CRS84]
    return {
        "links": in_both_forms(addresses.collections, [], html=False),
        "crs": crs,
        "collections": [collection(addresses, each, inside=True) for each in every],
    }


def collection(addresses: Addresses, found: Collection, *, inside: bool = False) -> Json:
    """Return what is said of a collection.

    Args:
        addresses: where resources are found.
        found: the collection.
        inside: whether it stands in the list of collections.
    """
    own = addresses.collection(found.name)
    items = addresses.items(found.name)
    return {
        "id": str(found.name),
        "title": found.title,
        "description": " ".join([found.schema.words, *_of_shapes(found), found.header.attribution]),
        "attribution": found.header.attribution,
        "edition": found.edition.value,
        "version": str(found.header.version),
        "itemType": "feature",
        "extent": _extent(found),
        "crs": list(found.crs),
        "storageCrs": CRS84,
        "links": [
            *([link(own, "self", JSON, found.title)] if inside else in_both_forms(own, [], html=False)),
            link(items, "items", GEOJSON, f"{found.title}, the features"),
            link(f"{items}?f=html", "items", HTML, f"{found.title}, the features as a table"),
            link(addresses.queryables(found.name), QUERYABLES, SCHEMA_JSON, "What can be asked for"),
            link(found.header.licence.address, "license", HTML, found.header.licence.title),
            link(found.header.address, "describedby", HTML, found.header.title),
        ],
    }


def queryables(addresses: Addresses, found: Collection) -> Json:
    """Return what can be asked of a collection's features, as a JSON schema (part 3, section 6)."""
    properties = {each.name: schema_of(each) for each in found.schema.columns}
    if found.schema.geometry:
        properties["geometry"] = {
            "title": "Geometry",
            "format": GEOMETRIES[found.name.shape],
            "x-ogc-role": "primary-geometry",
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": addresses.queryables(found.name),
        "type": "object",
        "title": found.title,
        "description": found.schema.words,
        "properties": properties,
        "additionalProperties": False,
    }


def schema_of(column: Column) -> Json:
    """Return what a column holds, as a JSON schema."""
    said: Json = {
        "title": column.name,
        "description": column.words,
        "type": JSON_TYPES.get(column.type, "string"),
    }
    if column.type is Type.CODE and column.values:
        said["enum"] = list(column.values)
    if column.type is Type.DAY:
        said["format"] = "date"
    if column.unit:
        said["x-ogc-unit"] = column.unit
    return said


def _of_shapes(found: Collection) -> Sequence[str]:
    if len(found.shapes) < 2:  # noqa: PLR2004 - one shape needs no choice
        return []
    names = " and ".join(found.shapes)
    return [f"Its {names} are collections of their own, too, for programs that show one shape at a time."]


def _extent(found: Collection) -> Json:
    days = [each.held_on.isoformat() for each in found.header.sources]
    extent: Json = {}
    if found.bounds is not None:
        extent["spatial"] = {"bbox": [list(found.bounds)], "crs": CRS84}
    if days:
        interval = [f"{min(days)}T00:00:00Z", f"{max(days)}T23:59:59Z"]
        trs = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
        extent["temporal"] = {"interval": [interval], "trs": trs}
    return extent
