import pytest
from sqlmodel import Session

from kithmap.basics.errors import ConflictError
from kithmap.layers.store import series
from kithmap.storage.database import Database
from tests.layers.stored import BASELINE, FOLLOW_UP, NOW


def test_a_series_is_found_by_its_wave_and_its_slug(session: Session) -> None:
    assert series.of_wave(session, "a", "w") == BASELINE
    assert series.called(session, "oakham-baseline") == BASELINE
    assert series.every(session) == series.every(session, "a") == [BASELINE]
    series.add(session, FOLLOW_UP, NOW)
    assert series.every(session, "a") == [BASELINE, FOLLOW_UP]


def test_what_is_not_there_is_none(session: Session) -> None:
    assert series.of_wave(session, "a", "v") is None
    assert series.called(session, "oakham") is None
    assert series.every(session, "x") == []


@pytest.mark.parametrize(
    "second",
    [
        series.StoredSeries("t", "a", "w", "other", "https://example.org/other"),
        series.StoredSeries("t", "a", "v", "oakham-baseline", "https://example.org/other"),
    ],
)
def test_an_area_has_one_series_in_a_wave_and_a_slug_names_one(
    database: Database, second: series.StoredSeries
) -> None:
    with pytest.raises(ConflictError), database.session() as session:
        series.add(session, second, NOW)


def test_taking_turns_is_no_trouble_for_one(session: Session) -> None:
    series.take_turns(session, "s")
