from pathlib import Path

from kithmap.demo.told import told_workshop
from kithmap.storage.engine import open_database


def test_an_installation_that_nobody_filled_has_no_story(migrated_database: Path) -> None:
    database = open_database(f"sqlite:///{migrated_database.as_posix()}")
    try:
        with database.reading() as session:
            assert told_workshop(session) is None
    finally:
        database.close()
