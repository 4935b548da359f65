from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.ids import is_id
from kithmap.basics.operations import parse
from kithmap.bringing_in.candidates import Candidate
from kithmap.bringing_in.sending import MOST_CORNERS_AT_ONCE, pieces, place_id, taking_back
from kithmap.operations import BY_KIND
from kithmap.shared_map.operations.bringing_in import MOST_AT_ONCE
from tests.support.bringing_in import COUNCIL
from tests.support.hall import made_id

BATCH = made_id(7)


def candidate(row: int, corners: int = 1) -> Candidate:
    line: Any = [[-0.73 + each / 1e4, 52.67] for each in range(corners)]
    shape = (
        {"type": "Point", "coordinates": line[0]}
        if corners == 1
        else {"type": "LineString", "coordinates": line}
    )
    return Candidate(row, f"Hall {row}", "", None if row % 2 else "association", shape, outside=False)


def test_every_piece_is_an_operation_that_is_understood() -> None:
    (piece,) = pieces(BATCH, [candidate(2), candidate(3)], COUNCIL, "public")
    operation: Any = parse(BY_KIND[piece.kind], dict(piece.payload))
    assert [each.place for each in operation.places] == [place_id(BATCH, 2), place_id(BATCH, 3)]
    assert [each.asset_kind for each in operation.places] == ["association", None]
    assert (operation.batch, operation.provenance.whose, operation.visibility) == (
        BATCH,
        "Fernside Council",
        "public",
    )
    assert piece.size == 2


@given(st.lists(st.integers(1, 500), max_size=120))
def test_pieces_are_small_hold_everything_once_and_in_order(corners: list[int]) -> None:
    chosen = [candidate(row, each) for row, each in enumerate(corners)]
    found = list(pieces(BATCH, chosen, COUNCIL, "partners"))
    rows = [each["place"] for piece in found for each in piece.payload["places"]]
    assert rows == [place_id(BATCH, each.row) for each in chosen]
    for piece in found:
        assert piece.size <= MOST_AT_ONCE
        first = (
            0
            if piece.size == 1
            else sum(
                len(each["geometry"]["coordinates"])
                if each["asset_kind"] or each["geometry"]["type"] != "Point"
                else 1
                for each in piece.payload["places"]
                if each["geometry"]["type"] != "Point"
            )
        )
        assert first <= MOST_CORNERS_AT_ONCE


def test_sent_twice_it_is_the_same_and_another_file_is_another() -> None:
    chosen = [candidate(2), candidate(3)]
    first, again = (list(pieces(BATCH, chosen, COUNCIL, "partners")) for _ in range(2))
    assert first == again
    assert is_id(first[0].id)
    assert place_id(BATCH, 2) != place_id(made_id(8), 2)


def test_places_are_taken_back_in_pieces() -> None:
    places = [made_id(number) for number in range(MOST_AT_ONCE + 1)]
    found = list(taking_back(BATCH, places))
    assert [piece.size for piece in found] == [MOST_AT_ONCE, 1]
    assert [each for piece in found for each in piece.payload["places"]] == places
    assert len({piece.id for piece in found}) == 2
    for piece in found:
        parse(BY_KIND[piece.kind], dict(piece.payload))
