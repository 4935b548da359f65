import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.glossary.bringing_in import MOST_BYTES, BroughtIn, Form, bring_in
from kithmap.glossary.checks import faults
from kithmap.glossary.exports import concepts_csv
from kithmap.glossary.skos import Format, as_skos
from tests.glossary.support import release, starting_concepts

HEAD = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/v/> .\n"


def turtle(text: str) -> BroughtIn:
    return bring_in((HEAD + text).encode(), "turtle", "en")


def hub(name: str = "hub", more: str = "") -> str:
    return f':{name} a skos:Concept ; skos:prefLabel "{name}"@en ; skos:definition "What {name} is."@en {more} .\n'


@pytest.mark.parametrize("form", ["turtle", "xml", "json-ld"])
def test_what_we_write_we_read(form: Format) -> None:
    found = bring_in(as_skos(release(*starting_concepts()), form), form, "en")
    assert found.refused == ()
    by_id = {each.id: each for each in found.concepts}
    assert len(by_id) == 76
    for concept in starting_concepts():
        read = by_id[concept.id]
        assert (read.label, read.definition, set(read.broader)) == (
            concept.label,
            concept.definition,
            set(concept.broader),
        )


def test_our_own_table_is_read_as_well() -> None:
    found = bring_in(concepts_csv(release(*starting_concepts())), "csv", "en")
    assert {each.id for each in found.concepts} == {each.id for each in starting_concepts()}


def test_unsound_concepts_are_left_out_with_their_reason_and_the_rest_is_kept() -> None:
    found = turtle(
        hub("good")
        + ':nameless a skos:Concept ; skos:definition "?"@en .\n'
        + hub("one", "; skos:broader :two")
        + hub("two", "; skos:broader :one")
        + hub("lost", "; skos:broader :nowhere")
        + hub("below", "; skos:broader :nameless")
    )
    assert {each.id for each in found.concepts} >= {"good", "below"}
    told = {fault.concept: fault.says for fault in found.refused}
    assert "no label" in told["nameless"]
    assert "above itself" in next(says for each, says in told.items() if each in {"one", "two"})
    assert "nowhere" in told["lost"]


@pytest.mark.parametrize(
    ("content", "form", "words"),
    [
        (b"", "turtle", "no SKOS concept"),
        (b"this is not turtle", "turtle", "Line 1 cannot be read as Turtle"),
        (b"<a/>", "xml", "cannot be read|no SKOS concept"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><a>&a;</a>', "xml", "DOCTYPE"),
        (b'{"@context": "https://example.org/context.json"}', "json-ld", "another address"),
        (b"{", "json-ld", "Line 1 cannot be read as JSON"),
        (b"", "csv", "empty"),
        (b"word,sense\nhub,x\n", "csv", "label"),
        ("label,definition\nhub,ö\n".encode("latin-1"), "csv", "Line 2 is not written in UTF-8"),
        (b'label,definition\nhub,"open\n', "csv", "Line"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, form: Form, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        bring_in(content, form, "en")


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    with pytest.raises(TooLargeError, match="52 MB"):
        bring_in(b" " * 52_000_000, "turtle", "en")
    assert MOST_BYTES < 52_000_000


def test_labels_without_a_language_are_not_taken_for_english() -> None:
    found = turtle(':hub a skos:Concept ; skos:prefLabel "hub" ; skos:definition "What hub is." .\n')
    assert found.concepts == ()
    assert any("no label" in fault.says for fault in found.refused)


@given(st.binary(max_size=200), st.sampled_from(["turtle", "xml", "json-ld", "csv"]))
def test_whatever_comes_is_read_or_refused_in_words(content: bytes, form: Form) -> None:
    try:
        found = bring_in(content, form, "en")
    except KithmapError:
        return
    assert all(each.label and each.definition for each in found.concepts)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=8), max_size=4),
        max_size=6,
    )
)
def test_whatever_a_table_holds_what_is_kept_is_sound(table: list[list[str]]) -> None:
    lines = [
        "label,definition,id,synonyms",
        *(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in table),
    ]
    found = bring_in("\n".join(lines).encode(), "csv", "en")
    assert len({each.id for each in found.concepts}) == len(found.concepts)


WRITTEN = {
    **{form: as_skos(release(*starting_concepts()[:3]), form) for form in ("turtle", "xml", "json-ld")},
    "csv": concepts_csv(release(*starting_concepts()[:3])),
}


@given(st.sampled_from(sorted(WRITTEN)), st.integers(0, 5000), st.integers(0, 60), st.binary(max_size=12))
def test_a_file_that_was_damaged_is_read_or_refused_in_words(
    form: Form, place: int, length: int, instead: bytes
) -> None:
    whole = WRITTEN[form]
    try:
        found = bring_in(whole[:place] + instead + whole[place + length :], form, "en")
    except KithmapError:
        return
    assert faults(found.concepts, "en") == []
