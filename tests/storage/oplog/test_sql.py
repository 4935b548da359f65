from collections.abc import Iterator
from pathlib import Path

import pytest

from kithmap.storage.oplog.sql import SqlLog
from tests.storage.contract import OperationLogContract
from tests.support.databases import migrated, opened, sqlite_url


class TestSqlLogOnSqlite(OperationLogContract):
    @pytest.fixture
    def log(self, tmp_path: Path) -> Iterator[SqlLog]:
        with opened(sqlite_url(tmp_path)) as database:
            yield SqlLog(database)


@pytest.mark.postgresql
class TestSqlLogOnPostgreSQL(OperationLogContract):
    @pytest.fixture
    def log(self, postgresql: str) -> Iterator[SqlLog]:
        with migrated(postgresql) as database:
            yield SqlLog(database)
