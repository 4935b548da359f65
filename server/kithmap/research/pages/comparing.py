"""Areas side by side: what they mapped, how they agreed, who was there, and what of it may be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basics.errors import BadInputError
from kithmap.basics.words import said
from kithmap.glossary.access import Library
from kithmap.layers.published import Series
from kithmap.people.model import Account
from kithmap.research import side_by_side
from kithmap.research.agreed import Agreement, agreement, agreement_figure, middle_figure, support_figure
from kithmap.research.alike import indicators_figure, indicators_judged, kinds_figure, kinds_judged
from kithmap.research.balance import absent_figure, dissimilarity_figure
from kithmap.research.figures import Figure, Words
from kithmap.research.pages.beside import Beside, beside, parked_in
from kithmap.research.pages.comparing_contexts import Choosable, ComparedRelease, ComparePage, FigureSection
from kithmap.research.pages.gathering import Readable, readable
from kithmap.research.pages.shelf import LibraryDep, Shelf, shelf_of
from kithmap.research.pages.showing import figure_file, shown_figure
from kithmap.research.side_by_side import Side, check_number, how_drawn
from kithmap.web.dependencies import AccountDep, ReaderDep, Services, ServicesDep
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/layers/compare")

LONGEST_WAVE = 200

SECTIONS = {
    "mapped": said("What was mapped"),
    "agreed": said("How words were agreed on"),
    "who": said("Who was in the room"),
    "comparable": said("What may be compared"),
}
"""Headings, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which areas are to stand side by side.

    Attributes:
        areas: ids, each once.
        wave: name of the wave; empty for the newest of each area.
    """

    areas: tuple[str, ...]
    wave: str

    @classmethod
    def of(cls, request: Request) -> "Choice":
        """Read an address: ``areas`` several times, or once with commas between."""
        asked = request.query_params
        ids = (each for given in asked.getlist("areas") for each in given.split(","))
        return cls(tuple(dict.fromkeys(filter(None, ids))), asked.get("wave", "")[:LONGEST_WAVE])


@dataclass(frozen=True, slots=True)
class Found:
    """What was chosen, as far as it is there.

    Attributes:
        known: all that the reader may read.
        sides: the areas side by side, in the order of their names.
        without: names of areas that have nothing of this wave.
    """

    known: Readable
    sides: tuple[Beside, ...]
    without: tuple[str, ...]


@router.get("")
async def compare_page(
    request: Request, services: ServicesDep, library: LibraryDep, account: AccountDep
) -> Response:
    """Choose areas, and see them side by side."""
    choice = Choice.of(request)
    found = await services.read(_find, library, shelf_of(request), account, choice)
    problem = None
    sections: dict[str, list[Figure]] = {}
    if choice.areas:
        try:
            check_number(len(found.sides))
            sections = await _sections(services, found)
        except BadInputError as error:
            problem = error.message
    return render(request, _page(request, services, choice, found, sections, problem))


@router.get("/{file}")
async def compared_figure(
    file: str, request: Request, services: ServicesDep, library: LibraryDep, account: ReaderDep
) -> Response:
    """Save a figure of areas side by side, just as it is shown."""
    found = await services.read(_find, library, shelf_of(request), account, Choice.of(request))
    check_number(len(found.sides))
    sections = await _sections(services, found)
    every = [figure for section in sections.values() for figure in section]
    source = "; ".join(f"{each.release.header.title} ({each.edition.value})" for each in found.sides)
    return figure_file(every, file, request, source=source, begins="kithmap-compared", account=account)


def _find(session: Session, library: Library, shelf: Shelf, account: Account | None, choice: Choice) -> Found:
    known = readable(session, library, account)
    glossaries = {each.area: (each, published) for each, published in known.glossaries if each.area}
    sides: list[Beside] = []
    without: list[str] = []
    for area in known.areas:
        every = known.series.get(area.id)
        if area.id not in choice.areas or not every:
            continue
        series = _of_wave(every, choice.wave)
        if series is None:
            without.append(area.name)
        elif len(sides) <= side_by_side.MOST:
            sides.append(beside(session, library, shelf, account, series, glossaries.get(area.id)))
    return Found(known, tuple(sides), tuple(without))


def _of_wave(every: Sequence[Series], wave: str) -> Series | None:
    """Return the layers of a wave; without one those that were published last."""
    if not wave:
        return max(every, key=lambda each: each.newest.published_at)
    return next((each for each in every if each.wave.casefold() == wave.casefold()), None)


async def _sections(services: Services, found: Found) -> dict[str, list[Figure]]:
    """Return all figures, by section."""
    sides = found.sides
    parked = await parked_in(services, [each.series.area_id for each in sides if each.mine])
    compared = [Side(each.series.area, each.counts, each.residents) for each in sides]
    return {
        "mapped": side_by_side.figures(compared),
        "agreed": _agreed(sides, parked),
        "who": _who(sides),
        "comparable": _comparable(sides),
    }


def _names(sides: Sequence[Beside]) -> list[Words]:
    return [Words(each.series.area, own=True) for each in sides]


def _agreed(sides: Sequence[Beside], parked: Mapping[str, int]) -> list[Figure]:
    areas: list[tuple[Words, Agreement | None]] = [
        (name, None if each.glossary is None else agreement(each.glossary, parked.get(each.series.area_id)))
        for name, each in zip(_names(sides), sides, strict=True)
    ]
    if all(each is None for _, each in areas):
        return []
    drawn = how_drawn(len(sides))
    figures = [agreement_figure(areas, drawn), support_figure(areas, drawn), middle_figure(areas)]
    return [each for each in figures if not each.is_empty]


def _who(sides: Sequence[Beside]) -> list[Figure]:
    areas = [each.balance for each in sides]
    if not any(each.rooms for each in areas):
        return []
    figures = [dissimilarity_figure(areas, how_drawn(len(sides))), absent_figure(areas)]
    return [each for each in figures if not each.is_empty]


def _comparable(sides: Sequence[Beside]) -> list[Figure]:
    kinds = {kind: label for each in reversed(sides) for kind, label in each.counts.kinds.items()}
    by_label = sorted(kinds.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    figures = [
        kinds_figure(kinds_judged(by_label, [each.kinds for each in sides])),
        indicators_figure(indicators_judged([each.glossary for each in sides]), _names(sides)),
    ]
    return [each for each in figures if not each.is_empty]


def _page(
    request: Request,
    services: Services,
    choice: Choice,
    found: Found,
    sections: Mapping[str, list[Figure]],
    problem: str | None,
) -> ComparePage:
    query = f"?{request.url.query}" if request.url.query else ""
    known = found.known
    with_layers = [area for area in known.areas if known.series.get(area.id)]
    waves = {each.wave.casefold(): each.wave for every in known.series.values() for each in every}
    return ComparePage(
        areas=tuple(
            Choosable(
                id=area.id,
                name=area.name,
                programme=known.programmes[area.programme],
                waves=tuple(each.wave for each in known.series[area.id]),
                chosen=area.id in choice.areas,
            )
            for area in with_layers
        ),
        waves=tuple(sorted(waves.values())),
        wave=choice.wave,
        compared=tuple(_compared(each) for each in found.sides) if sections else (),
        without=found.without,
        sections=tuple(
            FigureSection(
                name=name,
                title=SECTIONS[name],
                figures=tuple(shown_figure(each, request, "/layers/compare/", query) for each in figures),
            )
            for name, figures in sections.items()
        ),
        problem=problem,
        now=services.clock(),
    )


def _compared(each: Beside) -> ComparedRelease:
    header = each.release.header
    return ComparedRelease(
        area=each.series.area,
        wave=each.series.wave,
        path=f"/layers/{header.slug}/versions/{header.version}",
        version=header.version,
        day=header.day,
        edition=each.edition,
        workshops=len(header.sources),
    )
