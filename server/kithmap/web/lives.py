"""A workshop's life as its log has it, told to the list of workshops: the log is the truth, the list follows."""

from kithmap.web.dependencies import Services
from kithmap.workshop import actions
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import RECORD, Life, life_of


async def follow_log(services: Services, workshop: Listed) -> tuple[Listed, Life]:
    """Return a workshop as it is listed now, and its life.

    The list learns here that a workshop was closed, or opened again: its code dies or lives with it. A workshop whose log
    has not begun is a draft.
    """
    record = (await services.rooms.read(workshop.id)).get(RECORD)
    life = Life.DRAFT if record is None else life_of(record)
    if (life is Life.CLOSED) == (workshop.closed_at is not None):
        return workshop, life
    return await services.write(actions.note_life, workshop.id, life, services.clock()), life
