import pytest

from kithmap.layers.schema import SCHEMAS
from kithmap.research.code_words import BY_COLUMN, LAYERS, words_of
from kithmap.research.counting import COUNTED


def test_every_layer_has_a_name() -> None:
    assert list(LAYERS) == list(SCHEMAS)


@pytest.mark.parametrize("column", BY_COLUMN)
def test_every_code_of_the_schema_is_put_into_words(column: str) -> None:
    schemas = [found for schema in SCHEMAS.values() if (found := schema.column(column)) is not None]
    assert schemas
    for schema in schemas:
        assert set(schema.values or {}) <= set(BY_COLUMN[column])


def test_every_counted_column_stands_in_its_layer() -> None:
    assert all(SCHEMAS[layer].column(each) for layer, columns in COUNTED.items() for each in columns)


def test_a_code_that_nobody_put_into_words_stands_as_it_is() -> None:
    assert words_of("why", "to_sing_together").text == "to sing together"
