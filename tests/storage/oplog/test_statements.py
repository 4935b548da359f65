import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import Dialect

from kithmap.storage.oplog.statements import statements

SQLITE = create_engine("sqlite://", paramstyle="named").dialect
POSTGRESQL = create_engine("postgresql+psycopg://").dialect


def test_on_postgresql_the_row_of_the_workshop_is_held_until_the_commit() -> None:
    assert statements(POSTGRESQL).lock_number.endswith("FOR NO KEY UPDATE")


@pytest.mark.parametrize("dialect", [SQLITE, POSTGRESQL])
def test_what_is_there_already_is_passed_over_and_counted(dialect: Dialect) -> None:
    assert statements(dialect).insert_entry.endswith("ON CONFLICT DO NOTHING")
    assert statements(dialect).begin_number.endswith("ON CONFLICT DO NOTHING")
