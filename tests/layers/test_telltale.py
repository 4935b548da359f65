"""Words that may tell too much, and those that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.layers.telltale import Telltale, telltales

PHONE, EMAIL, ADDRESS, HOME = Telltale.PHONE, Telltale.EMAIL, Telltale.ADDRESS, Telltale.HOME


@pytest.mark.parametrize(
    ("text", "sort", "quote"),
    [
        ("Ring Ama on 07700 900123", PHONE, "07700 900123"),
        ("07700900123", PHONE, "07700900123"),
        ("Ask: 01572 496000.", PHONE, "01572 496000"),
        ("(020) 7946 0018", PHONE, "020) 7946 0018"),
        ("Tel +44 (0)7700 900123", PHONE, "+44 (0)7700 900123"),
        ("+48 22 123 45 67", PHONE, "+48 22 123 45 67"),
        ("0044 7700 900 123 any time", PHONE, "0044 7700 900 123"),
        ("0303-123-7300", PHONE, "0303-123-7300"),
        ("write to ama.o'neil@example.org", EMAIL, "ama.o'neil@example.org"),
        ("ama [at] example [dot] org", EMAIL, "ama [at] example [dot] org"),
        ("AMA@EXAMPLE.CO.UK", EMAIL, "AMA@EXAMPLE.CO.UK"),
        ("14 High Street, round the back", ADDRESS, "14 High Street"),
        ("Knock at 3a Penn Lane", ADDRESS, "3a Penn Lane"),
        ("12, St Anne's Close", ADDRESS, "12, St Anne's Close"),
        ("number 7, LE15 6AB", ADDRESS, "LE15 6AB"),
        ("Flat 2 LE156AB", ADDRESS, "LE156AB"),
        ("my house", HOME, "my house"),
        ("Tea in our kitchen", HOME, "our kitchen"),
        ("Freda's house", HOME, "Freda's house"),
        ("Freda\u2019s front room on Fridays", HOME, "Freda\u2019s front room"),
        ("where old Tom lives", HOME, "where old Tom lives"),
        ("She lives next door to the pub", HOME, "lives next door"),
        ("Home of Mrs Patel", HOME, "Home of Mrs"),
        ("yn fy nhŷ i", HOME, "fy nhŷ"),
        ("mój dom", HOME, "mój dom"),
        ("میرا گھر", HOME, "میرا گھر"),
    ],
)
def test_words_that_tell_too_much_are_found(text: str, sort: Telltale, quote: str) -> None:
    assert dict(telltales(text)).get(sort) == quote


@pytest.mark.parametrize(
    "text",
    [
        "Open 9 to 5",
        "Open 09:00 - 17:00, Mon - Fri",
        "Since 01-02-2024, 10 a week",
        "From 2024-05-01 to 2024-06-30",
        "Every Tuesday 10.30 to 12.00, £2.50",
        "Childline 0800 1111",
        "Built in 1897, rebuilt 1954",
        "Bus 12, 14 and 747",
        "Meet 12 people on the street",
        "10 green benches",
        "2 way radio club",
        "ISBN 978-0-306-40615-7",
        "Children's home",
        "An old people's home",
        "St Mary's House",
        "The women's kitchen",
        "The bishop's house",
        "Where everybody meets",
        "Home of the town band",
        "It feels like home",
        "Full house every Friday",
        "LE15 is where we are",
        "Our postcode is LE15 6AB",
        "Find us @oakhamchoir",
        "The choir lives for Fridays",
        "Grid ref SK 86123 08812",
        "Charity no. 1012345",
        "Dom kultury",
        "tŷ bwyta",
    ],
)
def test_what_halls_and_clubs_say_of_themselves_is_left_alone(text: str) -> None:
    assert list(telltales(text)) == []


@given(st.text(max_size=200))
def test_any_words_are_looked_at_and_what_is_quoted_stands_in_them(text: str) -> None:
    for _, quote in telltales(text):
        assert quote in text


def test_long_words_are_looked_at_at_once() -> None:
    for text in (
        "0" * 1000,
        "a@" * 500,
        "1 " + "Aa " * 333,
        "where " * 166,
        "a-" * 500 + "'s house",
        "(" * 1000,
    ):
        list(telltales(text))
