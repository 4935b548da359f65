"""What a signature is, and how things can stand with one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Signature:
    """That somebody stands for a draft as it was.

    Attributes:
        role: as what they signed: ``facilitator`` or ``researcher``.
        account: whose.
        checksum: of the draft that they signed; of another draft it says nothing.
        at: when.
    """

    role: str
    account: str
    checksum: str
    at: datetime

    def as_kept(self) -> dict[str, str]:
        """Return what a release keeps of it, for those who look after the database: readers learn roles alone."""
        return {"role": self.role, "account": self.account, "at": self.at.isoformat()}


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
