"""Who stands for a draft: what those who work on the area call them, and the roles that they have by now."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kithmap.basics.actors import Role
from kithmap.sign_off.model import Signature
from kithmap.web.dependencies import Services


@dataclass(frozen=True, slots=True)
class Signers:
    """Those who signed, by their accounts' ids.

    Attributes:
        names: what they are called.
        roles: what they are in the area now.
    """

    names: Mapping[str, str]
    roles: Mapping[str, Role | None]


async def signers_of(services: Services, signatures: Iterable[Signature], area_id: str) -> Signers:
    """Return who gave some signatures for a draft of an area; accounts that are gone are not among them."""
    accounts = await asyncio.to_thread(services.accounts.by_ids, [each.account for each in signatures])
    return Signers(
        {each.id: each.name for each in accounts.values()},
        {each.id: each.role_in(area_id) for each in accounts.values()},
    )
