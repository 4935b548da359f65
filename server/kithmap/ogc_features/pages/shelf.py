"""The collections of what was published, in the edition that is the reader's, and their features."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.layers import access
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.ogc_features.grid import is_on_grid
from kithmap.ogc_features.model import NO_COLLECTION, BadQueryError, Bounds, Collection, CollectionName
from kithmap.ogc_features.pages.live import LiveMaps
from kithmap.ogc_features.paging import Marked, PageText
from kithmap.ogc_features.reading import NO_MARK
from kithmap.ogc_features.rows import Opened
from kithmap.ogc_features.shapes import as_named, in_shapes
from kithmap.people.model import Account
from kithmap.web.dependencies import ReaderDep, Services, ServicesDep

T = TypeVar("T")

LONGEST_PLACE = 9
"""Figures: a layer has fewer than a thousand million features."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What somebody may read.

    Attributes:
        services: what routes share.
        reader: who reads; None for anybody.
        maps: the maps as they stand.
    """

    services: Services
    reader: Account | None
    maps: LiveMaps

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

    def marked(
        self, bounds: Bounds | None = None, *, after: str = "", skip: int = 0, limit: int | None = None
    ) -> Marked:
        """Return its lines; the mark of each is its place in the layer, and places have no gaps."""
        layer, begin = self.of.name.layer, _place(after) + skip
        rows = access.numbered_texts(
            self.session, self.release_id, self.of.edition, layer, bbox=bounds, after=begin, limit=limit
        )
        return ((str(place), line) for place, line in rows)

    def joined(self, *, after: str, skip: int, limit: int) -> PageText:
        """Return a page of the layer as it is sent."""
        begin = _place(after) + skip
        count, text = access.joined_texts(
            self.session, self.release_id, self.of.edition, self.of.name.layer, after=begin, limit=limit
        )
        end = begin + count
        return PageText(text, count, str(end) if end < self.of.count else None, self.of.count)

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


def _place(mark: str) -> int:
    if not (mark or "0").isdecimal() or len(mark) > LONGEST_PLACE:
        raise BadQueryError(NO_MARK)
    return int(mark or "0")


def published(session: Session, reader: Account | None) -> list[Collection]:
    """Return the collections of all that was published: of each series the newest version first, then each version."""
    found: list[Collection] = []
    for series in access.series(session):
        edition = access.edition_for(reader, series.area_id)
        found += _layers(series.newest, edition, newest=True)
        for release in series.versions:
            found += _layers(release, edition, newest=False)
    return found


def opened(session: Session, reader: Account | None, name: CollectionName) -> Opened:
    """Return a collection of what was published, with its features.

    Args:
        session: the transaction, open until the last feature was read.
        reader: who reads; None for anybody.
        name: which.

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
    return as_named(Opened(of, release.id, PublishedRows(session, release.id, of)), name)


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


def _shelf(request: Request, services: ServicesDep, reader: ReaderDep) -> Shelf:
    maps = request.app.state.live_maps
    assert isinstance(maps, LiveMaps)
    return Shelf(services, reader, maps)


ShelfDep = Annotated[Shelf, Depends(_shelf)]
