from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.glossary.document import as_document, document_schema, from_document
from kithmap.glossary.model import Concept, Decision, Match, Version
from tests.glossary.support import concept, release, starting_concepts, starting_indicators, vocabularies

DECISION = Decision(
    "w", "i", date(2026, 3, 4), "adopted", {"for": 9}, "9 of 12 agreed.", ("Not here.",), "As the area"
)


def test_what_the_project_starts_with_is_read_as_it_was_written() -> None:
    given_release = release(
        *starting_concepts(), indicators=tuple(starting_indicators()), previous=Version(0, 9, 0)
    )
    assert from_document(as_document(given_release)) == given_release


@given(vocabularies)
def test_every_release_is_read_as_it_was_written(concepts: list[Concept]) -> None:
    decided = [
        replace(each, decisions=(DECISION,), matches={Match.EXACT: ("https://example.com/x",)})
        for each in concepts
    ]
    assert from_document(as_document(release(*decided))) == release(*decided)


def test_the_same_release_gives_the_same_bytes() -> None:
    assert as_document(release(concept("hub"), concept("park"))) == as_document(
        release(concept("park"), concept("hub"))
    )


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b'{"scheme": 1}', b"\xff\xfe"])
def test_what_is_no_release_is_refused_in_words(text: bytes) -> None:
    with pytest.raises(BadInputError, match="no glossary that Kithmap wrote"):
        from_document(text)


@given(st.binary(max_size=200))
def test_whatever_comes_is_read_or_refused(text: bytes) -> None:
    with pytest.raises(BadInputError):
        from_document(text)


def test_the_form_has_a_schema() -> None:
    assert {"scheme", "version", "concepts"} <= set(document_schema()["properties"])  # type: ignore[call-overload]
