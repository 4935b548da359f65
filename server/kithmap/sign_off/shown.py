"""Both signatures as a page shows them to somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kithmap.basics.actors import Role
from kithmap.sign_off.model import SignatureState, Standing
from kithmap.sign_off.standing import signs_as


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSignature:
    """One of the two signatures.

    Attributes:
        role: as what it is given: facilitator or researcher.
        state: missing, signed or lapsed.
        name: whose, for those who work on this area; empty if it is missing.
        at: when, or None.
        is_mine: whether it is the viewer's.
        may_sign: whether the viewer can give it now.
    """

    role: str
    state: str
    name: str
    at: datetime | None
    is_mine: bool
    may_sign: bool


def shown_signatures(
    both: Iterable[Standing], names: Mapping[str, str], viewer: tuple[str, Role | None], *, is_sound: bool
) -> tuple[ShownSignature, ...]:
    """Return both signatures as they are shown.

    Args:
        both: how things stand with them.
        names: of those who signed, by account.
        viewer: the account, and its role in the area.
        is_sound: whether the draft can be signed as it is.
    """
    account, role = viewer
    return tuple(
        ShownSignature(
            role=each.role,
            state=each.state.value,
            name=names.get(each.signature.account, "") if each.signature else "",
            at=each.signature.at if each.signature else None,
            is_mine=each.signature is not None and each.signature.account == account,
            may_sign=is_sound and each.state is not SignatureState.SIGNED and signs_as(role) == each.role,
        )
        for each in both
    )
