"""Rows of a file as places of a workshop: what each would be, what is doubtful about it, and what cannot be one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kithmap.basics.errors import BadInputError
from kithmap.basics.geometry import positions
from kithmap.basics.words import said
from kithmap.bringing_in.choices import AS_MEETING_PLACE, LEAVE_OUT, OF_KIND, Choices, shape_in
from kithmap.bringing_in.fitting import fitted
from kithmap.bringing_in.guesses import word_of
from kithmap.bringing_in.model import MOST_PLACES, Ground, Json, Left, Row, Table
from kithmap.bringing_in.words import hides, is_garbled, lines, one_line, shortened

LONGEST_TITLE, LONGEST_NOTE = 80, 1000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place as it would come onto the map.

    Attributes:
        row: of the file.
        title: at most 80 letters.
        note: at most 1,000.
        kind: the key of a kind of asset; None for a meeting place.
        geometry: as it is kept.
        outside: whether any of it lies outside the boundary.
        notes: what was done to it, and what looks odd.
    """

    row: int
    title: str
    note: str
    kind: str | None
    geometry: Json
    outside: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would come of a file.

    Attributes:
        candidates: that can be chosen from, at most 2,000: those inside the boundary before the others.
        beyond: how many more there are than can be brought in at once.
        left: what cannot come in, with the reason.
        by_kind: how many a person left out by their kind.
    """

    candidates: tuple[Candidate, ...]
    beyond: int
    left: tuple[Left, ...]
    by_kind: int


def prepared(table: Table, choices: Choices, ground: Ground) -> Prepared:
    """Return what would come of a file, read as somebody chose."""
    found: list[Candidate] = []
    left = list(table.left)
    by_kind = 0
    for row in table.rows:
        target = _target(row, choices)
        if target == LEAVE_OUT:
            by_kind += 1
            continue
        try:
            found.append(_candidate(row, target, choices))
        except BadInputError as error:
            left.append(Left(row.number, error.message))
    found = _with_outside(found, ground)
    found.sort(key=lambda each: each.outside)
    kept = sorted(found[:MOST_PLACES], key=lambda each: each.row)
    return Prepared(tuple(kept), max(0, len(found) - MOST_PLACES), tuple(left), by_kind)


def _target(row: Row, choices: Choices) -> str:
    if choices.kind is None:
        return choices.one_kind
    return choices.kinds.get(word_of(row.cells[choices.kind]), "")


def _candidate(row: Row, target: str, choices: Choices) -> Candidate:
    kind = target.removeprefix(OF_KIND) if target.startswith(OF_KIND) else None
    if kind is None and target != AS_MEETING_PLACE:
        raise BadInputError("Nobody said of which kind it is.")
    raw = row.cells[choices.title]
    whole = one_line(raw)
    if not whole:
        raise BadInputError("It has no title.")
    told = lines(row.cells[choices.note]) if choices.note is not None else ""
    title = shortened(whole, LONGEST_TITLE)
    notes: list[str] = []
    if title != whole:
        notes.append(
            said(f"The title was too long ({LONGEST_TITLE} letters at most); all of it is in the note.")
        )
        told = f"{whole}\n\n{told}".strip()
    note = shortened(told, LONGEST_NOTE)
    if note != told:
        notes.append(said(f"The note was cut after {LONGEST_NOTE} letters."))
    if hides(raw):
        notes.append(said("Signs that cannot be seen were taken out of its title."))
    if is_garbled(f"{whole} {told}"):
        notes.append(said("Its words look garbled."))
    geometry, done = fitted(shape_in(row, choices), choices.coordinates, as_point=choices.as_points)
    return Candidate(row.number, title, note, kind, geometry, outside=False, notes=(*notes, *done))


def _with_outside(found: Sequence[Candidate], ground: Ground) -> list[Candidate]:
    if not found:
        return []
    import numpy as np  # noqa: PLC0415 - as shapely, nothing else here needs it
    import shapely  # noqa: PLC0415
    from shapely.geometry import shape  # noqa: PLC0415

    area = shape(dict(ground.boundary))
    shapely.prepare(area)
    return [
        replace(
            each, outside=not bool(shapely.contains_xy(area, np.array(list(positions(each.geometry)))).all())
        )
        for each in found
    ]


def reasons(left: Iterable[Left]) -> list[tuple[str, list[int]]]:
    """Return each reason why rows were left out, with their numbers; the commonest first."""
    found: dict[str, list[int]] = {}
    for each in left:
        found.setdefault(each.says, []).append(each.row)
    count = Counter({says: len(rows) for says, rows in found.items()})
    return [(says, found[says]) for says, _ in count.most_common()]
