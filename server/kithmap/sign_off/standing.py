"""Who has to stand for a release, and whether they stand for this very draft."""

from collections.abc import Iterable, Mapping

from kithmap.basics.actors import LEADING, Role
from kithmap.sign_off.model import Signature, SignatureState, Standing

FACILITATOR = Role.FACILITATOR.value
RESEARCHER = Role.RESEARCHER.value
SIGNING = (FACILITATOR, RESEARCHER)
"""As what people sign: one who was in the room, and one who will work with what came of it. Both are needed."""


def signs_as(role: Role | None) -> str | None:
    """Return as what somebody of a role in the area signs; admins run workshops everywhere, and sign like facilitators."""
    if role in LEADING:
        return FACILITATOR
    return RESEARCHER if role is Role.RESEARCHER else None


def standings(
    signatures: Iterable[Signature], checksum: str, roles: Mapping[str, Role | None]
) -> tuple[Standing, ...]:
    """Return how things stand with both signatures.

    Args:
        signatures: as they are kept.
        checksum: of the draft as it is now.
        roles: of accounts in the area as they are now, by their ids.
    """
    given = {each.role: each for each in signatures}
    return tuple(_standing(role, given.get(role), checksum, roles) for role in SIGNING)


def may_be_published(both: Iterable[Standing]) -> bool:
    """Tell whether both stand for this draft, and are two people."""
    signed = [
        each.signature.account for each in both if each.signature and each.state is SignatureState.SIGNED
    ]
    return len(set(signed)) == len(SIGNING)


def _standing(
    role: str, signature: Signature | None, checksum: str, roles: Mapping[str, Role | None]
) -> Standing:
    if signature is None:
        return Standing(role, SignatureState.MISSING)
    counts = signature.checksum == checksum and signs_as(roles.get(signature.account)) == role
    return Standing(role, SignatureState.SIGNED if counts else SignatureState.LAPSED, signature)
