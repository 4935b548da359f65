"""What the tables of a release hold, as a file beside them: a table of CSV itself has no room for it.

Source: W3C, Metadata Vocabulary for Tabular Data (CSV on the Web). It gives each column its type, its values and its meaning, and each
table its licence and the coordinate reference system of its positions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from kithmap.layer_formats.arrow import ID
from kithmap.layer_formats.csv_tables import WKT, has_shapes
from kithmap.layer_formats.formats import NETWORK_PARTS, Format, stem_of
from kithmap.layer_formats.network import CONNECTION_COLUMNS, PLACE_COLUMNS
from kithmap.layers.model import Json, LayerName, ReleaseEdition
from kithmap.layers.schema import SCHEMAS, Column, Type

CONTEXT = "http://www.w3.org/ns/csvw"
TYPES = {Type.WHOLE: "integer", Type.NUMBER: "number", Type.YES_NO: "boolean", Type.DAY: "date"}
BETWEEN_CODES = ";"
GUARDED = (
    "Words that begin like a formula stand behind an apostrophe, so that no spreadsheet reckons them out."
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of CSV, as its description tells it.

    Attributes:
        file: its name.
        title: what people call it.
        words: what stands in it.
        columns: in order.
        key: the column whose values name its rows.
    """

    file: str
    title: str
    words: str
    columns: Sequence[Json]
    key: str


def csv_metadata(form: Format, release: ReleaseEdition, files: Sequence[str]) -> bytes:
    """Describe the tables of a format.

    Args:
        form: one whose files are tables.
        release: an edition of a release.
        files: the names of the tables, in the order of their layers.
    """
    header = release.header
    tables = _network(files) if form.key == "network-csv" else _layers(form, release, files)
    said: Json = {
        "@context": [CONTEXT, {"@language": "en"}],
        "@id": f"{stem_of(header, release.edition)}-{form.beside}",
        "dc:title": header.title,
        "dc:description": f"{header.note} {GUARDED}".strip(),
        "dc:creator": list(header.creators),
        "dc:license": {"@id": header.licence.address},
        "dc:rights": header.attribution,
        "dc:issued": header.day.isoformat(),
        "dc:identifier": f"{header.address}/versions/{header.version}",
        "dc:conformsTo": {"@id": form.crs},
        "tables": [_table(each, form) for each in tables],
    }
    return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _table(table: Table, form: Format) -> Json:
    return {
        "url": table.file,
        "dc:title": table.title,
        "dc:description": table.words,
        "dc:conformsTo": {"@id": form.crs},
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": list(table.columns), "primaryKey": table.key},
    }


def _layers(form: Format, release: ReleaseEdition, files: Sequence[str]) -> list[Table]:
    schemas = [SCHEMAS[layer.name] for layer in release.layers if layer.name in form.layers]
    shapes = [_plain(WKT, f"Its shape as well-known text, in {form.crs}.")] if has_shapes(form) else []
    return [
        Table(
            file,
            schema.title,
            schema.words,
            [
                _plain(ID, "Names the row, in every release."),
                *(_column(each.name, each) for each in schema.columns),
                *shapes,
            ],
            ID,
        )
        for schema, file in zip(schemas, files, strict=True)
    ]


def _network(files: Sequence[str]) -> list[Table]:
    places = [
        _plain("Id", "Names the place, in every release."),
        _plain("Label", "What people call it."),
        *(_column(each.name, each) | {"required": False} for each in PLACE_COLUMNS),
    ]
    joined = [
        _plain("Id", "Names the connection, in every release."),
        _plain("Source", "Id of the place where it begins."),
        _plain("Target", "Id of the place where it ends."),
        _plain("Type", "Directed where it leads from its start to its end alone, else Undirected."),
        *(_column(name, each) for name, each in CONNECTION_COLUMNS),
    ]
    titles = ("Places of the network", SCHEMAS[LayerName.CONNECTION_TABLE].title)
    words = ("Assets and meeting places.", SCHEMAS[LayerName.CONNECTION_TABLE].words)
    assert len(files) == len(NETWORK_PARTS)
    return [Table(*each, "Id") for each in zip(files, titles, words, (places, joined), strict=True)]


def _plain(name: str, words: str) -> Json:
    return {"name": name, "titles": name, "dc:description": words, "datatype": "string"}


def _column(name: str, column: Column) -> Json:
    said: Json = {
        "name": name,
        "titles": name,
        "dc:description": _told(column),
        "datatype": TYPES.get(column.type, "string"),
        "required": column.always,
    }
    if column.values and column.type in {Type.CODE, Type.CODES}:
        said["datatype"] = {"base": "string", "format": "|".join(map(re.escape, column.values))}
    if column.type is Type.CODES:
        said["separator"] = BETWEEN_CODES
    return said


def _told(column: Column) -> str:
    values = "; ".join(f"{value}: {words}" for value, words in (column.values or {}).items())
    return " ".join(filter(None, (column.words, f"In {column.unit}." if column.unit else "", values)))
