"""What one operation costs the engine, from the phone's text to the frame for all: the same on a small map and a large one."""

import statistics
import time
from datetime import UTC, datetime
from typing import Any

import orjson

from benchmarks.load.machine import verdict
from benchmarks.load.servers import FACILITATOR, WORKSHOP, first_operations, made_id, place_asset
from kithmap.live.bundle import Bundle
from kithmap.state import WorkshopRules
from kithmap.sync.content import Content
from kithmap.sync.effects import Broadcast, Send
from kithmap.sync.protocol import decode
from kithmap.sync.room import Room

SIZES = (100, 1_000, 10_000)
ROUNDS = 15
EACH = 200
AT = datetime(2026, 5, 1, tzinfo=UTC)


class Map:
    """A workshop of some size, without storage."""

    def __init__(self, features: int) -> None:
        """Fill it."""
        self.room = Room(WORKSHOP, WorkshopRules(), Content(), {})
        self.room.sessions["one"] = FACILITATOR
        self.made = 0
        for kind, payload in first_operations():
            self.do(kind, payload)
        for count in range(features):
            self.do("asset.place", place_asset(made_id(1_000_000 + count)))

    def do(self, kind: str, payload: dict[str, Any]) -> None:
        """Let one operation run from its text to its frame."""
        self.made += 1
        operation = {"id": made_id(self.made), "kind": kind, "payload": payload}
        text = orjson.dumps({"type": "submit", "operations": [operation]})
        effects = self.room.receive("one", FACILITATOR, decode(text), AT)
        told = [effect for effect in [*effects, *self.room.stored()] if isinstance(effect, Broadcast | Send)]
        assert list(Bundle(told).each(self.room.sessions))

    def edits(self) -> float:
        """Change the same few places, and return the microseconds of one change."""
        began = time.perf_counter()
        for count in range(EACH):
            place = made_id(1_000_000 + count % 50)
            self.do("asset.edit", {"place": place, "set": {"title": f"Title {self.made}"}})
        return (time.perf_counter() - began) * 1e6 / EACH


def main() -> None:
    """Measure and print."""
    maps = {size: Map(size) for size in SIZES}
    figures: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(ROUNDS):
        for size, each in maps.items():
            figures[size].append(each.edits())
    medians = {size: statistics.median(each) for size, each in figures.items()}
    print(f"one operation, microseconds, medians of {ROUNDS} in turns:")
    for size, median in medians.items():
        print(f"  {size:6} features: {median:.0f}")
    verdict("the largest map to the smallest", medians[SIZES[-1]] / medians[SIZES[0]], 1.3)


if __name__ == "__main__":
    main()
