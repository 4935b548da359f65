import pytest
from rdflib import SKOS, Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import SinkParser

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.glossary.bringing_in.bounds import MOST_STATEMENTS
from kithmap.glossary.bringing_in.rdf import HERE, LONGEST_TEXT, Bounded, PlainWords, from_rdf
from kithmap.glossary.model import Concept, Match, Status

HEAD = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/v/> .\n"


def concepts(text: str) -> dict[str, Concept]:
    found, _ = from_rdf(HEAD + text, "turtle")
    return {each.id: each for each in found}


def test_what_stands_below_is_known_from_either_side() -> None:
    found = concepts(":park a skos:Concept ; skos:narrower :hub . :hub a skos:Concept .")
    assert found["hub"].broader == ("park",)


def test_an_address_of_its_own_is_kept_as_a_likeness_and_a_relative_one_is_not() -> None:
    found = concepts(":hub a skos:Concept . <park> a skos:Concept .")
    assert found["hub"].matches == {Match.EXACT: ("https://example.org/v/hub",)}
    assert found["park"].matches == {}


def test_addresses_that_end_alike_become_different_concepts() -> None:
    text = "".join(f"<https://example.org/{count}/hub> a skos:Concept .\n" for count in range(300))
    assert len(concepts(text)) == 300


def test_two_preferred_labels_in_one_language_are_told() -> None:
    _, refused = from_rdf(
        f'{HEAD}:hub a skos:Concept ; skos:prefLabel "hub"@en, "heart"@en, "canol"@cy .', "turtle"
    )
    assert [(fault.concept, fault.says) for fault in refused] == [
        ("hub", "It has 2 preferred labels in one language (en). Keep one.")
    ]


def test_several_notes_become_one() -> None:
    found = concepts(':hub a skos:Concept ; skos:scopeNote "One."@en, "Two."@en .')
    assert found["hub"].scope == {"en": "One.\nTwo."}


def test_a_withdrawn_concept_is_one_however_its_yes_is_written() -> None:
    owl = "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    found = concepts(
        f'{owl}:hub a skos:Concept ; owl:deprecated true . :park a skos:Concept ; owl:deprecated "1" .'
    )
    assert {each.status for each in found.values()} == {Status.WITHDRAWN}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (":hub a skos:Concept\n;;;\n:park .", "^Line 4 cannot be read as Turtle"),
        (':hub skos:prefLabel "hub', "Line 2 cannot be read as Turtle: a text has no end"),
        (f':hub skos:prefLabel "{"a" * (LONGEST_TEXT + 1)}" .', "far too long"),
        (':hub skos:prefLabel """' + '\\u0041"' * (LONGEST_TEXT + 1) + '""" .', "far too long"),
        (":hub :is " + "[" * 100_000, "cannot be read as turtle"),
        (':hub skos:prefLabel "hub"@not_a_language .', "cannot be read"),
    ],
)
def test_turtle_that_cannot_be_read_is_refused_with_its_line(text: str, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        from_rdf(HEAD + text, "turtle")


def test_what_a_text_says_it_is_is_not_worked_out() -> None:
    decimal = "<http://www.w3.org/2001/XMLSchema#decimal>"
    found = concepts(f':hub a skos:Concept ; skos:example "1e999999999"^^{decimal} .')
    assert found["hub"].example == {"": "1e999999999"}


def test_more_statements_than_a_glossary_needs_are_refused() -> None:
    few = Graph(store=Bounded(most=2))
    for text in ("one", "two"):
        few.add((URIRef(HERE), SKOS.note, Literal(text)))
    with pytest.raises(TooLargeError, match=str(MOST_STATEMENTS)):
        few.add((URIRef(HERE), SKOS.note, Literal("three")))


def test_a_list_is_counted_while_it_is_read() -> None:
    sink = PlainWords(Graph(), most=100)
    with pytest.raises(TooLargeError):
        SinkParser(sink, baseURI=HERE, turtle=True).loadBuf(
            f"<a> <b> {','.join(['<c>', chr(34) * 2] * 60)} ."
        )
    assert len(sink.graph) == 0


@pytest.mark.parametrize("word", ["utf-16", "utf-8", "cp037", "nonsense"])
def test_the_encoding_that_xml_names_changes_nothing(word: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{word}"?>'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:skos="http://www.w3.org/2004/02/skos/core#">'
        '<skos:Concept rdf:about="https://example.org/ö"><skos:prefLabel xml:lang="en">ö</skos:prefLabel>'
        "</skos:Concept></rdf:RDF>"
    )
    found, _ = from_rdf(text, "xml")
    assert found[0].label == {"en": "ö"}
