from kithmap.basics.records import Audience, Record
from kithmap.shared_map.overlay import With, by_id
from kithmap.sync.content import Content


def record(record_id: str, kind: str = "asset", stands_on: tuple[str, ...] = ()) -> Record:
    return Record(kind, record_id, None, Audience.EVERYONE, {}, stands_on)


def test_a_view_with_records_laid_over_it_shows_those_and_the_rest() -> None:
    under = Content(records=[record("a"), record("b"), record("m", "mark", ("a",))], removed=[record("r")])
    view = With(under, [record("b", "changed"), record("n", "mark", ("a",)), record("r")])
    assert [each.id for each in view.of_kind("asset")] == ["a", "r"]
    assert [each.id for each in view.standing_on("a")] == ["m", "n"]
    assert view.removed("r") is None
    assert list(view.removed_with(0)) == []
    assert view.get("b") == record("b", "changed")
    assert view.get("a") == record("a")


def test_records_are_put_in_an_order_that_does_not_depend_on_how_they_are_kept() -> None:
    assert [each.id for each in by_id([record("c"), record("a"), record("b")])] == ["a", "b", "c"]
