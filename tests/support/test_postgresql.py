"""The tests' own PostgreSQL gives each test an empty database."""

from pathlib import Path

import psycopg
import pytest

from tests.support.postgresql import PostgreSQLMissingError, PostgreSQLServer, find_programs, running_server


@pytest.mark.postgresql
def test_each_database_is_empty_and_gone_afterwards(postgresql_server: PostgreSQLServer) -> None:
    addresses = []
    for _ in range(2):
        with postgresql_server.database() as address:
            plain = address.replace("postgresql+psycopg://", "postgresql://")
            with psycopg.connect(plain) as connection:
                connection.execute("CREATE TABLE place (title text)")
            addresses.append(plain)

    assert addresses[0] != addresses[1]
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(addresses[0])


def test_a_machine_without_its_programs_says_so() -> None:
    with pytest.raises(PostgreSQLMissingError, match="not installed"), running_server(None):
        pass


def test_the_newest_of_several_versions_is_taken(tmp_path: Path) -> None:
    for version in ("9.6", "15", "16"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "initdb").touch()

    assert find_programs({"PATH": ""}, tmp_path) == tmp_path / "16" / "bin"


def test_programs_on_the_path_do_where_there_is_no_debian(tmp_path: Path) -> None:
    program = tmp_path / "initdb"
    program.touch(mode=0o755)

    assert find_programs({"PATH": str(tmp_path)}, tmp_path / "absent") == tmp_path
    assert find_programs({"PATH": ""}, tmp_path / "absent") is None
