from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.quotes import is_taken_back, quoting, take_back, without_quotes

QUOTE = st.fixed_dictionaries({"text": st.just("Wrenfield"), "choice": st.sampled_from(["for", "against"])})
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers() | st.just("plain"),
    lambda inner: (
        st.lists(inner | QUOTE, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b"]), inner | QUOTE, max_size=2)
    ),
    max_leaves=8,
)
FIELDS = st.dictionaries(st.sampled_from(["result", "minority", "state"]), VALUES | QUOTE, max_size=3)


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items() if key != "text"}
    return [shape(each) for each in value] if isinstance(value, list) else value


@given(FIELDS)
def test_no_word_of_a_quote_stays_wherever_it_stands_and_all_else_does(fields: dict[str, Any]) -> None:
    plain = without_quotes(fields)
    assert "Wrenfield" not in repr(plain)
    assert shape(plain) == shape(fields)
    assert without_quotes(plain) == plain


def test_a_quote_that_was_taken_back_says_so_and_keeps_what_is_no_word() -> None:
    quote = {"choice": "against", "text": "Wrenfield"}
    assert not is_taken_back(quote)
    assert take_back(quote) == {"choice": "against", "text": "", "taken_back": True}
    assert is_taken_back(take_back(quote))


def test_participants_are_quoted_where_they_agreed_and_those_who_lead_always() -> None:
    may_quote = quoting({"anna"}, {"anna": "Fox", "ben": "Owl"})
    assert [may_quote(each) for each in ("anna", "ben", "lou", None)] == [True, False, True, True]
