"""Keeps what was made with some effort, up to a weight: what was wanted longest ago goes first."""

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """What is kept, by name. Several threads may use it.

    Args:
        most: the greatest weight of all together, in whatever unit ``keep`` is told; what is heavier by itself is not kept.
    """

    def __init__(self, most: int) -> None:
        """Begin with nothing."""
        self._most = most
        self._weight = 0
        self._kept: OrderedDict[str, tuple[V, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> V | None:
        """Return what is kept under a name."""
        with self._lock:
            found = self._kept.get(name)
            if found is None:
                return None
            self._kept.move_to_end(name)
            return found[0]

    def keep(self, name: str, value: V, weight: int) -> V:
        """Keep a value in place of what had its name before, and return it. Nothing weighs less than one: there is an end to what weighs nothing, too."""
        weight = max(weight, 1)
        with self._lock:
            _, before = self._kept.pop(name, (None, 0))
            self._weight -= before
            if weight <= self._most:
                self._kept[name] = (value, weight)
                self._weight += weight
            while self._weight > self._most:
                _, (_, gone) = self._kept.popitem(last=False)
                self._weight -= gone
        return value
