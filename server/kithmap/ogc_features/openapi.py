"""The API definition: every resource, its parameters and its answers, as OpenAPI 3.0."""

from collections.abc import Sequence

from kithmap.layers.geojson import MEDIA_TYPE as GEOJSON
from kithmap.layers.model import Json
from kithmap.layers.schema import SCHEMAS, Column
from kithmap.ogc_features.addresses import HTML, JSON, OPENAPI, SCHEMA_JSON, Addresses
from kithmap.ogc_features.documents import JSON_TYPES, TITLE, WORDS
from kithmap.ogc_features.model import DEFAULT_LIMIT, MOST_FEATURES, Collection
from kithmap.ogc_features.reading import FORMS, OF_ITEM, OF_ITEMS

ANY_JSON: Json = {"type": "object"}

HEADERS: Json = {
    "Content-Crs": {"description": "The coordinate reference system of all geometries.", "schema": {"type": "string"}}
}  # fmt: skip

LINKED: Json = {
    "type": "object",
    "required": ["links"],
    "properties": {"links": {"type": "array", "items": {"$ref": "#/components/schemas/link"}}},
}


def definition(addresses: Addresses, every: Sequence[Collection], version: str) -> Json:
    """Return the API definition.

    Args:
        addresses: where resources are found.
        every: the collections that whoever asks may read.
        version: of Kithmap.
    """
    return {
        "openapi": "3.0.3",
        "info": {"title": f"{TITLE} by OGC API - Features", "description": WORDS, "version": version},
        "servers": [{"url": addresses.root}],
        "security": [{}, {"token": []}, {"tokenAsPassword": []}],
        "paths": _paths(every),
        "components": {
            "parameters": _parameters(every),
            "schemas": _schemas(),
            "responses": _responses(),
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "A read token."},
                "tokenAsPassword": {
                    "type": "http",
                    "scheme": "basic",
                    "description": "A read token as the password, beside any name.",
                },
            },
        },
    }


def _paths(every: Sequence[Collection]) -> Json:
    found: Json = {
        "/": _reading("landingPage", "What there is", "landingPage"),
        "/conformance": _reading("conformance", "What this conforms to", "conformance"),
        "/api": _reading("api", "This definition", "api"),
        "/collections": _reading("collections", "The collections", "collections"),
    }
    if not every:
        return found
    one, item = ["collectionId"], ["collectionId", "featureId"]
    found |= {
        "/collections/{collectionId}": _reading("collection", "A collection", "collection", *one),
        "/collections/{collectionId}/queryables": _reading(
            "queryables", "What can be asked of its features", "queryables", *one
        ),
        "/collections/{collectionId}/items/{featureId}": _reading(
            "item", "A feature", "feature", *item, *OF_ITEM[1:]
        ),
    }
    for each in every:
        # A path of its own: each layer has its own columns.
        named = [f"{each.schema.name}.{column.name}" for column in each.schema.columns]
        found[f"/collections/{each.name}/items"] = _reading(
            f"items.{each.name}", each.title, "features", *OF_ITEMS[1:], *named
        )
    return found


def _reading(name: str, summary: str, answer: str, *parameters: str) -> Json:
    answers: Json = {"200": {"$ref": f"#/components/responses/{answer}"}}
    for status in ("400", "401", "403", "404"):
        if parameters or status == "400":
            answers[status] = {"$ref": "#/components/responses/refusal"}
    used = [{"$ref": f"#/components/parameters/{each}"} for each in (*parameters, "f")]
    return {"get": {"operationId": name, "summary": summary, "parameters": used, "responses": answers}}


def _parameters(every: Sequence[Collection]) -> Json:
    whole = {"type": "integer", "minimum": 0, "default": 0}
    uri = {"type": "string", "format": "uri"}
    found: Json = {
        "f": _asked("f", "In which form the answer is given.", {"type": "string", "enum": list(FORMS)}),
        "limit": _asked(
            "limit",
            f"How many features a page holds at most. Who asks for more than {MOST_FEATURES} is given so many.",
            {"type": "integer", "minimum": 1, "maximum": MOST_FEATURES, "default": DEFAULT_LIMIT},
        ),
        "after": _asked(
            "after", "Where a page begins: taken from the link to the next page.", {"type": "string"}
        ),
        "offset": _asked(
            "offset", "So many features are passed over. The link to the next page is quicker.", whole
        ),
        "bbox": _asked(
            "bbox",
            "Only features that touch this rectangle: its lower left corner and its upper right one.",
            {
                "type": "array",
                "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
                "items": {"type": "number"},
            },
            style="form",
            explode=False,
        ),
        "bbox-crs": _asked("bbox-crs", "The coordinate reference system of the bbox.", uri),
        "crs": _asked("crs", "The coordinate reference system of the answer.", uri),
        "datetime": _asked(
            "datetime",
            "Only features that were mapped on this day, or from one to another, as 2026-05-01/2026-05-31 or 2026-05-01/..",
            {"type": "string"},
        ),
        "collectionId": _named("collectionId", [str(each.name) for each in every]),
        "featureId": _named("featureId", []),
    }
    layers = {each.schema.name for each in every}
    for schema in SCHEMAS.values():
        if schema.name in layers:
            found |= {f"{schema.name}.{each.name}": _of_column(each) for each in schema.columns}
    return found


def _of_column(column: Column) -> Json:
    said = {"type": JSON_TYPES.get(column.type, "string")}
    return _asked(column.name, f"Only features with this value: {column.words}", said)


def _asked(name: str, words: str, schema: Json, **more: object) -> Json:
    return {"name": name, "in": "query", "required": False, "description": words, "schema": schema, **more}


def _named(name: str, values: Sequence[str]) -> Json:
    schema: Json = {"type": "string", "enum": list(values)} if values else {"type": "string"}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _schemas() -> Json:
    text = {"type": "string"}
    feature: Json = {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": text,
            "geometry": {"type": "object", "nullable": True},
            "properties": {"type": "object"},
        },
    }
    return {
        "link": {
            "type": "object",
            "required": ["href"],
            "properties": {"href": text, "rel": text, "type": text, "title": text},
        },
        "linked": LINKED,
        "refusal": {
            "type": "object",
            "required": ["code"],
            "properties": {"code": text, "description": text},
        },
        "feature": feature,
        "features": {
            "type": "object",
            "required": ["type", "features"],
            "properties": {
                "type": {"type": "string", "enum": ["FeatureCollection"]},
                "features": {"type": "array", "items": {"$ref": "#/components/schemas/feature"}},
                "links": LINKED["properties"]["links"],
                "timeStamp": {"type": "string", "format": "date-time"},
                "numberMatched": {"type": "integer", "minimum": 0},
                "numberReturned": {"type": "integer", "minimum": 0},
            },
        },
    }


def _responses() -> Json:
    linked: Json = {"$ref": "#/components/schemas/linked"}
    return {
        "landingPage": _answer("What there is.", JSON, linked),
        "conformance": _answer("The requirements classes.", JSON, linked),
        "api": _answer("This definition.", OPENAPI, ANY_JSON),
        "collections": _answer("The collections.", JSON, linked),
        "collection": _answer("A collection.", JSON, linked),
        "queryables": _answer("What can be asked, as a JSON schema.", SCHEMA_JSON, ANY_JSON),
        "features": _answer("Features.", GEOJSON, {"$ref": "#/components/schemas/features"}, headers=HEADERS),
        "feature": _answer("A feature.", GEOJSON, {"$ref": "#/components/schemas/feature"}, headers=HEADERS),
        "refusal": _answer("What is not right.", JSON, {"$ref": "#/components/schemas/refusal"}),
    }


def _answer(words: str, media: str, schema: Json, **more: Json) -> Json:
    return {
        "description": words,
        "content": {media: {"schema": schema}, HTML: {"schema": {"type": "string"}}},
        **more,
    }
