from datetime import timedelta

from kithmap.basics.actors import Role
from kithmap.people import store
from kithmap.people.model import TOKEN_LASTS_AT_MOST, Account, ReadToken
from tests.support.installation import START, Installation

HOUR = timedelta(hours=1)


def test_an_account_is_read_as_it_was_stored(installation: Installation) -> None:
    account = Account("1", "Zoë", roles={"a": Role.FACILITATOR, "b": Role.RESEARCHER})
    installation.do(store.add_account, account, "zoë", None, START)
    assert installation.do(store.account, "1") == account
    assert installation.do(store.by_sign_in_name, "zoë") == (account, None)
    assert installation.do(store.by_sign_in_name, "zoe") is None


def test_a_link_is_used_once_though_two_try(installation: Installation) -> None:
    installation.do(store.add_link, "print", installation.admin.id, START, START + HOUR)
    assert installation.do(store.is_link_good, "print", START)
    assert installation.do(store.use_link, "print", START) == installation.admin.id
    assert installation.do(store.use_link, "print", START) is None
    assert not installation.do(store.is_link_good, "print", START)


def test_a_link_that_is_too_old_is_not_used(installation: Installation) -> None:
    installation.do(store.add_link, "print", installation.admin.id, START, START + HOUR)
    assert installation.do(store.use_link, "print", START + HOUR) is None


def test_an_ended_account_leaves_no_name_and_no_way_in(installation: Installation) -> None:
    account = installation.colleague(Role.FACILITATOR, name="Fay Finch")
    installation.do(store.add_sign_in, "browser", account.id, START, START + HOUR)
    installation.do(store.end_account, account.id, "somebody who left", START)
    assert installation.do(store.account, account.id) is None
    assert installation.do(store.signed_in, "browser", START) is None
    assert installation.do(store.by_sign_in_name, "fay finch") is None


def test_a_sign_in_ends(installation: Installation) -> None:
    installation.do(store.add_sign_in, "browser", installation.admin.id, START, START + HOUR)
    assert installation.do(store.signed_in, "browser", START) == installation.admin
    assert installation.do(store.signed_in, "browser", START + HOUR) is None
    installation.do(store.end_sign_in, "browser")
    assert installation.do(store.signed_in, "browser", START) is None


def test_roles_are_replaced_as_a_whole(installation: Installation) -> None:
    account = installation.colleague(Role.FACILITATOR)
    installation.do(store.set_roles, account.id, [("x", Role.RESEARCHER)])
    found = installation.do(store.account, account.id)
    assert found is not None
    assert found.roles == {"x": Role.RESEARCHER}


def test_a_secret_is_kept(installation: Installation) -> None:
    assert installation.do(store.secret, "other") is None
    installation.do(store.keep_secret, "other", "x")
    assert installation.do(store.secret, "other") == "x"


def test_a_read_token_is_read_as_it_was_stored(installation: Installation) -> None:
    token = ReadToken("t", installation.admin.id, "QGIS", START, START + HOUR)
    installation.do(store.add_read_token, token, "print")
    assert installation.do(store.read_token, "print") == token
    assert installation.do(store.read_token, "other") is None
    assert installation.do(store.read_tokens, installation.admin.id) == [token]
    installation.do(store.mark_read_token, "t", START.date())
    assert installation.do(store.read_tokens, installation.admin.id)[0].used_on == START.date()


def test_only_their_own_read_token_is_taken_back_and_once(installation: Installation) -> None:
    installation.do(
        store.add_read_token, ReadToken("t", installation.admin.id, "R", START, START + HOUR), "print"
    )
    assert not installation.do(store.revoke_read_token, "somebody", "t", START)
    assert installation.do(store.revoke_read_token, installation.admin.id, "t", START)
    assert not installation.do(store.revoke_read_token, installation.admin.id, "t", START)
    assert installation.do(store.read_tokens, installation.admin.id) == []


def test_read_tokens_that_ended_long_ago_are_forgotten(installation: Installation) -> None:
    mine = installation.admin.id
    installation.do(store.add_read_token, ReadToken("old", mine, "R", START, START + HOUR), "old")
    later = START + HOUR + TOKEN_LASTS_AT_MOST
    installation.do(store.add_read_token, ReadToken("new", mine, "R", later, later + HOUR), "new")
    assert installation.do(store.read_token, "old") is None
