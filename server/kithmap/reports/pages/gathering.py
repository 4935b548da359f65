"""What a workshop's report tells, gathered from its room and from the database."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kithmap.basics.quotes import quoting
from kithmap.glossary.adopted import Adopted, Asking, adopted, not_adopted
from kithmap.glossary.draft import Agreed
from kithmap.glossary.model import Release
from kithmap.layers.access import settlements
from kithmap.layers.build import build
from kithmap.layers.details import Details, Setting, header_of
from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, ReleaseEdition, Source
from kithmap.programme.access import (
    census_profile_of,
    known_area,
    lawful_basis_of,
    programme_title,
    wave_of,
)
from kithmap.programme.model import Area
from kithmap.programme.representativeness import Comparison
from kithmap.programme.suppression import threshold as for_screens
from kithmap.reports.balance import for_a_pack
from kithmap.reports.evening import Evening, evening
from kithmap.shared_map.titles import titles_for_all
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.content import Content
from kithmap.web.dependencies import Services
from kithmap.web.withdrawing import finish_withdrawals
from kithmap.web.workshop_ground import glossary_in_force, mapped, opened_on, partners_of_today
from kithmap.workshop import actions
from kithmap.workshop.catalogue import aliases_of, quotable_people
from kithmap.workshop.joining import Listed


@dataclass(frozen=True, slots=True)
class Told:
    """All that a workshop's report tells.

    Attributes:
        shown: its map as an edition of layers, built from this workshop alone; its version is 0.0.0.
        area: the area.
        glossary: by which kinds are called, or None.
        adopted: what the room agreed on.
        not_adopted: what it parked or did not agree on.
        evening: how it went.
        balance: the room beside its area, for each question that may be told of.
    """

    shown: ReleaseEdition
    area: Area
    glossary: Release | None
    adopted: Adopted
    not_adopted: tuple[Agreed, ...]
    evening: Evening
    balance: list[Comparison]

    @property
    def held_on(self) -> date:
        """The day of the workshop."""
        return self.shown.header.sources[0].held_on


async def gathered(services: Services, listed: Listed, edition: Edition, basemap: str = "") -> Told:
    """Return what the report of a workshop tells.

    Args:
        services: the application's.
        listed: the workshop.
        edition: for whom: it decides which places are in it, and in which words.
        basemap: the basemap's line of attribution, or empty.
    """
    # What people took back is not in a report, even if the room has not erased it yet.
    await finish_withdrawals(services)
    content = await services.rooms.read(listed.id)
    held_on = await opened_on(SqlLog(services.database), listed)
    day = services.clock().date()
    return await services.read(_told, listed, edition, content, held_on, day, services.masking, basemap)


def _told(
    session: Session,
    listed: Listed,
    edition: Edition,
    content: Content,
    held_on: date,
    day: date,
    masking: bytes,
    basemap: str,
) -> Told:
    area = known_area(session, listed.area)
    quotable, seated = quotable_people(session, listed.id), aliases_of(session, listed.id)
    source = Source(listed.id, listed.title, held_on, content.number)
    kept = mapped(session, source, content)
    used, glossary = glossary_in_force(session, area.id) or (None, None)
    setting = _setting(session, area, listed, basemap)
    ground = Ground(
        header=header_of(setting, Details(), [source], used, day),
        boundary=dict(area.boundary),
        workshops=(kept,),
        glossary=glossary,
        masking=masking,
        settlements=settlements(session, area.id, listed.wave) if listed.wave else {},
    )
    shown = build(ground, edition)
    asking = Asking(listed.id, titles_for_all(kept.view), quoting(quotable, seated))
    least = shown.header.threshold
    return Told(
        shown=shown,
        area=area,
        glossary=glossary,
        adopted=adopted(content, asking),
        not_adopted=not_adopted(content, asking),
        evening=evening(content, seated, least, reasons=edition is Edition.PARTNERS),
        balance=_balance(session, listed, least) if edition is Edition.PARTNERS else [],
    )


def _setting(session: Session, area: Area, listed: Listed, basemap: str) -> Setting:
    wave = wave_of(session, area, listed.wave) if listed.wave else None
    basis = lawful_basis_of(session, area.id)
    return Setting(
        area_id=area.id,
        area=area.name,
        programme=programme_title(session, area.programme),
        wave_id="" if wave is None else wave.id,
        wave="" if wave is None else wave.name,
        slug=listed.id,
        address="",
        partners=partners_of_today(session, area.id),
        least_shown=0 if basis is None else basis.least_shown,
        beside=(basemap,) if basemap else (),
    )


def _balance(session: Session, listed: Listed, least: int) -> list[Comparison]:
    profile = census_profile_of(session, listed.area)
    if profile is None:
        return []
    basis = lawful_basis_of(session, listed.area)
    shown = for_screens(None if basis is None else basis.least_shown)
    picture = actions.last_picture(session, listed.id, shown)
    return for_a_pack(picture.told, picture.held, profile.counts, least)
