from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Erase, Put, Record, Remove, Restate
from kithmap.sync.entry import (
    Entry,
    change_from_json,
    change_to_json,
    entry_from_json,
    entry_to_json,
    record_from_json,
    record_to_json,
    taken_back_by,
    versioned,
)
from tests.support.hall import NOON

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
records = st.builds(
    Record,
    kind=st.text(),
    id=st.text(min_size=1),
    author=st.none() | st.text(),
    audience=st.sampled_from(list(Audience)),
    fields=st.dictionaries(st.text(), json_values, max_size=3),
    stands_on=st.lists(st.text(), max_size=2).map(tuple),
    version=st.integers(0),
)
changes = st.one_of(
    st.builds(Put, records),
    st.builds(Restate, records),
    st.builds(Remove, st.text()),
    st.builds(Erase, st.text()),
)
entries = st.builds(
    Entry,
    number=st.integers(1),
    operation=st.text(),
    kind=st.text(),
    person=st.text(),
    role=st.sampled_from(list(Role)),
    at=st.just(NOON),
    payload=st.none() | st.dictionaries(st.text(), json_values, max_size=3),
    changes=st.lists(changes, max_size=3).map(tuple),
)


@given(entry=entries)
def test_an_entry_reads_back_as_it_was_written(entry: Entry) -> None:
    assert entry_from_json(entry_to_json(entry)) == entry


@given(record=records)
def test_a_record_reads_back_as_it_was_written(record: Record) -> None:
    assert record_from_json(record_to_json(record)) == record
    assert change_from_json(change_to_json(Put(record))) == Put(record)


@given(entry=entries, number=st.integers(1, 999))
def test_renumbering_an_entry_renumbers_its_records_versions(entry: Entry, number: int) -> None:
    renumbered = entry.numbered(number)
    versions = {change.record.version for change in renumbered.changes if isinstance(change, Put)}
    assert renumbered.number == number
    assert versions <= {number}
    assert versioned(renumbered.changes, number) == renumbered.changes


@given(entry=entries)
def test_what_an_entry_takes_back_is_what_it_erases_and_what_it_restates(entry: Entry) -> None:
    erased = {each.id for each in entry.changes if isinstance(each, Erase)}
    restated = {each.record.id for each in entry.changes if isinstance(each, Restate)}
    assert taken_back_by(entry) == erased | restated
    assert taken_back_by(entry_from_json(entry_to_json(entry))) == taken_back_by(entry)
