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


@given(touched=touches(), person=st.sampled_from([viewer.person for viewer in PEOPLE[:3]]))
def test_v1_v2_v3_each_viewer_receives_what_they_may_see_and_a_removal_of_what_they_no_longer_may(
    touched: Touched, person: str
) -> None:
    entry = Entry(7, "op", "asset.edit", person, Role.PARTICIPANT, NOON, {}, (touched.change,))
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
        if viewer.person == person:
            assert message.operation == "op"


@given(touched=touches())
def test_nobody_learns_the_operation_or_the_person_of_an_entry_that_is_not_for_them(touched: Touched) -> None:
    entry = Entry(7, "op", "asset.edit", "lou", Role.FACILITATOR, NOON, {}, (touched.change,))
    for viewer in PEOPLE[:2]:
        message = for_viewer(broadcast(entry, [touched]), viewer)
        assert isinstance(message, EntryMessage)
        if seen(touched, viewer) is None and (touched.before or isinstance(touched.change, Put)):
            assert (message.operation, message.person, message.kind) == (None, None, None)
