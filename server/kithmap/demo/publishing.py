"""The first release of the demo's glossary: drafted from what its finished workshop agreed on, signed by two, published."""

from typing import Any

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.glossary import actions
from kithmap.glossary.access import Library
from kithmap.glossary.actions import Founding, Publishing
from kithmap.glossary.drafting import kept_edits
from kithmap.glossary.pages.drafting import Desk, desk_of, on_table, roles_of_signers
from kithmap.people import actions as people
from kithmap.people import store as accounts
from kithmap.people.actions import NewAccount
from kithmap.people.model import Account
from kithmap.web.assets import content_folder
from kithmap.web.dependencies import Services
from kithmap.workshop.model import SIX_KINDS

FACILITATOR, RESEARCHER = "Nell Ashby", "Tom Okafor"
"""Invented, like everybody in the demonstration. They come back by links only, which an admin makes for them."""

TAKEN = ("community_asset", "meeting_place", *(key for key, _ in SIX_KINDS))
"""Terms that the area takes from the starting glossary: what its map is made of."""

NOTE = "The first words that Tenterfields agreed on, in St Columba's Hall."


async def publish_first_glossary(services: Services, admin: Account, area: str) -> tuple[Account, Account]:
    """Let an area found its glossary, and publish it.

    Args:
        services: with a clock that stands where the story is.
        admin: who invites the two that sign.
        area: the area's id; its workshop is over.

    Returns:
        The facilitator and the researcher who signed it.
    """
    library = Library(content_folder("indicator_glossary"))
    nell = await services.write(_colleague, admin, area, Role.FACILITATOR, FACILITATOR, services.clock())
    tom = await services.write(_colleague, admin, area, Role.RESEARCHER, RESEARCHER, services.clock())
    desk = await desk_of(services, library, nell, area)
    asked = Founding(desk.area.programme, area, desk.area.name, services.public_address)
    glossary = await services.write(actions.found, asked, services.clock())
    for edit in ({"kind": "take", "concepts": list(TAKEN)}, {"kind": "note", "text": NOTE}):
        await services.write(actions.add_edit, glossary.id, edit, services.clock())
    desk = await desk_of(services, library, nell, area)
    checksum = (await on_table(services, desk)).draft.checksum
    for account in (nell, tom):
        signer = (account.id, account.role_in(area))
        await services.write(actions.sign, glossary.id, desk.build, signer, checksum, services.clock())
    await _publish(services, desk, glossary.id, checksum)
    return nell, tom


async def _publish(services: Services, desk: Desk, glossary: str, checksum: str) -> None:
    roles = await roles_of_signers(services, desk)
    asked = Publishing(desk.build, checksum, roles, kept_edits)
    await services.write(actions.publish, glossary, asked, services.clock())


def _colleague(session: Any, admin: Account, area: str, role: Role, name: str, now: Any) -> Account:
    _, token = people.invite(session, admin, role, [area], f"demonstration {new_id()}", now)
    people.accept_invitation(session, token, NewAccount(name, None), now)
    return next(each for each in accounts.accounts(session) if each.name == name)
