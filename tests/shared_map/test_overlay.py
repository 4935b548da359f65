from kithmap.basics.records import Audience, Put, Record
from kithmap.shared_map.overlay import With, by_id, together
from kithmap.sync.content import Content

PLAIN = {"placed": {"blind": False, "revealed": False}}


def place(record_id: str, **fields: object) -> Record:
    return Record("asset", record_id, "anna", Audience.EVERYONE, {**PLAIN, **fields})


def mark(record_id: str, on: str) -> Record:
    return Record("me_too", record_id, "bashir", Audience.EVERYONE, PLAIN, (on,))


def test_what_is_laid_over_a_view_hides_what_stands_below() -> None:
    content = Content(records=[place("a"), mark("m", "a")], removed=[place("gone")])
    over = With(content, [place("a", title="New"), mark("n", "a"), place("gone")])
    assert (found := over.get("a")) is not None
    assert found.fields["title"] == "New"
    assert {record.id for record in over.standing_on("a")} == {"m", "n"}
    assert {record.id for record in over.of_kind("asset")} == {"a", "gone"}
    assert over.removed("gone") is None


def test_what_stands_on_a_place_hides_with_it() -> None:
    content = Content(records=[place("a"), mark("m", "a")])
    changes = together(content, [place("a", aside={"cause": "alarm"})])
    assert [(change.record.id, change.record.audience) for change in changes if isinstance(change, Put)] == [
        ("a", Audience.AUTHOR),
        ("m", Audience.AUTHOR),
    ]


def test_what_stands_on_a_place_that_stays_shown_is_left_alone() -> None:
    content = Content(records=[place("a"), mark("m", "a")])
    [change] = together(content, [place("a", title="Other")])
    assert isinstance(change, Put)
    assert change.record.id == "a"


def test_records_come_in_the_order_of_their_ids() -> None:
    assert [record.id for record in by_id([place("b"), place("a")])] == ["a", "b"]
