"""The collections of what was published, in the edition that is the reader's, and their features."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, TypeVar

from fastapi import Depends
from sqlmodel import Session
from starlette.background import BackgroundTask

from kithmap.basics.errors import NotFoundError
from kithmap.layers import access
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.ogc_features.grid import is_on_grid
from kithmap.ogc_features.model import NO_COLLECTION, Collection, CollectionName, ItemsQuery
from kithmap.ogc_features.pages.live import LiveMaps
from kithmap.ogc_features.pages.published import Pages, PublishedRows
from kithmap.ogc_features.paging import PageText
from kithmap.ogc_features.rows import Opened
from kithmap.ogc_features.shapes import as_named, in_shapes
from kithmap.people.model import Account
from kithmap.web.dependencies import ReaderDep, Services, ServicesDep, of_app

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What somebody may read.

    Attributes:
        services: what routes share.
        reader: who reads; None for anybody.
        maps: the maps as they stand.
        pages: pages of releases that were read lately.
    """

    services: Services
    reader: Account | None
    maps: LiveMaps
    pages: Pages

    async def every(self) -> list[Collection]:
        """Return the collections: those of releases, and behind them those of the maps as they stand."""
        released = await self.services.read(published, self.reader)
        live = await self.maps.every(self.services, self.reader)
        return [*released, *(each for found in live for each in found.collections())]

    async def read(self, name: CollectionName, work: Callable[[Opened], T]) -> T:
        """Return what ``work`` makes of a collection with its features.

        Raises:
            NotFoundError: if there is no such one, or it is not for the reader.
            NotSignedInError: if it is for some alone and nobody is known to be reading.
        """
        if name.live:
            found = await self.maps.one(self.services, self.reader, name.slug)
            return await asyncio.to_thread(work, as_named(found.opened(name.layer), name))

        def run(session: Session) -> T:
            return work(opened(session, self.reader, name, self.pages))

        return await self.services.read(run)

    def reading_on(self, opened: Opened, query: ItemsQuery, found: PageText) -> BackgroundTask | None:
        """Return what reads the page of a release behind the one that was found, once that is sent.

        A program that reads a layer works at each page for much longer than we do, and asks for the next one then.
        """
        rows, after = opened.rows, found.after
        if after is None or not query.is_plain or not isinstance(rows, PublishedRows):
            return None

        def run(session: Session) -> None:
            replace(rows, session=session).joined(after=after, skip=0, limit=query.limit)

        return BackgroundTask(self.services.read, run)


def published(session: Session, reader: Account | None) -> list[Collection]:
    """Return the collections of all that was published: of each series the newest version first, then each version."""
    found: list[Collection] = []
    for series in access.series(session):
        edition = access.edition_for(reader, series.area_id)
        found += _layers(series.newest, edition, newest=True)
        for release in series.versions:
            found += _layers(release, edition, newest=False)
    return found


def opened(session: Session, reader: Account | None, name: CollectionName, pages: Pages) -> Opened:
    """Return a collection of what was published, with its features.

    Args:
        session: the transaction, open until the last feature was read.
        reader: who reads; None for anybody.
        name: which.
        pages: pages of releases that were read lately.

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
    of = _collection(replace(name, shape=None), release, edition)
    return as_named(Opened(of, release.id, PublishedRows(session, release.id, of, pages)), name)


def _layers(release: PublishedRelease, edition: Edition, *, newest: bool) -> Iterator[Collection]:
    version = None if newest else release.header.version
    for layer in release.editions[edition].counts:
        name = CollectionName(release.header.slug, layer, version)
        yield from in_shapes(_collection(name, release, edition))


def _collection(name: CollectionName, release: PublishedRelease, edition: Edition) -> Collection:
    facts = release.editions[edition]
    bounds = facts.bounds
    count = facts.counts[name.layer]
    return Collection(
        name, release.header, edition, count, bounds, is_on_grid(bounds), facts.shapes[name.layer]
    )


async def _shelf(
    services: ServicesDep,
    reader: ReaderDep,
    maps: Annotated[LiveMaps, Depends(of_app("live_maps", LiveMaps))],
    pages: Annotated[Pages, Depends(of_app("feature_pages", Pages))],
) -> Shelf:
    return Shelf(services, reader, maps, pages)


ShelfDep = Annotated[Shelf, Depends(_shelf)]
