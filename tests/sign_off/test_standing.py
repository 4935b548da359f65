from datetime import UTC, datetime

import pytest

from kithmap.basics.actors import Role
from kithmap.sign_off.model import Signature, SignatureState
from kithmap.sign_off.standing import may_be_published, signs_as, standings

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ROLES = {"fay": Role.FACILITATOR, "ria": Role.RESEARCHER, "ada": Role.ADMIN, "gone": None}


def signed(*given: tuple[str, str, str]) -> list[Signature]:
    return [Signature(role, account, checksum, NOW) for role, account, checksum in given]


BOTH = (("facilitator", "fay", "now"), ("researcher", "ria", "now"))


@pytest.mark.parametrize(
    ("role", "signs"),
    [
        (Role.ADMIN, "facilitator"),
        (Role.FACILITATOR, "facilitator"),
        (Role.RESEARCHER, "researcher"),
        (Role.PARTICIPANT, None),
        (None, None),
    ],
)
def test_people_sign_as_what_they_are_in_the_area(role: Role | None, signs: str | None) -> None:
    assert signs_as(role) == signs


def test_two_signatures_for_this_draft_publish_it() -> None:
    both = standings(signed(*BOTH), "now", ROLES)
    assert [each.state for each in both] == [SignatureState.SIGNED, SignatureState.SIGNED]
    assert may_be_published(both)


@pytest.mark.parametrize(
    ("given", "states"),
    [
        ([], ["missing", "missing"]),
        ([BOTH[0]], ["signed", "missing"]),
        ([BOTH[0], ("researcher", "ria", "before")], ["signed", "lapsed"]),
        ([("facilitator", "gone", "now"), BOTH[1]], ["lapsed", "signed"]),
        ([("facilitator", "ria", "now"), BOTH[1]], ["lapsed", "signed"]),
        ([("facilitator", "nobody", "now"), BOTH[1]], ["lapsed", "signed"]),
    ],
)
def test_a_signature_counts_for_the_draft_and_the_role_that_it_was_given_in(
    given: list[tuple[str, str, str]], states: list[str]
) -> None:
    both = standings(signed(*given), "now", ROLES)
    assert [each.state.value for each in both] == states
    assert not may_be_published(both)


def test_one_person_does_not_sign_for_two() -> None:
    both = standings(signed(BOTH[0], ("researcher", "fay", "now")), "now", {"fay": Role.FACILITATOR})
    assert not may_be_published(both)
