from kithmap.basics.actors import Role
from kithmap.sign_off.model import Signature
from kithmap.web.signers import Signers, signers_of
from tests.support.installation import START, Installation


def signers(installation: Installation, *accounts: str) -> Signers:
    assert installation.main.portal is not None
    given = [Signature("facilitator", each, "sum", START) for each in accounts]
    found: Signers = installation.main.portal.call(
        signers_of, installation.services, given, installation.area.id
    )
    return found


def test_those_who_signed_are_known_by_name_and_by_their_role_in_this_area(
    installation: Installation,
) -> None:
    fay = installation.colleague(Role.FACILITATOR, name="Fay Finch")
    elsewhere = installation.colleague(Role.RESEARCHER, installation.new_area("Elsewhere"), "Ria Reed")
    found = signers(installation, fay.id, elsewhere.id)
    assert found.names == {fay.id: "Fay Finch", elsewhere.id: "Ria Reed"}
    assert found.roles == {fay.id: Role.FACILITATOR, elsewhere.id: None}


def test_an_account_that_is_gone_is_not_among_them(installation: Installation) -> None:
    assert signers(installation, "gone") == signers(installation) == Signers({}, {})
