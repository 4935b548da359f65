"""The columns of each layer."""

from itertools import chain

import pytest

from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS, Schema, Type


def test_every_layer_has_its_columns_in_the_order_of_layers() -> None:
    assert list(SCHEMAS) == list(LayerName)


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=lambda each: each.name)
def test_no_column_stands_twice(schema: Schema) -> None:
    names = [each.name for each in schema.columns]
    assert len(names) == len(set(names))


def test_a_name_fits_every_format_and_means_one_thing() -> None:
    """A name of at most 31 letters, with no capitals, is taken by GeoPackage, Parquet, GraphML and SQL alike."""
    everywhere: dict[str, Type] = {}
    for column in chain.from_iterable(each.columns for each in SCHEMAS.values()):
        assert column.name.isidentifier()
        assert column.name == column.name.lower()
        assert len(column.name) <= 31
        assert column.name not in {"id", "geometry", "fid", "geom"}
    for schema in SCHEMAS.values():
        for column in schema.columns:
            if column.name not in {"assets", "meeting_places", "connections"}:
                assert everywhere.setdefault(column.name, column.type) is column.type


def test_codes_say_what_they_mean() -> None:
    for column in chain.from_iterable(each.columns for each in SCHEMAS.values()):
        assert (column.type in {Type.CODE, Type.CODES}) == (column.values is not None)
        assert all((column.values or {"x": "y"}).values())
