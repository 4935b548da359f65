import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.shared_map.withheld import Review, Withheld, merged_into, reasons, review_of, without

PLAIN = {"placed": {"blind": False, "revealed": False}, "visibility": "partners"}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"merged": {"into": "a"}}, Withheld.MERGED),
        ({"aside": {"cause": "facilitator"}}, Withheld.SET_ASIDE),
        ({"review": {"state": "returned"}}, Withheld.RETURNED),
        ({"review": {"state": "waiting"}}, Withheld.WAITING),
        ({"visibility": "facilitators"}, Withheld.FACILITATORS),
        ({"placed": {"blind": True, "revealed": False}}, Withheld.HELD_BACK),
    ],
)
def test_each_reason_is_read_from_its_own_field(fields: dict[str, object], reason: Withheld) -> None:
    assert reasons({**PLAIN, **fields}) == [reason]


def test_what_is_approved_shown_and_single_is_for_everyone() -> None:
    placed = {"blind": True, "revealed": True}
    assert reasons({**PLAIN, "placed": placed, "review": {"state": "approved"}}) == []
    assert review_of({"review": {"state": "approved"}}) is Review.APPROVED
    assert review_of({}) is None
    assert merged_into({}) is None


def test_what_a_withdrawal_blanked_gives_no_reason() -> None:
    assert reasons({}) == []


@given(
    st.dictionaries(
        st.sampled_from(["merged", "aside"]),
        st.just({"into": "a", "cause": "alarm"}),
    ),
    st.sampled_from([None, "waiting", "returned", "approved"]),
    st.booleans(),
)
def test_the_weightiest_reason_comes_first(
    fields: dict[str, object], review: str | None, blind: bool
) -> None:
    given_review = {} if review is None else {"review": {"state": review}}
    found = reasons({**PLAIN, **fields, **given_review, "placed": {"blind": blind, "revealed": False}})
    assert found == [reason for reason in Withheld if reason in found]


def test_fields_can_be_left_out() -> None:
    assert without({"a": 1, "b": 2}, "b", "c") == {"a": 1}
