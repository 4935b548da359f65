import gzip

import orjson
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Change, Put, Record, Remove
from kithmap.sync.audience import Touched, Viewer
from kithmap.sync.catch_up import MOST_REMEMBERED, Base, Recent, changes_since, from_snapshot, is_fresh
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry, record_to_json, versioned
from kithmap.sync.protocol import WireChange, WirePut
from tests.support.hall import NOON, normal, projected

ANNA = Viewer("anna", Role.PARTICIPANT)
VIEWERS = [ANNA, Viewer("bashir", Role.PARTICIPANT), Viewer("lou", Role.FACILITATOR)]
ids = st.sampled_from("abcde")


@st.composite
def changes(draw: st.DrawFn) -> Change:
    if draw(st.integers(0, 3)) == 0:
        return Remove(draw(ids))
    author = draw(st.sampled_from(["anna", "bashir"]))
    return Put(
        Record(
            "asset", draw(ids), author, draw(st.sampled_from(list(Audience))), {"n": draw(st.integers(0, 9))}
        )
    )


def advance(content: Content, recent: Recent, *made: Change) -> None:
    number = content.number + 1
    entry = Entry(number, f"op{number}", "test", "anna", Role.PARTICIPANT, NOON, {}, versioned(made, number))
    touched = [
        Touched(change, content.get(change.id if isinstance(change, Remove) else change.record.id))
        for change in entry.changes
    ]
    content.apply(entry)
    recent.remember(entry, touched)


def fold(records: dict[str, dict[str, object]], told: list[WireChange]) -> dict[str, dict[str, object]]:
    for change in told:
        if isinstance(change, WirePut):
            records[change.put.id] = change.put.model_dump()
        else:
            records.pop(change.remove, None)
    return records


@given(history=st.lists(st.lists(changes(), min_size=1, max_size=2), max_size=14), at=st.integers(0, 14))
def test_c2_old_state_and_catch_up_equal_a_fresh_load_for_every_viewer(
    history: list[list[Change]], at: int
) -> None:
    content, recent = Content(), Recent(0)
    old: dict[str, dict[str, dict[str, object]]] = {viewer.person: {} for viewer in VIEWERS}
    base, stopped = Base(content), 0
    for made in history:
        advance(content, recent, *made)
        if content.number == at:
            old = {viewer.person: projected(content, viewer) for viewer in VIEWERS}
            base, stopped = Base(content), at
    for viewer in VIEWERS:
        told = changes_since(content, recent, stopped, viewer)
        assert told is not None
        assert normal(fold(dict(old[viewer.person]), told)) == projected(content, viewer)
        started = {record["id"]: record for record in orjson.loads(gzip.decompress(base.body))["records"]}
        message = from_snapshot(content, recent, base, viewer)
        assert normal(fold(started, message.changes)) == projected(content, viewer)


def test_c4_a_snapshot_holds_only_what_everyone_sees_and_the_same_state_gives_the_same_bytes() -> None:
    shown = Record("asset", "a", "anna", Audience.EVERYONE, {"title": "Hall"})
    hidden = Record("asset", "b", "anna", Audience.AUTHOR, {"title": "Refuge"})
    content = Content(2, [shown, hidden])
    body = gzip.decompress(Base(content).body)
    assert orjson.loads(body) == {"number": 2, "records": [record_to_json(shown)]}
    assert Base(content).body == Base(content).body


def test_c4_a_snapshot_serves_until_too_much_changed_or_something_was_hidden() -> None:
    content, recent = Content(), Recent(0)
    base = Base(content)
    for count in range(50):
        advance(content, recent, Put(Record("asset", str(count), "anna", Audience.EVERYONE, {})))
    assert is_fresh(base, content, recent)
    advance(content, recent, Put(Record("asset", "50", "anna", Audience.EVERYONE, {})))
    assert not is_fresh(base, content, recent)
    base = Base(content)
    advance(content, recent, Remove("3"))
    assert not is_fresh(base, content, recent)


def test_what_is_remembered_is_bounded_and_beyond_it_a_snapshot_is_needed() -> None:
    content, recent = Content(), Recent(0)
    for count in range(MOST_REMEMBERED + 5):
        advance(content, recent, Put(Record("asset", str(count % 7), "anna", Audience.EVERYONE, {})))
    assert changes_since(content, recent, 0, ANNA) is None
    assert changes_since(content, recent, 5, ANNA) is not None
