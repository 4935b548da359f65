"""What was worked out of releases, which never change: counted once, and found again."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.basics.kept import Kept
from kithmap.glossary import reading
from kithmap.glossary.access import Library
from kithmap.glossary.model import Glossary, Published, Release
from kithmap.layers.access import feature_texts
from kithmap.layers.differences import Differences
from kithmap.layers.geojson import feature_of
from kithmap.layers.model import Edition, Feature, LayerName
from kithmap.layers.published import PublishedRelease
from kithmap.research.counting import PLACES, Counts, count
from kithmap.research.map_drawing import MapDrawing
from kithmap.research.searching import Entry, Group
from kithmap.web.dependencies import of_app

MOST_COUNTED = 400
"""Editions whose counts stay; each is some kilobytes."""

MOST_TITLES = 60_000
"""Places whose titles stay to be searched: some 40 MB."""

MOST_TERMS = 20_000
"""Terms that stay to be searched."""

MOST_DIFFERENCES = 40_000
"""Differences between versions that stay, of all releases together."""

MOST_MARKS = 40_000
"""Marks on maps that stay drawn."""

READ = (LayerName.ASSETS, LayerName.MEETING_PLACES, LayerName.CONNECTIONS)
"""Layers that are read to count them; the others are known by their number alone."""


class Shelf:
    """Keeps what was worked out, by release and edition.

    Attributes:
        differences: of a release from the one before.
        drawings: maps without a script.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._counts: Kept[Counts] = Kept(MOST_COUNTED)
        self._titles: Kept[tuple[Entry, ...]] = Kept(MOST_TITLES)
        self._terms: Kept[tuple[Entry, ...]] = Kept(MOST_TERMS)
        self.differences: Kept[Differences] = Kept(MOST_DIFFERENCES)
        self.drawings: Kept[MapDrawing] = Kept(MOST_MARKS)

    def counts(self, session: Session, release: PublishedRelease, edition: Edition) -> Counts:
        """Return how much of what is in an edition."""
        name = f"{release.id} {edition}"
        found = self._counts.get(name)
        if found is None:
            counted = count({layer: features(session, release, edition, layer) for layer in READ})
            found = Counts(
                release.editions[edition].counts, counted.by, counted.kinds, counted.outside, counted.net
            )
            self._counts.keep(name, found, 1)
        return found

    def titles(self, session: Session, release: PublishedRelease) -> tuple[Entry, ...]:
        """Return the places of a release's public edition, to be searched."""
        found = self._titles.get(release.id)
        if found is None:
            header = release.header
            where, path = f"{header.area}, {header.wave}", f"/layers/{header.slug}/versions/{header.version}"
            found = tuple(
                Entry(Group.PLACES, each.properties["title"], f"{path}/places/{each.id}", where)
                for each in chain.from_iterable(
                    features(session, release, Edition.PUBLIC, layer) for layer in PLACES
                )
            )
            self._titles.keep(release.id, found, len(found))
        return found

    def terms(
        self, session: Session, library: Library, glossary: Glossary, published: Published
    ) -> tuple[Entry, ...]:
        """Return the terms and indicators of a glossary's release that are in use, to be searched."""
        name = f"{glossary.name} {published.checksum}"
        found = self._terms.get(name)
        if found is None:
            release = library.release(session, glossary, published)
            title = release.scheme.title
            whose = title.get(release.scheme.language) or next(iter(title.values()), "")
            found = tuple(
                Entry(
                    Group.INDICATORS if each.is_indicator else Group.TERMS,
                    each.label,
                    f"/glossary/{glossary.name}/{each.id}",
                    whose,
                    each.says,
                    each.others,
                )
                for each in reading.entries(release)
                if each.in_use
            )
            self._terms.keep(name, found, len(found))
        return found


def glossary_used(session: Session, library: Library, release: PublishedRelease) -> Release | None:
    """Return the glossary by which a release calls kinds; None where there was none, or it is not kept here."""
    used = release.header.glossary
    if used is None:
        return None
    try:
        glossary = library.glossary(session, used.name)
        return library.release(session, glossary, library.publication(session, glossary, str(used.version)))
    except NotFoundError:
        # A release tells which glossary it was made with for ever; a copy of this server may hold the one without the other.
        return None


def features(
    session: Session, release: PublishedRelease, edition: Edition, layer: LayerName
) -> Iterator[Feature]:
    """Read a layer's features one after another."""
    return map(feature_of, feature_texts(session, release.id, edition, layer))


def drawn_layers(
    session: Session, release: PublishedRelease, edition: Edition
) -> dict[LayerName, list[Feature]]:
    """Return what is drawn of an edition: places, connections and boundary, in memory."""
    wanted = (*READ, LayerName.BOUNDARY)
    return {layer: list(features(session, release, edition, layer)) for layer in wanted}


LibraryDep = Annotated[Library, Depends(of_app("glossaries", Library))]


def shelf_of(request: Request) -> Shelf:
    """Return the application's shelf."""
    found = request.app.state.research
    assert isinstance(found, Shelf)
    return found
