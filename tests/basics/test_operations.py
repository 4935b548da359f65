from typing import Any, ClassVar

import pytest
from pydantic import Field

from kithmap.basics.actors import CONTRIBUTING, Role
from kithmap.basics.errors import Refused
from kithmap.basics.operations import Asked, Id, Operation, parse
from kithmap.basics.records import Changes, View


class Wave(Operation):
    kind: ClassVar[str] = "test.wave"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id
    times: int = Field(default=1, le=3)
    to_whom: list[str] = Field(default=[], max_length=2)

    def decide(self, view: View, asked: Asked) -> Changes:
        return ()


PLACE = "01900000-0000-7000-8000-000000000000"


def test_a_payload_is_read_strictly() -> None:
    assert parse(Wave, {"place": PLACE, "times": 2}) == Wave(place=PLACE, times=2)


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ({}, "Please fill in: place."),
        ({"place": PLACE, "times": "2"}, "does not understand times"),
        ({"place": PLACE, "to_whom": ["a", "b", "c"]}, "too many in to whom: 2 at most"),
        ({"place": PLACE, "colour": "red"}, "load the page again"),
        (None, "does not understand what was sent"),
        ({"place": PLACE, "times": float("nan")}, "times"),
        ({"place": object()}, "does not understand what was sent"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(payload: Any, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(Wave, payload)
    assert words in refused.value.message


def test_nesting_without_end_is_refused_and_not_followed() -> None:
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"place": deep}
    with pytest.raises(Refused):
        parse(Wave, deep)
