"""What an area's workshops of a wave mapped, gathered from the rooms: the ground that a draft, or a live map, is built from."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kithmap.glossary.model import Release
from kithmap.layers import access
from kithmap.layers import details as decided
from kithmap.layers.details import Details, Setting, StoredDraft, StoredSeries, header_of
from kithmap.layers.ground import Ground, Settlement
from kithmap.layers.model import GlossaryUsed, ReleaseEdition, Source
from kithmap.layers.statistical import StatisticalAreas, from_stored
from kithmap.layers.to_go import Now, ToGo, to_go
from kithmap.programme.access import (
    known_area,
    lawful_basis_of,
    programme_title,
    wave_of,
)
from kithmap.programme.model import Area, Wave
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.content import Content
from kithmap.web.dependencies import Services
from kithmap.web.withdrawing import finish_withdrawals
from kithmap.web.workshop_ground import (
    glossary_in_force,
    mapped,
    opened_on,
    partners_of_today,
    quotable_records,
    unkept_records,
)
from kithmap.workshop.catalogue import workshops_of
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import RECORD, Life, life_of


@dataclass(frozen=True, slots=True)
class Held:
    """A workshop of an area and wave.

    Attributes:
        listed: as the programme lists it.
        content: its records as they stand.
        life: where it stands.
        held_on: the day on which it opened, or was made where it never did.
    """

    listed: Listed
    content: Content
    life: Life
    held_on: date

    @property
    def source(self) -> Source:
        """It as a release names it."""
        return Source(self.listed.id, self.listed.title, self.held_on, self.content.number)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the database for the layers of an area and wave.

    Attributes:
        area: the area.
        wave: the wave.
        series: the series, or None before it is begun.
        draft: what people decided for the next release.
        setting: whose layers they are.
        glossary: by which kinds are called, with how a release names it; None where the area has published none.
    """

    area: Area
    wave: Wave
    series: StoredSeries | None
    draft: StoredDraft
    setting: Setting
    glossary: tuple[GlossaryUsed, Release] | None

    @property
    def details(self) -> Details:
        """What people decided besides the checks."""
        return decided.from_stored(self.draft.details)

    @property
    def statistical(self) -> StatisticalAreas | None:
        """Official small areas, if any were brought in."""
        return from_stored(self.draft.statistical_areas)


async def ground_now(services: Services, area_id: str, wave_id: str, *, basemap: str = "") -> Ground:
    """Return the ground of an area's map in a wave as it stands: all workshops that were begun, open ones too.

    Args:
        services: the application's.
        area_id: the area's id.
        wave_id: the wave's id.
        basemap: the basemap's line of attribution, or empty.

    Returns:
        A ground whose header has the version 0.0.0.

    Raises:
        NotFoundError: if there is no such area or wave.
    """
    standing = await services.read(standing_of, area_id, wave_id, services.public_address, basemap)
    return await ground_of(services, standing, await held(services, area_id, wave_id))


async def held(services: Services, area_id: str, wave_id: str) -> list[Held]:
    """Return the workshops of an area and wave that were begun, by day. What people withdrew is erased from them first."""
    await finish_withdrawals(services)
    log = SqlLog(services.database)
    found = []
    for listed in await services.read(workshops_of, [area_id]):
        if listed.wave != wave_id:
            continue
        content = await services.rooms.read(listed.id)
        record = content.get(RECORD)
        life = Life.DRAFT if record is None else life_of(record)
        if life is not Life.DRAFT:
            found.append(Held(listed, content, life, await opened_on(log, listed)))
    return sorted(found, key=lambda each: (each.held_on, each.listed.id))


def chosen(workshops: list[Held], details: Details) -> list[Held]:
    """Return the workshops that a release is built from: those that people chose, or all that are closed."""
    if details.workshops is None:
        return [each for each in workshops if each.life is Life.CLOSED]
    return [each for each in workshops if each.listed.id in details.workshops]


async def ground_of(services: Services, standing: Standing, workshops: list[Held]) -> Ground:
    """Return the ground that is built from some workshops."""
    used = standing.glossary
    header = header_of(
        standing.setting,
        standing.details,
        [each.source for each in workshops],
        None if used is None else used[0],
        services.clock().date(),
    )
    statistical = standing.statistical
    return Ground(
        header=header,
        boundary=dict(standing.area.boundary),
        workshops=tuple([await services.read(mapped, each.source, each.content) for each in workshops]),
        glossary=None if used is None else used[1],
        masking=services.masking,
        statistical_areas=() if statistical is None else statistical.areas,
        settlements={
            key: Settlement(each["choice"], each["reason"])
            for key, each in standing.draft.settlements.items()
        },
    )


def standing_of(
    session: Session, area_id: str, wave_id: str, public_address: str = "", basemap: str = ""
) -> Standing:
    """Return what stands in the database for the layers of an area and wave.

    Raises:
        NotFoundError: if there is no such area or wave.
    """
    area = known_area(session, area_id)
    wave = wave_of(session, area, wave_id)
    series = access.begun_series(session, area_id, wave_id)
    draft = access.decided(session, series)
    statistical = from_stored(draft.statistical_areas)
    slug = decided.slug_of(area.name, wave.name, access.slugs(session)) if series is None else series.slug
    basis = lawful_basis_of(session, area_id)
    setting = Setting(
        area_id=area.id,
        area=area.name,
        programme=programme_title(session, area.programme),
        wave_id=wave.id,
        wave=wave.name,
        slug=slug,
        address=decided.address_of(slug, public_address) if series is None else series.address,
        partners=partners_of_today(session, area_id),
        least_shown=0 if basis is None else basis.least_shown,
        beside=tuple(each for each in (basemap, statistical.attribution if statistical else "") if each),
    )
    return Standing(area, wave, series, draft, setting, glossary_in_force(session, area_id))


async def to_go_from(services: Services, release: ReleaseEdition | None) -> ToGo:
    """Count what of a release is to go from the next version, because somebody withdrew since.

    Args:
        services: the application's.
        release: the edition that holds most; None for nothing.
    """
    if release is None:
        return ToGo()
    now = {}
    for source in release.header.sources:
        content = await services.rooms.read(source.workshop)
        now[source.workshop] = await services.read(_now, source.workshop, content)
    return to_go(release, now, services.masking)


def _now(session: Session, workshop_id: str, content: Content) -> Now:
    unkept = unkept_records(session, workshop_id, content)
    quoted = quotable_records(session, workshop_id, content)
    return Now(frozenset(content.erased()) | unkept, quoted)
