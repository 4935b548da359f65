"""Layers as canonical GeoJSON: the bytes that checksums are taken of, that the database keeps, and that everybody is sent.

Source: RFC 7946. Longitude and latitude on WGS 84, seven decimals, exteriors anticlockwise, no ``crs`` member: what the
coordinates are is told in words beside them. Members stand in one fixed order and features in the order of their ids, so that
the same layer always gives the same bytes.
"""

import hashlib
from collections.abc import Iterable, Iterator

import orjson

from kithmap.layers.model import Edition, Feature, Header, Json, Layer, LayerName
from kithmap.layers.schema import CRS84, SCHEMAS

MEDIA_TYPE = "application/geo+json"
"""RFC 7946, section 12."""

AT_ONCE = 65_536
"""Bytes that are joined into one chunk: features one by one cost a system call each."""

BETWEEN = b",\n"
"""Between two features of a collection."""


def feature_text(feature: Feature) -> bytes:
    """Return a feature as one line of JSON."""
    return orjson.dumps(
        {
            "type": "Feature",
            "id": feature.id,
            "geometry": feature.geometry,
            "properties": dict(feature.properties),
        }
    )


def feature_of(text: bytes | str) -> Feature:
    """Return the feature that was written as a line."""
    read: Json = orjson.loads(text)
    return Feature(read["id"], read["geometry"], read["properties"])


def members(header: Header, edition: Edition, name: LayerName) -> Json:
    """Return what a layer's collection says besides its features."""
    schema = SCHEMAS[name]
    return {
        "type": "FeatureCollection",
        "name": f"{header.name}-{name.value}",
        "title": f"{schema.title}: {header.title}",
        "description": schema.words,
        "edition": edition.value,
        "version": str(header.version),
        "published": header.day.isoformat(),
        "licence": header.licence.address,
        "attribution": header.attribution,
        "coordinate_reference_system": CRS84,
    }


def collection(said: Json, features: Iterable[bytes]) -> Iterator[bytes]:
    """Write a collection piece by piece, in memory for one piece.

    Args:
        said: what stands before the features; see :func:`members`.
        features: each as :func:`feature_text` gives it.
    """
    waiting = bytearray(orjson.dumps(said)[:-1] + b',"features":[\n')
    between = b""
    for feature in features:
        waiting += between
        waiting += feature
        between = BETWEEN
        if len(waiting) >= AT_ONCE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting) + b"\n]}\n"


def written(header: Header, edition: Edition, layer: Layer) -> bytes:
    """Return a layer as one file."""
    texts = map(feature_text, layer.features)
    return b"".join(collection(members(header, edition, layer.name), texts))


def checksum(chunks: Iterable[bytes]) -> str:
    """Return the SHA-256 of a collection in hexadecimal figures."""
    found = hashlib.sha256()
    for chunk in chunks:
        found.update(chunk)
    return found.hexdigest()
