"""When a wording counts as agreed.

Consent in degrees, after the gradients of agreement (Kaner 2014) and the integration of objections in consent decision-making:
support is counted among those who weighed the wording, not understanding sends it back instead of counting against it, and whoever
cannot accept it is heard once more before a majority may go on without them. A share reaches its threshold by being equal to it.
All is counted in whole people, so no rounding ever decides.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from kithmap.agreement.model import (
    SUPPORTING,
    THRESHOLDS,
    WEIGHED,
    Check,
    Choice,
    Outcome,
    Rating,
    Share,
    Tally,
    Thresholds,
)

HIGH = 7
LOW = 3
"""On a scale of 1 to 9: from 7 up somebody is for it, from 3 down against (as in the RAND/UCLA appropriateness method)."""


def tally(
    ratings: Iterable[Rating],
    checked_in: Collection[str],
    *,
    integrated: bool,
    thresholds: Thresholds = THRESHOLDS,
) -> Tally:
    """Apply the rule to the ratings of one revision.

    Args:
        ratings: the registers, in any order. A later one of the same person replaces an earlier one; those of people who are
            not checked in do not count.
        checked_in: the people who may rate.
        integrated: whether the room has had its round for integrating objections.
        thresholds: the rule's numbers.
    """
    latest = {rating.person: rating for rating in ratings if rating.person in set(checked_in)}
    registers = list(latest.values())
    counted = Counter(rating.choice for rating in registers)
    checks: list[Check] = []
    outcome = Outcome.ADOPTED
    for check, otherwise in _checks(registers, len(set(checked_in)), thresholds, integrated=integrated):
        checks.append(check)
        if not check.passed:
            outcome = otherwise
        if outcome not in {Outcome.ADOPTED, Outcome.ADOPTED_WITH_DISSENT}:
            break
    return Tally(outcome, {choice: counted[choice] for choice in Choice}, tuple(checks))


def needed_answers(checked_in: int, thresholds: Thresholds = THRESHOLDS) -> int:
    """Return how many must answer, of so many who may."""
    return max(thresholds.least, -(-thresholds.quorum * checked_in // 100))


def _checks(
    registers: list[Rating], checked_in: int, thresholds: Thresholds, *, integrated: bool
) -> Iterator[tuple[Check, Outcome]]:
    """Yield each check with the outcome where it fails; whoever reads on accepts the ones before."""
    weighed = [rating for rating in registers if rating.choice in WEIGHED]
    unclear = sum(rating.choice is Choice.NOT_CLEAR for rating in registers)
    answered = len(weighed) + unclear
    needed = needed_answers(checked_in, thresholds)
    yield Check("quorum", answered >= needed, Share(answered, checked_in), needed), Outcome.TOO_FEW
    puzzled = Share(unclear, answered)
    yield (
        Check("clear", not puzzled.reaches(thresholds.unclear), puzzled, thresholds.unclear),
        Outcome.REWORD,
    )
    support = _support(weighed)
    objections = Share(sum(rating.choice is Choice.CANNOT_ACCEPT for rating in weighed), len(weighed))
    acceptable = Check("acceptable", objections.count == 0, objections, 0)
    if not integrated:
        yield acceptable, Outcome.INTEGRATE
    short = Outcome.PARKED if support.reaches(thresholds.parked) else Outcome.NOT_ADOPTED
    yield Check("support", support.reaches(thresholds.support), support, thresholds.support), short
    if integrated:
        yield acceptable, Outcome.ADOPTED_WITH_DISSENT
    for check in _group_checks(weighed, thresholds):
        yield check, Outcome.ADOPTED_WITH_DISSENT
    for check in _scale_checks(registers, thresholds):
        yield check, Outcome.NOT_ADOPTED


def _support(weighed: list[Rating]) -> Share:
    return Share(sum(rating.choice in SUPPORTING for rating in weighed), len(weighed))


def _group_checks(weighed: list[Rating], thresholds: Thresholds) -> Iterator[Check]:
    for group in sorted({group for rating in weighed for group in rating.groups}):
        support = _support([rating for rating in weighed if group in rating.groups])
        if support.of >= thresholds.group_least:
            passed = support.reaches(thresholds.group_floor)
            yield Check("group", passed, support, thresholds.group_floor, group)


def _scale_checks(registers: list[Rating], thresholds: Thresholds) -> Iterator[Check]:
    """An indicator has to matter here, and to be something that can be asked fairly."""
    questions = {
        "matters": [rating.matters for rating in registers if rating.matters is not None],
        "fair": [rating.fair for rating in registers if rating.fair is not None],
    }
    for name, marks in questions.items():
        if not marks:
            continue
        high = Share(sum(mark >= HIGH for mark in marks), len(marks))
        yield Check(name, high.reaches(thresholds.high), high, thresholds.high)
        low = Share(sum(mark <= LOW for mark in marks), len(marks))
        yield Check("rated_low", not low.reaches(thresholds.low), low, thresholds.low, name)
