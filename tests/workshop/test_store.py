from dataclasses import replace

from kithmap.workshop import store
from kithmap.workshop.joining import Consent, Listed, Seat
from tests.support.installation import START, Installation

SEAT = Seat("p1", "", "teal otter", "Zoë", Consent(take_part=True, keep=True, quote=False), START)


def seat_in(workshop: Listed) -> Seat:
    return replace(SEAT, workshop=workshop.id)


def test_a_seat_is_read_as_it_was_stored(installation: Installation) -> None:
    workshop = installation.new_workshop()
    seat = seat_in(workshop)
    installation.do(store.add_seat, seat, "print")
    assert installation.do(store.seat, "p1") == seat
    assert installation.do(store.seats, workshop.id) == [seat]
    assert installation.do(store.by_resume, workshop.id, "print") == seat
    assert installation.do(store.aliases, workshop.id) == {"teal otter"}
    assert installation.do(store.removed_seats, workshop.id) == []


def test_a_removed_seat_is_told_apart(installation: Installation) -> None:
    workshop = installation.new_workshop()
    installation.do(store.add_seat, seat_in(workshop), "print")
    assert installation.do(store.change_seat, workshop.id, "p1", removed_at=START)
    (removed,) = installation.do(store.removed_seats, workshop.id)
    assert removed.removed_at == START


def test_nobody_is_changed_through_another_workshop(installation: Installation) -> None:
    workshop, other = installation.new_workshop(), installation.new_workshop(title="Other")
    installation.do(store.add_seat, seat_in(workshop), "print")
    assert not installation.do(store.change_seat, other.id, "p1", removed_at=START)
    assert installation.do(store.by_resume, other.id, "print") is None


def test_a_living_workshop_has_its_code_before_a_dead_one(installation: Installation) -> None:
    dead, living = installation.new_workshop(), installation.new_workshop(title="Living")
    installation.do(store.set_closed, dead.id, START)
    installation.do(store.set_code, living.id, dead.code)
    found = installation.do(store.by_code, dead.code)
    assert found is not None
    assert found.id == living.id
    assert installation.do(store.is_code_taken, dead.code)
    installation.do(store.set_closed, living.id, START)
    assert not installation.do(store.is_code_taken, dead.code)
    assert installation.do(store.by_code, dead.code) is not None
    assert installation.do(store.by_code, "fern river 10") is None
