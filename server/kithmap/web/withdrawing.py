"""Erasing from the rooms what people withdrew, and never leaving one half done.

That somebody withdrew is stored first, in one transaction with the forgetting of their name; the room erases next; that it did is
stored last. Whatever breaks in between is found and done again: after each withdrawal, every two seconds by the running server,
and by ``kithmap tidy``.
"""

import asyncio
import logging

from kithmap.basics.actors import Role
from kithmap.basics.errors import KithmapError
from kithmap.basics.ids import new_id
from kithmap.photos.model import photos_of
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.web.dependencies import Services
from kithmap.workshop import actions
from kithmap.workshop.catalogue import withdrawing
from kithmap.workshop.joining import ConsentGiven, Purpose, Seat

logger = logging.getLogger(__name__)


async def change_consent(services: Services, workshop_id: str, given: ConsentGiven) -> Seat:
    """Keep a consent or its withdrawal, and do at once all that follows from it.

    Raises:
        NotFoundError: if the workshop has no such participant.
        BadInputError: if they would take part again: that is asked for by joining.
    """
    seat = await services.write(actions.change_consent, workshop_id, given)
    if seat.withdrawing_since is not None:
        await finish_withdrawals(services)
        await forget_now(services)
    services.workshops.seated(seat)
    if given.purpose is Purpose.TAKE_PART:
        services.rooms.change_role(workshop_id, seat.person, None)
    return await services.read(actions.require_seat, workshop_id, seat.person)


async def forget_now(services: Services) -> None:
    """Let nothing that was just erased lie on in SQLite's write-ahead log: to be called after every erasing."""
    await asyncio.to_thread(services.database.move_to_file)


async def finish_withdrawals(services: Services) -> int:
    """Carry out every withdrawal that is noted and not done; return how many were done."""
    done = 0
    for seat in await services.read(withdrawing):
        try:
            done += await _erase(services, seat)
        except KithmapError as error:
            logger.warning("a withdrawal waits: %s", error.code)
    return done


async def _erase(services: Services, seat: Seat) -> bool:
    operation = SubmittedOperation(id=new_id(), kind="person.withdraw", payload={"person": seat.person})
    submit = Submit(type="submit", operations=[operation])
    photos = photos_of(await services.rooms.read(seat.workshop), seat.person)
    (answer,) = await services.rooms.ask(seat.workshop, Viewer(seat.person, Role.PARTICIPANT), submit)
    if isinstance(answer, RefusedMessage):
        logger.warning("a withdrawal waits: %s", answer.reason.value)
        return False
    if services.photos is not None:
        await asyncio.to_thread(services.photos.remove, seat.workshop, photos)
    await services.write(actions.withdrawn, seat.workshop, seat.person)
    return True
