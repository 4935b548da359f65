from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Change, Erase, Put, Record, Remove
from kithmap.sync.content import Content, Draft
from kithmap.sync.entry import Entry

AT = datetime(2026, 5, 1, tzinfo=UTC)
ids = st.sampled_from("abcdef")


@st.composite
def changes(draw: st.DrawFn) -> Change:
    record_id = draw(ids)
    if draw(st.booleans()):
        return draw(st.sampled_from([Remove, Erase]))(record_id)
    kind = draw(st.sampled_from(["asset", "mark"]))
    stands_on = tuple(draw(st.lists(ids, max_size=2, unique=True)))
    audience = draw(st.sampled_from(list(Audience)))
    author = draw(st.sampled_from(["anna", "bob"]))
    return Put(Record(kind, record_id, author, audience, {"n": draw(st.integers(0, 9))}, stands_on))


def entry(number: int, *made: Change) -> Entry:
    return Entry(number, f"op{number}", "test", "anna", Role.PARTICIPANT, AT, {}, made)


@given(history=st.lists(st.lists(changes(), max_size=3), max_size=12))
def test_a_draft_shows_exactly_what_the_content_will_hold_once_the_changes_are_applied(
    history: list[list[Change]],
) -> None:
    content = Content()
    for number, made in enumerate(history, 1):
        draft = Draft(content)
        draft.take(tuple(made), number)
        shown = look(draft)
        content.apply(entry(number, *made))
        assert shown == look(content)
        guarded = [record.id for record in content if record.audience is not Audience.EVERYONE]
        assert sorted(record.id for record in content.guarded()) == sorted(guarded)


def look(view: Content | Draft) -> dict[str, object]:
    return {
        "present": {key: view.get(key) for key in "abcdef"},
        "kinds": {kind: {each.id for each in view.of_kind(kind)} for kind in ("asset", "mark")},
        "standing": {key: {each.id for each in view.standing_on(key)} for key in "abcdef"},
        "gone": {key: getattr(view.removed(key), "version", None) for key in "abcdef"},
        "last words": {key: getattr(view.removed(key), "fields", None) for key in "abcdef"},
        "anna's": {each.id for each in view.of_author("anna")},
    }


def test_entries_are_applied_in_their_order_only() -> None:
    content = Content()
    with pytest.raises(ValueError, match="does not follow"):
        content.apply(entry(2))


def test_a_content_remembers_when_something_public_was_hidden_or_removed() -> None:
    content = Content()
    shown = Record("asset", "a", "anna", Audience.EVERYONE, {})
    hidden = Record("asset", "b", "anna", Audience.AUTHOR, {})
    content.apply(entry(1, Put(shown), Put(hidden)))
    content.apply(entry(2, Remove("b")))
    assert content.narrowed == 0
    content.apply(entry(3, Remove("a")))
    assert content.narrowed == 3
    assert [each.id for each in content.removed_with(3)] == ["a"]
    assert {each.id for each in content.all_removed()} == {"a", "b"}
    assert len(content) == 0


def test_a_content_begun_from_a_snapshot_knows_what_stands_on_what() -> None:
    place = Record("asset", "a", None, Audience.EVERYONE, {}, version=3)
    mark = Record("mark", "m", None, Audience.EVERYONE, {}, ("a",), version=4)
    gone = Record("asset", "g", None, Audience.EVERYONE, {}, version=2)
    content = Content(4, [place, mark], [gone])
    assert content.number == 4
    assert list(content.standing_on("a")) == [mark]
    assert content.removed("g") == gone


def test_e4_an_erased_record_says_nothing_any_more_whether_it_was_there_or_removed_before() -> None:
    content = Content()
    said = [Put(Record("asset", each, "anna", Audience.EVERYONE, {"title": "Fern Hall"})) for each in "ab"]
    content.apply(entry(1, *said))
    content.apply(entry(2, Remove("a")))
    content.apply(entry(3, Erase("a"), Erase("b"), Erase("never there")))
    assert len(content) == 0
    assert [(each.id, dict(each.fields)) for each in content.of_author("anna")] == [("a", {}), ("b", {})]
    assert content.erased() == ["a", "b"]
