"""Who is in a room, drawn from what people said about themselves, as far as it may be told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from kithmap.programme.suppression import Picture, Told, draw, is_due
from kithmap.workshop import store
from kithmap.workshop.about_me import counted


@dataclass(frozen=True, slots=True)
class RoomPicture:
    """Who is in a room, as far as it may be told.

    Attributes:
        answered: how many said something about themselves.
        told: rounded counts by category, None where hidden, for the questions that may be told of.
        held: for those, the categories that are hidden although they are not small.
    """

    answered: int
    told: Mapping[str, Told]
    held: Mapping[str, Collection[str]]


def look_at_room(session: Session, workshop_id: str, least: int, now: datetime) -> RoomPicture:
    """Return who is in a room; the picture is drawn anew here, where it may be.

    Args:
        session: a transaction that writes.
        workshop_id: the workshop's id.
        least: the count below which nothing is shown.
        now: the time.
    """
    answers = store.all_about_me(session, workshop_id)
    kept, gone = store.room_picture(session, workshop_id)
    joined = sum(not is_counted for _, is_counted in answers)
    if is_due(joined, gone, least):
        counts = counted([each for each, _ in answers])
        kept = {attribute: _next(kept.get(attribute), given, least) for attribute, given in counts.items()}
        store.set_room_picture(session, workshop_id, kept, now)
    return _shown(len(answers), kept, least)


def last_picture(session: Session, workshop_id: str, least: int) -> RoomPicture:
    """Return who was in a room as it was last told; nothing is drawn anew, for whoever only reads.

    Args:
        session: the transaction.
        workshop_id: the workshop's id.
        least: the count below which nothing is shown.
    """
    kept, _ = store.room_picture(session, workshop_id)
    return _shown(len(store.all_about_me(session, workshop_id)), kept, least)


def _shown(answered: int, kept: Mapping[str, Any], least: int) -> RoomPicture:
    shown = {
        attribute: each
        for attribute, each in kept.items()
        if each is not None and each["shown"] and each["least"] >= least
    }
    told = {attribute: each["told"] for attribute, each in shown.items()}
    held = {attribute: each["held"] for attribute, each in shown.items()}
    return RoomPicture(answered, told, held)


def _next(before: dict[str, Any] | None, counts: Mapping[str, int], least: int) -> dict[str, Any] | None:
    """Return what is kept of one question: the new picture, or the last one that was told, not shown any more."""
    last = None
    if before is not None:
        last = Picture(before["told"], frozenset(before["held"]), before["total"], before["least"])
    picture = draw(counts, least, last)
    if picture is None:
        return None if before is None else {**before, "shown": False}
    return {
        "told": dict(picture.told),
        "held": sorted(picture.held),
        "total": picture.total,
        "least": least,
        "shown": True,
    }
