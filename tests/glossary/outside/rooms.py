"""Releases to be looked at: the starting glossary's, and two that came out of rooms, one spring after the other.

The rooms ask the engine for one operation after the other, as phones do; what they agreed on is drafted and numbered as in the product.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from kithmap.agreement.model import Choice
from kithmap.glossary.adopted import Adopted, Asking, adopted
from kithmap.glossary.drafting import Start, drafted
from kithmap.glossary.edits import Edit, MatchTo, Note, Say, Scope, SetPlace, Take, Withdraw
from kithmap.glossary.model import Match, Release
from tests.glossary.support import DAY, SCHEME, release, starting_concepts, starting_indicators
from tests.support.agreeing import fix_rules, proposal
from tests.support.hall import Hall, Phone

START = Start(
    {each.id: each for each in starting_concepts()}, {each.concept.id: each for each in starting_indicators()}
)


class Room:
    """A room that agrees, one term after the other."""

    def __init__(self, name: str) -> None:
        """Open it with seven people who rate."""
        self.name = name
        self.hall = Hall(opened=False)
        self.lead = self.hall.facilitator
        fix_rules(self.hall)
        self.ask(self.lead, "workshop.open")
        self.ask(self.lead, "workshop.move_to_stage", stage="terms")
        self.people = [self.hall.join(10 + number) for number in range(7)]
        for person in self.people:
            self.ask(person, "attendance.check_in", groups=["new here"])

    def ask(self, who: Phone, kind: str, **payload: Any) -> None:
        """Ask for something, which has to be accepted."""
        operation = self.hall.do(who, kind, **payload)
        assert operation in who.accepted, (kind, who.refused.get(operation))

    def agree(
        self, label: str, meaning: str, *, known: str | None = None, against: str | None = None
    ) -> None:
        """Adopt a term under other words than it was proposed in, with a minority where somebody is against it."""
        author = self.people[0]
        item, rewording = author.new_id(), author.new_id()
        self.ask(
            author,
            "item.propose",
            **proposal(item, label=f"{label} as first said", meaning="?", concept=known),
        )
        self.ask(self.lead, "item.take_up", item=item)
        words = {"item": item, "revision": 0, "label": label, "meaning": meaning}
        self.ask(author, "rewording.suggest", rewording=rewording, **words)
        self.ask(self.lead, "rewording.accept", rewording=rewording, revision=0)
        self._rate(item, Choice.CANNOT_ACCEPT if against else Choice.FOR)
        if against:
            # Whoever cannot accept it is heard once more; then a majority may go on without them.
            self._rate(item, Choice.CANNOT_ACCEPT)
            last = self.people[-1]
            self.ask(last, "minority.state", item=item, statement=last.new_id(), text=against)

    def _rate(self, item: str, last: Choice) -> None:
        self.ask(self.lead, "rating.open", item=item, revision=1)
        for person in self.people:
            choice = last if person is self.people[-1] else Choice.FOR
            self.ask(person, "rating.give", item=item, revision=1, choice=choice.value, reason="So we say.")
        self.ask(self.lead, "rating.close", item=item, revision=1)
        self.ask(self.lead, "item.decide", item=item, revision=1, room="Older than the area.")

    def agreed(self) -> Adopted:
        """Return what it agreed on."""
        asking = Asking(self.name, title_of=lambda _place: None, may_quote=lambda _person: True)
        return adopted(self.hall.host.room.content, asking)


@lru_cache
def first_release() -> Release:
    """Return what a room agreed on in one spring, with the words that the project starts with beside it."""
    room = Room("first")
    room.agree("community", "People who know of each other here.", known="community")
    room.agree(
        "the Hub", "Where “many” ties meet: a hall, a\nbench & a <shop>.", against="Not in the \\valley\\."
    )
    room.agree("back lane", "A way behind the houses.")
    room.agree("front step", "Where one sits and is greeted.")
    room.agree("wash house", "Where washing was done together.")
    edits: list[Edit] = [
        Take(id="1", concepts=("community_of_place", "bonding")),
        Say(
            id="2",
            concept="community",
            language="cy",
            label="cymuned",
            definition="Pobl sy’n adnabod ei gilydd.",
        ),
        Say(
            id="3",
            concept="community",
            language="ur",
            label="برادری",
            definition="وہ لوگ جو ایک دوسرے کو جانتے ہیں۔",
        ),
        Scope(id="4", concept="the_hub", text="=SUM(A1:A9) is no way to count it."),
        MatchTo(
            id="5", concept="the_hub", address="https://example.com/terms/hub?a=1&b=2", match=Match.CLOSE
        ),
        SetPlace(id="6", concept="front_step", related=("back_lane",)),
        Note(id="7", text="Our first words."),
    ]
    return _published(None, room.agreed(), edits, DAY)


@lru_cache
def second_release() -> Release:
    """Return what came of it a year later: reworded, split, merged, withdrawn, and new."""
    first, room = first_release(), Room("second")
    room.agree(
        "the hub", "Where many ties meet, indoors or out.", known="the_hub", against="It was better before."
    )
    room.agree("snicket", "A narrow way between houses.")
    room.agree("ginnel", "A narrow way between gardens.")
    room.agree("sitting step", "A step or a wall where one sits.")
    edits: list[Edit] = [
        Withdraw(id="1", concept="back_lane", replaced_by=("snicket", "ginnel")),
        Withdraw(id="2", concept="front_step", replaced_by=("sitting_step",)),
        Withdraw(id="3", concept="wash_house"),
        Withdraw(id="4", concept="bonding", replaced_by=("sitting_step",)),
    ]
    return _published(first, room.agreed(), edits, DAY + timedelta(days=365))


def _published(last: Release | None, agreed: Adopted, edits: list[Edit], on: date) -> Release:
    made = drafted(SCHEME, last, START, agreed, edits, on)
    assert made.faults == ()
    assert made.idle == ()
    return made.release


@lru_cache
def starting_release() -> Release:
    """Return the starting glossary."""
    return release(*starting_concepts(), indicators=tuple(starting_indicators()))


RELEASES: dict[str, Callable[[], Release]] = {
    "starting": starting_release,
    "of a first room": first_release,
    "of a second room": second_release,
}
