"""Plain requests that wait."""

import asyncio

import pytest

from kithmap.basics.errors import Reason, UnavailableError
from kithmap.live.asks import Ask, Moved
from kithmap.sync.protocol import AlreadyMessage, EntryMessage, RefusedMessage
from tests.support.notes import made_id, put, submit

pytestmark = pytest.mark.anyio


async def test_answers_stand_in_the_order_of_the_operations_however_they_come() -> None:
    ask = Ask(submit(put(1), put(2), put(3)))
    refused = RefusedMessage(operation=made_id(3), reason=Reason.TOO_FAST, message="Please wait.")
    for message in (refused, AlreadyMessage(operation=made_id(1), number=4)):
        ask.answer(message)
        assert not ask.done.done()
    ask.answer(EntryMessage(number=5, operation=made_id(2)))
    assert [type(answer) for answer in await ask.done] == [AlreadyMessage, EntryMessage, RefusedMessage]


async def test_an_operation_that_stands_twice_in_a_message_is_answered_once() -> None:
    ask = Ask(submit(put(1), put(1)))
    ask.answer(EntryMessage(number=1, operation=made_id(1)))
    assert len(await ask.done) == 1


async def test_an_entry_that_the_asker_may_not_see_still_answers() -> None:
    ask = Ask(submit(put(1)))
    ask.answer(EntryMessage(number=1))
    assert len(await ask.done) == 1


async def test_who_waits_when_the_room_ends_is_told_that_it_may_not_be_stored() -> None:
    ask = Ask(submit(put(1)))
    ask.give_up()
    ask.give_up()
    with pytest.raises(UnavailableError) as told:
        await ask.done
    assert told.value.code == Reason.NOT_STORED


async def test_all_who_wait_are_woken_at_once_and_nobody_waits_longer_than_asked() -> None:
    moved = Moved()
    waiting = asyncio.gather(moved.wait(60), moved.wait(60))
    await asyncio.sleep(0)
    assert moved
    moved.wake()
    await waiting
    await moved.wait(0.001)
    assert not moved
