from kithmap.basics.csv_text import csv_rows
from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.release_package.dictionary import COLUMNS, columns_of, dictionary_csv, dictionary_markdown

EVERY = tuple(LayerName)


def test_every_column_and_every_code_has_a_row() -> None:
    head, *rows = csv_rows(dictionary_csv(EVERY).decode("utf-8-sig"))
    assert tuple(head) == COLUMNS
    told = {(row[0], row[1], row[6]) for row in rows}
    for schema in SCHEMAS.values():
        for column in columns_of(schema):
            assert (schema.name.value, column.name, "") in told
            assert {(schema.name.value, column.name, value) for value in column.values or {}} <= told
    assert len(rows) == len(told)


def test_every_row_says_what_it_means() -> None:
    _, *rows = csv_rows(dictionary_csv(EVERY).decode("utf-8-sig"))
    assert all(row[5] or row[7] for row in rows)


def test_the_page_tells_of_the_layers_that_there_are_and_of_no_others() -> None:
    page = dictionary_markdown((LayerName.ASSETS, LayerName.CONNECTION_TABLE))
    assert "## Assets (`assets`)" in page
    assert "Geometry: none: this is a table." in page
    assert "## Boundary" not in page
    for column in columns_of(SCHEMAS[LayerName.ASSETS]):
        assert f"| `{column.name}` |" in page
