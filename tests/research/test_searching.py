import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.research.searching import (
    MOST_SHOWN,
    Entry,
    Group,
    around,
    by_group,
    fold,
    marked,
    search,
    wanted,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
words_of = st.text("abcéßÉK ", min_size=1, max_size=6)


def entry(title: str, group: Group = Group.TERMS, *, where: str = "", says: str = "") -> Entry:
    return Entry(group, title, f"/{title}", where, says)


def titles(found: list[Entry], question: str) -> list[str]:
    groups = search(found, wanted(question))
    return [hit.entry.title for each in groups for hit in each.hits]


@pytest.mark.parametrize(
    ("question", "title"),
    [("eclair", "Éclair"), ("ÉCLAIR", "eclair"), ("strasse", "Straße"), ("fi", "ﬁne"), ("مرکز", "مرکز")],
)
def test_capitals_and_marks_make_no_difference(question: str, title: str) -> None:
    assert titles([entry(title)], question) == [title]


def test_all_words_have_to_stand_there_in_any_order() -> None:
    listed = [entry("Fern Hall"), entry("Fern Wood"), entry("Town Hall", says="beside the ferns")]
    assert titles(listed, "hall fern") == ["Fern Hall", "Town Hall"]


def test_what_begins_with_the_words_comes_before_what_holds_them_before_what_speaks_of_them() -> None:
    listed = [entry("A says", says="a hub"), entry("Old hub"), entry("Hub of all")]
    assert titles(listed, "hub") == ["Hub of all", "Old hub", "A says"]


def test_results_come_by_sort_in_one_order() -> None:
    listed = [entry("hub x", each) for each in reversed(Group)]
    assert [each.group for each in search(listed, wanted("hub"))] == list(Group)
    assert by_group(search(listed, ("hub",)))[Group.AREAS].count == 1


def test_of_many_the_first_are_shown_and_all_are_counted() -> None:
    (group,) = search([entry(f"hub {n}") for n in range(200)], ("hub",))
    assert (len(group.hits), group.count) == (MOST_SHOWN, 200)


def test_other_names_are_found_and_told() -> None:
    listed = [Entry(Group.TERMS, "hub", "/hub", others=("heart of the village", "x"))]
    (group,) = search(listed, wanted("HEART"))
    assert ["".join(piece.text for piece in each) for each in group.hits[0].others] == [
        "heart of the village"
    ]


def test_an_empty_question_finds_nothing() -> None:
    assert search([entry("hub")], wanted("  \t ")) == []


@given(texts, st.lists(words_of, max_size=3))
def test_the_pieces_of_a_text_are_the_text(text: str, words: list[str]) -> None:
    pieces = marked(text, wanted(" ".join(words)))
    assert "".join(piece.text for piece in pieces) == text
    assert all(one.hit != other.hit for one, other in pairwise(pieces))


@given(texts, words_of)
def test_a_piece_is_marked_where_the_word_stands_and_only_there(text: str, word: str) -> None:
    words = wanted(word)
    pieces = marked(text, words)
    assert any(piece.hit for piece in pieces) == any(each in fold(text) for each in words)


@given(texts, texts, words_of)
def test_whatever_is_found_has_all_the_words(title: str, says: str, question: str) -> None:
    words = wanted(question)
    (listed,) = [entry(title, says=says)]
    found = bool(search([listed], words))
    assert found == (bool(words) and all(word in fold(title) or word in fold(says) for word in words))


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("ab é", min_size=300, max_size=500), words_of)
def test_a_long_text_is_shown_around_the_first_word(text: str, word: str) -> None:
    shown = around(text, wanted(word))
    assert len(shown) <= 160 + 4
    assert shown.strip("… ") in text


def test_a_short_text_is_shown_whole() -> None:
    assert around("A place to meet", ("meet",)) == "A place to meet"


def test_twenty_thousand_places_and_a_thousand_terms_are_searched_within_a_blink() -> None:
    listed = [entry(f"Place of café number {n}", Group.PLACES, where="Oakham") for n in range(20_000)]
    listed += [entry(f"Term {n}", says="What people say of it, at some length " * 5) for n in range(1_000)]
    begun = time.process_time()
    found = search(listed, wanted("cafe 1234"))
    assert time.process_time() - begun < 2
    assert found[0].hits[0].entry.title == "Place of café number 1234"
