"""Ways of a page in named cases, as JSON that tests in Python and in TypeScript both read.

A vector holds where a page stood, what it then heard and what it must hold. The cases are given here; all else is what the
engine and the features' rules make of them.
"""

import gzip
from collections.abc import Callable, Iterator
from typing import Any

import orjson

from kithmap.sync.protocol import CatchUp, EntryMessage
from tests.support.agreeing import agree, fix_rules
from tests.support.bringing_in import brought_in, brought_place
from tests.support.hall import Hall, Phone, asset, connection, made_id, normal, photo, point, projected
from tests.support.moderation import look_through
from tests.support.run_sheets import run_sheet

Json = dict[str, Any]


class Watched:
    """A hall and one phone in it, whose way from now on becomes a vector."""

    def __init__(self, hall: Hall, phone: Phone) -> None:
        self.hall = hall
        self.phone = phone
        self.start = _held(phone) if phone.number is not None else None
        phone.heard.clear()

    def vector(self, name: str) -> Json:
        """Return what was heard, and what must be held now."""
        heard = [message for message in self.phone.heard if isinstance(message, EntryMessage | CatchUp)]
        content = self.hall.host.room.content
        must = {"number": content.number, "records": _ordered(projected(content, self.phone.viewer))}
        assert _held(self.phone) == must, name
        return {
            "name": name,
            "viewer": {"person": self.phone.person, "role": self.phone.viewer.role.value},
            "start": self.start,
            "snapshots": [self._snapshot(number) for number in _named_snapshots(heard)],
            "messages": [message.model_dump(mode="json") for message in heard],
            "expected": must,
        }

    def _snapshot(self, number: int) -> Json:
        body = self.hall.host.room.snapshot(number)
        assert body is not None
        snapshot: Json = orjson.loads(gzip.decompress(body))
        return snapshot


def fold_vectors() -> list[Json]:
    """Return every fold vector."""
    return [make(name) for name, make in FOLDS.items()]


def _named_snapshots(heard: list[EntryMessage | CatchUp]) -> list[int]:
    named = (message.snapshot for message in heard if isinstance(message, CatchUp))
    return [number for number in named if number is not None]


def _held(phone: Phone) -> Json:
    return {"number": phone.number, "records": _ordered(normal(phone.records))}


def _ordered(records: dict[str, Json]) -> list[Json]:
    return sorted(records.values(), key=lambda record: (record["version"], record["id"]))


def _put(name: str) -> Json:
    hall = Hall()
    watched = Watched(hall, hall.join(2))
    hall.place(hall.join(3), "Fern Hall")
    return watched.vector(name)


def _placed_for_somebody(name: str) -> Json:
    hall = Hall(blind=True)
    watched = Watched(hall, rosa := hall.join(2))
    hall.place(hall.facilitator, "Fern Hall", source="paper", on_behalf=rosa.person)
    return watched.vector(name)


def _edit(name: str) -> Json:
    hall = Hall()
    phone, other = hall.join(2), hall.join(3)
    place = hall.place(other, "Fern Hal")
    watched = Watched(hall, phone)
    hall.do(other, "asset.edit", place=place, set={"title": "Fern Hall"})
    hall.do(other, "place.move", place=place, geometry=point(-0.4, 52.6))
    return watched.vector(name)


def _hidden_from_the_room(name: str) -> Json:
    hall = Hall()
    phone, author = hall.join(2), hall.join(3)
    place = hall.place(author, "My front garden")
    watched = Watched(hall, phone)
    hall.do(author, "asset.edit", place=place, set={"visibility": "facilitators"})
    return watched.vector(name)


def _hidden_yet_the_authors(name: str) -> Json:
    hall = Hall()
    author = hall.join(3)
    place = hall.place(author, "My front garden")
    watched = Watched(hall, author)
    hall.do(author, "asset.edit", place=place, set={"visibility": "facilitators"})
    return watched.vector(name)


def _shown_again(name: str) -> Json:
    hall = Hall()
    phone, author = hall.join(2), hall.join(3)
    place = hall.place(author, "Our bench", visibility="facilitators")
    watched = Watched(hall, phone)
    hall.do(author, "asset.edit", place=place, set={"visibility": "room"})
    return watched.vector(name)


def _own_blind_place(name: str) -> Json:
    hall = Hall(blind=True)
    author = hall.join(2)
    watched = Watched(hall, author)
    hall.place(author, "Fern Hall")
    return watched.vector(name)


def _numbers_only(name: str) -> Json:
    hall = Hall(blind=True)
    watched = Watched(hall, hall.join(2))
    hall.place(hall.join(3), "Fern Hall")
    return watched.vector(name)


def _reveal(name: str) -> Json:
    hall = Hall(blind=True)
    phone, other = hall.join(2), hall.join(3)
    start, end = hall.place(phone, "Fern Hall"), hall.place(other, "Fern Park")
    second = hall.place(other, "Fern Shop")
    hall.do(other, "connection.draw", **connection(other.new_id(), end, second))
    hall.do(phone, "me_too.add", place=start)
    watched = Watched(hall, phone)
    hall.do(hall.facilitator, "places.reveal")
    return watched.vector(name)


def _joined(hall: Hall, phone: Phone) -> str:
    """Put two places and what stands on them; returns the first place."""
    start, end = hall.place(phone, "Fern Hall"), hall.place(phone, "Fern Park")
    hall.do(phone, "connection.draw", **connection(phone.new_id(), start, end))
    hall.do(phone, "me_too.add", place=start)
    return start


def _removed_again(hall: Hall, phone: Phone) -> None:
    """Put a place and remove it: who joins then gets a snapshot of that moment, as no older one may be told."""
    hall.do(phone, "place.remove", place=hall.place(phone, "A slip of the thumb"))


def _remove(name: str) -> Json:
    hall = Hall()
    phone, other = hall.join(2), hall.join(3)
    start = _joined(hall, other)
    watched = Watched(hall, phone)
    hall.do(other, "place.remove", place=start)
    return watched.vector(name)


def _restore(name: str) -> Json:
    hall = Hall()
    phone, other = hall.join(2), hall.join(3)
    start = _joined(hall, other)
    hall.do(other, "place.remove", place=start)
    watched = Watched(hall, phone)
    hall.do(other, "place.restore", place=start)
    return watched.vector(name)


def _gap(name: str) -> Json:
    hall = Hall()
    phone, other = hall.join(2), hall.join(3)
    watched = Watched(hall, phone)
    for title in ("Fern Hall", "Fern Park"):
        other.ask("asset.place", **asset(other.new_id(), title))
        assert other.line is not None
        other.line.arrive_up()
        hall.host.commit()
    assert phone.line is not None
    phone.line.down.popleft()
    hall.host.settle()
    return watched.vector(name)


def _return(name: str) -> Json:
    hall = Hall()
    phone, other = hall.join(2), hall.join(3)
    first, second = hall.place(other, "Fern Hall"), hall.place(other, "Fern Park")
    assert phone.line is not None
    phone.line.drop()
    watched = Watched(hall, phone)
    hall.do(other, "place.remove", place=first)
    hall.do(other, "asset.edit", place=second, set={"title": "Fern Park, by the gate"})
    hall.do(other, "asset.edit", place=second, set={"note": "Open till dusk"})
    phone.connect(hall.host)
    hall.host.settle()
    return watched.vector(name)


def _snapshot(name: str) -> Json:
    hall = Hall()
    other = hall.join(3)
    _joined(hall, other)
    _removed_again(hall, other)
    phone = Phone(2)
    watched = Watched(hall, phone)
    phone.connect(hall.host)
    hall.host.settle()
    return watched.vector(name)


def _snapshot_and_tail(name: str) -> Json:
    hall = Hall()
    other = hall.join(3)
    _joined(hall, other)
    _removed_again(hall, other)
    hall.join(4)
    hall.place(other, "Fern Shop")
    phone = Phone(2)
    watched = Watched(hall, phone)
    phone.connect(hall.host)
    hall.host.settle()
    return watched.vector(name)


def _snapshot_and_own(name: str) -> Json:
    hall = Hall(blind=True)
    phone, other = hall.join(2), hall.join(3)
    hall.place(phone, "Fern Hall")
    hall.place(other, "Fern Park")
    assert phone.line is not None
    phone.line.drop()
    phone.number, phone.records = None, {}
    watched = Watched(hall, phone)
    phone.connect(hall.host)
    hall.host.settle()
    return watched.vector(name)


def _every_kind(name: str) -> Json:
    hall = Hall(opened=False)
    fix_rules(hall)
    leader, other = hall.facilitator, hall.join(2)
    hall.do(leader, "workshop.open")
    hall.do(leader, "workshop.move_to_stage", stage="places")
    since_the_beginning = [message for message in leader.heard if isinstance(message, EntryMessage)]
    watched = Watched(hall, leader)
    watched.start = {"number": 0, "records": []}
    leader.heard += since_the_beginning
    for kind, payload in _evening(leader):
        asker = other if kind.startswith("me_too") else leader
        operation = hall.do(asker, kind, **payload)
        assert operation in asker.accepted, asker.refused
    look_through(hall, hall.join(7), hall.join(8))
    _lead_by_a_run_sheet(hall)
    _look_back(hall, other)
    agree(hall, [other, *(hall.join(number) for number in range(9, 13))])
    return watched.vector(name)


def _without_a_name(name: str) -> Json:
    """Of the one who rates, and says what they want to be known: they alone are told that it was they."""
    hall = Hall(opened=False)
    fix_rules(hall)
    hall.do(hall.facilitator, "workshop.open")
    people = [hall.join(number) for number in range(2, 7)]
    watched = Watched(hall, people[1])
    agree(hall, people)
    return watched.vector(name)


def _lead_by_a_run_sheet(hall: Hall) -> None:
    """Choose a run sheet, skip a step, and say why."""
    asked: list[tuple[str, Json]] = [
        ("run_sheet.choose", run_sheet()),
        ("run_sheet.go_to", {"step": "connections"}),
        ("prompt.change", {"prompt": "Look here"}),
    ]
    for kind, payload in asked:
        operation = hall.do(hall.facilitator, kind, **payload)
        assert operation in hall.facilitator.accepted, hall.facilitator.refused
    [noted, *_] = hall.host.room.content.of_kind("departure")
    operation = hall.do(hall.facilitator, "departure.explain", departure=noted.id, reason="We began late")
    assert operation in hall.facilitator.accepted, hall.facilitator.refused


def _look_back(hall: Hall, first: Phone) -> None:
    """Let five people answer how it was, and show the room."""
    hall.do(hall.facilitator, "workshop.move_to_stage", stage="reflect")
    for phone in (first, *(hall.join(number) for number in (3, 4, 5, 6))):
        operation = hall.do(phone, "reflection.answer", answers={"heard": "partly"}, sentence="Good tea")
        assert operation in phone.accepted, phone.refused
    operation = hall.do(hall.facilitator, "reflection.show")
    assert operation in hall.facilitator.accepted, hall.facilitator.refused


def _evening(leader: Phone) -> Iterator[tuple[str, Json]]:
    """Yield one operation of every kind, in an order in which all are accepted."""
    hall, park, tea, line = (leader.new_id() for _ in range(4))
    yield "workshop.pause", {"because": "Tea"}
    yield "workshop.open", {}
    yield "asset.place", asset(hall)
    yield "asset.place", asset(park, "Fern Park")
    yield "asset.edit", {"place": hall, "set": {"title": "The Fern Hall"}}
    yield "meeting_place.place", {"place": tea, "title": "Tea on Tuesdays", "geometry": point()}
    yield "meeting_place.edit", {"place": tea, "set": {"meeting": {"how_often": "weekly"}}}
    yield "place.move", {"place": tea, "geometry": point(-0.3, 52.4)}
    yield "place.set_photo", {"place": tea, "photo": photo(leader.new_id())}
    yield "place.remove_photo", {"place": tea}
    yield "me_too.add", {"place": tea}
    yield "me_too.remove", {"place": tea}
    yield "workshop.move_to_stage", {"stage": "connections"}
    yield "connection.draw", connection(line, hall, park)
    yield "connection.edit", {"connection": line, "set": {"why": ["fun"]}}
    yield "connection.remove", {"connection": line}
    yield "connection.restore", {"connection": line}
    yield "place.remove", {"place": park}
    yield "place.restore", {"place": park}
    brought = [leader.new_id() for _ in range(2)]
    yield "places.bring_in", brought_in(leader.new_id(), *map(brought_place, brought))
    yield "places.take_back", {"places": brought}
    yield "workshop.start_round", {"blind": True}
    yield "asset.place", asset(leader.new_id(), "Fern Shop")
    yield "places.reveal", {}
    yield "person.withdraw", {"person": made_id(900_002)}
    yield "hall.arrange", {"theme": "light", "way_in": "small"}
    yield "workshop.close", {}
    yield "workshop.reopen", {}


FOLDS: dict[str, Callable[[str], Json]] = {
    "someone puts a place": _put,
    "the facilitator places for somebody in a blind round: it is theirs": _placed_for_somebody,
    "someone edits and moves a place": _edit,
    "a place that everyone saw is hidden: for the room it is gone": _hidden_from_the_room,
    "a place that everyone saw is hidden: its author keeps it": _hidden_yet_the_authors,
    "a hidden place is shown": _shown_again,
    "an author's own place in a blind round": _own_blind_place,
    "somebody else's place in a blind round: the number only": _numbers_only,
    "what was placed blind is revealed": _reveal,
    "a place is removed with all that stands on it": _remove,
    "a removed place is restored with all that went with it": _restore,
    "an entry is missing, and a catch-up brings what follows": _gap,
    "a page returns and catches up: last forms only": _return,
    "a new page begins from a snapshot": _snapshot,
    "a new page begins from a snapshot and what came since": _snapshot_and_tail,
    "a new page begins from a snapshot and its own hidden places": _snapshot_and_own,
    "an evening with every kind of operation": _every_kind,
    "what is said without a name has one for its author alone": _without_a_name,
}
