"""Keeping what was promised about personal information: what is over its time, or was withdrawn, goes."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.clock import system_clock
from kithmap.basics.ids import new_id
from kithmap.cli.saying import say
from kithmap.cli.upkeep import opened
from kithmap.live.hub import Hub
from kithmap.photos.files import FOLDER as PHOTOS
from kithmap.photos.files import PhotoFiles
from kithmap.photos.model import photos_of
from kithmap.programme.access import retention_days_by_area
from kithmap.settings import Settings
from kithmap.state import WorkshopRules
from kithmap.storage.database import Database
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.snapshots import load
from kithmap.storage.wakeups import open_wakeups
from kithmap.storage.writer import Writer
from kithmap.sync.audience import Viewer
from kithmap.sync.content import Content
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.workshop import actions, catalogue
from kithmap.workshop.joining import Listed, Seat
from kithmap.workshop.model import RECORD, Life, life_of

GRACE = timedelta(days=1)
"""After a workshop closes, before anything is erased because of that: closing can be a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was done.

    Attributes:
        withdrawn: people whose records were erased.
        waiting: people whose records could not be erased now.
        names: names that were forgotten because their time was over.
    """

    withdrawn: int
    waiting: int
    names: int


def tidy(settings: Settings) -> bool:
    """Do all that is due, tell what was done, and return whether nothing is left to do."""
    with opened(settings) as database:
        photos = PhotoFiles(settings.storage.data_folder / PHOTOS)
        done = tidy_database(database, system_clock(), photos)
    say(f"Erased what {done.withdrawn} people withdrew, and {done.names} names whose time was over.")
    if done.waiting:
        say(f"For {done.waiting} people it could not be done now. Please run this again.")
    return done.waiting == 0


def tidy_database(database: Database, now: datetime, photos: PhotoFiles) -> Tidied:
    """Do all that is due at a time. A server may be running on the same database: its rooms follow.

    Args:
        database: migrated.
        now: the time.
        photos: keeps photos of places.
    """
    log = SqlLog(database)
    with database.reading() as session:
        workshops = catalogue.every_workshop(session)
        kept_for = retention_days_by_area(session)
    names = 0
    for workshop in workshops:
        content = load(log, workshop.id).content
        with database.session() as session:
            listed = _follow(session, workshop, content, now)
            names += _erase_what_is_over(session, listed, content, kept_for, now)
    with database.reading() as session:
        waiting = catalogue.withdrawing(session)
    withdrawn = asyncio.run(_withdraw(database, log, photos, waiting)) if waiting else 0
    database.scrub()
    return Tidied(withdrawn, len(waiting) - withdrawn, names)


def _follow(session: Session, workshop: Listed, content: Content, now: datetime) -> Listed:
    record = content.get(RECORD)
    life = Life.DRAFT if record is None else life_of(record)
    return actions.note_life(session, workshop.id, life, now)


def _erase_what_is_over(
    session: Session, workshop: Listed, content: Content, kept_for: Mapping[str, int], now: datetime
) -> int:
    """Forget names whose time is over, note what nobody wanted kept, and return how many names there were."""
    if workshop.closed_at is None or now - workshop.closed_at < GRACE:
        return 0
    unkept = [
        seat.person
        for seat in catalogue.not_to_be_kept(session, workshop.id)
        if any(record.fields for record in content.of_author(seat.person))
    ]
    actions.note_withdrawing(session, unkept, now)
    days = kept_for.get(workshop.area)
    if days is None or now - workshop.closed_at < timedelta(days=days):
        return 0
    return actions.erase_names(session, workshop.id)


async def _withdraw(database: Database, log: SqlLog, photos: PhotoFiles, seats: Collection[Seat]) -> int:
    """Erase what people withdrew, as a server on the same database would, and return for how many it was done."""
    writer, wakeups = Writer(log), open_wakeups(database)
    hub = Hub(log, writer, WorkshopRules(), wakeups=wakeups)
    done = 0
    try:
        for seat in seats:
            operation = SubmittedOperation(
                id=new_id(), kind="person.withdraw", payload={"person": seat.person}
            )
            submit = Submit(type="submit", operations=[operation])
            pictures = photos_of(await hub.read(seat.workshop), seat.person)
            (answer,) = await hub.ask(seat.workshop, Viewer(seat.person, Role.PARTICIPANT), submit)
            if not isinstance(answer, RefusedMessage):
                photos.remove(seat.workshop, pictures)
                with database.session() as session:
                    actions.withdrawn(session, seat.workshop, seat.person)
                done += 1
    finally:
        await hub.close()
        wakeups.close()
        writer.close()
    return done
