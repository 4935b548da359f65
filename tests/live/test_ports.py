"""What the host needs of others: that what is at hand fits."""

from kithmap.live.outbox import AsgiOutbox, TransportOutbox
from kithmap.live.ports import Authenticate, LogWriter, Outbox
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.writer import Writer
from tests.support.live_app import Door


def test_the_writer_the_outboxes_and_a_door_fit_their_ports() -> None:
    # The type checker is the test; running it shows that all are there.
    outboxes: list[type[Outbox]] = [TransportOutbox, AsgiOutbox]
    writer: LogWriter = Writer(MemoryLog())
    door: Authenticate = Door()
    assert all(callable(each) for each in (*outboxes, door))
    assert callable(writer.append)
