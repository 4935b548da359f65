import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from words_of_tables import Sentence, TableError, sentences_in


def read(source: str) -> list[Sentence]:
    return list(sentences_in(source, "frontend/a/words.ts"))


def test_every_sentence_of_a_table_is_found_at_whatever_depth() -> None:
    source = """
    /** words({ not: "This one" }) */
    export const TOP: Readonly<Record<Life, Top>> = words({
      draft: { headline: "Not started", todo: "Wait." }, // words({ nor: "That one" })
      "asset.place": ["One", "Two"],
      closed: OTHER.closed,
      rest: { ...MORE, last: "Last" },
    } as const);
    """
    assert [each.text for each in read(source)] == ["Not started", "Wait.", "One", "Two", "Last"]


def test_a_count_is_one_entry_with_two_forms() -> None:
    assert read('words({ a: { one: "1 place", other: "{count} places" } })') == [
        Sentence("1 place", "{count} places")
    ]


def test_a_table_can_have_a_context() -> None:
    assert read('words({ join: "Join" }, "two places")') == [Sentence("Join", None, "two places")]
    assert read('words(\n  { join: "Join" },\n  "two places",\n)') == [Sentence("Join", None, "two places")]


def test_keys_and_signs_are_no_words() -> None:
    assert read('words({ a: " · ", b: "P", c: "+ 1", d: "{title}" })') == []


def test_a_cast_within_a_table_is_passed_over() -> None:
    source = 'words({ kinds: { a: "Aa" } as Readonly<Record<string, string>>, b: ["Bb"] as readonly (readonly [string, string])[] })'
    assert [each.text for each in read(source)] == ["Aa", "Bb"]


@pytest.mark.parametrize(
    "table",
    [
        '{ a: "half " + name }',
        "{ a: `with ${gap}` }",
        "{ a: 'single' }",
        '{ a: fill("x y", {}) }',
        "{ a: 3 + 4 }",
    ],
)
def test_what_no_translator_could_read_is_refused(table: str) -> None:
    with pytest.raises(TableError, match="Sentences stand whole"):
        read(f"words({table})")


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,6}", fullmatch=True), st.text(min_size=1, max_size=30), max_size=5
    )
)
def test_whatever_a_sentence_holds_it_is_read_as_the_browser_reads_it(table: dict[str, str]) -> None:
    known = {name: f"ab {text}" for name, text in table.items() if name not in ("one", "other")}
    assert [each.text for each in read(f"words({json.dumps(known)})")] == list(known.values())
