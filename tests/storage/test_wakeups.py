from pathlib import Path

import pytest

from kithmap.storage.postgresql_wakeups import PostgreSQLWakeups
from kithmap.storage.wakeups import ProcessWakeups, open_wakeups
from tests.storage.wakeups_contract import WakeupsContract
from tests.support.databases import opened


class TestProcessWakeups(WakeupsContract):
    @pytest.fixture
    def wakeups(self) -> ProcessWakeups:
        return ProcessWakeups()


def test_sqlite_wakes_within_its_process(tmp_path: Path) -> None:
    with opened(f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}") as database:
        assert isinstance(open_wakeups(database), ProcessWakeups)


@pytest.mark.postgresql
def test_postgresql_carries_wakeups_to_other_processes(postgresql: str) -> None:
    with opened(postgresql) as database:
        wakeups = open_wakeups(database)
        assert isinstance(wakeups, PostgreSQLWakeups)
        wakeups.close()
