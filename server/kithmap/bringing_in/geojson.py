"""Places out of GeoJSON.

Source: RFC 7946; the ``crs`` member as in the specification of 2008.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.coordinates import known_epsg
from kithmap.bringing_in.gathering import Gathering
from kithmap.bringing_in.json_text import json_of
from kithmap.bringing_in.model import Coordinates, Json, Table
from kithmap.bringing_in.shapes import DEPTH, shape_of

NOT_GEOJSON = "This is JSON, but no GeoJSON. Please save your places as GeoJSON in WGS 84 (EPSG:4326)."

_EPSG = re.compile(r"(?:urn:ogc:def:crs:)?EPSG:[\d.]*:?(\d{4,6})", re.IGNORECASE)


def from_geojson(text: str, notes: tuple[str, ...] = ()) -> Table:
    """Return the features of a file.

    Args:
        text: of the file.
        notes: what should be told of how it was read.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read.
    """
    found = json_of(text)
    features = _features(found)
    gathering = Gathering(coordinates=_coordinates(found), notes=notes)
    for number, feature in enumerate(features, start=1):
        try:
            gathering.add(number, _cells(feature), _shape(feature))
        except BadInputError as error:
            gathering.leave(number, error)
    return gathering.table()


def _features(found: Any) -> list[Any]:
    if not isinstance(found, dict):
        raise BadInputError(NOT_GEOJSON)
    match found.get("type"):
        case "FeatureCollection" if isinstance(found.get("features"), list):
            features: list[Any] = found["features"]
            return features
        case "Feature":
            return [found]
        case str() as kind if kind in DEPTH:
            return [{"type": "Feature", "properties": {}, "geometry": found}]
    raise BadInputError(NOT_GEOJSON)


def _coordinates(found: Mapping[str, Any]) -> Coordinates | None:
    """Return the system that a file says; RFC 7946 knows but one, yet what is not in it is common."""
    crs = found.get("crs")
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str):
        raise BadInputError(
            "This file says of its coordinates what cannot be followed. Please save it in WGS 84 (EPSG:4326)."
        )
    if "CRS84" in name.upper():
        return Coordinates.DEGREES
    code = _EPSG.search(name)
    return known_epsg(int(code[1]) if code else 0, name[:40])


def _shape(feature: Any) -> Json:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        raise BadInputError("It has no place on the map.")
    return shape_of(geometry.get("type"), geometry.get("coordinates"))


def _cells(feature: Any) -> dict[str, str]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return {}
    return {name: _as_text(value) for name, value in properties.items()}


def _as_text(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case _:
            return json.dumps(value, ensure_ascii=False)
