from dataclasses import replace

from kithmap.basics.records import Audience, Put, Remove
from kithmap.sync.differences import differences_of_changes, differences_of_records
from tests.support.entries import record


def test_a_tuple_is_the_list_that_the_log_gives_back() -> None:
    listed, tupled = record("a", at=[1, 2]), record("a", at=(1, 2))
    assert differences_of_changes((Put(listed),), (Put(tupled),)) == []
    assert differences_of_records([listed], [tupled]) == []


def test_a_field_of_nothing_is_not_a_missing_field() -> None:
    assert differences_of_records([record("a", words=None)], [record("a")]) == ["a differs in words"]


def test_parts_of_a_record_are_told_from_its_fields() -> None:
    one = record("a", author="the word")
    other = replace(one, author="bob", audience=Audience.LEADING)
    assert differences_of_records([one], [other]) == ["a differs in its audience, its author"]


def test_a_removal_differs_from_what_is_put() -> None:
    said = differences_of_changes((Remove("a"),), (Put(record("a")),))
    assert len(said) == 1
    assert "its removal" in said[0]


def test_the_order_of_changes_counts_and_that_of_records_does_not() -> None:
    a, b = record("a"), record("b")
    assert differences_of_changes((Put(a), Put(b)), (Put(b), Put(a))) == [
        "the same changes come in another order"
    ]
    assert differences_of_records([a, b], [b, a]) == []
