from dataclasses import replace
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from kithmap.release_package.citation import bibtex, citation, citation_file, version_address
from tests.support.layers import HEADER


def test_the_sentence_names_who_when_what_where_and_on_what_terms() -> None:
    assert citation(HEADER) == (
        "Voluntary Action Oakham and Oakham Town Council (2026): Oakham, Baseline: community map, version 1.0.0. "
        "Places that connect us. https://kithmap.example/layers/oakham-baseline/versions/1.0.0 (licence: CC-BY-4.0)."
    )


def test_one_organisation_three_or_none_can_have_made_it() -> None:
    assert citation(replace(HEADER, creators=("A",))).startswith("A (2026)")
    assert citation(replace(HEADER, creators=("A", "B", "C"))).startswith("A, B and C (2026)")
    assert citation(replace(HEADER, creators=())).startswith("Places that connect us (2026)")


def test_the_entry_for_bibtex_keeps_the_names_of_organisations_whole() -> None:
    entry = bibtex(replace(HEADER, creators=("Voluntary Action & Friends", "100% Oakham_{x}")))
    assert r"author = {{Voluntary Action \& Friends} and {100\% Oakham\_\{x\}}}" in entry
    assert entry.startswith("@misc{oakham-baseline-1-0-0,\n")
    assert bibtex(replace(HEADER, creators=())).count("{Places that connect us}") == 2


def read(**more: Any) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(citation_file(replace(HEADER, **more)))
    return found


def test_the_citation_file_says_the_same() -> None:
    found = read()
    assert (found["title"], found["version"], found["date-released"]) == (HEADER.title, "1.0.0", "2026-05-11")
    assert found["authors"] == [{"name": "Voluntary Action Oakham"}, {"name": "Oakham Town Council"}]
    assert found["url"] == version_address(HEADER)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_written_in_it_is_read_from_it(words: str) -> None:
    found = read(note=words, creators=(words,))
    assert found["authors"] == [{"name": words}]
    assert found["abstract"] == words or not words
