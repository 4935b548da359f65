from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.glossary.bringing_in.bounds import (
    DEEPEST,
    MOST_CELLS,
    MOST_LINES,
    MOST_PARTS,
    MOST_PREFIXES,
    MOST_STATEMENTS,
    Ids,
    check_rows,
    check_turtle,
    check_xml,
    checked_json_ld,
    require_few,
    utf8,
)
from kithmap.glossary.checks import MOST_CONCEPTS

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"


def json_ld(document: Any) -> Any:
    return checked_json_ld(orjson.dumps(document).decode())


@pytest.mark.parametrize(
    ("content", "line"), [(b"a\n\xff", 2), ("a".encode("utf-16"), 1), (b"a\n\nb\x00c", 3)]
)
def test_what_is_no_text_in_utf_8_is_refused_with_its_line(content: bytes, line: int) -> None:
    with pytest.raises(BadInputError, match=f"^Line {line} "):
        utf8(content)


def test_a_mark_at_the_head_of_a_text_is_no_part_of_it() -> None:
    assert utf8(b"\xef\xbb\xbflabel") == "label"


def test_thousands_of_prefixes_are_refused_whether_or_not_each_has_a_line() -> None:
    lines = "".join(f"@prefix a{count}: <b> .\n" for count in range(MOST_PREFIXES + 1))
    for text in (lines, lines.replace("\n", " ").replace("@prefix", "PREFIX")):
        with pytest.raises(TooLargeError, match="prefixes"):
            check_turtle(text)
    check_turtle("A prefix is no prefix: it stands in a sentence.\n" * 5000)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', "^Line 1: .* DOCTYPE"),
        ('<?xml version="1.0" encoding="utf-7"?>\n<!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>', "^Line 2"),
        ("<a>\n<b></a>", "^Line 2 cannot be read as XML"),
        ("<a>" * (DEEPEST + 1), "within each other"),
        (f'<a {RDF} rdf:parseType="Literal"/>', "plain words"),
        (f'<a {RDF} rdf:datatype="{DECIMAL}">1e999999999</a>', "plain words"),
        ("<a>" + "<b/>" * (2 * MOST_STATEMENTS) + "</a>", "more in this file"),
    ],
)
def test_xml_that_asks_for_more_than_reading_is_refused_with_its_line(text: str, words: str) -> None:
    with pytest.raises(KithmapError, match=words):
        check_xml(text)


@pytest.mark.parametrize(
    "document",
    [
        {"@context": "https://example.com/context.json"},
        {"@context": ["https://example.com/context.json"]},
        {"@context": [{"a": "https://example.com/a"}, "../context.json"]},
        {"@context": {"@import": "https://example.com/context.json"}},
        {"@graph": [{"@context": "https://example.com/context.json"}]},
        [{"@context": "file:///etc/hosts"}],
        {"@context": {"a": {"@id": "https://example.com/a", "@context": "https://example.com/"}}},
        {"@context": {"value": "@value"}},
        {"@context": None},
    ],
)
def test_nothing_is_fetched_to_understand_json_ld(document: Any) -> None:
    with pytest.raises(BadInputError, match="context"):
        json_ld(document)


def test_the_key_of_a_context_may_not_hide_behind_its_letters_numbers() -> None:
    with pytest.raises(BadInputError, match="another address"):
        checked_json_ld('{"\\u0040context": "https://example.com/"}')


def test_no_value_of_json_ld_says_what_to_make_of_it() -> None:
    found = json_ld(
        {
            "@context": {
                "a": {"@id": "https://e.org/a", "@type": DECIMAL},
                "b": {"@id": "e", "@type": "@id"},
            },
            "@graph": [{"a": {"@value": "1e999999999", "@type": DECIMAL}}],
        }
    )
    assert found["@context"] == [{"a": {"@id": "https://e.org/a"}, "b": {"@id": "e", "@type": "@id"}}]
    assert found["@graph"]["@graph"] == [{"a": {"@value": "1e999999999"}}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 200 + "]" * 200, "within each other"),
        ("[" + "0," * MOST_PARTS + "0]", "more in this file"),
        ('{"a":\n1,}', "^Line 2 cannot be read as JSON"),
    ],
)
def test_json_that_is_too_much_or_none_is_refused(text: str, words: str) -> None:
    with pytest.raises(KithmapError, match=words):
        checked_json_ld(text)


@pytest.mark.parametrize("text", ["\n" * (MOST_LINES + 1), "," * (MOST_CELLS + 1)])
def test_a_table_that_would_fill_the_memory_is_refused(text: str) -> None:
    with pytest.raises(TooLargeError, match="at most can be read"):
        check_rows(text)


def test_more_concepts_than_a_glossary_holds_are_refused() -> None:
    require_few(MOST_CONCEPTS)
    with pytest.raises(TooLargeError):
        require_few(MOST_CONCEPTS + 1)


@given(st.lists(st.sampled_from(["hub", "Hub!", "hub 2", "hub_2", "hub_3", "", "üß", "2"])))
def test_every_id_is_given_once(wishes: list[str]) -> None:
    ids = Ids()
    given_ids = [ids.new(wish) for wish in wishes]
    assert len(set(given_ids)) == len(wishes)
