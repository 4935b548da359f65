from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kithmap.basics.actors import Role
from kithmap.people.model import Account, Invitation, ReadToken, sign_in_name

NOW = datetime(2026, 11, 23, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_an_admin_is_admin_everywhere() -> None:
    admin = Account("1", "Ann", admin=True)
    assert admin.role_in("any") is Role.ADMIN
    assert admin.runs("any")


def test_a_role_is_of_one_area() -> None:
    account = Account("1", "Ann", roles={"a": Role.FACILITATOR, "b": Role.RESEARCHER})
    assert account.runs("a")
    assert account.role_in("b") is Role.RESEARCHER
    assert not account.runs("b")
    assert account.role_in("c") is None


def invitation(**more: datetime) -> Invitation:
    return Invitation("1", False, Role.FACILITATOR, ("a",), "", NOW, NOW + HOUR, **more)  # noqa: FBT003


def test_an_invitation_is_good_until_it_is_used_taken_back_or_too_old() -> None:
    assert invitation().is_good(NOW)
    assert not invitation().is_good(NOW + HOUR)
    assert not invitation(used_at=NOW).is_good(NOW)
    assert not invitation(revoked_at=NOW).is_good(NOW)


@pytest.mark.parametrize("typed", ["Ann Lee", " ann  lee ", "ANN LEE", "Ann\tLee"])
def test_names_are_compared_without_capitals_and_spaces(typed: str) -> None:
    assert sign_in_name(typed) == "ann lee"


def test_a_read_token_is_good_until_it_ends_or_is_taken_back() -> None:
    token = ReadToken("1", "ann", "QGIS", NOW, NOW + HOUR)
    assert token.is_good(NOW)
    assert not token.is_good(NOW + HOUR)
    assert not replace(token, revoked_at=NOW).is_good(NOW)
