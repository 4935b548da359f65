"""The one law: for every operation kind, the state before and what is told of the entry equal a fresh load after it."""

from collections import Counter

from kithmap.basics.actors import Role
from kithmap.basics.records import Put
from kithmap.operations import OPERATIONS
from kithmap.sync.audience import Touched, Viewer, broadcast, for_viewer
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry
from kithmap.sync.protocol import EntryMessage, WirePut
from tests.support.agreeing import agree, fix_rules
from tests.support.bringing_in import brought_in, brought_place
from tests.support.hall import (
    WORKSHOP,
    Hall,
    Json,
    asset,
    connection,
    made_id,
    normal,
    photo,
    point,
    projected,
)
from tests.support.moderation import look_through
from tests.support.run_sheets import run_sheet

VIEWERS = [
    Viewer(made_id(900_002), Role.PARTICIPANT),
    Viewer(made_id(900_003), Role.PARTICIPANT),
    Viewer(made_id(900_001), Role.FACILITATOR),
    Viewer("", Role.PROJECTOR),
]


def an_evening_with_every_kind() -> list[Entry]:
    hall = Hall(blind=True, opened=False)
    fix_rules(hall)
    lou, anna, bashir = hall.facilitator, hall.join(2), hall.join(3)
    hall.do(lou, "workshop.open")
    hall.do(lou, "workshop.move_to_stage", stage="places")
    start, end, meeting, link = hall.place(anna, "Hall"), anna.new_id(), bashir.new_id(), anna.new_id()
    hall.do(anna, "asset.place", **asset(end, "Park", visibility="facilitators"))
    hall.do(
        bashir,
        "meeting_place.place",
        place=meeting,
        title="Tea",
        geometry=point(-0.4),
        meeting={"who": "All"},
    )
    hall.do(anna, "connection.draw", **connection(link, start, end))
    hers, between = hall.place(lou, "Bench", source="paper", on_behalf=made_id(7)), lou.new_id()
    on_behalf = {"source": "facilitator", "on_behalf": made_id(7)}
    hall.do(lou, "connection.draw", **connection(between, hers, start), **on_behalf)
    hall.do(lou, "places.reveal")
    hall.do(bashir, "me_too.add", place=start)
    hall.do(anna, "asset.edit", place=end, set={"visibility": "room"})
    hall.do(bashir, "meeting_place.edit", place=meeting, set={"meeting": {"open_to": "everyone"}})
    hall.do(anna, "place.move", place=start, geometry=point(-0.3))
    hall.do(anna, "connection.edit", connection=link, set={"why": ["fun"]})
    hall.do(anna, "connection.remove", connection=link)
    hall.do(anna, "connection.restore", connection=link)
    hall.do(anna, "place.remove", place=start)
    hall.do(anna, "place.restore", place=start)
    hall.do(anna, "place.set_photo", place=start, photo=photo(made_id(99)))
    hall.do(anna, "place.remove_photo", place=start)
    hall.do(bashir, "me_too.remove", place=start)
    hall.do(lou, "workshop.start_round", blind=True)
    hall.place(bashir, "Hidden again")
    look_through(hall, anna, bashir)
    theirs = lou.new_id()
    hall.do(lou, "places.bring_in", **brought_in(lou.new_id(), brought_place(theirs)))
    hall.do(lou, "places.take_back", places=[theirs])
    hall.do(lou, "workshop.move_to_stage", stage="reflect")
    for person in (anna, bashir, *(hall.join(number) for number in (4, 5, 6))):
        hall.do(person, "reflection.answer", answers={"heard": "yes"}, sentence="Good tea")
    hall.do(lou, "reflection.show")
    hall.do(lou, "hall.arrange", theme="light")
    agree(hall, [anna, bashir, *(hall.join(number) for number in (7, 8, 9))])
    hall.do(lou, "person.withdraw", person=bashir.person)
    lead_by_a_run_sheet(hall)
    hall.do(lou, "workshop.pause", because="Tea")
    hall.do(lou, "workshop.close")
    hall.do(lou, "workshop.reopen")
    return hall.log.entries(WORKSHOP, 0)


def lead_by_a_run_sheet(hall: Hall) -> None:
    lou = hall.facilitator
    hall.do(lou, "run_sheet.choose", **run_sheet())
    skipping = hall.do(lou, "run_sheet.go_to", step="connections")
    hall.do(lou, "departure.explain", departure=f"departure:{skipping}:0", reason="We began late")
    hall.do(lou, "prompt.change", prompt="Look here")
    hall.do(lou, "run_sheet.go_to", step="places")


def folded(records: dict[str, Json], message: EntryMessage) -> dict[str, Json]:
    after = dict(records)
    for change in message.changes:
        if isinstance(change, WirePut):
            after[change.put.id] = change.put.model_dump()
        else:
            after.pop(change.remove, None)
    return after


def test_l1_for_every_kind_old_state_and_entry_equal_a_fresh_load() -> None:
    content = Content()
    kinds: Counter[str] = Counter()
    for entry in an_evening_with_every_kind():
        kinds[entry.kind] += 1
        before = {viewer: projected(content, viewer) for viewer in VIEWERS}
        touched = [
            Touched(change, content.get(change.record.id if isinstance(change, Put) else change.id))
            for change in entry.changes
        ]
        told = broadcast(entry, touched)
        content.apply(entry)
        for viewer in VIEWERS:
            message = for_viewer(told, viewer)
            assert isinstance(message, EntryMessage)
            after = normal(folded(before[viewer], message))
            assert after == projected(content, viewer), f"{entry.kind} as told to the {viewer.role}"
    assert kinds.keys() == {operation.kind for operation in OPERATIONS}
