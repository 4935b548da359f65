"""Workshops in which people agreed on words, each through the rooms' own operations."""

from dataclasses import dataclass, field
from typing import Any

from kithmap.basics.ids import new_id
from kithmap.workshop.joining import Listed
from tests.support.installation import Installation

FOR = ("for",) * 8
"""Of six people and two, all for it: adopted at once."""


@dataclass
class AgreedWords:
    """One open workshop whose people are all checked in by the facilitator.

    Attributes:
        installation: where it is held.
        workshop: which.
        people: ids of those who rate.
    """

    installation: Installation
    workshop: Listed
    people: list[str] = field(default_factory=list)

    @classmethod
    def begun(cls, installation: Installation, people: int = 8, **more: Any) -> "AgreedWords":
        """Begin a workshop, and check people in."""
        evening = cls(installation, installation.new_workshop(**more), [new_id() for _ in range(people)])
        evening.ask("workshop.open")
        evening.ask("workshop.move_to_stage", stage="terms")
        for person in evening.people:
            evening.ask("attendance.check_in", person=person)
        return evening

    def ask(self, kind: str, **payload: Any) -> None:
        """Do something as the one who leads."""
        self.installation.ask(self.workshop, kind, **payload)

    def agree(self, label: str, meaning: str = "", choices: tuple[str, ...] = FOR, **more: Any) -> str:
        """Let the room decide on a term; returns the item's id."""
        item = new_id()
        words = {"type": "term", "label": label, "meaning": meaning or f"What {label} is.", **more}
        self.ask("item.propose", item=item, **words)
        self.ask("item.take_up", item=item)
        self.ask("rating.open", item=item, revision=0)
        marks = {"matters": 8, "fair": 8} if words["type"] == "indicator" else {}
        for person, choice in zip(self.people, choices, strict=False):
            self.ask("rating.enter", item=item, revision=0, person=person, choice=choice, **marks)
        self.ask("rating.close", item=item, revision=0)
        self.ask("item.decide", item=item, revision=0)
        return item
