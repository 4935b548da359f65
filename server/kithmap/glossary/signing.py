"""Who has to stand for a release, and whether they stand for this very draft."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kithmap.basics.actors import LEADING, Role
from kithmap.glossary.model import Signature

FACILITATOR = Role.FACILITATOR.value
RESEARCHER = Role.RESEARCHER.value
SIGNING = (FACILITATOR, RESEARCHER)
"""As what people sign: one who was in the room, and one who will work with the words. Both are needed."""


class SignatureState(StrEnum):
    """How things stand with a signature."""

    MISSING = "missing"
    SIGNED = "signed"
    LAPSED = "lapsed"
    """It was for a draft that has changed since, or by somebody who has another role now."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one of the two signatures.

    Attributes:
        role: as what it is given.
        state: whether it is there and counts.
        signature: what was signed, or None.
    """

    role: str
    state: SignatureState
    signature: Signature | None = None


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
