from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, ForeignKey, Index, MetaData, String, Table, UniqueConstraint, insert, select

from kithmap.storage.base import JsonText, Moment, metadata
from kithmap.storage.database import Database
from tests.support.databases import opened
from tests.support.json_values import JSON

own = MetaData(naming_convention=metadata.naming_convention)
visits = Table(
    "visits",
    own,
    Column("name", String, primary_key=True),
    Column("of", String, ForeignKey("visits.name")),
    Column("at", Moment),
    Column("seen", JsonText),
    UniqueConstraint("name", "of"),
    Index(None, "of", "at"),
)

NEPAL = timezone(timedelta(hours=5, minutes=45))


def read_back(database: Database, **values: Any) -> Any:
    with database.connection(writes=True) as connection:
        connection.execute(visits.delete())
        connection.execute(insert(visits).values(name="a", **values))
        return connection.execute(select(visits)).one()


def keeps(database: Database) -> None:
    own.create_all(database.engine)

    @settings(max_examples=25)
    @given(JSON)
    def any_json(value: Any) -> None:
        assert read_back(database, seen=value).seen == value

    @settings(max_examples=25)
    @given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001 - bounds are naive
    def any_moment(naive: datetime) -> None:
        moment = naive.replace(tzinfo=NEPAL)
        again = read_back(database, at=moment).at
        assert again == moment
        assert again.utcoffset() == timedelta(0)

    any_json()
    any_moment()
    empty = read_back(database, at=None, seen=None)
    assert (empty.at, empty.seen) == (None, None)


def test_json_and_moments_come_back_from_sqlite_as_they_were(tmp_path: Path) -> None:
    with opened(f"sqlite:///{(tmp_path / 'visits.sqlite').as_posix()}") as database:
        keeps(database)


@pytest.mark.postgresql
def test_json_and_moments_come_back_from_postgresql_as_they_were(postgresql: str) -> None:
    with opened(postgresql) as database:
        keeps(database)


def test_a_moment_without_its_offset_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="offset"):
        Moment().process_bind_param(datetime.now(UTC).replace(tzinfo=None), None)  # type: ignore[arg-type]


def test_every_constraint_has_a_name_that_is_the_same_everywhere() -> None:
    names = {str(constraint.name) for constraint in visits.constraints} | {
        str(each.name) for each in visits.indexes
    }
    assert names == {"pk_visits", "fk_visits_of_visits", "uq_visits_name_of", "ix_visits_of_at"}
