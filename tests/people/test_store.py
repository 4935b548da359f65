from datetime import timedelta

from kithmap.basics.actors import Role
from kithmap.people import store
from kithmap.people.model import Account
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
