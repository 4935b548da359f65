from base64 import b64encode
from datetime import timedelta

import pytest
from starlette.requests import HTTPConnection

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotSignedInError
from kithmap.people import actions, store
from kithmap.people.access import COOKIE, PURPOSE, WrongTokenError, require_account, require_admin
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


def reading(header: str, cookie: str = "") -> HTTPConnection:
    headers = [(b"authorization", header.encode()), (b"cookie", f"{COOKIE}={cookie}".encode())]
    return HTTPConnection({"type": "http", "path": "/", "headers": headers})


def reader_of(installation: Installation, connection: HTTPConnection) -> Account | None:
    assert installation.main.portal is not None
    return installation.main.portal.call(installation.services.accounts.reader_of, connection)


def new_token(installation: Installation, account: Account) -> tuple[str, str]:
    now = installation.clock()
    kept, token = installation.do(actions.make_read_token, account, "QGIS", now.date(), now)
    return kept.id, token


def test_a_read_token_tells_who_reads_as_it_comes_and_as_a_password(installation: Installation) -> None:
    rex = installation.colleague(Role.RESEARCHER)
    _, token = new_token(installation, rex)
    assert reader_of(installation, reading(f"Bearer {token}")) == rex
    assert reader_of(installation, reading(f"Basic {b64encode(f'x:{token}'.encode()).decode()}")) == rex


def test_without_a_token_the_cookie_tells_who_reads(installation: Installation) -> None:
    sign_in = installation.do(actions.sign_in, installation.admin.id, installation.clock())
    cookie = installation.services.signing.sign(PURPOSE, sign_in)
    assert reader_of(installation, asking(cookie)) == installation.admin
    assert reader_of(installation, asking("")) is None


def test_a_read_token_signs_nobody_in(installation: Installation) -> None:
    _, token = new_token(installation, installation.admin)
    assert installation.main.portal is not None
    asked = reading(f"Bearer {token}")
    assert installation.main.portal.call(installation.services.accounts.account_of, asked) is None
    assert account_of(installation, token) is None


def test_a_read_token_has_the_rights_of_the_moment(installation: Installation) -> None:
    rex = installation.colleague(Role.RESEARCHER)
    _, token = new_token(installation, rex)
    installation.do(actions.change_roles, installation.admin, rex.id, {})
    found = reader_of(installation, reading(f"Bearer {token}"))
    assert found is not None
    assert found.role_in(installation.area.id) is None


def test_a_read_token_is_over_at_the_end_of_its_last_day(installation: Installation) -> None:
    _, token = new_token(installation, installation.admin)
    installation.clock.pass_by(timedelta(hours=13, minutes=59))
    assert reader_of(installation, reading(f"Bearer {token}")) == installation.admin
    installation.clock.pass_by(timedelta(minutes=1))
    with pytest.raises(NotSignedInError, match="is over"):
        reader_of(installation, reading(f"Bearer {token}"))


def test_a_read_token_that_was_taken_back_reads_nothing(installation: Installation) -> None:
    token_id, token = new_token(installation, installation.admin)
    installation.do(actions.revoke_read_token, installation.admin, token_id, installation.clock())
    with pytest.raises(NotSignedInError, match="is over"):
        reader_of(installation, reading(f"Bearer {token}"))


def test_a_read_token_ends_with_its_account(installation: Installation) -> None:
    rex = installation.colleague(Role.RESEARCHER)
    _, token = new_token(installation, rex)
    installation.do(actions.end_account, installation.admin, rex.id, installation.clock())
    with pytest.raises(WrongTokenError):
        reader_of(installation, reading(f"Bearer {token}"))


def test_a_wrong_read_token_is_not_taken_for_nobody(installation: Installation) -> None:
    with pytest.raises(WrongTokenError, match="no read token"):
        reader_of(installation, reading("Bearer kithmap_guessed"))


def test_of_its_use_the_last_day_is_kept_and_no_more(installation: Installation) -> None:
    _, token = new_token(installation, installation.admin)
    (kept,) = installation.do(store.read_tokens, installation.admin.id)
    assert kept.used_on is None
    reader_of(installation, reading(f"Bearer {token}"))
    reader_of(installation, reading(f"Bearer {token}"))
    (kept,) = installation.do(store.read_tokens, installation.admin.id)
    assert kept.used_on == installation.clock().date()
