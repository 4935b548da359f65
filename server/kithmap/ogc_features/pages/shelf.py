"""The collections of what was published, in the edition that is the reader's, and their features."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Protocol, TypeVar

from fastapi import Depends
from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.layers import access
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.ogc_features.grid import is_on_grid
from kithmap.ogc_features.model import NO_COLLECTION, Bounds, Collection, CollectionName
from kithmap.ogc_features.rows import Rows
from kithmap.people.model import Account
from kithmap.web.dependencies import ReaderDep, Services, ServicesDep

T = TypeVar("T")


class OpenedRows(Rows, Protocol):
    """A collection with its features.

    Attributes:
        of: the collection.
        stamp: names what is in it, for as long as that is the same.
    """

    @property
    def of(self) -> Collection: ...  # noqa: D102

    @property
    def stamp(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Shelf:
    """What somebody may read.

    Attributes:
        services: what routes share.
        reader: who reads; None for anybody.
    """

    services: Services
    reader: Account | None

    async def every(self) -> list[Collection]:
        """Return the collections."""
        return await self.services.read(published, self.reader)

    async def read(self, name: CollectionName, work: Callable[[OpenedRows], T]) -> T:
        """Return what ``work`` makes of a collection with its features.

        Raises:
            NotFoundError: if there is no such one.
        """

        def run(session: Session) -> T:
            return work(opened(session, self.reader, name))

        return await self.services.read(run)


@dataclass(frozen=True, slots=True)
class PublishedRows:
    """A layer's features as they were published.

    Attributes:
        session: the transaction in which they are read.
        release_id: of the release.
        of: the collection.
    """

    session: Session
    release_id: str
    of: Collection

    @property
    def stamp(self) -> str:
        """Names the release."""
        return self.release_id

    def numbered(
        self, bounds: Bounds | None = None, *, after: int = 0, limit: int | None = None
    ) -> Iterable[tuple[int, bytes]]:
        """Return those behind a place whose bounds touch some degrees; at most so many."""
        layer = self.of.name.layer
        return access.numbered_texts(
            self.session, self.release_id, self.of.edition, layer, bbox=bounds, after=after, limit=limit
        )

    def how_many(self, bounds: Bounds | None) -> int:
        """Tell how many of them touch some degrees."""
        if bounds is None:
            return self.of.count
        return access.count_within(self.session, self.release_id, self.of.edition, self.of.name.layer, bounds)

    def line(self, feature_id: str) -> bytes | None:
        """Return one of them, or None if there is no such one."""
        return access.feature_text_of(
            self.session, self.release_id, self.of.edition, self.of.name.layer, feature_id
        )


def published(session: Session, reader: Account | None) -> list[Collection]:
    """Return the collections of all that was published: of each series the newest version first, then each version."""
    found: list[Collection] = []
    for series in access.series(session):
        edition = access.edition_for(reader, series.area_id)
        found += _layers(series.newest, edition, newest=True)
        for release in series.versions:
            found += _layers(release, edition, newest=False)
    return found


def opened(session: Session, reader: Account | None, name: CollectionName) -> PublishedRows:
    """Return the features of a collection of what was published.

    Raises:
        NotFoundError: if there is no such one.
    """
    try:
        release = access.published(session, name.slug, name.version)
    except NotFoundError:
        raise NotFoundError(NO_COLLECTION) from None
    edition = access.edition_for(reader, release.header.area_id)
    if name.layer not in release.editions[edition].counts:
        raise NotFoundError(NO_COLLECTION)
    return PublishedRows(session, release.id, _collection(name, release, edition))


def _layers(release: PublishedRelease, edition: Edition, *, newest: bool) -> Iterator[Collection]:
    version = None if newest else release.header.version
    for layer in release.editions[edition].counts:
        yield _collection(CollectionName(release.header.slug, layer, version), release, edition)


def _collection(name: CollectionName, release: PublishedRelease, edition: Edition) -> Collection:
    facts = release.editions[edition]
    bounds = facts.bounds
    return Collection(name, release.header, edition, facts.counts[name.layer], bounds, is_on_grid(bounds))


def _shelf(services: ServicesDep, reader: ReaderDep) -> Shelf:
    return Shelf(services, reader)


ShelfDep = Annotated[Shelf, Depends(_shelf)]
