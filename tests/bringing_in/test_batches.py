from kithmap.bringing_in.batches import batches
from tests.support.bringing_in import COUNCIL, brought_in, brought_place
from tests.support.hall import Hall, connection, made_id
from tests.support.moderation import done


def test_what_came_in_together_is_told_together_the_latest_first() -> None:
    hall = Hall()
    first, second = made_id(700), made_id(800)
    done(
        hall,
        hall.facilitator,
        "places.bring_in",
        **brought_in(first, *(brought_place(made_id(each)) for each in (1001, 1002, 1003))),
    )
    other = brought_place(made_id(1004), asset_kind=None)
    done(
        hall,
        hall.facilitator,
        "places.bring_in",
        **brought_in(second, other, provenance={**COUNCIL, "whose": "Dot"}),
    )
    anna = hall.join(2)
    own = hall.place(anna)
    hall.do(anna, "me_too.add", place=made_id(1001))
    hall.do(anna, "connection.draw", **connection(anna.new_id(), made_id(1002), own))
    late, early = batches(hall.host.room.content)
    assert (late.id, late.whose, late.places, late.in_use) == (second, "Dot", 1, 0)
    assert (early.id, early.places, early.free, early.in_use) == (first, 3, (made_id(1003),), 2)
    assert early.line.startswith("Fernside Council, 2026-03-01.")


def test_without_a_file_there_is_nothing() -> None:
    hall = Hall()
    hall.place(hall.join(2))
    assert batches(hall.host.room.content) == ()
