"""Those who want to be woken when a log has grown."""

import logging
import threading
from collections.abc import Callable

logger = logging.getLogger(__name__)

Woken = Callable[[str, int], None]
"""Called with a workshop's id and a number that its log has reached. It may come from any thread, and must not wait."""

StopListening = Callable[[], None]


class Listeners:
    """A list of listeners that any thread may change and tell."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._lock = threading.Lock()
        self._listeners: dict[object, Woken] = {}

    def add(self, woken: Woken) -> StopListening:
        """Add one; the returned function takes it away again, and may be called twice."""
        key = object()
        with self._lock:
            self._listeners[key] = woken
        return lambda: self._remove(key)

    def _remove(self, key: object) -> None:
        with self._lock:
            self._listeners.pop(key, None)

    def tell(self, workshop: str, number: int) -> None:
        """Wake all. One that fails does not keep the others asleep."""
        with self._lock:
            listeners = list(self._listeners.values())
        for woken in listeners:
            try:
                woken(workshop, number)
            except Exception:
                logger.exception("a listener failed when it was woken")
