import pytest

from kithmap.storage.oplog.memory import MemoryLog
from tests.storage.contract import OperationLogContract


class TestMemoryLog(OperationLogContract):
    @pytest.fixture
    def log(self) -> MemoryLog:
        return MemoryLog()
