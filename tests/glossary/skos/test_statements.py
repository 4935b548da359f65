from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.model import Match, Status
from kithmap.glossary.skos.statements import (
    Described,
    Value,
    address,
    described,
    prefixes_of,
    safe_address,
    worded,
)
from tests.glossary.support import concept, release


def by_address(*concepts: object) -> dict[str, Described]:
    return {each.address.rpartition("/")[2]: each for each in described(release(*concepts))}  # type: ignore[arg-type]


def test_a_sign_that_no_xml_can_hold_becomes_the_one_for_it() -> None:
    assert worded("a\x00b\ufffec\nd", "en") == Value("a\ufffdb\ufffdc\nd", "en")


def test_what_is_no_language_is_left_off() -> None:
    assert worded("hub", "no language").language == ""
    assert worded("hub", "zh-Hant").language == "zh-Hant"


@given(st.text())
def test_no_address_holds_what_none_may_hold(text: str) -> None:
    assert not set(safe_address(text)) & set(' <>"{}|\\^`\n\t\x00')


def test_an_address_that_is_one_stays() -> None:
    assert address("https://example.com/ö?a=1#b").text == "https://example.com/ö?a=1#b"
    assert safe_address("https://example.com/a b") == "https://example.com/a%20b"


def test_nothing_is_said_twice() -> None:
    twice = concept("hub", broader=("park", "park"), matches={Match.EXACT: ("https://a.example/x",) * 2})
    said = by_address(twice, concept("park"))
    assert len(said["hub"].facts["skos:broader"]) == 1
    assert len(said["hub"].facts["skos:exactMatch"]) == 1


def test_a_withdrawn_concept_is_nobodys_neighbour() -> None:
    said = by_address(concept("hub", related=("park",)), concept("park", status=Status.WITHDRAWN))
    assert not said["hub"].facts["skos:related"]
    assert said["park"].facts["owl:deprecated"] == {Value("true", datatype="xsd:boolean"): None}


def test_a_concept_nobody_decided_on_is_as_old_as_its_glossary() -> None:
    said = by_address(concept("hub"))
    assert [value.text for value in said["hub"].facts["dct:created"]] == [date(2026, 11, 23).isoformat()]


def test_words_of_ours_stand_below_the_glossary() -> None:
    assert prefixes_of(release())["kith"] == "https://example.org/glossary/terms#"
