"""What a person may do at this moment of a workshop: asked by every operation of every feature."""

from collections.abc import Collection
from typing import Any

from kithmap.basics.actors import Actor
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.records import Record, View
from kithmap.workshop.model import BOUNDARY, MAPPING, RECORD, Life, Stage, life_of, stage_of


def workshop_of(view: View) -> Record:
    """Return the workshop's own record.

    Raises:
        Refused: before the workshop was begun.
    """
    workshop = view.get(RECORD)
    if workshop is None:
        raise Refused(Reason.NOT_OPEN, "This workshop has not been set up yet.")
    return workshop


def boundary_of(view: View) -> dict[str, Any]:
    """Return the area's boundary as it was when the workshop was made: a GeoJSON polygon or multipolygon.

    Raises:
        Refused: before the workshop was begun.
    """
    # Logs from before the boundary had a record of its own hold it in the workshop's.
    record = view.get(BOUNDARY) or workshop_of(view)
    boundary: dict[str, Any] = record.fields["boundary"]
    return boundary


def require_running(view: View, actor: Actor, stages: Collection[Stage] = MAPPING) -> Record:
    """Return the workshop's record if this person may contribute now.

    Those who lead the room may at any stage, and while it is paused, so that they can prepare and mend; nobody may after
    it closed.

    Raises:
        Refused: with the reason why not now.
    """
    workshop = workshop_of(view)
    life = life_of(workshop)
    if life is Life.CLOSED:
        raise Refused(Reason.CLOSED, "This workshop has ended, so the map can no longer be changed.")
    if actor.leads:
        return workshop
    if life is Life.DRAFT:
        raise Refused(Reason.NOT_OPEN, "This workshop has not started yet. Please wait for the facilitator.")
    if life is Life.PAUSED:
        raise Refused(
            Reason.PAUSED, "The facilitator has paused the workshop. Yours is kept here for when it goes on."
        )
    if stage_of(workshop) not in stages:
        raise Refused(
            Reason.WRONG_STAGE,
            "The room is doing something else now. Yours is kept here; ask the facilitator.",
        )
    return workshop
