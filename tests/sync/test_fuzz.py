"""Convergence under abuse, by seed: drops, repeats, delays, restarts, failing disks, lost wake-ups, two rooms on one log.

A seed that ever failed is kept in ``KEPT``. To look for more: ``KITHMAP_FUZZ_SEEDS=200 pytest tests/sync/test_fuzz.py``.
"""

import os
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from kithmap.basics.actors import CONTRIBUTING, LEADING, Role
from kithmap.operations import BY_KIND, OPERATIONS
from kithmap.state import WorkshopRules
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.sync.content import Content
from kithmap.sync.replay import replay
from tests.support.agreeing import proposal
from tests.support.bringing_in import brought_in, brought_place
from tests.support.hall import (
    WORKSHOP,
    Host,
    Json,
    Phone,
    asset,
    begin,
    connection,
    load,
    made_id,
    normal,
    photo,
    point,
    projected,
)
from tests.support.run_sheets import run_sheet, sheet_step

SEEDS = int(os.environ.get("KITHMAP_FUZZ_SEEDS", "12"))
KEPT: tuple[int, ...] = ()
STEPS = 700


class Story:
    """One random evening: everything it does is drawn from its seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.whom = random.Random(-1 - seed)
        self.log = MemoryLog()
        self.hosts = [Host(self.log), Host(self.log)]
        self.leader = Phone(1, Role.FACILITATOR)
        roles = [Role.PARTICIPANT] * 5 + [Role.PROJECTOR, Role.RESEARCHER]
        self.phones = [self.leader] + [Phone(count, role) for count, role in enumerate(roles, 2)]
        self.kinds: Counter[str] = Counter()
        self.leader.connect(self.hosts[0])
        for kind, payload in (
            ("workshop.begin", begin(blind=True)),
            ("agreement.fix_rules", {"groups": ["new here"]}),
            ("workshop.open", {}),
            ("workshop.move_to_stage", {"stage": "places"}),
        ):
            self.ask(self.leader, kind, payload)
        self.hosts[0].settle()

    def ask(self, phone: Phone, kind: str, payload: Json) -> None:
        self.kinds[kind] += 1
        phone.ask(kind, **payload)

    def step(self) -> None:
        host = self.draw.choice(self.hosts)
        actions: list[tuple[int, Callable[[], None]]] = [
            (30, self.someone_asks),
            (60, lambda: self.something_arrives(host)),
            (30, lambda: host.commit(fails=self.draw.random() < 0.05)),
            (6, host.look),
            (6, self.someone_connects),
            (3, self.someone_drops),
            (2, self.a_message_comes_twice),
            (1, lambda: host.crash(after_commit=self.draw.random() < 0.5)),
        ]
        [action] = self.draw.choices([act for _, act in actions], [weight for weight, _ in actions])
        action()

    def something_arrives(self, host: Host) -> None:
        for line in self.draw.sample(list(host.lines.values()), len(host.lines)):
            if line.up and self.draw.random() < 0.7:
                line.arrive_up()
            elif line.down:
                line.arrive_down()

    def someone_connects(self) -> None:
        away = [phone for phone in self.phones if phone.line is None]
        if away:
            self.draw.choice(away).connect(self.draw.choice(self.hosts))

    def someone_drops(self) -> None:
        here = [phone.line for phone in self.phones if phone.line is not None]
        if here:
            self.draw.choice(here).drop()

    def a_message_comes_twice(self) -> None:
        lines = [phone.line for phone in self.phones if phone.line is not None and phone.line.up]
        if lines:
            line = self.draw.choice(lines)
            line.up.append(line.up[0])

    def someone_asks(self) -> None:
        [phone] = self.draw.choices(
            self.phones, [6 if phone.viewer.role in CONTRIBUTING else 1 for phone in self.phones]
        )
        kinds = [operation.kind for operation in OPERATIONS]
        kind = self.draw.choices(kinds, [LIKELY.get(kind, 6) for kind in kinds])[0]
        if BY_KIND[kind].roles <= LEADING and self.draw.random() < 0.9:
            phone = self.leader
        if kind == "reflection.answer":
            self.the_room_looks_back()
        if kind == "rating.give":
            self.the_room_rates()
        self.ask(phone, kind, self.payload(kind, phone))
        if kind in {"reflection.show", "minority.state"}:
            self.ask(self.leader, "workshop.move_to_stage", {"stage": "places"})
        if kind in {"workshop.close", "workshop.pause"}:
            self.ask(self.leader, "workshop.reopen" if kind.endswith("close") else "workshop.open", {})

    def the_room_looks_back(self) -> None:
        """Everybody is here and answers how it was: fewer than five answers would never be shown."""
        self.ask(self.leader, "workshop.move_to_stage", {"stage": "reflect"})
        self.calm()
        for phone in self.phones:
            if phone.viewer.role is Role.PARTICIPANT:
                self.ask(phone, "reflection.answer", self.payload("reflection.answer", phone))

    def the_room_rates(self) -> None:
        """Everybody is here, checked in, and rates what one of them proposed."""
        people = [phone for phone in self.phones if phone.viewer.role is Role.PARTICIPANT]
        item = people[0].new_id()
        self.ask(self.leader, "workshop.move_to_stage", {"stage": "terms"})
        self.calm()
        for phone in people:
            self.ask(phone, "attendance.check_in", {"groups": ["new here"]})
        self.ask(people[0], "item.propose", proposal(item))
        self.calm()
        self.ask(self.leader, "item.take_up", {"item": item})
        revision = self.the_room_talks(people[1], item) if self.draw.random() < 0.5 else 0
        wording = {"item": item, "revision": revision}
        self.ask(self.leader, "rating.open", wording)
        self.calm()
        for phone in people:
            choice = self.draw.choice(["for", "against", "not_clear", "strongly_for"])
            reason = {"for": "Short", "against": phone.person}.get(choice, "")
            self.ask(phone, "rating.give", {**wording, "choice": choice, "reason": reason})
        self.calm()
        if self.draw.random() < 0.7:
            self.ask(self.leader, "rating.close", wording)
            self.calm()
            statement = {"item": item, "statement": people[2].new_id()}
            self.ask(people[2], "minority.state", {**statement, "text": "Not in the valley."})
            self.calm()
            if self.draw.random() < 0.5:
                self.ask(self.leader, "minority.hide", statement)

    def the_room_talks(self, phone: Phone, item: str) -> int:
        """Somebody asks and suggests other words, which are taken; returns the number of the wording."""
        question, rewording = phone.new_id(), phone.new_id()
        self.calm()
        self.ask(phone, "question.ask", {"question": question, "item": item})
        words = {"rewording": rewording, "item": item, "revision": 0}
        self.ask(phone, "rewording.suggest", {**words, "label": "heart", "meaning": "Where ties meet."})
        self.calm()
        self.ask(self.leader, "question.answer", {"question": question, "text": "Yes."})
        self.ask(self.leader, "rewording.accept", {"rewording": rewording, "revision": 0})
        self.calm()
        return 1

    def item(self, *states: str) -> tuple[str, int]:
        """Return an item in one of these states, where there is one, and the number of its wording."""
        items = [
            each for each in self.hosts[0].room.content.of_kind("item") if each.fields["state"] in states
        ]
        if not items:
            return made_id(4), 0
        found = self.draw.choice(sorted(items, key=lambda each: each.id))
        return found.id, found.fields["wordings"][-1]["number"]

    def stated(self) -> tuple[str, str]:
        """Return an item and a minority statement beside it, where there is one."""
        items = sorted(self.hosts[0].room.content.of_kind("item"), key=lambda each: each.id)
        told = [(item.id, each["id"]) for item in items for each in item.fields["minority"]]
        return self.draw.choice(told) if told else (made_id(4), made_id(4))

    def one_of(self, kind: str) -> str:
        """Return a record of a kind, where there is one."""
        known = sorted(record.id for record in self.hosts[0].room.content.of_kind(kind))
        return self.draw.choice(known) if known else made_id(4)

    def payload(self, kind: str, phone: Phone) -> Json:
        return PAYLOADS[kind](self, phone)

    def place(self, phone: Phone, *kinds: str) -> str:
        wanted = kinds or ("asset", "meeting_place")
        known = [key for key, record in phone.records.items() if record["kind"] in wanted]
        own = [key for key in known if phone.records[key]["author"] == phone.person]
        if own and self.draw.random() < 0.5:
            return self.draw.choice(own)
        return self.draw.choice(known) if known and self.draw.random() < 0.95 else made_id(4)

    def somewhere(self) -> Json:
        return point(round(self.draw.uniform(-1.1, 0), 5), round(self.draw.uniform(52, 53), 5))

    def calm(self) -> None:
        """Everything is repaired: every phone comes back, every message arrives, every host looks."""
        for phone in self.phones:
            if phone.line is None:
                phone.connect(self.draw.choice(self.hosts))
        for _ in range(4):
            for host in self.hosts:
                host.settle()
                host.look()
        for host in self.hosts:
            host.settle()


REVIEWED: tuple[str, ...] = ("asset", "meeting_place", "connection")
TALKED: tuple[str, ...] = ("draft", "clarifying", "reworded", "integrating")

SHEET_STEPS = ("alone", "together", "links", "look")

LIKELY = {
    "workshop.begin": 1,
    "run_sheet.choose": 2,
    "departure.explain": 4,
    "prompt.change": 2,
    "workshop.close": 1,
    "workshop.pause": 1,
    "workshop.move_to_stage": 1,
    "workshop.reopen": 1,
    "person.withdraw": 1,
    "reflection.answer": 4,
    "rating.give": 4,
    "item.propose": 10,
    "item.edit": 10,
    "item.withdraw": 8,
    "rewording.suggest": 10,
    "rewording.decline": 10,
    "connection.remove": 16,
    "connection.restore": 45,
    "asset.place": 70,
    "meeting_place.place": 15,
    "connection.draw": 50,
    "place.hide": 2,
    "place.alarm": 6,
    "place.return": 12,
    "place.remove": 9,
    "place.restore": 16,
    "alarm.take_back": 10,
    "places.conceal": 2,
    "places.bring_in": 3,
    "places.take_back": 3,
    "person.revert": 1,
}
LIKELY |= dict.fromkeys(
    (
        "agreement.fix_rules",
        "attendance.check_in",
        "attendance.check_out",
        "item.merge",
        "question.answer",
        "rewording.accept",
    ),
    3,
)
"""How likely a kind is, where it is not 6: places come first, and the room is seldom stopped."""

PAYLOADS: dict[str, Callable[[Story, Phone], dict[str, Any]]] = {
    "workshop.begin": lambda _story, _phone: begin(),
    "workshop.open": lambda _story, _phone: {},
    "workshop.pause": lambda _story, _phone: {"because": "Tea"},
    "workshop.close": lambda _story, _phone: {},
    "workshop.reopen": lambda _story, _phone: {"stage": "places"},
    "workshop.move_to_stage": lambda story, _phone: {"stage": story.draw.choice(["places", "connections"])},
    "workshop.start_round": lambda story, _phone: {
        "blind": story.draw.random() < 0.5,
        "moderated": story.draw.random() < 0.4,
    },
    "person.withdraw": lambda story, phone: {
        "person": phone.person if phone is not story.leader else story.draw.choice(story.phones[1:]).person
    },
    "run_sheet.choose": lambda story, _phone: run_sheet(
        *(
            sheet_step(key, stage, blind=story.draw.choice([None, None, True, False]))
            for key, stage in zip(SHEET_STEPS, ["places", "places", "connections", "places"], strict=True)
        )
    ),
    "run_sheet.go_to": lambda story, _phone: {"step": story.draw.choice(SHEET_STEPS)},
    "departure.explain": lambda story, _phone: {"departure": departure(story), "reason": "Too few chairs"},
    "prompt.change": lambda story, _phone: {"prompt": story.draw.choice(["Look here", None])},
    "asset.place": lambda story, phone: asset(
        phone.new_id(), geometry=story.somewhere(), **for_whom(story, phone)
    ),
    "asset.edit": lambda story, phone: {
        "place": story.place(phone, "asset"),
        "set": story.draw.choice(
            [
                {"title": f"Title {story.draw.random()}"},
                {"visibility": "facilitators"},
                {"visibility": "public"},
            ]
        ),
        "expected": story.draw.choice([{}, {}, {"title": "Fern Hall"}]),
    },
    "meeting_place.place": lambda story, phone: {
        "place": phone.new_id(),
        "title": "Tea on Tuesdays",
        "geometry": story.somewhere(),
        "meeting": {"how_often": "weekly"},
        **for_whom(story, phone),
    },
    "meeting_place.edit": lambda story, phone: {
        "place": story.place(phone, "meeting_place"),
        "set": {"meeting": {"who": "anyone", "open_to": "everyone"}},
    },
    "place.move": lambda story, phone: {"place": story.place(phone), "geometry": story.somewhere()},
    "place.remove": lambda story, phone: {"place": story.place(phone)},
    "place.restore": lambda story, phone: {"place": removed(story, phone, "asset", "meeting_place")},
    "place.set_photo": lambda story, phone: {"place": story.place(phone), "photo": photo(phone.new_id())},
    "place.remove_photo": lambda story, phone: {"place": story.place(phone)},
    "me_too.add": lambda story, phone: {"place": story.place(phone)},
    "me_too.remove": lambda story, phone: {"place": story.place(phone)},
    "connection.draw": lambda story, phone: connection(
        phone.new_id(), story.place(phone), story.place(phone), **for_whom(story, phone)
    ),
    "connection.edit": lambda story, phone: {
        "connection": story.place(phone, "connection"),
        "set": {"why": ["fun", "caring"], "directed": True},
    },
    "connection.remove": lambda story, phone: {"connection": story.place(phone, "connection")},
    "connection.restore": lambda story, phone: {"connection": removed(story, phone, "connection")},
    "places.reveal": lambda _story, _phone: {},
    "places.conceal": lambda _story, _phone: {},
    "place.approve": lambda story, phone: {"ids": several(story, phone)},
    "place.return": lambda story, phone: {"id": in_review(story, phone), "reason": "spot"},
    "place.queue": lambda story, phone: {"ids": several(story, phone)},
    "place.hide": lambda story, phone: {"id": story.place(phone, *REVIEWED)},
    "place.unhide": lambda story, phone: {"id": story.place(phone, *REVIEWED)},
    "place.alarm": lambda story, phone: {"place": story.place(phone)},
    "alarm.take_back": lambda story, phone: {"place": alarmed(story, phone)},
    "alarm.answer": lambda story, phone: {
        "place": alarmed(story, phone),
        "answer": story.draw.choice(["open", "keep", "show"]),
    },
    "places.merge": lambda story, phone: {
        "keep": story.place(phone),
        "others": [story.place(phone) for _ in range(story.draw.randint(1, 3))],
    },
    "places.split": lambda story, phone: {"places": [joined(story, phone) for _ in range(2)]},
    "places.keep_apart": lambda story, phone: {"one": story.place(phone), "other": story.place(phone)},
    "places.bring_in": lambda story, phone: brought_in(
        phone.new_id(), *({**brought_place(phone.new_id()), "geometry": story.somewhere()} for _ in range(2))
    ),
    "places.take_back": lambda story, phone: {"places": from_a_file(story, phone)},
    "person.revert": lambda story, _phone: {"person": story.draw.choice(story.phones).person},
    "person.restore": lambda story, _phone: {"person": story.draw.choice(story.phones).person},
    "agreement.fix_rules": lambda _story, _phone: {},
    "attendance.check_in": lambda story, phone: {
        "person": story.draw.choice(story.phones).person if phone is story.leader else None
    },
    "attendance.check_out": lambda _story, _phone: {},
    "item.propose": lambda _story, phone: proposal(phone.new_id()),
    "item.edit": lambda story, _phone: {"item": story.item("draft")[0], "label": "heart"},
    "item.withdraw": lambda story, _phone: {"item": story.item("draft")[0]},
    "item.merge": lambda story, _phone: {"keep": story.item(*TALKED)[0], "others": [story.item("draft")[0]]},
    "item.take_up": lambda story, _phone: {"item": story.item(*TALKED, "parked", "adopted")[0]},
    "question.ask": lambda story, phone: {"question": phone.new_id(), "item": story.item(*TALKED)[0]},
    "question.answer": lambda story, _phone: {"question": story.one_of("question"), "text": "Yes."},
    "rewording.suggest": lambda story, phone: {
        "rewording": phone.new_id(),
        "label": "heart",
        "meaning": "Where ties meet.",
        **on_its_wording(story, *TALKED),
    },
    "rewording.accept": lambda story, _phone: {
        "rewording": story.one_of("rewording"),
        "revision": story.draw.randint(0, 2),
    },
    "rewording.decline": lambda story, _phone: {"rewording": story.one_of("rewording")},
    "rating.open": lambda story, _phone: on_its_wording(story, *TALKED),
    "rating.give": lambda story, _phone: {**on_its_wording(story, "rating"), "choice": "for"},
    "rating.enter": lambda story, _phone: {
        **on_its_wording(story, "rating", "revealed"),
        "person": story.draw.choice(story.phones).person,
        "choice": "can_live_with_it",
    },
    "rating.close": lambda story, _phone: on_its_wording(story, "rating"),
    "item.decide": lambda story, _phone: on_its_wording(story, "revealed"),
    "minority.state": lambda story, phone: {
        "item": story.item("revealed", "adopted", "parked", "not_adopted")[0],
        "statement": phone.new_id(),
        "text": "Not in the valley.",
        "person": story.draw.choice(story.phones).person,
    },
    "minority.hide": lambda story, _phone: {
        "item": (told := story.stated())[0],
        "statement": told[1],
    },
    "reflection.answer": lambda story, _phone: {
        "answers": {"heard": story.draw.choice(["yes", "partly", "no", None])},
        "sentence": story.draw.choice(["", "Good tea"]),
    },
    "reflection.show": lambda _story, _phone: {},
    "hall.arrange": lambda story, _phone: {"way_in": story.draw.choice(["auto", "large", "small"])},
}


def on_its_wording(story: Story, *states: str) -> Json:
    item, revision = story.item(*states)
    return {"item": item, "revision": revision}


def for_whom(story: Story, phone: Phone) -> Json:
    """Those who lead often place for others; now and then somebody tries to who may not."""
    if story.whom.random() < (0.6 if phone is story.leader else 0.02):
        return {"on_behalf": story.whom.choice(story.phones[1:6]).person, "source": "paper"}
    return {}


def departure(story: Story) -> str:
    noted = [record.id for record in story.hosts[0].room.content.of_kind("departure")]
    return story.draw.choice(noted) if noted else made_id(4)


def several(story: Story, phone: Phone) -> list[str]:
    return [story.place(phone, *REVIEWED) for _ in range(story.draw.randint(1, 4))]


def in_review(story: Story, phone: Phone) -> str:
    known = [key for key, record in phone.records.items() if "review" in record["fields"]]
    return story.draw.choice(known) if known else story.place(phone)


def alarmed(story: Story, phone: Phone) -> str:
    known = [record["fields"]["place"] for record in phone.records.values() if record["kind"] == "alarm"]
    return story.draw.choice(known) if known else story.place(phone)


def joined(story: Story, phone: Phone) -> str:
    known = [key for key, record in phone.records.items() if "merged" in record["fields"]]
    return story.draw.choice(known) if known else story.place(phone)


def from_a_file(story: Story, phone: Phone) -> list[str]:
    known = [
        key
        for key, record in phone.records.items()
        if record["fields"].get("placed", {}).get("source") == "brought_in"
    ]
    return story.draw.sample(known, min(2, len(known))) or [story.place(phone)]


def removed(story: Story, phone: Phone, *kinds: str) -> str:
    gone = [record for record in story.hosts[0].room.content.all_removed() if record.kind in kinds]
    own = [record.id for record in gone if phone is story.leader or record.author == phone.person]
    return story.draw.choice(own) if own else made_id(4)


@pytest.mark.parametrize("seed", [*KEPT, *range(SEEDS)])
def test_n1_i1_l2_after_any_evening_all_are_equal_and_equal_to_replay_from_zero(seed: int) -> None:
    story = Story(seed)
    for _ in range(STEPS):
        story.step()
    story.calm()
    content, _ = load(story.log)
    for phone in story.phones:
        assert normal(phone.records) == projected(content, phone.viewer), f"seed {seed}: {phone.viewer.role}"
        assert phone.number == content.number
        assert not phone.pending
    for host in story.hosts:
        assert {record.id: record for record in host.room.content} == {
            record.id: record for record in content
        }
    entries = story.log.entries(WORKSHOP, 0)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert len({entry.operation for entry in entries}) == len(entries)
    report = replay(entries, WorkshopRules())
    assert not report.differences
    assert as_set(report.content) == as_set(content)


def as_set(content: Content) -> dict[str, Any]:
    return {record.id: record for record in [*content, *content.all_removed()]}


def test_the_fuzz_tries_every_operation_kind_and_most_of_them_succeed() -> None:
    asked: Counter[str] = Counter()
    stored: Counter[str] = Counter()
    for seed in range(1000, 1040):
        story = Story(seed)
        for _ in range(STEPS):
            story.step()
        story.calm()
        asked += story.kinds
        stored += Counter(entry.kind for entry in story.log.entries(WORKSHOP, 0))
    kinds = {operation.kind for operation in OPERATIONS}
    assert asked.keys() == PAYLOADS.keys() == kinds
    assert stored.keys() == kinds
