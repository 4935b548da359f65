"""How areas agreed on their words, from what they published: how many, with what support, and what others say beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from kithmap.agreement.model import SUPPORTING, WEIGHED, Outcome
from kithmap.basics.words import said
from kithmap.glossary.model import Decision, Release, Status
from kithmap.glossary.release import every_concept
from kithmap.research.figures import NO_FIGURE, Cell, Column, Drawn, Figure, Words
from kithmap.research.topics import NOTHING_MORE


@dataclass(frozen=True, slots=True)
class Agreement:
    """How rooms agreed on the words of one glossary.

    Attributes:
        terms: in use, indicators too.
        adopted: whose last decision was clear.
        with_dissent: whose last decision has others beside it.
        undecided: which no room decided on: words to begin with, or brought in.
        statements: of those who see it otherwise, over the last decisions.
        supports: for each last decision the share of those who weighed the wording and support it, 0 to 1.
        parked: proposals that rooms put aside for another day; None where the reader may not know.
    """

    terms: int
    adopted: int
    with_dissent: int
    undecided: int
    statements: int
    supports: tuple[float, ...]
    parked: int | None = None


def agreement(release: Release, parked: int | None = None) -> Agreement:
    """Return how rooms agreed on the words of a glossary's release that are in use.

    Args:
        release: of the glossary.
        parked: proposals that the area's rooms put aside; None where the reader may not know.
    """
    in_use = [each for each in every_concept(release) if each.status is Status.CURRENT]
    last = [each.decisions[-1] for each in in_use if each.decisions]
    dissent = [each for each in last if each.outcome == Outcome.ADOPTED_WITH_DISSENT]
    return Agreement(
        terms=len(in_use),
        adopted=len(last) - len(dissent),
        with_dissent=len(dissent),
        undecided=len(in_use) - len(last),
        statements=sum(len(each.minority) for each in last),
        supports=tuple(share for each in last if (share := support(each)) is not None),
        parked=parked,
    )


def support(decision: Decision) -> float | None:
    """Return which share of those who weighed a wording support it, 0 to 1; None where nobody was counted."""
    weighed = _people(decision, WEIGHED)
    return _people(decision, SUPPORTING) / weighed if weighed else None


def _people(decision: Decision, choices: Iterable[str]) -> int:
    return sum(decision.counts.get(choice, 0) for choice in choices)


BANDS = (
    (0.95, Words(said("95 in 100 and more"))),
    (0.85, Words(said("85 to 94 in 100"))),
    (0.75, Words(said("75 to 84 in 100"))),
    (0.0, Words(said("Less than 75 in 100"))),
)
"""Of support, each from its share on; 75 in 100 is what a room needs unless it agreed on another rule."""


def agreement_figure(areas: Sequence[tuple[Words, Agreement | None]], drawn: Drawn) -> Figure:
    """Return how many words were agreed on, and how.

    Args:
        areas: what each is called, with its agreement; None where it has published no glossary.
        drawn: as what.
    """
    lines = (
        (Words(said("Agreed")), [_of(each, "adopted") for _, each in areas]),
        (
            Words(said("Agreed, with what others say beside it")),
            [_of(each, "with_dissent") for _, each in areas],
        ),
        (Words(said("Parked for another day")), [_of(each, "parked") for _, each in areas]),
        (Words(said("Not decided on by a room")), [_of(each, "undecided") for _, each in areas]),
    )
    return Figure(
        "agreement",
        Words(said("Words by decision")),
        Words(
            said(
                "Terms and indicators in use in the newest version of each glossary, by their last decision. What is parked is not "
                "published, and is told to those with a role in the area alone."
            )
        ),
        Words(said("Decision")),
        tuple(Column(name) for name, _ in areas),
        tuple((head, *cells) for head, cells in lines if any(cell is not None for cell in cells)),
        drawn,
    )


def _of(each: Agreement | None, name: str) -> int | None:
    found: int | None = None if each is None else getattr(each, name)
    return found


def support_figure(areas: Sequence[tuple[Words, Agreement | None]], drawn: Drawn) -> Figure:
    """Return how many words were agreed on with how much support, and the middle of all shares."""
    rows: list[tuple[Cell, ...]] = []
    below = 2.0
    for least, words in BANDS:
        rows.append((words, *(_within(each, least, below) for _, each in areas)))
        below = least
    return Figure(
        "support",
        Words(said("With how much support")),
        Words(
            said("Words by the share of those who weighed the wording and are for it, or can live with it.")
        ),
        Words(said("Support")),
        tuple(Column(name) for name, _ in areas),
        tuple(rows) if any(each and each.supports for _, each in areas) else (),
        drawn,
    )


def _within(each: Agreement | None, least: float, below: float) -> int | None:
    if each is None:
        return None
    return sum(least <= share < below for share in each.supports)


def middle_support(each: Agreement | None) -> Words:
    """Return the middle of all shares of support, in 100; half of the words have more, half less."""
    if each is None or not each.supports:
        return NO_FIGURE
    return Words(f"{100 * median(each.supports):.0f}", own=True)


def middle_figure(areas: Sequence[tuple[Words, Agreement | None]]) -> Figure:
    """Return for each area how many words it has, and with how much support in the middle."""
    return Figure(
        "support-in-the-middle",
        Words(said("Words in use, and support in the middle")),
        NOTHING_MORE,
        Words(said("Area")),
        (
            Column(Words(said("Words in use")), drawn=False),
            Column(Words(said("Support in the middle, in 100")), drawn=False),
            Column(Words(said("Statements of those who see it otherwise")), drawn=False),
        ),
        tuple(
            (name, _of(each, "terms"), middle_support(each), _of(each, "statements")) for name, each in areas
        ),
    )
