"""How fast one person may ask: a token bucket.

Source: the "leaky bucket as a meter" of ITU-T I.371, in its continuous form.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Limits:
    """What one person may ask of a room.

    Attributes:
        burst: operations at once; a phone that was without network for an evening sends some hundreds.
        rate: operations a second in the long run; a quick person places one every five seconds.
    """

    burst: float = 400
    rate: float = 20


@dataclass(slots=True)
class Allowance:
    """What one person has left."""

    limits: Limits
    left: float
    at: datetime

    def take(self, count: int, now: datetime) -> bool:
        """Take ``count`` operations, or nothing if they are more than is left."""
        seconds = max(0.0, (now - self.at).total_seconds())
        self.left = min(self.limits.burst, self.left + seconds * self.limits.rate)
        self.at = now
        if count > self.left:
            return False
        self.left -= count
        return True
