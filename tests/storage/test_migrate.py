import importlib.util
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import kithmap
from kithmap.storage.base import metadata
from kithmap.storage.database import Database
from kithmap.storage.migrate import NewerDatabaseError, configuration, downgrade, known, migrate
from tests.support.children import Child, Mouth
from tests.support.databases import opened

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}"
    return str(request.getfixturevalue("postgresql"))


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    with opened(url) as database:
        yield database


def every_table() -> None:
    """Import every feature's tables, so that the metadata is whole."""
    for feature in pkgutil.iter_modules(kithmap.__path__, "kithmap."):
        name = f"{feature.name}.tables"
        if feature.ispkg and importlib.util.find_spec(name) is not None:
            importlib.import_module(name)


def test_an_empty_database_goes_through_all_migrations_once(database: Database) -> None:
    assert migrate(database) == known()
    assert migrate(database) == []


def test_after_migrating_the_tables_are_those_that_the_code_describes(database: Database) -> None:
    every_table()
    migrate(database)
    with database.connection() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_described}
        )
        assert compare_metadata(context, metadata) == []


def is_described(name: str | None, kind: str, _parents: object) -> bool:
    """Tell whether tables describe this: SQLite keeps its R*Tree in tables of its own, PostgreSQL's has no columns."""
    return (
        not (kind == "table" and str(name).startswith("layer_rectangles"))
        and name != "ix_layer_features_where"
    )


def test_every_migration_can_be_undone_and_done_again(database: Database) -> None:
    migrate(database)
    for name in reversed([None, *known()[:-1]]):
        downgrade(database, name)
    with database.connection() as connection:
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
    assert migrate(database) == known()


def test_migrating_goes_on_from_where_the_database_stands(database: Database) -> None:
    migrate(database)
    downgrade(database, known()[0])
    assert migrate(database) == known()[1:]


def test_a_database_of_a_newer_kithmap_is_refused_by_name_and_left_alone(database: Database) -> None:
    migrate(database)
    with database.session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999_later'"))
    with pytest.raises(NewerDatabaseError, match="9999_later"):
        migrate(database)
    with database.reading() as session:
        assert session.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999_later"


def test_a_migration_that_fails_leaves_nothing_half_done(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ScriptDirectory.run_env

    def fail_after(self: ScriptDirectory) -> None:
        real(self)
        raise KeyError

    with monkeypatch.context() as patched:
        patched.setattr(ScriptDirectory, "run_env", fail_after)
        with pytest.raises(KeyError):
            migrate(database)
    with database.connection() as connection:
        assert inspect(connection).get_table_names() == []
    assert migrate(database) == known()


def test_migrations_stand_in_one_line_and_are_named_like_their_files(database: Database) -> None:
    with database.connection() as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
    line = list(reversed([script.revision for script in scripts.walk_revisions()]))
    assert line == known()


@pytest.mark.processes
def test_processes_that_start_at_once_migrate_once(url: str) -> None:
    with (
        Child(migrate_and_say, url) as one,
        Child(migrate_and_say, url) as two,
        Child(migrate_and_say, url) as three,
    ):
        said = [line for child in (one, two, three) for line in child.said()]
    assert sorted(said) == sorted(["", "", " ".join(known())])


def migrate_and_say(mouth: Mouth, url: str) -> None:
    with opened(url) as database:
        mouth.send_bytes(" ".join(migrate(database)).encode())
