import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Put, Record, Remove
from kithmap.sync.audience import NOBODY, Touched, Viewer, broadcast, for_viewer, seen
from kithmap.sync.entry import Entry
from kithmap.sync.protocol import EntryMessage, WirePut, WireRemove
from tests.support.hall import NOON

PEOPLE = [
    Viewer("anna", Role.PARTICIPANT),
    Viewer("bashir", Role.PARTICIPANT),
    Viewer("lou", Role.FACILITATOR),
    Viewer(NOBODY, Role.PROJECTOR),
    Viewer("wall", Role.PROJECTOR),
]
records = st.builds(
    Record,
    kind=st.just("asset"),
    id=st.just("a"),
    author=st.sampled_from(["anna", "bashir", None]),
    audience=st.sampled_from(list(Audience)),
    fields=st.just({"title": "Hall"}),
)


@st.composite
def touches(draw: st.DrawFn) -> Touched:
    before = draw(st.none() | records)
    change = draw(st.builds(Put, records) | st.just(Remove("a")))
    return Touched(change, before)


@given(touched=touches(), asker=st.sampled_from(PEOPLE[:3]))
def test_v1_v2_v3_each_viewer_receives_what_they_may_see_and_a_removal_of_what_they_no_longer_may(
    touched: Touched, asker: Viewer
) -> None:
    entry = Entry(7, "op", "asset.edit", asker.person, asker.role, NOON, {}, (touched.change,))
    told = broadcast(entry, [touched])
    after = touched.change.record if isinstance(touched.change, Put) else None
    for viewer in PEOPLE:
        message = for_viewer(told, viewer)
        assert isinstance(message, EntryMessage)
        assert message.number == 7
        sees_after = after is not None and viewer.sees(after)
        saw_before = touched.before is not None and viewer.sees(touched.before)
        puts = [change for change in message.changes if isinstance(change, WirePut)]
        removes = [change for change in message.changes if isinstance(change, WireRemove)]
        assert bool(puts) == sees_after
        assert bool(removes) == (saw_before and not sees_after)
        if viewer == asker:
            assert message.operation == "op"


@given(touched=touches())
def test_nobody_learns_the_operation_or_the_person_of_an_entry_that_is_not_for_them(touched: Touched) -> None:
    entry = Entry(7, "op", "asset.edit", "lou", Role.FACILITATOR, NOON, {}, (touched.change,))
    for viewer in PEOPLE[:2]:
        message = for_viewer(broadcast(entry, [touched]), viewer)
        assert isinstance(message, EntryMessage)
        if seen(touched, viewer) is None and (touched.before or isinstance(touched.change, Put)):
            assert (message.operation, message.person, message.kind) == (None, None, None)


@pytest.mark.parametrize("before", [None, "own"])
def test_v7_what_a_participant_does_about_their_own_affair_has_no_name_for_anybody_else(
    before: str | None,
) -> None:
    mine = Record("rating", "r", "anna", Audience.OWN, {"choice": "against"})
    shown = Record("item", "i", None, Audience.EVERYONE, {"minority": [{"text": "Not in the valley."}]})
    touched = [Touched(Put(shown), None), Touched(Put(mine), mine if before else None)]
    entry = Entry(7, "op", "minority.state", "anna", Role.PARTICIPANT, NOON, {}, (Put(shown), Put(mine)))
    told = broadcast(entry, touched)
    for viewer in PEOPLE:
        message = for_viewer(told, viewer)
        assert isinstance(message, EntryMessage)
        knows = viewer.person == "anna"
        assert (message.operation, message.person) == (("op", "anna") if knows else (None, None))


def test_v7_what_those_who_lead_enter_for_somebody_is_answered_to_them() -> None:
    register = Record("rating", "r", "anna", Audience.OWN, {"choice": "against"})
    entry = Entry(7, "op", "rating.enter", "lou", Role.FACILITATOR, NOON, {}, (Put(register),))
    message = for_viewer(broadcast(entry, [Touched(Put(register), None)]), PEOPLE[2])
    assert isinstance(message, EntryMessage)
    assert (message.operation, message.changes) == ("op", [])
