from datetime import timedelta

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, ConflictError, GoneError, NotAllowedError, NotFoundError
from kithmap.basics.signing import fingerprint
from kithmap.people import actions, store
from kithmap.people.actions import NewAccount
from kithmap.people.model import MOST_TOKENS
from kithmap.people.passwords import fits
from tests.support.installation import START, Installation

DAY = timedelta(days=1)


def test_the_signing_secret_is_made_once(installation: Installation) -> None:
    assert installation.do(actions.signing_secret) == installation.do(actions.signing_secret)
    assert len(installation.do(actions.signing_secret)) == 32


def test_only_an_empty_programme_has_a_first_link(installation: Installation) -> None:
    assert installation.do(actions.first_link, START) is None


def test_whoever_owns_the_data_gets_a_link_for_an_admin_or_anybody(installation: Installation) -> None:
    fay = installation.colleague(Role.FACILITATOR, name="Fay")
    for name, account in ((None, installation.admin), ("FAY", fay)):
        token = installation.do(actions.admin_link, name, START)
        sign_in = installation.do(actions.sign_in_by_link, token, START)
        assert installation.do(store.signed_in, sign_in, START) == account
    with pytest.raises(NotFoundError):
        installation.do(actions.admin_link, "Nobody", START)


def test_a_link_signs_in_once_and_within_a_day(installation: Installation) -> None:
    token = installation.do(actions.make_link, installation.admin.id, START)
    installation.do(actions.sign_in_by_link, token, START + DAY - timedelta(seconds=1))
    with pytest.raises(GoneError):
        installation.do(actions.sign_in_by_link, token, START)
    late = installation.do(actions.make_link, installation.admin.id, START)
    with pytest.raises(GoneError):
        installation.do(actions.sign_in_by_link, late, START + DAY)


def test_a_facilitator_invites_into_their_own_areas_only(installation: Installation) -> None:
    fay = installation.colleague(Role.FACILITATOR)
    other = installation.new_area("Elsewhere")
    installation.do(actions.invite, fay, Role.RESEARCHER, [installation.area.id], "", START)
    for role, areas in (
        (Role.RESEARCHER, [other.id]),
        (Role.ADMIN, []),
        (Role.PARTICIPANT, [installation.area.id]),
    ):
        with pytest.raises(NotAllowedError):
            installation.do(actions.invite, fay, role, areas, "", START)


def test_a_researcher_invites_nobody(installation: Installation) -> None:
    rex = installation.colleague(Role.RESEARCHER)
    with pytest.raises(NotAllowedError):
        installation.do(actions.invite, rex, Role.RESEARCHER, [installation.area.id], "", START)


def test_a_role_in_an_area_needs_an_area(installation: Installation) -> None:
    with pytest.raises(BadInputError, match="at least one area"):
        installation.do(actions.invite, installation.admin, Role.FACILITATOR, [], "", START)


def invite(installation: Installation) -> str:
    _, token = installation.do(
        actions.invite, installation.admin, Role.FACILITATOR, [installation.area.id], "for Fay", START
    )
    return token


def test_an_invitation_is_good_once(installation: Installation) -> None:
    token = invite(installation)
    installation.do(actions.accept_invitation, token, NewAccount("Fay", None), START)
    with pytest.raises(GoneError):
        installation.do(actions.accept_invitation, token, NewAccount("Eve", None), START)


def test_an_invitation_ends_or_is_taken_back(installation: Installation) -> None:
    late, revoked = invite(installation), invite(installation)
    with pytest.raises(GoneError):
        installation.do(actions.accept_invitation, late, NewAccount("Fay", None), START + 15 * DAY)
    newest = installation.do(store.open_invitations, START)[0]
    installation.do(actions.revoke_invitation, installation.admin, newest.id, START)
    with pytest.raises(NotFoundError):
        installation.do(actions.revoke_invitation, installation.admin, newest.id, START)
    tokens = [late, revoked]
    accepted = 0
    for number, token in enumerate(tokens):
        try:
            installation.do(actions.accept_invitation, token, NewAccount(f"Fay {number}", None), START)
            accepted += 1
        except GoneError:
            pass
    assert accepted == 1


def test_a_facilitator_takes_back_only_what_is_theirs(installation: Installation) -> None:
    invite(installation)
    stranger = installation.colleague(Role.FACILITATOR, installation.new_area("Elsewhere"))
    (waiting,) = installation.do(store.open_invitations, START)
    with pytest.raises(NotFoundError):
        installation.do(actions.revoke_invitation, stranger, waiting.id, START)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_that_cannot_be_used_leaves_the_invitation_good(installation: Installation, name: str) -> None:
    token = invite(installation)
    with pytest.raises(BadInputError):
        installation.do(actions.accept_invitation, token, NewAccount(name, None), START)
    installation.do(actions.accept_invitation, token, NewAccount("Fay", None), START)


def test_two_people_do_not_sign_in_by_one_name(installation: Installation) -> None:
    installation.colleague(Role.FACILITATOR, name="Fay Finch")
    with pytest.raises(ConflictError):
        installation.do(
            actions.accept_invitation, invite(installation), NewAccount("fay  finch", None), START
        )


def test_only_admins_change_roles_and_end_accounts(installation: Installation) -> None:
    fay = installation.colleague(Role.FACILITATOR)
    roles = {installation.area.id: Role.RESEARCHER}
    for work in (
        lambda: installation.do(actions.change_roles, fay, fay.id, roles),
        lambda: installation.do(actions.end_account, fay, installation.admin.id, START),
    ):
        with pytest.raises(NotAllowedError):
            work()
    assert installation.do(actions.change_roles, installation.admin, fay.id, roles).roles == roles
    with pytest.raises(BadInputError):
        installation.do(actions.change_roles, installation.admin, fay.id, {"a": Role.ADMIN})
    with pytest.raises(NotFoundError):
        installation.do(actions.change_roles, installation.admin, "nobody", roles)


def test_an_admin_does_not_end_their_own_account(installation: Installation) -> None:
    with pytest.raises(ConflictError):
        installation.do(actions.end_account, installation.admin, installation.admin.id, START)


def test_a_password_is_changed(installation: Installation) -> None:
    stored = actions.stored_password("four words in a row")
    installation.do(actions.change_password, installation.admin, stored)
    found = installation.do(store.by_sign_in_name, "admin")
    assert found is not None
    assert fits("four words in a row", found[1])


def test_a_read_token_is_known_by_its_beginning_and_kept_as_a_fingerprint(installation: Installation) -> None:
    kept, token = installation.do(
        actions.make_read_token, installation.admin, " QGIS  at work ", START.date(), START
    )
    assert token.startswith("kithmap_")
    assert kept.name == "QGIS at work"
    assert installation.do(store.read_token, fingerprint(token)) == kept
    assert installation.do(store.read_token, token) is None


@pytest.mark.parametrize(
    ("name", "days"), [("", 1), (" ", 1), ("x" * 81, 1), ("QGIS", -1), ("QGIS", 367)], ids=str
)
def test_a_read_token_has_a_name_and_a_last_day_within_a_year(
    installation: Installation, name: str, days: int
) -> None:
    with pytest.raises(BadInputError):
        installation.do(actions.make_read_token, installation.admin, name, (START + days * DAY).date(), START)


def test_read_tokens_of_an_account_are_few_enough_to_be_looked_through(installation: Installation) -> None:
    for _ in range(MOST_TOKENS - 1):
        installation.do(actions.make_read_token, installation.admin, "R", START.date(), START)
    kept, _ = installation.do(actions.make_read_token, installation.admin, "R", START.date(), START)
    with pytest.raises(ConflictError):
        installation.do(actions.make_read_token, installation.admin, "R", START.date(), START)
    installation.do(actions.revoke_read_token, installation.admin, kept.id, START)
    installation.do(actions.make_read_token, installation.admin, "R", START.date(), START)


def test_somebody_else_s_read_token_is_not_taken_back(installation: Installation) -> None:
    kept, _ = installation.do(actions.make_read_token, installation.admin, "R", START.date(), START)
    with pytest.raises(NotFoundError):
        installation.do(actions.revoke_read_token, installation.colleague(Role.RESEARCHER), kept.id, START)
