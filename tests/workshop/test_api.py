import pytest

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.workshop import actions
from kithmap.workshop.joining import Coming, Consent, Listed, Seat
from tests.support.installation import START, Installation

YES = Consent(take_part=True, keep=True, quote=False)


def seated(installation: Installation, workshop: Listed, name: str) -> Seat:
    coming = Coming(new_id(), YES, name, START, by_facilitator=True)
    seat, _ = installation.do(actions.seat_without_phone, workshop.id, coming, installation.services.signing)
    return seat


def test_those_without_a_phone_can_be_placed_for_until_they_leave(installation: Installation) -> None:
    workshop, desk = installation.new_workshop(), installation.as_admin()
    installation.joined(workshop, name="Has a phone")
    rosa, joe = seated(installation, workshop, "Rosa"), seated(installation, workshop, "")
    seated(installation, installation.new_workshop(title="Other"), "Elsewhere")
    path = f"/api/workshops/{workshop.id}/seated?as=leading"
    installation.do(actions.remove, workshop.id, joe.person, START)
    assert desk.get(path).json() == [{"person": rosa.person, "alias": rosa.alias, "name": "Rosa"}]


@pytest.mark.parametrize("told", ["seated", "joined"])
def test_names_are_told_to_those_who_lead_alone(installation: Installation, told: str) -> None:
    workshop = installation.new_workshop()
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    path = f"/api/workshops/{workshop.id}/{told}"
    assert installation.joined(workshop).get(f"{path}?as=participant").status_code == 403
    assert researcher.get(f"{path}?as=leading").status_code == 403


def test_the_console_is_told_who_ever_joined_by_a_phone_and_still_takes_part(
    installation: Installation,
) -> None:
    workshop, desk = installation.new_workshop(), installation.as_admin()
    path = f"/api/workshops/{workshop.id}/joined?as=leading"
    installation.joined(workshop, name="Anna")
    installation.joined(workshop, name="")
    installation.joined(installation.new_workshop(title="Other"), name="Elsewhere")
    seated(installation, workshop, "Rosa")
    anna, other = desk.get(path).json()
    assert anna["name"] == "Anna"
    assert len(other["name"].split()) == 2
    installation.do(actions.remove, workshop.id, anna["person"], START)
    assert desk.get(path).json() == [other]
