"""A hall that agrees: people checked in, an item before the room, ratings given and shown."""

from typing import Any

from kithmap.basics.actors import Role
from tests.support.hall import Hall, Json, Phone


class AgreeingHall(Hall):
    """A workshop at the stage of terms, with some people who are checked in."""

    def __init__(self, people: int = 12, stage: str = "terms") -> None:
        super().__init__(stage=stage)
        self.wall = self.join(900, Role.PROJECTOR)
        self.people = [self.join(number) for number in range(10, 10 + people)]
        for person in self.people:
            self.do(person, "attendance.check_in")

    def propose(self, phone: Phone | None = None, label: str = "hub", **more: Any) -> str:
        """Propose a term; returns its id."""
        phone = phone or self.people[0]
        item = phone.new_id()
        given = {"item": item, "type": "term", "label": label, "meaning": f"What {label} is.", **more}
        self.do(phone, "item.propose", **given)
        return item

    def take_up(self, item: str) -> None:
        """Put an item before the room."""
        self.lead("item.take_up", item=item)

    def lead(self, kind: str, **payload: Any) -> str:
        """Do something as the facilitator."""
        return self.do(self.facilitator, kind, **payload)

    def fields(self, record: str) -> Json:
        """Return what a record says, as the facilitator sees it."""
        found: Json = self.facilitator.records[record]["fields"]
        return found

    def revision(self, item: str) -> int:
        """Return the number of an item's present wording."""
        number: int = self.fields(item)["wordings"][-1]["number"]
        return number

    def rate(self, item: str, *choices: str, **more: Any) -> None:
        """Open a rating, let people answer in turn, and show the result."""
        revision = self.revision(item)
        self.lead("rating.open", item=item, revision=revision)
        for person, choice in zip(self.people, choices, strict=False):
            reason = "It leaves us out." if choice == "cannot_accept" else ""
            self.do(person, "rating.give", item=item, revision=revision, choice=choice, reason=reason, **more)
        self.lead("rating.close", item=item, revision=revision)

    def decide(self, item: str, **more: Any) -> str:
        """Let the outcome stand; returns where the item is now."""
        self.lead("item.decide", item=item, revision=self.revision(item), **more)
        state: str = self.fields(item)["state"]
        return state

    def refusal(self, phone: Phone, kind: str, **payload: Any) -> tuple[str, str]:
        """Return the reason and the words by which something is refused."""
        told = phone.refused[self.do(phone, kind, **payload)]
        return told.reason.value, told.message
