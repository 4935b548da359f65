"""The columns of each layer: the one place where they are named, typed and described. Every format and the data dictionary follow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kithmap.layers.model import LayerName
from kithmap.shared_map.model import (
    METRES,
    HowMany,
    HowOften,
    Mode,
    OpenTo,
    Outcome,
    Source,
    Strength,
    Why,
)

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
"""Longitude and latitude on WGS 84, in this order: what every geometry and ``lon``, ``lat`` column is in."""

BNG = "http://www.opengis.net/def/crs/EPSG/0/27700"
"""British National Grid, in metres: what ``easting`` and ``northing`` are in, by OSTN15."""


class Type(StrEnum):
    """What a column holds."""

    TEXT = "text"
    CODE = "code"
    """One of the column's values."""
    CODES = "codes"
    """Any of the column's values in their alphabetical order, with ``;`` between."""
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    DAY = "day"
    """ISO 8601, ``2026-05-04``."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a layer.

    Attributes:
        name: in every format.
        type: what it holds.
        words: what it means, in one or two sentences.
        values: for codes: all there are, with what each means; empty where they stand in the glossary.
        unit: of numbers, or empty.
        always: whether it has a value in every row.
    """

    name: str
    type: Type
    words: str
    values: Mapping[str, str] | None = None
    unit: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """What a layer is.

    Attributes:
        name: of the layer.
        title: what people call it.
        words: what stands in it.
        columns: besides the feature's id and geometry, in order.
        geometry: types of GeoJSON geometry that it may hold; empty for a table.
    """

    name: LayerName
    title: str
    words: str
    columns: tuple[Column, ...]
    geometry: tuple[str, ...]

    def column(self, name: str) -> Column | None:
        """Return a column, or None if it has no such one."""
        return next((each for each in self.columns if each.name == name), None)


def _codes(values: type[StrEnum]) -> dict[str, str]:
    return {each.value: each.value.replace("_", " ") for each in values}


PLACE_SHAPES = ("Point", "LineString", "Polygon")

PRECISIONS = {
    "exact": "where it is",
    **{
        precision.value: f"moved, at most {metres} metres away from where it is"
        for precision, metres in METRES.items()
        if metres
    },
}

_ABOUT_PLACES = (
    Column("title", Type.TEXT, "What people call it.", always=True),
    Column("note", Type.TEXT, "What they said of it; empty where its author did not agree to be quoted."),
)

_WHERE = (
    Column(
        "precision",
        Type.CODE,
        "How exactly its position is shown. A place that is not shown exactly was moved once, by a distance and direction that "
        "are the same in every release for as long as it stays where it is.",
        PRECISIONS,
        always=True,
    ),
    Column(
        "precision_m",
        Type.WHOLE,
        "The farthest that it was moved; 0 where it is exact.",
        unit="m",
        always=True,
    ),
    Column(
        "outside_area",
        Type.YES_NO,
        "Whether the position that is shown lies outside the boundary.",
        always=True,
    ),
    Column(
        "lon",
        Type.NUMBER,
        "Longitude of the position that is shown, WGS 84; for lines and outlines, of the middle of their bounds.",
        unit="degree",
        always=True,
    ),
    Column("lat", Type.NUMBER, "Latitude of the same position, WGS 84.", unit="degree", always=True),
    Column(
        "easting",
        Type.NUMBER,
        "Easting of the same position on the British National Grid (EPSG:27700) by OSTN15; empty outside Great Britain.",
        unit="m",
    ),
    Column("northing", Type.NUMBER, "Northing of the same position, as for easting.", unit="m"),
    Column(
        "statistical_area",
        Type.TEXT,
        "Code of the statistical area in which the position that is shown lies.",
    ),
)

_HOW_IT_CAME = (
    Column("workshop", Type.TEXT, "Id of the workshop in which it was mapped.", always=True),
    Column("mapped_on", Type.DAY, "The day of that workshop.", always=True),
    Column("round", Type.WHOLE, "The round of mapping in that workshop, from 1.", always=True),
    Column(
        "placed_blind",
        Type.YES_NO,
        "Whether its author saw nobody else's places when it was placed.",
        always=True,
    ),
    Column(
        "placed_moderated",
        Type.YES_NO,
        "Whether somebody who leads looked at it before others saw it.",
        always=True,
    ),
    Column("source", Type.CODE, "By what way it came onto the map.", _codes(Source), always=True),
    Column(
        "provenance",
        Type.TEXT,
        "For what was brought in from a file: whose data it is, and on what terms; else empty.",
    ),
)

_ME_TOO = Column(
    "me_too",
    Type.WHOLE,
    "How many others in the room said that they think of it too; empty where that is fewer people than may be told of.",
    unit="people",
)

_ABOUT_CONNECTIONS = (
    Column("start", Type.TEXT, "Id of the place where it begins.", always=True),
    Column("end", Type.TEXT, "Id of the place where it ends.", always=True),
    Column("start_title", Type.TEXT, "What people call the place where it begins.", always=True),
    Column("end_title", Type.TEXT, "What people call the place where it ends.", always=True),
    Column("directed", Type.YES_NO, "Whether it leads from its start to its end alone.", always=True),
    Column("how_mode", Type.CODE, "How people connect: by what means.", _codes(Mode)),
    Column("how_frequency", Type.CODE, "How people connect: how often.", _codes(HowOften)),
    Column("how_strength", Type.CODE, "How people connect: how strongly.", _codes(Strength)),
    Column(
        "where",
        Type.TEXT,
        "Where they connect: the id of a place, or no_fixed_place; empty where nobody said, or the place is not in this edition.",
    ),
    Column("why", Type.CODES, "Why they connect.", _codes(Why)),
    Column("outcome", Type.CODE, "What happens as a result.", _codes(Outcome)),
    Column(
        "outcome_words",
        Type.TEXT,
        "What happens as a result, in their own words; empty where the author did not agree to be quoted.",
    ),
)

_ENDS = (
    Column(
        "start_lon", Type.NUMBER, "Longitude of the start as it is shown, WGS 84.", unit="degree", always=True
    ),
    Column(
        "start_lat", Type.NUMBER, "Latitude of the start as it is shown, WGS 84.", unit="degree", always=True
    ),
    Column(
        "end_lon", Type.NUMBER, "Longitude of the end as it is shown, WGS 84.", unit="degree", always=True
    ),
    Column("end_lat", Type.NUMBER, "Latitude of the end as it is shown, WGS 84.", unit="degree", always=True),
)

SCHEMAS: Mapping[LayerName, Schema] = {
    each.name: each
    for each in (
        Schema(
            LayerName.ASSETS,
            "Assets",
            "What a community has and can build on, as residents mapped it.",
            (
                *_ABOUT_PLACES,
                Column(
                    "kind",
                    Type.TEXT,
                    "What kind of asset it is: the id of a concept in the glossary of this release.",
                    always=True,
                ),
                Column(
                    "kind_label",
                    Type.TEXT,
                    "What that kind is called in the glossary of this release.",
                    always=True,
                ),
                Column(
                    "glossary_version",
                    Type.TEXT,
                    "The version of the area's glossary by which it was placed; empty where none was in force.",
                ),
                _ME_TOO,
                *_WHERE,
                *_HOW_IT_CAME,
            ),
            PLACE_SHAPES,
        ),
        Schema(
            LayerName.MEETING_PLACES,
            "Meeting places",
            "Where people meet, as residents mapped it.",
            (
                *_ABOUT_PLACES,
                Column(
                    "who", Type.TEXT, "Who meets there; empty where its author did not agree to be quoted."
                ),
                Column("how_often", Type.CODE, "How often they meet.", _codes(HowOften)),
                Column("how_many", Type.CODE, "How many meet.", _codes(HowMany)),
                Column("open_to", Type.CODE, "Who may come.", _codes(OpenTo)),
                _ME_TOO,
                *_WHERE,
                *_HOW_IT_CAME,
            ),
            PLACE_SHAPES,
        ),
        Schema(
            LayerName.CONNECTIONS,
            "Connections",
            "How, where and why people connect two places, and what happens as a result: straight lines between the positions "
            "that are shown, which are no routes.",
            (*_ABOUT_CONNECTIONS, *_HOW_IT_CAME[:-1]),
            ("LineString",),
        ),
        Schema(
            LayerName.CONNECTION_TABLE,
            "Connections as a table",
            "The same connections, a row each, with the positions of both ends.",
            (*_ABOUT_CONNECTIONS, *_ENDS, *_HOW_IT_CAME[:-1]),
            (),
        ),
        Schema(
            LayerName.BOUNDARY,
            "Boundary",
            "The area's boundary as it was when this was published.",
            (
                Column("name", Type.TEXT, "The area.", always=True),
                Column("programme", Type.TEXT, "The programme that it belongs to.", always=True),
                Column("wave", Type.TEXT, "The wave.", always=True),
            ),
            ("Polygon", "MultiPolygon"),
        ),
        Schema(
            LayerName.STATISTICAL_AREAS,
            "Statistical areas",
            "Official small areas, with how much was mapped in each: places by the position that is shown.",
            (
                Column("code", Type.TEXT, "Its official code.", always=True),
                Column("name", Type.TEXT, "Its name; the code where it has none.", always=True),
                Column("assets", Type.WHOLE, "Assets in it.", unit="places", always=True),
                Column("meeting_places", Type.WHOLE, "Meeting places in it.", unit="places", always=True),
                Column(
                    "connections",
                    Type.WHOLE,
                    "Connections with an end in it.",
                    unit="connections",
                    always=True,
                ),
            ),
            ("Polygon", "MultiPolygon"),
        ),
    )
}
"""What each layer is, in the order in which they are listed."""
