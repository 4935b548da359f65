"""What was read of a file, put onto pages."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kithmap.basemap.catalogue import describe_basemap
from kithmap.bringing_in.candidates import Candidate, Prepared, reasons
from kithmap.bringing_in.choices import Choices, Where
from kithmap.bringing_in.drawing import Frame, frame_around, marks
from kithmap.bringing_in.guesses import MOST_KINDS, coordinates_of, guessed_kind, words_of
from kithmap.bringing_in.model import MOST_PLACES, Table
from kithmap.bringing_in.pages.contexts import ColumnsPage, KindsPage, OfferedPlace, PreviewPage
from kithmap.bringing_in.pages.desk import Desk
from kithmap.bringing_in.pages.forms import PROVENANCE, Sent
from kithmap.bringing_in.twins import Twin
from kithmap.bringing_in.words import one_line, shortened
from kithmap.programme.outline import outline_over

EXAMPLE = 60
"""Letters of what stands in a column."""

MOST_REASONS = 50
MOST_ROWS_NAMED = 12


def columns_page(
    desk: Desk, given: Sent, choices: Choices, *, form: str = "", problem: str | None = None
) -> ColumnsPage:
    """Return the page that asks what the columns of a file are."""
    table = given.tables[0]
    return ColumnsPage(
        **_file(desk, given),
        problem=problem,
        form=form,
        table=table,
        columns=tuple(_columns(table)),
        choices=choices,
        guessed=coordinates_of(table, choices, desk.ground),
        kinds=desk.ground.kinds,
        provenance=given.provenance,
    )


def _file(desk: Desk, given: Sent) -> dict[str, str]:
    """Return what every page says on which a file is looked at."""
    return {
        "id": desk.listed.id,
        "title": desk.listed.title,
        "name": given.name,
        "packed": given.packed,
        "batch": given.batch,
    }


def _columns(table: Table) -> Iterator[tuple[int, str, str]]:
    for place, name in enumerate(table.columns):
        example = next((row.cells[place] for row in table.rows if row.cells[place]), "")
        yield place, one_line(name) or str(place + 1), shortened(one_line(example), EXAMPLE)


def kinds_page(desk: Desk, given: Sent, choices: Choices) -> KindsPage:
    """Return the page that asks what the words in the column of kinds mean."""
    assert choices.kind is not None
    table = given.tables[0]
    known = choices.kinds
    return KindsPage(
        **_file(desk, given),
        column=table.columns[choices.kind],
        words=tuple(
            (word, count, known.get(word) or guessed_kind(word, desk.ground.kinds))
            for word, count in list(words_of(table, choices.kind).items())[:MOST_KINDS]
        ),
        kinds=desk.ground.kinds,
        carried=tuple(carried(given, choices, with_kinds=False)),
    )


def carried(given: Sent, choices: Choices, *, with_kinds: bool = True) -> Iterator[tuple[str, str]]:
    """Yield what was chosen as fields of the next form."""
    yield "title", str(choices.title)
    yield "note", "" if choices.note is None else str(choices.note)
    yield "where", choices.where.value
    if choices.where is Where.NUMBERS:
        yield "x", str(choices.x)
        yield "y", str(choices.y)
    if choices.where is Where.WKT:
        yield "wkt", str(choices.wkt)
    yield "coordinates", choices.coordinates.value
    yield "kind", "" if choices.kind is None else str(choices.kind)
    yield "one_kind", choices.one_kind
    yield "shapes", "points" if choices.as_points else "drawn"
    for name in PROVENANCE:
        yield name, given.provenance[name]
    if with_kinds:
        for word, meant in choices.kinds.items():
            yield "word", word
            yield "means", meant


def preview_page(
    desk: Desk,
    given: Sent,
    choices: Choices,
    found: Prepared,
    alike: Mapping[int, Twin],
    basemaps: Path,
    problem: str | None = None,
) -> PreviewPage:
    """Return the page that shows what would come in.

    Args:
        desk: where.
        given: the form.
        choices: how the file is read.
        found: what would come.
        alike: what looks the same, by row.
        basemaps: the folder of the areas' basemaps.
        problem: why it did not come in, or None.
    """
    candidates = found.candidates
    frame, ground, attribution = _ground(desk, basemaps)
    drawn, off_frame = marks(frame, ((each.row, each.geometry, _state(each, alike)) for each in candidates))
    outside = sum(each.outside for each in candidates)
    return PreviewPage(
        **_file(desk, given),
        problem=problem,
        offered=tuple(_offered(desk, each, alike.get(each.row)) for each in candidates),
        beyond=found.beyond,
        most_places=MOST_PLACES,
        refused=tuple(
            (says, len(rows), tuple(row for row in sorted(rows) if row)[:MOST_ROWS_NAMED])
            for says, rows in reasons(found.left)[:MOST_REASONS]
        ),
        by_kind=found.by_kind,
        inside=len(candidates) - outside,
        outside=outside,
        twins=len(alike),
        frame=frame,
        ground=ground,
        attribution=attribution,
        outline=outline_over(desk.ground.boundary, frame.bounds, frame.width, frame.height),
        marks=tuple(drawn),
        off_frame=off_frame,
        all_outside=bool(candidates) and not drawn,
        notes=given.tables[0].notes,
        provenance=given.provenance,
        visibility=given.visibility,
        carried=tuple(carried(given, choices)),
    )


def _ground(desk: Desk, basemaps: Path) -> tuple[Frame, str, str]:
    basemap = describe_basemap(basemaps, desk.listed.area)
    if basemap is None:
        return frame_around(desk.ground.boundary), "", ""
    whole = basemap.whole
    return Frame(basemap.bounds, whole.width, whole.height), whole.light, basemap.attribution


def _state(each: Candidate, alike: Mapping[int, Twin]) -> str:
    if each.row in alike:
        return "twin"
    return "outside" if each.outside else "in"


def _offered(desk: Desk, each: Candidate, twin: Twin | None) -> OfferedPlace:
    return OfferedPlace(
        row=each.row,
        title=each.title,
        note=each.note,
        kind="" if each.kind is None else desk.ground.kinds[each.kind],
        shape=each.geometry["type"],
        outside=each.outside,
        twin="" if twin is None else twin.title,
        twin_metres=0 if twin is None else round(twin.metres),
        twin_on_map=twin is not None and twin.on_map,
        notes=each.notes,
        ticked=not each.outside and twin is None,
    )


def ticked(candidates: Iterable[Candidate], rows: set[int]) -> list[Candidate]:
    """Return the places whose rows somebody ticked."""
    return [each for each in candidates if each.row in rows]
