"""The data dictionary: what every column of every layer holds, as a table for programs and as a page for people."""

from collections.abc import Iterable, Iterator, Mapping

from kithmap.basics.csv_text import spreadsheet_csv
from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS, Column, Schema, Type

COLUMNS = ("layer", "column", "type", "unit", "always", "meaning", "value", "value_meaning")
"""A row for each column of each layer, and one for each value of a column of codes."""

TYPES = {
    Type.TEXT: "text",
    Type.CODE: "code: one of the values below",
    Type.CODES: "codes: any of the values below, in their alphabetical order, with ; between",
    Type.WHOLE: "whole number",
    Type.NUMBER: "number",
    Type.YES_NO: "true or false",
    Type.DAY: "day, as 2026-05-04",
}

ID = Column(
    "id", Type.TEXT, "Names the row; it never changes, and is the same in every release.", always=True
)
"""What stands before the columns of the schema, in every format."""


def columns_of(schema: Schema) -> tuple[Column, ...]:
    """Return a layer's columns, its id among them."""
    return (ID, *schema.columns)


def dictionary_csv(layers: Iterable[LayerName]) -> bytes:
    """Write the dictionary of some layers as a table for spreadsheets.

    Args:
        layers: those that the release has.
    """
    return spreadsheet_csv(COLUMNS, (row for name in layers for row in _rows(SCHEMAS[name])))


def dictionary_markdown(layers: Iterable[LayerName]) -> str:
    """Write the dictionary of some layers as a page in plain English."""
    parts = ["# Data dictionary", ("What every column of every layer holds. Formats differ in how they write a missing value "
             "(an empty cell, null); the names, types and meanings are the same in all of them.")]  # fmt: skip
    parts += [_chapter(SCHEMAS[name]) for name in layers]
    return "\n\n".join(parts) + "\n"


def _rows(schema: Schema) -> Iterator[Mapping[str, str]]:
    for column in columns_of(schema):
        told = {
            "layer": schema.name.value,
            "column": column.name,
            "type": column.type.value,
            "unit": column.unit,
            "always": "true" if column.always else "false",
            "meaning": column.words,
            "value": "",
            "value_meaning": "",
        }
        yield told
        for value, words in (column.values or {}).items():
            yield {**told, "meaning": "", "value": value, "value_meaning": words}


def _chapter(schema: Schema) -> str:
    shapes = ", ".join(schema.geometry) or "none: this is a table"
    head = f"## {schema.title} (`{schema.name.value}`)\n\n{schema.words}\n\nGeometry: {shapes}."
    table = ["| column | holds | always there | what it means |", "| --- | --- | --- | --- |"]
    table += [_line(column) for column in columns_of(schema)]
    values = [_values(column) for column in columns_of(schema) if column.values]
    return "\n\n".join((head, "\n".join(table), *values))


def _line(column: Column) -> str:
    kind = TYPES[column.type] + (f", {column.unit}" if column.unit else "")
    return f"| `{column.name}` | {kind} | {'yes' if column.always else 'no'} | {column.words} |"


def _values(column: Column) -> str:
    listed = [f"- `{value}`: {words}" for value, words in (column.values or {}).items()]
    return "\n".join((f"Values of `{column.name}`:", "", *listed))
