from kithmap.bringing_in.model import MOST_PLACES, MOST_ROWS
from tests.bringing_in.tables import at, shaped, table


def test_a_table_has_shapes_where_any_of_its_rows_has_one() -> None:
    assert shaped(("Nowhere", None), ("Hall", at(1, 2))).has_shapes
    assert not table("name lon lat", ("Hall", 1, 2)).has_shapes
    assert not shaped().has_shapes


def test_more_can_be_looked_at_than_comes_in_at_once() -> None:
    assert MOST_ROWS > MOST_PLACES
