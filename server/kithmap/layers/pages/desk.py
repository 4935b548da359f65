"""What is on the table when somebody works on an area's layers of a wave: who asks, what was mapped, and the draft of it."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import Session

from kithmap.basemap.catalogue import BasemapDescription
from kithmap.basics.actors import Role
from kithmap.basics.errors import NotFoundError
from kithmap.layers import origin
from kithmap.layers.access import whole_of
from kithmap.layers.actions import Proposed
from kithmap.layers.details import StoredSeries
from kithmap.layers.drafting import Draft, drafted
from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, ReleaseEdition
from kithmap.layers.published import PublishedRelease
from kithmap.layers.store import drafts, releases
from kithmap.people.model import Account
from kithmap.programme.access import readable_area
from kithmap.sign_off.model import Standing as SignatureStanding
from kithmap.sign_off.standing import standings
from kithmap.web.dependencies import Services
from kithmap.web.layers_ground import Held, Standing, chosen, ground_of, held, standing_of
from kithmap.web.signers import signers_of


@dataclass(frozen=True, slots=True)
class Desk:
    """What is on the table.

    Attributes:
        account: who asks.
        standing: what stands in the database.
        workshops: those of the area and wave that were begun, by day.
        basemap: the area's, or None.
    """

    account: Account
    standing: Standing
    workshops: tuple[Held, ...]
    basemap: BasemapDescription | None

    @property
    def role(self) -> Role | None:
        """The role of who asks in the area."""
        return self.account.role_in(self.standing.area.id)

    @property
    def path(self) -> str:
        """Where the desk stands."""
        return f"/areas/{self.standing.area.id}/layers/{self.standing.wave.id}"

    @property
    def series(self) -> StoredSeries:
        """The series.

        Raises:
            NotFoundError: if it is not begun yet.
        """
        if self.standing.series is None:
            raise NotFoundError("These layers are not begun yet. Please begin them first.")
        return self.standing.series

    @property
    def chosen(self) -> list[Held]:
        """The workshops that the next release is built from."""
        return chosen(list(self.workshops), self.standing.details)


@dataclass(frozen=True, slots=True)
class OnTable:
    """A draft and all that stands beside it.

    Attributes:
        ground: from what it is built.
        draft: the draft.
        last: the last release, or None.
        versions: what is out, the newest first.
        signatures: how things stand with both.
        signers: names of those who signed, by account.
    """

    ground: Ground
    draft: Draft
    last: Mapping[Edition, ReleaseEdition] | None
    versions: tuple[PublishedRelease, ...]
    signatures: tuple[SignatureStanding, ...]
    signers: Mapping[str, str]


async def desk_of(
    services: Services, account: Account, area_id: str, wave_id: str, basemap: BasemapDescription | None
) -> Desk:
    """Return what is on the table for somebody who has a role in the area.

    Raises:
        NotFoundError: if there is no such area or wave.
        NotAllowedError: if they have no role there.
    """
    await services.read(readable_area, account, area_id)
    line = "" if basemap is None else basemap.attribution
    standing = await services.read(standing_of, area_id, wave_id, services.public_address, line)
    return Desk(account, standing, tuple(await held(services, area_id, wave_id)), basemap)


async def on_table(services: Services, desk: Desk) -> OnTable:
    """Return the draft as it is now, with its signatures.

    Raises:
        NotFoundError: if the layers are not begun yet.
    """
    series = desk.series
    ground = await ground_of(services, desk.standing, desk.chosen)
    versions = await services.read(releases.of_series, series.id)
    last = await services.read(_last, versions)
    # Some thousand places take a second, in which rooms go on.
    draft = await asyncio.to_thread(drafted, ground, last)
    signatures = await services.read(drafts.SIGNATURES.of, series.id)
    signers = await signers_of(services, signatures, series.area)
    return OnTable(
        ground=ground,
        draft=draft,
        last=last,
        versions=tuple(versions),
        signatures=standings(signatures, draft.checksum, signers.roles),
        signers=signers.names,
    )


def proposed(desk: Desk, table: OnTable) -> Proposed:
    """Return a draft as it is signed and published."""
    draft = table.draft
    return Proposed(
        editions=draft.editions,
        decided=desk.standing.draft,
        previous=draft.previous,
        checksum=draft.checksum,
        is_new=draft.is_new,
        unsettled=len(draft.unsettled),
        ground=origin.as_document(table.ground),
        settled=frozenset(each.key for each in draft.findings),
    )


async def roles_of_signers(services: Services, desk: Desk) -> Mapping[str, Role | None]:
    """Return the roles that those who signed have in the area now."""
    signatures = await services.read(drafts.SIGNATURES.of, desk.series.id)
    return (await signers_of(services, signatures, desk.standing.area.id)).roles


def _last(session: Session, versions: Iterable[PublishedRelease]) -> Mapping[Edition, ReleaseEdition] | None:
    newest = next(iter(versions), None)
    if newest is None:
        return None
    return {edition: whole_of(session, newest, edition) for edition in newest.editions}
