import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.founding import base_of, name_of, scheme_of
from kithmap.glossary.model import Glossary

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Oakham", "oakham"),
        ("Ynys Môn", "ynys-mon"),
        ("Starting", "starting-2"),
        ("لاہور", "term"),
        ("4 Oaks", "term-4-oaks"),
    ],
)
def test_a_name_is_made_of_the_area_s(called: str, name: str) -> None:
    assert name_of(called, ()) == name


@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_name_stands_in_an_address_and_is_nobody_else_s(called: str, others: list[str]) -> None:
    taken: set[str] = set()
    for each in [*others, called]:
        name = name_of(each, taken)
        assert name not in taken
        assert re.fullmatch(r"[a-z][a-z0-9-]*", name)
        taken.add(name)


def test_concepts_stand_under_the_server_s_public_address_or_one_that_is_only_a_name() -> None:
    assert base_of("oakham", "https://map.example.org/") == "https://map.example.org/glossary/oakham/"
    assert base_of("oakham", "") == "https://kithmap.example/glossary/oakham/"


def test_a_scheme_says_whose_words_these_are() -> None:
    base = "https://map.example.org/glossary/oakham/"
    area = scheme_of(Glossary("g", "p", "a", "oakham", base), "Oakham", "Seven places", DAY)
    assert area.title == {"en": "Glossary of Oakham"}
    assert (area.publisher.address, area.publisher.name) == (
        "https://map.example.org/glossary/",
        "Seven places",
    )
    assert (area.creator.name, area.base, area.created) == ("People of Oakham", base, DAY)
    common = scheme_of(Glossary("g", "p", None, "oakham", base, "cy"), "Seven places", "Seven places", DAY)
    assert common.title == {"cy": "Common glossary of Seven places"}
