from hypothesis import given
from hypothesis import strategies as st

from kithmap.paper.cards import CARDS_ON_A_PAGE, LAST_NUMBER, Kind, kinds_of, numbers


@given(st.integers(1, LAST_NUMBER), st.integers(1, 50))
def test_every_card_has_a_number_of_its_own_and_no_page_is_empty(first: int, pages: int) -> None:
    sheets = numbers(first, pages)
    cards = [number for sheet in sheets for number in sheet]
    assert cards == list(range(first, min(first + pages * CARDS_ON_A_PAGE, LAST_NUMBER + 1)))
    assert all(1 <= len(sheet) <= CARDS_ON_A_PAGE for sheet in sheets)


def test_an_areas_own_kinds_keep_their_words_and_ours_take_the_pages() -> None:
    listed = [
        {"key": "exchange", "label": "Sharing, swapping, trading", "matches": "exchange"},
        {"key": "chapel", "label": "Chapel", "matches": "institution"},
    ]
    assert kinds_of({"asset_kinds": listed}) == (Kind("exchange", ""), Kind("chapel", "Chapel"))
