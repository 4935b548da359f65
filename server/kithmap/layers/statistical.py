"""Reading official small areas from a GeoJSON file, as strictly as a boundary: what is brought in stands in a release for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kithmap.basics.errors import BadInputError
from kithmap.layers.ground import StatisticalArea
from kithmap.layers.model import Json

MOST_MEGABYTES = 10
MOST_AREAS = 2_000
"""In the file. An area of this project has some fifty of the smallest; a county has some two thousand."""
MOST_CORNERS = 200_000
"""Of all that are kept, together."""
LONGEST_CODE = 40
LONGEST_NAME = 200
LONGEST_ATTRIBUTION = 300

CODES = ("cd", "code")
NAMES = ("nm", "name")
"""Ends of the names of columns, as the Office for National Statistics and its like name theirs: LSOA21CD, LSOA21NM."""

WHAT = "a file of statistical areas"


@dataclass(frozen=True, slots=True)
class StatisticalAreas:
    """Official small areas that were brought in.

    Attributes:
        areas: in the order of their codes.
        attribution: the line that whoever published them asks for.
        file: the name of the file that they come from.
    """

    areas: tuple[StatisticalArea, ...]
    attribution: str
    file: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read.

    Attributes:
        code: name of the column that holds codes; empty to find it.
        name: name of the column that holds names; empty to find it, and to do without if there is none.
        attribution: the line that whoever published them asks for.
        file: the file's name.
    """

    code: str
    name: str
    attribution: str
    file: str


def read_statistical_areas(text: bytes, asked: Reading, boundary: Mapping[str, Any]) -> StatisticalAreas:
    """Read official small areas, and keep those that touch an area.

    Args:
        text: a GeoJSON feature collection in longitude and latitude on WGS 84.
        asked: how to read it.
        boundary: of the area, a GeoJSON polygon or multipolygon.

    Raises:
        BadInputError: saying what is wrong and what to do.
        TooLargeError: if the file is too large.
    """
    # Geometry takes 40 MB that most days go without.
    from kithmap.programme.boundary import boundary_shape, parse  # noqa: PLC0415

    if not asked.attribution.strip():
        raise BadInputError("Please write the line that whoever published these areas asks for.")
    features = _features(parse(text, MOST_MEGABYTES * 1_000_000, WHAT))
    columns = {key: None for each in features for key in each.get("properties") or {}}
    code = _column(asked.code, CODES, list(columns))
    if code is None:
        raise BadInputError(
            f"Please say which column holds the codes. This file has these: {_listed(list(columns))}."
        )
    name = _column(asked.name, NAMES, [each for each in columns if each != code])
    around = boundary_shape(boundary)
    kept = [area for area, shape in _areas(features, code, name) if shape.intersects(around)]
    _check(kept)
    return StatisticalAreas(
        areas=tuple(sorted(kept, key=lambda each: each.code)),
        attribution=" ".join(asked.attribution.split())[:LONGEST_ATTRIBUTION],
        file=asked.file[:LONGEST_NAME],
    )


def _features(found: Mapping[str, Any]) -> list[Json]:
    features = found.get("features") if found.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        raise BadInputError("This file holds no list of areas. Please export them as a feature collection.")
    if not features:
        raise BadInputError("This file holds no areas. Please choose another one.")
    if len(features) > MOST_AREAS:
        raise BadInputError(
            f"This file holds {len(features):,} areas; {MOST_AREAS:,} is the most. Please choose those around the area first."
        )
    for each in features:
        properties = each.get("properties")
        if properties is not None and not isinstance(properties, dict):
            raise BadInputError("This is not a GeoJSON file. Export the areas as GeoJSON (WGS84).")
    return features


def _column(asked: str, ends: tuple[str, ...], columns: list[str]) -> str | None:
    """Return the column of this name, or the first that looks like it."""
    wanted = asked.strip()
    if wanted:
        found = next((each for each in columns if each.casefold() == wanted.casefold()), None)
        if found is None:
            raise BadInputError(
                f"There is no column “{wanted[:40]}” in this file. It has these: {_listed(columns)}."
            )
        return found
    return next((each for each in columns if each.casefold().endswith(ends)), None)


def _listed(columns: list[str]) -> str:
    return ", ".join(each[:40] for each in columns[:20]) or "none"


def _areas(features: list[Json], code: str, name: str | None) -> Iterator[tuple[StatisticalArea, Any]]:
    from kithmap.programme.boundary import as_geojson, sound_shape  # noqa: PLC0415 - see above

    for number, feature in enumerate(features, start=1):
        properties = feature.get("properties") or {}
        own = _text(properties.get(code), LONGEST_CODE)
        if not own:
            raise BadInputError(f"The {number}. area of this file has no code in the column “{code[:40]}”.")
        geometry = feature.get("geometry")
        if not isinstance(geometry, dict):
            raise BadInputError(f"The area {own} has no shape. Please export the areas again.")
        try:
            shape = sound_shape(geometry, MOST_CORNERS)
        except BadInputError as error:
            raise BadInputError(f"The area {own}: {error.message}") from None
        called = _text(properties.get(name), LONGEST_NAME) if name else ""
        yield StatisticalArea(own, called, as_geojson(shape)), shape


def _text(value: Any, longest: int) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())[:longest]


def _check(kept: list[StatisticalArea]) -> None:
    if not kept:
        raise BadInputError("None of these areas lies here. Is it the right file?")
    codes = [each.code for each in kept]
    twice = next((each for each in codes if codes.count(each) > 1), None)
    if twice is not None:
        raise BadInputError(f"The code {twice} stands in this file twice. Each area needs its own.")
    corners = sum(_corners(each.geometry["coordinates"]) for each in kept)
    if corners > MOST_CORNERS:
        raise BadInputError(
            f"These areas have {corners:,} corners; {MOST_CORNERS:,} is the most. Please simplify them first."
        )


def _corners(part: Any) -> int:
    return 1 if isinstance(part[0], int | float) else sum(map(_corners, part))


def as_stored(found: StatisticalAreas) -> Json:
    """Return areas as JSON values."""
    return {
        "areas": [{"code": each.code, "name": each.name, "geometry": each.geometry} for each in found.areas],
        "attribution": found.attribution,
        "file": found.file,
    }


def from_stored(stored: Mapping[str, Any] | None) -> StatisticalAreas | None:
    """Return the areas that were kept as JSON values, or None where there are none."""
    if stored is None:
        return None
    areas = tuple(StatisticalArea(each["code"], each["name"], each["geometry"]) for each in stored["areas"])
    return StatisticalAreas(areas, stored["attribution"], stored["file"])
