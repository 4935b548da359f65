import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import pytest

from kithmap.basics.errors import BadInputError, ConflictError, UnavailableError
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.writer import Writer
from kithmap.sync.log import Batch
from tests.support.entries import batch, entry


class HeldLog(MemoryLog):
    """A log whose commits wait until they are let go, and that keeps how many batches each one held."""

    def __init__(self) -> None:
        super().__init__()
        self.commits: list[int] = []
        self.begun = threading.Semaphore(0)
        self.let_go = threading.Semaphore(0)
        self.failure: Exception | None = None

    def append(self, batches: Sequence[Batch]) -> list[bool]:
        self.begun.release()
        self.let_go.acquire()
        self.commits.append(len(batches))
        if self.failure is not None:
            raise self.failure
        return super().append(batches)


@pytest.fixture
def held() -> HeldLog:
    return HeldLog()


@pytest.fixture
def writer(held: HeldLog) -> Iterator[Writer]:
    writer = Writer(held)
    yield writer
    held.let_go.release(1000)
    writer.close()


def in_workshop(name: str) -> Batch:
    return batch(1, workshop=name)


def test_what_arrives_during_a_commit_shares_the_next(held: HeldLog, writer: Writer) -> None:
    first = writer.submit(in_workshop("a"))
    held.begun.acquire()
    others = [writer.submit(in_workshop(name)) for name in "bcd"]
    held.let_go.release(2)
    assert [first.result(5), *(other.result(5) for other in others)] == [True] * 4
    assert held.commits == [1, 3]


def test_each_asker_is_told_the_outcome_of_its_own_batch(held: HeldLog, writer: Writer) -> None:
    held.let_go.release(1000)
    assert writer.submit(batch(1)).result(5) is True
    assert writer.submit(batch(1, salt=1)).result(5) is False
    assert writer.submit(batch(2)).result(5) is True


def test_nobody_is_told_before_the_commit_is_done(held: HeldLog, writer: Writer) -> None:
    future = writer.submit(batch(1))
    held.begun.acquire()
    assert not future.done()
    held.let_go.release()
    assert future.result(5)
    assert held.last_number("lane") == 1


def test_a_failing_database_is_told_to_all_who_wait_and_the_next_commit_is_tried(
    held: HeldLog, writer: Writer
) -> None:
    first = writer.submit(in_workshop("a"))
    held.begun.acquire()
    second = [writer.submit(in_workshop(name)) for name in "bc"]
    held.failure = UnavailableError("The disk is full.")
    held.let_go.release(2)
    for future in (first, *second):
        with pytest.raises(UnavailableError):
            future.result(5)
    held.failure = None
    held.let_go.release()
    assert writer.submit(in_workshop("a")).result(5) is True


def test_an_unforeseen_failure_is_told_as_unavailable_and_its_words_stay_out_of_the_log(
    held: HeldLog, writer: Writer, caplog: pytest.LogCaptureFixture
) -> None:
    held.failure = RuntimeError("what Ann wrote")
    held.let_go.release(1000)
    with pytest.raises(UnavailableError):
        writer.submit(batch(1)).result(5)
    assert "RuntimeError" in caplog.text
    assert "Ann" not in caplog.text


def test_a_batch_that_cannot_be_stored_fails_alone(held: HeldLog, writer: Writer) -> None:
    unstorable = Batch("bad", (entry(1, operation="\0"),))
    first = writer.submit(in_workshop("a"))
    held.begun.acquire()
    good, bad, other = (writer.submit(each) for each in (in_workshop("b"), unstorable, in_workshop("c")))
    held.let_go.release(1000)
    assert first.result(5)
    assert good.result(5)
    assert other.result(5)
    with pytest.raises(BadInputError):
        bad.result(5)


def test_other_work_runs_in_the_same_thread_and_its_failure_stays_its_own(
    held: HeldLog, writer: Writer
) -> None:
    held.let_go.release(1000)

    def refuse() -> None:
        raise ConflictError("Somebody was quicker.")

    assert writer.run(lambda: threading.current_thread().name).result(5) == "kithmap-writer"
    with pytest.raises(ConflictError, match="quicker"):
        writer.run(refuse).result(5)
    assert writer.submit(batch(1)).result(5)


def test_work_that_was_called_off_before_its_turn_is_not_done(held: HeldLog, writer: Writer) -> None:
    writer.submit(in_workshop("a"))
    held.begun.acquire()
    done: list[str] = []
    called_off = writer.run(lambda: done.append("called off"))
    assert called_off.cancel()
    last = writer.run(lambda: done.append("last"))
    held.let_go.release()
    last.result(5)
    assert done == ["last"]


def test_closing_writes_what_was_asked_for_and_refuses_what_comes_later(held: HeldLog) -> None:
    writer = Writer(held)
    futures = [writer.submit(in_workshop(name)) for name in "abc"]
    held.let_go.release(1000)
    writer.close()
    writer.close()
    assert [future.result(0) for future in futures] == [True] * 3
    with pytest.raises(UnavailableError):
        writer.submit(batch(1))


class CountingLoop(asyncio.SelectorEventLoop):
    """An event loop that counts how often another thread woke it."""

    woken = 0

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: object, **context: object
    ) -> asyncio.Handle:
        self.woken += 1
        return super().call_soon_threadsafe(callback, *args, **context)  # type: ignore[arg-type]


def test_an_event_loop_is_woken_once_for_each_commit(held: HeldLog, writer: Writer) -> None:
    loop = CountingLoop()

    async def forty_batches() -> list[bool]:
        waiting = [asyncio.ensure_future(writer.append(in_workshop(f"w{number}"))) for number in range(40)]
        await asyncio.sleep(0)
        held.let_go.release(1000)
        return await asyncio.gather(*waiting)

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        assert runner.run(forty_batches()) == [True] * 40
    assert sum(held.commits) == 40
    assert loop.woken == len(held.commits) <= 2


def test_a_batch_whose_asker_went_away_is_stored_all_the_same(held: HeldLog, writer: Writer) -> None:
    async def go_away() -> None:
        waiting = asyncio.ensure_future(writer.append(batch(1)))
        await asyncio.sleep(0)
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            await waiting
        held.let_go.release(1000)
        await writer.perform(lambda: None)

    asyncio.run(go_away())
    assert held.last_number("lane") == 1


def test_an_event_loop_that_closed_meanwhile_does_not_stop_the_writer(
    held: HeldLog, writer: Writer, caplog: pytest.LogCaptureFixture
) -> None:
    async def ask_and_leave() -> None:
        waiting = asyncio.ensure_future(writer.append(batch(1)))
        await asyncio.sleep(0)
        waiting.cancel()

    asyncio.run(ask_and_leave())
    held.let_go.release(1000)
    assert writer.submit(in_workshop("b")).result(5)
    assert "closed before" in caplog.text
