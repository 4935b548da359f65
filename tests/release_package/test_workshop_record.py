from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.release_package.workshop_record import ROUNDED_TO, WorkshopRecord, told
from tests.release_package.evening import REASON, SECRET_WORDS, held, recorded


@pytest.fixture(scope="module")
def evening() -> WorkshopRecord:
    return recorded()


def test_it_counts_what_is_on_the_map_and_who_took_part_in_what(evening: WorkshopRecord) -> None:
    assert (evening.assets, evening.meeting_places, evening.connections) == (14, 0, 1)
    # Twelve, to the nearest five; of the others there were fewer than may be told.
    assert (evening.joined, evening.took_part["mapped"], evening.took_part["reflected"]) == (10, 10, 10)
    assert (evening.took_part["connected"], evening.took_part["rated"]) == (None, None)


def test_it_tells_what_was_decided_in_its_last_words(evening: WorkshopRecord) -> None:
    (item,) = evening.items
    assert (item.type, item.label, item.meaning, item.state) == (
        "term",
        "heart",
        "Where ties meet.",
        "adopted",
    )
    assert (item.rewordings, item.questions) == (1, 1)
    assert set(item.counts.values()) == {None}


def test_it_tells_how_the_room_kept_to_its_plan(evening: WorkshopRecord) -> None:
    assert [(step.title, step.planned, step.minutes) for step in evening.steps] == [("Places", 30, 50)]
    assert [(each.what, each.title) for each in evening.departures] == [
        ("ran_over", "Places"),
        ("skipped", "Look"),
    ]


def test_reasons_of_those_who_led_are_for_partners_alone(evening: WorkshopRecord) -> None:
    assert {each.reason for each in evening.departures} == {""}
    assert {each.reason for each in recorded(with_reasons=True).departures} == {REASON}


def test_nobody_and_nobodys_own_words_are_in_it(evening: WorkshopRecord) -> None:
    _, phones = held()
    written = str(asdict(evening))
    assert SECRET_WORDS not in written
    assert not any(phone.person in written or phone.viewer.name in written for phone in phones)
    assert "valley" not in written


def test_counts_of_few_people_are_not_told() -> None:
    few = recorded(people=9)
    assert few.joined is None
    assert set(few.took_part.values()) == {None}
    assert {count for each in few.reflections for count in each.counts.values()} == {None}


@given(st.integers(0, 2_000), st.integers(5, 50))
def test_no_count_below_the_threshold_is_told_and_none_is_exact_enough_to_find_one_person(
    count: int, threshold: int
) -> None:
    shown = told(count, threshold)
    assert shown is None or shown >= threshold
    if count < threshold:
        assert shown is None
    if shown is not None:
        assert abs(shown - count) <= ROUNDED_TO // 2
        assert sum(told(other, threshold) == shown for other in range(count + ROUNDED_TO)) > ROUNDED_TO // 2
