import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotFoundError
from kithmap.glossary import actions
from kithmap.glossary.actions import Founding
from kithmap.glossary.pages.drafting import Desk, desk_of, on_table, roles_of_signers
from kithmap.people.model import Account
from kithmap.sign_off.model import SignatureState
from tests.support.agreed_words import AgreedWords
from tests.support.installation import Installation


def desk(installation: Installation, account: Account) -> Desk:
    assert installation.main.portal is not None
    library = installation.app.state.glossaries
    found: Desk = installation.main.portal.call(
        desk_of, installation.services, library, account, installation.area.id
    )
    return found


def test_what_is_on_the_table_is_what_rooms_agreed_on_and_what_comes_with_kithmap(
    installation: Installation,
) -> None:
    AgreedWords.begun(installation).agree("hub")
    found = desk(installation, installation.admin)
    assert [each.label for each in found.adopted.terms] == ["hub"]
    assert (found.programme, found.role, found.glossary) == ("Seven places", Role.ADMIN, None)
    assert "meeting_place" in found.start.concepts
    assert "life_satisfaction" in found.start.indicators
    with pytest.raises(NotFoundError):
        _ = found.founded


def test_it_is_for_those_who_have_a_role_in_the_area(installation: Installation) -> None:
    with pytest.raises(NotAllowedError):
        desk(installation, Account("x", "Nobody"))


def test_signatures_count_as_long_as_their_givers_have_their_role(installation: Installation) -> None:
    AgreedWords.begun(installation).agree("hub")
    fay = installation.colleague(Role.FACILITATOR, name="Fay Finch")
    founding = Founding(installation.programme.id, installation.area.id, "Oakham")
    glossary = installation.do(actions.found, founding, installation.clock())
    found = desk(installation, fay)
    assert installation.main.portal is not None
    table = installation.main.portal.call(on_table, installation.services, found)
    checksum, now = table.draft.checksum, installation.clock()
    installation.do(actions.sign, glossary.id, found.build, (fay.id, Role.FACILITATOR), checksum, now)
    table = installation.main.portal.call(on_table, installation.services, found)
    assert (table.signatures[0].state, table.signers) == (SignatureState.SIGNED, {fay.id: "Fay Finch"})
    roles = installation.main.portal.call(roles_of_signers, installation.services, found)
    assert roles == {fay.id: Role.FACILITATOR}
