import pytest
from starlette.requests import HTTPConnection

from kithmap.basics.actors import Role
from kithmap.basics.errors import KithmapError, NotAllowedError, NotFoundError, NotSignedInError
from kithmap.people import actions as people
from kithmap.sync.audience import NOBODY, Viewer
from kithmap.workshop import access, actions
from kithmap.workshop.access import As, RoleChange, WorkshopDoor, projector_cookie, seat_cookie
from kithmap.workshop.joining import Consent, Listed, Seat
from tests.support.installation import START, Installation

YES = Consent(take_part=True, keep=True, quote=True)


def asking(query: str = "", **cookies: str) -> HTTPConnection:
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return HTTPConnection(
        {
            "type": "http",
            "path": "/",
            "headers": [(b"cookie", cookie.encode())],
            "query_string": query.encode(),
        }
    )


def viewer(
    installation: Installation, workshop: str, connection: HTTPConnection, way: As | None = None
) -> Viewer:
    assert installation.main.portal is not None
    return installation.main.portal.call(
        installation.services.workshops.viewer_for, connection, workshop, way
    )


def changes(installation: Installation, door: WorkshopDoor | None = None) -> list[RoleChange]:
    assert installation.main.portal is not None
    return installation.main.portal.call((door or installation.services.workshops).changes)


def seated(installation: Installation, workshop: Listed) -> tuple[Seat, dict[str, str]]:
    seat, _ = installation.do(actions.join, workshop.id, YES, "Ann", installation.services.signing, START)
    return seat, {seat_cookie(workshop.id): installation.services.workshops.seat_value(seat)}


def account_cookie(installation: Installation, account_id: str) -> dict[str, str]:
    sign_in = installation.do(people.sign_in, account_id, START)
    return {"kithmap_account": installation.services.signing.sign("account", sign_in)}


def projector_cookies(installation: Installation, workshop: Listed) -> dict[str, str]:
    key = actions.projector_key(installation.services.signing, workshop.id)
    return {projector_cookie(workshop.id): installation.services.workshops.projector_value(workshop.id, key)}


def test_a_participant_is_known_by_the_seat_s_cookie(installation: Installation) -> None:
    workshop = installation.new_workshop()
    seat, cookie = seated(installation, workshop)
    assert viewer(installation, workshop.id, asking(**cookie)) == Viewer(
        seat.person, Role.PARTICIPANT, name="Ann", alias=seat.alias
    )


def test_a_known_participant_costs_no_look_into_the_database(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = installation.new_workshop()
    _, cookie = seated(installation, workshop)
    viewer(installation, workshop.id, asking(**cookie))
    monkeypatch.setattr(installation.services.database, "reading", None)
    assert viewer(installation, workshop.id, asking("as=participant", **cookie)).role is Role.PARTICIPANT


def test_a_seat_is_good_in_its_own_workshop_only(installation: Installation) -> None:
    workshop, other = installation.new_workshop(), installation.new_workshop(title="Other")
    _, cookie = seated(installation, workshop)
    (value,) = cookie.values()
    with pytest.raises(NotSignedInError):
        viewer(installation, other.id, asking(**{seat_cookie(other.id): value}))


@pytest.mark.parametrize("value", ["", "x", "w.p.sig", "{id}.nobody.AAAA"])
def test_a_forged_seat_is_nobody_s(installation: Installation, value: str) -> None:
    workshop = installation.new_workshop()
    with pytest.raises(NotSignedInError):
        viewer(installation, workshop.id, asking(**{seat_cookie(workshop.id): value.format(id=workshop.id)}))


def test_a_removed_participant_is_refused_at_once(installation: Installation) -> None:
    workshop = installation.new_workshop()
    seat, cookie = seated(installation, workshop)
    viewer(installation, workshop.id, asking(**cookie))
    installation.do(actions.remove, workshop.id, seat.person, START)
    assert changes(installation) == [RoleChange(workshop.id, seat.person, None)]
    assert changes(installation) == []
    with pytest.raises(NotAllowedError, match="ended by the facilitator"):
        viewer(installation, workshop.id, asking(**cookie))


def test_a_removed_participant_is_refused_after_a_restart(installation: Installation) -> None:
    workshop = installation.new_workshop()
    seat, cookie = seated(installation, workshop)
    installation.do(actions.remove, workshop.id, seat.person, START)
    with pytest.raises(NotAllowedError):
        viewer(installation, workshop.id, asking(**cookie))


def test_let_back_in_the_same_cookie_is_good_again(installation: Installation) -> None:
    workshop = installation.new_workshop()
    seat, cookie = seated(installation, workshop)
    installation.do(actions.remove, workshop.id, seat.person, START)
    with pytest.raises(NotAllowedError):
        viewer(installation, workshop.id, asking(**cookie))
    installation.do(actions.let_back, workshop.id, seat.person)
    assert changes(installation) == []
    assert viewer(installation, workshop.id, asking(**cookie)).person == seat.person


def test_another_process_notices_a_removal_and_a_new_seat(installation: Installation) -> None:
    workshop = installation.new_workshop()
    services = installation.services
    other = WorkshopDoor(services.database, services.signing, services.accounts)
    assert installation.main.portal is not None
    early, early_cookie = seated(installation, workshop)
    installation.main.portal.call(other.viewer_for, asking(**early_cookie), workshop.id)
    late, late_cookie = seated(installation, workshop)
    found = installation.main.portal.call(other.viewer_for, asking(**late_cookie), workshop.id)
    assert found.person == late.person
    installation.do(actions.remove, workshop.id, early.person, START)
    assert changes(installation, other) == [RoleChange(workshop.id, early.person, None)]


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.RESEARCHER])
def test_an_account_has_its_role_of_the_area(installation: Installation, role: Role) -> None:
    workshop = installation.new_workshop()
    account = installation.colleague(role)
    found = viewer(installation, workshop.id, asking(**account_cookie(installation, account.id)))
    assert (found.person, found.role) == (account.id, role)


def test_an_account_of_another_area_is_told_so(installation: Installation) -> None:
    workshop = installation.new_workshop()
    account = installation.colleague(Role.FACILITATOR, installation.new_area("Elsewhere"))
    with pytest.raises(NotAllowedError, match="not yours"):
        viewer(installation, workshop.id, asking(**account_cookie(installation, account.id)))


def test_other_roles_and_ended_accounts_are_noticed(installation: Installation) -> None:
    workshop = installation.new_workshop()
    fay, rex = installation.colleague(Role.FACILITATOR), installation.colleague(Role.RESEARCHER)
    for account in (fay, rex):
        viewer(installation, workshop.id, asking(**account_cookie(installation, account.id)))
    assert changes(installation) == []
    installation.do(people.change_roles, installation.admin, fay.id, {installation.area.id: Role.RESEARCHER})
    installation.do(people.end_account, installation.admin, rex.id, START)
    found = {change.person: change.viewer for change in changes(installation)}
    assert found[rex.id] is None
    # A researcher knows places as exactly as their authors said, and the room's lines tell all exactly.
    assert found[fay.id] is None
    found_now = viewer(installation, workshop.id, asking(**account_cookie(installation, fay.id)))
    assert found_now.role is Role.RESEARCHER


@pytest.mark.parametrize("query", ["", "as=leading", "as=projector"])
def test_a_researcher_reads_exports_and_is_not_in_the_room(installation: Installation, query: str) -> None:
    workshop = installation.new_workshop()
    rex = installation.colleague(Role.RESEARCHER)
    asked = asking(query, **account_cookie(installation, rex.id))
    assert installation.main.portal is not None
    with pytest.raises(NotAllowedError, match="people in the room"):
        installation.main.portal.call(installation.services.workshops.viewer_in_room, asked, workshop.id)


def test_a_projector_is_nobody_and_only_shows(installation: Installation) -> None:
    workshop = installation.new_workshop()
    found = viewer(installation, workshop.id, asking(**projector_cookies(installation, workshop)))
    assert found == Viewer(NOBODY, Role.PROJECTOR)


def test_the_projector_s_page_on_the_facilitator_s_own_laptop_sees_no_more(
    installation: Installation,
) -> None:
    workshop = installation.new_workshop()
    cookie = account_cookie(installation, installation.admin.id)
    assert viewer(installation, workshop.id, asking("as=projector", **cookie)) == Viewer(
        NOBODY, Role.PROJECTOR
    )
    assert viewer(installation, workshop.id, asking("as=leading", **cookie)).role is Role.ADMIN
    with pytest.raises(KithmapError):
        viewer(installation, workshop.id, asking("as=participant", **cookie))


def test_one_browser_with_several_rights_is_what_its_page_says(installation: Installation) -> None:
    workshop = installation.new_workshop()
    seat, cookies = seated(installation, workshop)
    cookies |= account_cookie(installation, installation.admin.id) | projector_cookies(installation, workshop)
    assert viewer(installation, workshop.id, asking("as=participant", **cookies)).person == seat.person
    assert viewer(installation, workshop.id, asking("", **cookies)).role is Role.ADMIN
    assert viewer(installation, workshop.id, asking("as=nonsense", **cookies)).role is Role.ADMIN
    assert (
        viewer(installation, workshop.id, asking("as=leading", **cookies), As.PROJECTOR).role
        is Role.PROJECTOR
    )


@pytest.mark.parametrize("key", ["", "x", "A" * 24, "é"])
def test_a_wrong_key_shows_nothing(installation: Installation, key: str) -> None:
    with pytest.raises(NotAllowedError, match="not complete"):
        installation.services.workshops.projector_value(installation.new_workshop().id, key)


def test_a_workshop_that_is_not_there(installation: Installation) -> None:
    with pytest.raises(NotFoundError):
        viewer(installation, "none", asking())


def test_what_is_remembered_is_bounded(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "MOST_ROSTERS", 1)
    workshops = [installation.new_workshop(title=title) for title in ("One", "Two")]
    cookies = [seated(installation, workshop)[1] for workshop in workshops]
    for workshop, cookie in [*zip(workshops, cookies, strict=True)] * 2:
        assert viewer(installation, workshop.id, asking(**cookie)).role is Role.PARTICIPANT
    assert len(installation.services.workshops._rosters) == 1
