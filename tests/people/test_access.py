from datetime import timedelta

import pytest
from starlette.requests import HTTPConnection

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotSignedInError
from kithmap.people import actions
from kithmap.people.access import COOKIE, PURPOSE, require_account, require_admin
from kithmap.people.model import Account
from tests.support.installation import Installation


def asking(cookie: str) -> HTTPConnection:
    return HTTPConnection(
        {"type": "http", "path": "/", "headers": [(b"cookie", f"{COOKIE}={cookie}".encode())]}
    )


def account_of(installation: Installation, cookie: str) -> Account | None:
    assert installation.main.portal is not None
    return installation.main.portal.call(installation.services.accounts.account_of, asking(cookie))


def test_a_signed_cookie_tells_who_asks(installation: Installation) -> None:
    sign_in = installation.do(actions.sign_in, installation.admin.id, installation.clock())
    cookie = installation.services.signing.sign(PURPOSE, sign_in)
    assert account_of(installation, cookie) == installation.admin
    installation.clock.pass_by(timedelta(days=31))
    assert account_of(installation, cookie) is None


@pytest.mark.parametrize("cookie", ["", "x", "x.y", "%00", "a.b.c"])
def test_a_forged_cookie_is_nobody_s(installation: Installation, cookie: str) -> None:
    assert account_of(installation, cookie) is None


def test_a_sign_in_without_its_signature_is_worth_nothing(installation: Installation) -> None:
    sign_in = installation.do(actions.sign_in, installation.admin.id, installation.clock())
    assert account_of(installation, sign_in) is None
    assert account_of(installation, installation.services.signing.sign("seat", sign_in)) is None


def test_accounts_by_their_ids(installation: Installation) -> None:
    fay = installation.colleague(Role.FACILITATOR)
    assert installation.services.accounts.by_ids([fay.id, "nobody"]) == {fay.id: fay}
    assert installation.services.accounts.by_ids([]) == {}


def test_what_a_page_requires() -> None:
    fay, ann = Account("1", "Fay"), Account("2", "Ann", admin=True)
    assert require_account(fay) is fay
    assert require_admin(ann) is ann
    with pytest.raises(NotSignedInError):
        require_account(None)
    with pytest.raises(NotSignedInError):
        require_admin(None)
    with pytest.raises(NotAllowedError):
        require_admin(fay)
