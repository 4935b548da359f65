import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotFoundError
from kithmap.layers.pages.desk import proposed, roles_of_signers
from tests.support.layer_desk import Table


def test_the_desk_is_for_those_with_a_role_in_the_area(table: Table) -> None:
    desk = table.desk("Ria Reed")
    assert (desk.role, desk.path) == (Role.RESEARCHER, table.path)
    stranger = table.installation.colleague(Role.FACILITATOR, table.installation.new_area("Elsewhere"))
    with pytest.raises(NotAllowedError):
        table.desk(stranger.name)


def test_before_they_are_begun_there_is_no_draft(table: Table) -> None:
    desk = table.desk()
    with pytest.raises(NotFoundError, match="begin them first"):
        table.draft(desk)


def test_what_is_signed_says_from_what_it_was_worked_out(table: Table) -> None:
    evening = table.evening()
    evening.asset("Call 01572 123456", -0.73, 52.67)
    evening.close()
    table.send()
    desk = table.desk()
    found = table.draft(desk)
    draft = proposed(desk, found)
    assert (draft.decided, draft.previous, draft.unsettled) == (desk.standing.draft, None, 1)
    assert evening.workshop.id in draft.ground
    assert draft.checksum == found.draft.checksum
    assert found.signers == {}
    assert [each.listed.id for each in desk.chosen] == [evening.workshop.id]


def test_those_who_signed_count_by_the_role_that_they_have_now(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.close()
    table.send()
    table.sign_both()
    fay, ria = table.account("Fay Finch"), table.account("Ria Reed")
    desk = table.desk()
    assert table.call(roles_of_signers, desk) == {fay.id: Role.FACILITATOR, ria.id: Role.RESEARCHER}
    found = table.draft(desk)
    assert found.signers == {fay.id: "Fay Finch", ria.id: "Ria Reed"}
