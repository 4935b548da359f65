from collections.abc import Iterator
from queue import Empty

import pytest

from kithmap.storage.postgresql_wakeups import PostgreSQLWakeups
from tests.storage.wakeups_contract import WakeupsContract, listener
from tests.support.databases import opened

pytestmark = pytest.mark.postgresql

OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.fixture
def wakeups(postgresql: str) -> Iterator[PostgreSQLWakeups]:
    with opened(postgresql) as database:
        wakeups = PostgreSQLWakeups(database, reconnect_seconds=0.01)
        assert wakeups.wait_until_heard(5)
        yield wakeups
        wakeups.close()


class TestPostgreSQLWakeups(WakeupsContract):
    @pytest.fixture
    def wakeups(self, wakeups: PostgreSQLWakeups) -> PostgreSQLWakeups:
        return wakeups


def test_another_process_hears_too(postgresql: str, wakeups: PostgreSQLWakeups) -> None:
    with opened(postgresql) as database:
        elsewhere = PostgreSQLWakeups(database)
        try:
            assert elsewhere.wait_until_heard(5)
            heard = listener(elsewhere)
            wakeups.notify("lane", 3)
            assert heard.get(timeout=5) == ("lane", 3)
        finally:
            elsewhere.close()


def test_of_several_numbers_the_highest_is_heard_at_last(wakeups: PostgreSQLWakeups) -> None:
    heard = listener(wakeups)
    for number in (1, 3, 2):
        wakeups.notify("lane", number)
    wakeups.notify("end", 1)
    numbers = []
    while (last := heard.get(timeout=5)) != ("end", 1):
        numbers.append(last[1])
    assert max(numbers) == 3


def test_a_strange_word_on_the_channel_is_passed_over(postgresql: str, wakeups: PostgreSQLWakeups) -> None:
    heard = listener(wakeups)
    with opened(postgresql) as database, database.connection(writes=True) as connection:
        connection.exec_driver_sql("SELECT pg_notify('kithmap', 'lane x'), pg_notify('kithmap', '')")
    wakeups.notify("lane", 1)
    assert heard.get(timeout=5) == ("lane", 1)


def test_lost_connections_are_made_anew(
    postgresql: str, wakeups: PostgreSQLWakeups, caplog: pytest.LogCaptureFixture
) -> None:
    heard = listener(wakeups)
    with opened(postgresql) as database, database.connection(writes=True) as connection:
        connection.exec_driver_sql(OTHERS)
    # The first ones may be lost with the connections.
    for number in range(1, 200):
        wakeups.notify("lane", number)
        try:
            assert heard.get(timeout=0.1)[0] == "lane"
        except Empty:
            continue
        break
    else:
        pytest.fail("nothing was heard again")
    assert "is lost" in caplog.text
