"""The map as it stands, in the layers that a release of this moment would have: for those with a role in the area."""

import asyncio
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import orjson
from sqlmodel import Session

from kithmap.basics.errors import NotFoundError, NotSignedInError
from kithmap.basics.kept import Kept
from kithmap.layers.build import build
from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, Header, LayerName, ReleaseEdition
from kithmap.layers.published import Bounds, around, bounds_of
from kithmap.layers.shapes import Shape, shapes_of
from kithmap.ogc_features.grid import is_on_grid
from kithmap.ogc_features.model import NO_COLLECTION, Collection, CollectionName
from kithmap.ogc_features.rows import Opened, RowsInMemory
from kithmap.ogc_features.shapes import in_shapes
from kithmap.people.model import Account
from kithmap.programme.access import areas_of, waves_of
from kithmap.shared_map.model import CONNECTION, PLACES
from kithmap.web.dependencies import Services
from kithmap.web.layers_ground import ground_now, standing_of

MOST_KEPT = 64_000_000
"""Bytes of all maps that are kept as they were built last; the largest of some thousand places has three million."""

FOR_PARTNERS = (
    "The map as it stands is for those with a role in the area. Please sign in, or use a read token."
)


@dataclass(frozen=True, slots=True)
class LiveMap:
    """An area's map of a wave as it stands.

    Attributes:
        header: what a release of this moment would say of itself.
        layers: its features.
        shapes: how many of them are points, lines and outlines.
        bounds: around all of them.
        stamp: names what it was built from.
    """

    header: Header
    layers: Mapping[LayerName, RowsInMemory]
    shapes: Mapping[LayerName, Mapping[Shape, int]]
    bounds: Bounds | None
    stamp: str

    @property
    def weight(self) -> int:
        """Its bytes."""
        return sum(each.weight for each in self.layers.values())

    def collections(self) -> Iterator[Collection]:
        """Return its layers as collections."""
        return (each for layer in self.layers for each in in_shapes(self._collection(layer)))

    def opened(self, layer: LayerName) -> Opened:
        """Return a layer of it with its features.

        Raises:
            NotFoundError: if it has no such one.
        """
        if layer not in self.layers:
            raise NotFoundError(NO_COLLECTION)
        return Opened(self._collection(layer), self.stamp, self.layers[layer])

    def _collection(self, layer: LayerName) -> Collection:
        name = CollectionName(self.header.slug, layer, live=True)
        count, on_grid = self.layers[layer].how_many(None), is_on_grid(self.bounds)
        return Collection(
            name, self.header, Edition.PARTNERS, count, self.bounds, on_grid, self.shapes[layer]
        )


@dataclass(slots=True)
class LiveMaps:
    """The maps of all areas, each kept as it was built last: it is built anew when anything that it rests on is another.

    Attributes:
        kept: by area and wave.
        called: area and wave by slug, as they were found last.
    """

    kept: Kept[LiveMap] = field(default_factory=lambda: Kept(MOST_KEPT))
    called: dict[str, tuple[str, str]] = field(default_factory=dict)

    async def every(self, services: Services, reader: Account | None) -> list[LiveMap]:
        """Return the maps that somebody may read: those of their areas in which a workshop was begun."""
        if reader is None:
            return []
        found = await services.read(_areas_and_waves, reader, services.public_address)
        self.called |= found
        maps = [await self._now(services, *found[slug]) for slug in sorted(found)]
        return [each for each in maps if each is not None]

    async def one(self, services: Services, reader: Account | None, slug: str) -> LiveMap:
        """Return the map of a slug.

        Raises:
            NotSignedInError: if nobody is known to be reading.
            NotFoundError: if there is none, or it is of an area in which the reader has no role.
        """
        if reader is None:
            raise NotSignedInError(FOR_PARTNERS)
        for anew in (False, True):
            if anew:
                self.called |= await services.read(_areas_and_waves, reader, services.public_address)
            area, wave = self.called.get(slug, ("", ""))
            # What others found counts for nobody without a role of their own.
            found = await self._now(services, area, wave) if area and reader.role_in(area) else None
            if found is not None and found.header.slug == slug:
                return found
        raise NotFoundError(NO_COLLECTION)

    async def _now(self, services: Services, area: str, wave: str) -> LiveMap | None:
        try:
            ground = await ground_now(services, area, wave)
        except NotFoundError:
            return None
        if not ground.workshops:
            return None
        name, stamp = f"{area} {wave}", await asyncio.to_thread(stamp_of, ground)
        found = self.kept.get(name)
        if found is None or found.stamp != stamp:
            made = await asyncio.to_thread(build, ground, Edition.PARTNERS)
            found = live_map(made, stamp)
            self.kept.keep(name, found, found.weight)
        return found


def live_map(made: ReleaseEdition, stamp: str) -> LiveMap:
    """Return a map of what a release would hold."""
    every = [bounds_of(feature.geometry) for layer in made.layers for feature in layer.features]
    layers = {each.name: RowsInMemory(each) for each in made.layers}
    shapes = {name: shapes_of(line for _, line in rows.marked()) for name, rows in layers.items()}
    return LiveMap(made.header, layers, shapes, around([each for each in every if each is not None]), stamp)


def stamp_of(ground: Ground) -> str:
    """Return what names a ground: another one if a map that is built from it could be another."""
    said = [
        repr(ground.header),
        [
            [sorted(each.quoted), sorted(record.id for kind in (*PLACES, CONNECTION) for record in each.view.of_kind(kind))]
            for each in ground.workshops
        ],
        ground.boundary,
        [[each.code, each.name, each.geometry] for each in ground.statistical_areas],
        sorted((key, each.choice) for key, each in ground.settlements.items()),
    ]  # fmt: skip
    return hashlib.sha256(orjson.dumps(said)).hexdigest()


def _areas_and_waves(session: Session, reader: Account, public_address: str) -> dict[str, tuple[str, str]]:
    return {
        standing_of(session, area.id, wave.id, public_address).setting.slug: (area.id, wave.id)
        for area in areas_of(session, reader)
        for wave in waves_of(session, area)
    }
