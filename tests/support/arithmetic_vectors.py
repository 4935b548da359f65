"""Results with their arithmetic in words, which Python writes into the record and the pages show: both must say the same."""

from kithmap.agreement.arithmetic import arithmetic
from kithmap.agreement.model import Choice, Rating
from kithmap.agreement.operations.rating import checks_as_fields
from kithmap.agreement.tally import tally
from tests.agreement.support import room, said
from tests.support.fold_vectors import Json

YOUNG = frozenset({"people under 25"})


def arithmetic_vectors() -> list[Json]:
    """Return one case for each way in which a rating can end, and for each kind of check."""
    return [
        _case("agreed", *said(strongly_for=8, can_live_with_it=2, against=1, silent=1)),
        _case("too few", *said(strongly_for=3, silent=9)),
        _case("not clear", *said(strongly_for=8, not_clear=2)),
        _case("one cannot accept it", *said(strongly_for=11, cannot_accept=1)),
        _case("some cannot accept it", *said(strongly_for=9, cannot_accept=3)),
        _case("with dissent", *said(strongly_for=9, cannot_accept=3), integrated=True),
        _case("parked", *said(strongly_for=6, against=6)),
        _case("not agreed", *said(strongly_for=1, against=11)),
        _case("a share is cut off and not rounded", *said(strongly_for=2, against=1, can_live_with_it=4)),
        _case("a group below its floor", *_group()),
        _case("matters, and cannot be asked fairly", *_marks([9] * 10, [2] * 10)),
        _case("doubted by many", *_marks([2] * 3 + [9] * 17, [9] * 20)),
        _case("a very large room", *said(strongly_for=1200, silent=34)),
    ]


def _case(name: str, people: list[str], ratings: list[Rating], *, integrated: bool = False) -> Json:
    found = tally(ratings, people, integrated=integrated)
    return {
        "name": name,
        "outcome": found.outcome.value,
        "checks": checks_as_fields(found),
        "sentence": arithmetic(found),
    }


def _group() -> tuple[list[str], list[Rating]]:
    people = room(30)
    young = [Rating(person, Choice.AGAINST, YOUNG) for person in people[:5]]
    return people, [*young, *(Rating(person, Choice.FOR) for person in people[5:])]


def _marks(matters: list[int], fair: list[int]) -> tuple[list[str], list[Rating]]:
    people = room(len(matters))
    marks = zip(people, matters, fair, strict=True)
    return people, [Rating(person, Choice.FOR, matters=one, fair=other) for person, one, other in marks]
