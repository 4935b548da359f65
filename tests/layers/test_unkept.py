from kithmap.basics.records import Audience, Record
from kithmap.layers.unkept import Less, records_of, without
from kithmap.sync.content import Content


def record(id_: str, author: str, *on: str) -> Record:
    return Record("asset", id_, author, Audience.EVERYONE, {"x": 1}, on)


HALL, BENCH, PATH, GONE = record("hall", "ann"), record("bench", "bob"), record("path", "ann", "hall", "bench"), record("gone", "bob")  # fmt: skip
WHOLE = Content(3, [HALL, BENCH, PATH], [GONE])


def test_without_anything_to_hide_it_is_the_view_itself() -> None:
    assert without(WHOLE, ()) is WHOLE


def test_what_is_hidden_is_hidden_in_every_way_and_so_is_what_stands_on_it() -> None:
    view = without(WHOLE, {"bench"})
    assert isinstance(view, Less)
    assert view.get("bench") is None
    assert view.get("path") is None
    assert view.get("hall") == HALL
    assert view.of_kind("asset") == [HALL]
    assert view.standing_on("hall") == []
    assert view.of_author("bob") == [GONE]
    assert view.removed("gone") == GONE
    assert without(WHOLE, {"gone"}).removed("gone") is None
    assert without(WHOLE, {"gone"}).removed_with(GONE.version) == []


def test_all_that_people_made_is_found_present_and_removed() -> None:
    assert records_of(WHOLE, ["bob"]) == {"bench", "gone"}
    assert records_of(WHOLE, ["ann", "bob"]) == {"hall", "bench", "path", "gone"}
    assert records_of(WHOLE, []) == frozenset()
