"""Workshops in which people agreed on words, each through the rooms' own operations."""

from dataclasses import dataclass, field
from typing import Any

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.workshop.joining import Listed
from tests.support.installation import Installation

FOR = ("for",) * 5
"""All for it: adopted at once. Five people are the fewest that can decide."""


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
    def begun(cls, installation: Installation, people: int = 5, **more: Any) -> "AgreedWords":
        """Begin a workshop, and check people in."""
        evening = cls(installation, installation.new_workshop(**more), [new_id() for _ in range(people)])
        evening.ask_all(
            ("workshop.open", {}),
            ("workshop.move_to_stage", {"stage": "terms"}),
            *(("attendance.check_in", {"person": person}) for person in evening.people),
        )
        return evening

    def ask(self, kind: str, **payload: Any) -> None:
        """Do something as the one who leads."""
        self.ask_all((kind, payload))

    def ask_all(self, *wished: tuple[str, dict[str, Any]]) -> None:
        """Do several things in one go, which is stored in one go."""
        viewer = Viewer(self.installation.admin.id, Role.ADMIN)
        asked = [SubmittedOperation(id=new_id(), kind=kind, payload=payload) for kind, payload in wished]
        submit, portal = Submit(type="submit", operations=asked), self.installation.main.portal
        assert portal is not None
        answers = portal.call(self.installation.services.rooms.ask, self.workshop.id, viewer, submit)
        refused = [answer for answer in answers if isinstance(answer, RefusedMessage)]
        assert refused == []

    def agree(self, label: str, meaning: str = "", choices: tuple[str, ...] = FOR, **more: Any) -> str:
        """Let the room decide on a term; returns the item's id."""
        item = new_id()
        words = {"type": "term", "label": label, "meaning": meaning or f"What {label} is.", **more}
        about = {"item": item, "revision": 0}
        marks = {"matters": 8, "fair": 8} if words["type"] == "indicator" else {}
        given = zip(self.people, choices, strict=False)
        self.ask_all(
            ("item.propose", {"item": item, **words}),
            ("item.take_up", {"item": item}),
            ("rating.open", about),
            *(
                ("rating.enter", {**about, "person": person, "choice": choice, **marks})
                for person, choice in given
            ),
            ("rating.close", about),
            ("item.decide", about),
        )
        return item
