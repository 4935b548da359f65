"""How a workshop went: who took part in what, how the evening kept to its run sheet, and what people said of it.

Counts of people are told only in fives, and only from the threshold on. Of two exact counts (27 came, 26 placed something) the
difference would point to one person; of two that are rounded it does not.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kithmap.agreement.items import ITEM, OVER, QUESTION, RATING, REWORDING, ItemState, state_of
from kithmap.basics.records import View
from kithmap.evaluation.model import REFLECTION, Question
from kithmap.evaluation.tally import Counts, answers, tally
from kithmap.guides.run_sheet import DEPARTURE, SHEET, Departed, taken_steps
from kithmap.programme.suppression import LEAST_SHOWN, rounded
from kithmap.shared_map.model import CONNECTION, PLACES


@dataclass(frozen=True, slots=True)
class TakingPart:
    """How many people did something: to the nearest five, or None where that is too few to be told.

    Attributes:
        came: came in, those who left among them.
        placed: put at least one place onto the map.
        connected: connected at least two places.
        agreeing: proposed, asked, reworded or rated.
        looking_back: said how the workshop was.
    """

    came: int | None
    placed: int | None
    connected: int | None
    agreeing: int | None
    looking_back: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the run sheet.

    Attributes:
        title: a few words.
        planned: minutes that it was to last.
        minutes: how long it took in whole minutes, all times together; None where the room was never at it.
    """

    title: str
    planned: int
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """One departure from the run sheet.

    Attributes:
        what: how it departed.
        title: of the step.
        planned: minutes that it was to last.
        minutes: how long it took, or None.
        reason: what those who lead said of it, or empty.
    """

    what: Departed
    title: str
    planned: int
    minutes: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Evening:
    """How a workshop went.

    Attributes:
        taking_part: who took part in what.
        steps: of the run sheet, in its order; empty without one.
        notes: how the evening departed from it, in order.
        looking_back: for each question the counts, or None where too few answered.
        undecided: terms and indicators that were proposed and are neither decided nor taken back.
    """

    taking_part: TakingPart
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    looking_back: tuple[tuple[Question, Counts | None], ...]
    undecided: int


def evening(view: View, seated: Collection[str], threshold: int, *, reasons: bool) -> Evening:
    """Return how a workshop went.

    Args:
        view: its records.
        seated: its participants, those who left among them.
        threshold: counts of people below it are not told.
        reasons: whether to tell what those who lead said of departures: it was written for the workshop's own record.
    """
    return Evening(
        taking_part=_taking_part(view, frozenset(seated), threshold),
        steps=tuple(_steps(view)),
        notes=tuple(_notes(view, reasons=reasons)),
        looking_back=tuple(tally(answers(view), threshold).items()),
        undecided=sum(state_of(item) in UNDECIDED for item in view.of_kind(ITEM)),
    )


UNDECIDED = (
    frozenset(ItemState)
    - OVER
    - {
        ItemState.ADOPTED,
        ItemState.ADOPTED_WITH_DISSENT,
        ItemState.PARKED,
        ItemState.NOT_ADOPTED,
        ItemState.WISH_LIST,
    }
)


def told(count: int, threshold: int) -> int | None:
    """Return a count of people as it may be told; None where it may not."""
    return rounded(count, LEAST_SHOWN) if count >= threshold else None


def _taking_part(view: View, seated: frozenset[str], threshold: int) -> TakingPart:
    placed = _authors(view, *PLACES)
    agreeing = _authors(view, ITEM, QUESTION, REWORDING) | {
        record.fields["person"] for record in view.of_kind(RATING)
    }
    return TakingPart(
        came=told(len(seated), threshold),
        placed=told(len(placed & seated), threshold),
        connected=told(len(_authors(view, CONNECTION) & seated), threshold),
        agreeing=told(len(agreeing & seated), threshold),
        looking_back=told(len(_authors(view, REFLECTION) & seated), threshold),
    )


def _authors(view: View, *kinds: str) -> set[str]:
    return {record.author for kind in kinds for record in view.of_kind(kind) if record.author is not None}


def _steps(view: View) -> Iterator[Step]:
    sheet = view.get(SHEET)
    if sheet is None:
        return
    seconds: dict[str, int] = {}
    for record in taken_steps(view):
        step = record.fields["step"]
        seconds[step] = seconds.get(step, 0) + record.fields["seconds"]
    for step in sheet.fields["steps"]:
        taken = seconds.get(step["key"])
        yield Step(step["title"], step["minutes"], None if taken is None else round(taken / 60))


def _notes(view: View, *, reasons: bool) -> Iterator[Note]:
    found = sorted(view.of_kind(DEPARTURE), key=lambda record: (record.fields["at"], record.id))
    for record in found:
        fields = record.fields
        reason = (fields["reason"] or "") if reasons else ""
        yield Note(Departed(fields["what"]), fields["title"], fields["planned"], fields["minutes"], reason)
