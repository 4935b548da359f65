"""A release as somebody reads it: which version, in which edition, and who it is."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query
from sqlmodel import Session

from kithmap.layers.access import published, require_partner, series_called
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease, Series
from kithmap.people.model import Account
from kithmap.web.dependencies import AccountDep, ReaderDep, ServicesDep

Asked = Annotated[Edition, Query(alias="edition")]
"""Whose edition is asked for; the public one where nobody says."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A release as somebody reads it.

    Attributes:
        series: whose release it is.
        release: which.
        edition: for whom.
        account: who reads, or None.
    """

    series: Series
    release: PublishedRelease
    edition: Edition
    account: Account | None

    @property
    def path(self) -> str:
        """Of this version's page."""
        return f"/layers/{self.series.slug}/versions/{self.release.header.version}"

    @property
    def query(self) -> str:
        """What has to be asked again for the same edition, with its question mark; empty for the public one."""
        return "" if self.edition is Edition.PUBLIC else f"?edition={self.edition.value}"

    @property
    def for_one(self) -> Account | None:
        """For whom alone an answer is; None where everybody gets the same."""
        return self.account if self.edition is Edition.PARTNERS else None


def find(
    session: Session, slug: str, version: str | None, edition: Edition, account: Account | None
) -> Reading:
    """Return a release for a reader.

    Args:
        session: the transaction.
        slug: of its series.
        version: which, as it stands in the address; None for the newest.
        edition: for whom.
        account: who reads, or None.

    Raises:
        NotFoundError: if there is no such release.
        NotSignedInError: if the edition is for those with a role in the area, and nobody is known to be reading.
        NotAllowedError: if the reader has none.
    """
    series = series_called(session, slug)
    release = published(session, slug, version)
    if edition is Edition.PARTNERS:
        require_partner(account, series.area_id)
    return Reading(series, release, edition, account)


async def _newest(
    slug: str, services: ServicesDep, account: AccountDep, edition: Asked = Edition.PUBLIC
) -> Reading:
    return await services.read(find, slug, None, edition, account)


async def _version(
    slug: str, version: str, services: ServicesDep, account: AccountDep, edition: Asked = Edition.PUBLIC
) -> Reading:
    return await services.read(find, slug, version, edition, account)


async def _version_as_file(
    slug: str, version: str, services: ServicesDep, reader: ReaderDep, edition: Asked = Edition.PUBLIC
) -> Reading:
    return await services.read(find, slug, version, edition, reader)


NewestDep = Annotated[Reading, Depends(_newest)]
"""The newest release of the series that the address names, for a page: whoever is signed in reads it."""

VersionDep = Annotated[Reading, Depends(_version)]
"""The version that the address names, for a page: whoever is signed in reads it."""

VersionFileDep = Annotated[Reading, Depends(_version_as_file)]
"""The version that the address names, for a file: a program may read it too, by its read token."""
