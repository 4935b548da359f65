"""What a reader may read: areas with their releases, glossaries and workshops, as lists and to be searched."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from kithmap.glossary.access import Library
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Glossary, Published, Status
from kithmap.layers.access import edition_for, series
from kithmap.layers.model import LayerName
from kithmap.layers.published import Series
from kithmap.people.model import Account
from kithmap.programme.access import areas_of, known_area, programme_title
from kithmap.programme.model import Area
from kithmap.research.listing import ListedRelease
from kithmap.research.pages.catalogue_contexts import ListedArea, ListedProgramme, ListedWorkshop
from kithmap.research.pages.shelf import Shelf
from kithmap.research.searching import Entry, Group
from kithmap.workshop.catalogue import workshops_of


@dataclass(frozen=True, slots=True)
class Readable:
    """What there is for a reader.

    Attributes:
        areas: those that published something, and those in which the reader has a role; by name.
        programmes: titles by id.
        mine: ids of the areas in which the reader has a role.
        series: published layers, by area id.
        glossaries: each with its newest release, those of areas and programmes and the one that comes with Kithmap.
        workshops: that the reader may look at, by area id, the newest first.
    """

    areas: tuple[Area, ...]
    programmes: dict[str, str]
    mine: frozenset[str]
    series: dict[str, list[Series]]
    glossaries: tuple[tuple[Glossary, Published], ...]
    workshops: dict[str, list[ListedWorkshop]]


def readable(session: Session, library: Library, account: Account | None) -> Readable:
    """Return what a reader may read."""
    by_area: dict[str, list[Series]] = defaultdict(list)
    for each in series(session):
        by_area[each.area_id].append(each)
    glossaries = tuple(_newest(session, library))
    theirs = [] if account is None else areas_of(session, account)
    known = {area.id: area for area in theirs}
    for area_id in (*by_area, *(each.area for each, _ in glossaries if each.area is not None)):
        if area_id not in known:
            known[area_id] = known_area(session, area_id)
    areas = tuple(sorted(known.values(), key=lambda area: (area.name.casefold(), area.id)))
    programmes = {area.programme: programme_title(session, area.programme) for area in areas}
    mine = frozenset(area.id for area in theirs)
    return Readable(areas, programmes, mine, by_area, glossaries, _workshops(session, mine, by_area))


def _newest(session: Session, library: Library) -> Iterator[tuple[Glossary, Published]]:
    for glossary in library.glossaries(session):
        versions = library.publications(session, glossary)
        if versions:
            yield glossary, versions[0]


def _workshops(
    session: Session, mine: frozenset[str], by_area: dict[str, list[Series]]
) -> dict[str, list[ListedWorkshop]]:
    """Return all workshops of the reader's own areas, and of the others those that published releases were built from."""
    found: dict[str, list[ListedWorkshop]] = defaultdict(list)
    for each in workshops_of(session, mine):
        found[each.area].append(ListedWorkshop(id=each.id, title=each.title, day=each.made_at.date()))
    for area_id, every in by_area.items():
        if area_id in mine:
            continue
        sources = {source.workshop: source for each in every for source in each.newest.header.sources}
        listed = [
            ListedWorkshop(id=each.workshop, title=each.title, day=each.held_on) for each in sources.values()
        ]
        found[area_id] = sorted(listed, key=lambda one: one.day, reverse=True)
    return found


def listed_release(each: Series, account: Account | None) -> ListedRelease:
    """Return the newest release of a series, as a list shows it."""
    newest, edition = each.newest, edition_for(account, each.area_id)
    counts = newest.editions[edition].counts
    return ListedRelease(
        programme=each.programme,
        area=each.area,
        wave=each.wave,
        slug=each.slug,
        version=newest.header.version,
        day=newest.header.day,
        versions=len(each.versions),
        assets=counts.get(LayerName.ASSETS, 0),
        meeting_places=counts.get(LayerName.MEETING_PLACES, 0),
        connections=counts.get(LayerName.CONNECTIONS, 0),
        partners=edition == "partners",
    )


def listed_programmes(
    session: Session, library: Library, found: Readable, account: Account | None
) -> tuple[ListedProgramme, ...]:
    """Return the catalogue: programmes by title, their areas by name, what each has published."""
    by_area = {each.area: (each, published) for each, published in found.glossaries if each.area is not None}
    common = {
        each.programme: each.name for each, _ in found.glossaries if each.area is None and each.programme
    }
    in_order = sorted(found.programmes, key=lambda each: (found.programmes[each].casefold(), each))
    return tuple(
        ListedProgramme(
            title=found.programmes[programme],
            areas=tuple(
                _listed_area(session, library, area, found, by_area.get(area.id), account)
                for area in found.areas
                if area.programme == programme
            ),
            common=common.get(programme, ""),
        )
        for programme in in_order
    )


def _listed_area(
    session: Session,
    library: Library,
    area: Area,
    found: Readable,
    glossary: tuple[Glossary, Published] | None,
    account: Account | None,
) -> ListedArea:
    title, language, terms = "", "en", 0
    if glossary is not None:
        release = library.release(session, *glossary)
        language = release.scheme.language
        title = preferred(release.scheme.title, language)
        terms = sum(each.status is Status.CURRENT for each in release.concepts)
    return ListedArea(
        id=area.id,
        name=area.name,
        is_mine=area.id in found.mine,
        releases=tuple(listed_release(each, account) for each in found.series.get(area.id, ())),
        glossary="" if glossary is None else glossary[0].name,
        glossary_title=title,
        glossary_language=language,
        glossary_version="" if glossary is None else str(glossary[1].version),
        terms=terms,
        workshops=tuple(found.workshops.get(area.id, ())),
    )


def entries(session: Session, library: Library, shelf: Shelf, found: Readable) -> list[Entry]:
    """Return everything that the reader may read, to be searched."""
    return [
        *_areas_and_layers(found),
        *(entry for glossary, published in found.glossaries
          for entry in shelf.terms(session, library, glossary, published)),
        *_all_workshops(found),
        *(entry for every in found.series.values() for each in every for entry in shelf.titles(session, each.newest)),
    ]  # fmt: skip


def _areas_and_layers(found: Readable) -> Iterator[Entry]:
    for area in found.areas:
        yield Entry(Group.AREAS, area.name, f"/layers#area-{area.id}", found.programmes[area.programme])
        for each in found.series.get(area.id, ()):
            title = f"{each.area}, {each.wave}"
            yield Entry(
                Group.LAYERS,
                title,
                f"/layers/{each.slug}",
                each.programme,
                each.newest.header.note,
                (each.slug,),
            )


def _all_workshops(found: Readable) -> Iterator[Entry]:
    names = {area.id: area.name for area in found.areas}
    for area_id, every in found.workshops.items():
        for each in every:
            path = f"/workshops/{each.id}/report" if area_id in found.mine else f"/layers#area-{area_id}"
            yield Entry(Group.WORKSHOPS, each.title, path, names[area_id])
