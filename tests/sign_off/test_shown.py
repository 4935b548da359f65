from datetime import UTC, datetime

import pytest

from kithmap.basics.actors import Role
from kithmap.sign_off.model import Signature
from kithmap.sign_off.shown import ShownSignature, shown_signatures
from kithmap.sign_off.standing import standings

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ROLES = {"fay": Role.FACILITATOR, "ria": Role.RESEARCHER}
NAMES = {"fay": "Fay Finch", "ria": "Ria Reed"}
FAY = Signature("facilitator", "fay", "now", NOW)
RIA = Signature("researcher", "ria", "now", NOW)


def shown(
    *given: Signature,
    viewer: tuple[str, Role | None] = ("fay", Role.FACILITATOR),
    checksum: str = "now",
    is_sound: bool = True,
) -> tuple[ShownSignature, ...]:
    return shown_signatures(standings(given, checksum, ROLES), NAMES, viewer, is_sound=is_sound)


def test_what_was_signed_is_shown_with_whose_it_is_and_when() -> None:
    mine, other = shown(FAY, RIA)
    assert (mine.role, mine.state, mine.name, mine.at, mine.is_mine) == (
        "facilitator",
        "signed",
        "Fay Finch",
        NOW,
        True,
    )
    assert (other.role, other.state, other.name, other.is_mine) == ("researcher", "signed", "Ria Reed", False)


def test_what_is_missing_is_nobodys() -> None:
    assert [(each.state, each.name, each.at, each.is_mine) for each in shown()] == [
        ("missing", "", None, False)
    ] * 2


def test_somebody_whose_account_is_gone_has_no_name() -> None:
    (lapsed, _) = shown(Signature("facilitator", "gone", "now", NOW))
    assert (lapsed.state, lapsed.name) == ("lapsed", "")


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.FACILITATOR, ["facilitator"]),
        (Role.ADMIN, ["facilitator"]),
        (Role.RESEARCHER, ["researcher"]),
        (None, []),
    ],
)
def test_each_is_offered_the_signature_of_their_role(role: Role | None, offered: list[str]) -> None:
    assert [each.role for each in shown(viewer=("x", role)) if each.may_sign] == offered


def test_a_signature_is_offered_until_it_counts_and_again_when_it_lapsed() -> None:
    assert not shown(FAY)[0].may_sign
    again = shown(FAY, checksum="changed since")[0]
    assert (again.state, again.is_mine, again.may_sign) == ("lapsed", True, True)


def test_nobody_is_offered_to_sign_what_is_not_sound() -> None:
    assert not any(each.may_sign for each in shown(is_sound=False))
