import time

from kithmap.basics.records import Audience, Record
from kithmap.bringing_in.candidates import Candidate
from kithmap.bringing_in.twins import CROWD, Twin, twins
from tests.support.hall import made_id
from tests.support.installation import SQUARE


def candidate(row: int, title: str, lon: float = -0.73, kind: str | None = "association") -> Candidate:
    return Candidate(row, title, "", kind, {"type": "Point", "coordinates": [lon, 52.67]}, outside=False)


def placed(title: str, **more: object) -> Record:
    fields = {
        "title": title,
        "asset_kind": "association",
        "geometry": {"type": "Point", "coordinates": [-0.73, 52.67]},
        "placed": {"blind": False, "revealed": False},
        **more,
    }
    return Record("asset", made_id(1), "ann", Audience.EVERYONE, fields)


def test_what_is_on_the_map_already_is_found() -> None:
    found = twins([candidate(2, "The Fern Hall"), candidate(3, "Rose Garden")], [placed("Fern Hall")], SQUARE)
    assert found == {2: Twin("Fern Hall", 0.0, on_map=True)}


def test_of_two_in_the_file_the_later_one_is_the_twin() -> None:
    found = twins([candidate(2, "Fern Hall"), candidate(5, "The Fern hall")], [], SQUARE)
    assert found == {5: Twin("Fern Hall", 0.0, on_map=False)}


def test_the_same_row_twice_is_found_without_comparing() -> None:
    found = twins([candidate(2, "Fern Hall"), candidate(3, "FERN HALL")], [], SQUARE)
    assert found[3] == Twin("FERN HALL", 0.0, on_map=False)


def test_far_apart_or_put_aside_is_no_twin() -> None:
    assert twins([candidate(2, "Fern Hall", -0.72)], [placed("Fern Hall")], SQUARE) == {}
    assert (
        twins([candidate(2, "Fern Hall")], [placed("Fern Hall", aside={"cause": "facilitator"})], SQUARE)
        == {}
    )


def test_thousands_on_one_spot_are_compared_in_bounded_time() -> None:
    crowd = [candidate(row, f"Hall {row}") for row in range(2_000)]
    began = time.process_time()
    found = twins(crowd, [], SQUARE)
    assert time.process_time() - began < 20
    assert all(row < CROWD for row in found)
