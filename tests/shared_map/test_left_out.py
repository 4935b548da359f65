from kithmap.shared_map.left_out import left_out
from tests.support.hall import Hall, connection, point
from tests.support.moderation import moderated_round


def counted(hall: Hall) -> tuple[dict[str, int], dict[str, int]]:
    found = left_out(hall.host.room.content)
    return (
        {why: count for why, count in found.places.items() if count},
        {why: count for why, count in found.connections.items() if count},
    )


def test_what_waits_came_back_was_put_aside_or_joined_is_counted_by_why() -> None:
    hall = Hall()
    anna, lead = hall.join(2), hall.facilitator
    keep, other = hall.place(anna, "Hall"), hall.place(anna, "The hall")
    aside, end = hall.place(anna, "Aside"), hall.place(anna, "Park", geometry=point(-0.4))
    hall.do(anna, "connection.draw", **connection(anna.new_id(), aside, end))
    moderated_round(hall)
    hall.place(anna, "Waits")
    back = hall.place(anna, "Back")
    hall.do(lead, "place.return", id=back, reason="spot")
    hall.do(lead, "place.hide", id=aside)
    hall.do(lead, "places.merge", keep=keep, others=[other])
    assert counted(hall) == (
        {"merged": 1, "set_aside": 1, "returned": 1, "waiting": 1},
        {"set_aside": 1},
    )


def test_what_its_author_gave_to_the_facilitators_or_placed_blind_is_not_left_out_for_that() -> None:
    hall = Hall(blind=True)
    hall.place(hall.join(2), visibility="facilitators")
    assert counted(hall) == ({}, {})
