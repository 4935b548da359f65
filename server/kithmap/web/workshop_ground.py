"""What one workshop gives to layers: its day, what of its map may be kept and quoted, and the glossary that kinds are called by."""

import asyncio
from datetime import date

from sqlmodel import Session

from kithmap.glossary.catalogue import in_force
from kithmap.glossary.model import Release
from kithmap.glossary.release import checksum_of
from kithmap.layers.ground import Mapped, quoted_records
from kithmap.layers.model import GlossaryUsed, Source
from kithmap.layers.unkept import records_of, without
from kithmap.programme.access import partners_of
from kithmap.programme.model import PartnerRole
from kithmap.sync.content import Content
from kithmap.sync.log import OperationLog
from kithmap.workshop.catalogue import not_to_be_kept, quotable_people
from kithmap.workshop.joining import Listed

AT_ONCE = 200
"""Entries that are read at a time to find the one that opened a workshop: it is among the first."""


async def opened_on(log: OperationLog, listed: Listed) -> date:
    """Return the day on which a workshop opened, or was made where it never did."""
    return await asyncio.to_thread(_opened_on, log, listed)


def _opened_on(log: OperationLog, listed: Listed) -> date:
    after = 0
    while entries := log.entries(listed.id, after, AT_ONCE):
        for entry in entries:
            if entry.kind == "workshop.open":
                return entry.at.date()
        after = entries[-1].number
    return listed.made_at.date()


def mapped(session: Session, source: Source, content: Content) -> Mapped:
    """Return what a workshop mapped, without what somebody did not want to be kept.

    Args:
        session: the transaction.
        source: the workshop as a release names it.
        content: its records as they stand.
    """
    unkept = unkept_records(session, source.workshop, content)
    return Mapped(source, without(content, unkept), quotable_records(session, source.workshop, content))


def unkept_records(session: Session, workshop_id: str, content: Content) -> frozenset[str]:
    """Return the ids of what was made by people who do not want it to be kept."""
    return records_of(content, [seat.person for seat in not_to_be_kept(session, workshop_id)])


def quotable_records(session: Session, workshop_id: str, content: Content) -> frozenset[str]:
    """Return the ids of the records whose words may be told."""
    return quoted_records(content, quotable_people(session, workshop_id))


def glossary_in_force(session: Session, area_id: str) -> tuple[GlossaryUsed, Release] | None:
    """Return the glossary by which an area's kinds are called, as a release names it; None where the area has published none."""
    found = in_force(session, area_id)
    if found is None:
        return None
    glossary, release = found
    address = f"{release.scheme.base}versions/{release.version}"
    return GlossaryUsed(glossary.name, release.version, address, checksum_of(release)), release


def partners_of_today(session: Session, area_id: str) -> tuple[str, ...]:
    """Return the area's organisations of today, those of the voluntary sector first, the oldest first."""
    found = [each for each in reversed(partners_of(session, area_id)) if each.until is None]
    found.sort(key=lambda each: each.role is not PartnerRole.VCS_ORGANISATION)
    return tuple(dict.fromkeys(each.name for each in found))
