import pytest

from kithmap.basics.errors import BadInputError
from kithmap.glossary.bringing_in.rows import from_rows
from kithmap.glossary.model import Concept

HEAD = "id,label,definition,synonyms\n"


def concepts(text: str) -> list[Concept]:
    return from_rows(HEAD + text, "en")[0]


def test_each_concept_has_the_line_on_which_it_begins() -> None:
    _, _, lines = from_rows(f'{HEAD}hub,hub,"Where\nmany meet.",\n\npark,park,Green.,\n', "en")
    assert lines == {"hub": 2, "park": 5}


@pytest.mark.parametrize(
    "cell", ["=1+1", '"=HYPERLINK(""https://e.org"")"', "@SUM(A1)", "+1+1", "-1+1", "-(1)"]
)
@pytest.mark.parametrize("row", ["hub,{},What it is.,", "hub,hub,{},", "hub,hub,What it is.,{}"])
def test_a_formula_is_refused_with_its_line(cell: str, row: str) -> None:
    _, refused, _ = from_rows(f"{HEAD}park,park,Green.,\n{row.format(cell)}\n", "en")
    assert [(fault.concept, fault.says[:6]) for fault in refused] == [("hub", "Line 3")]


@pytest.mark.parametrize("cell", ["- first, - second", "a = b", "'=what we wrote ourselves"])
def test_words_that_only_look_like_one_are_words(cell: str) -> None:
    found, refused, _ = from_rows(f'{HEAD}hub,hub,"{cell}",\n', "en")
    assert refused == []
    assert found[0].definition == {"en": cell.removeprefix("'")}


def test_rows_of_one_name_get_ids_of_their_own() -> None:
    assert [each.id for each in concepts(",hub,One.,\n,hub,Two.,\n")] == ["hub", "hub_2"]


def test_other_words_are_parted_at_bars_and_semicolons() -> None:
    assert concepts("hub,hub,x,heart | centre; middle\n")[0].alt == {"en": ("heart", "centre", "middle")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (",,\n\n", "empty"),
        ("word,sense\nhub,x\n", "two of them are"),
        ('label,definition\nhub,"open\n', "^Line 2 cannot be read"),
        ("label,definition\nhub," + "a" * 200_000, "^Line 2 cannot be read: field larger"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_line(text: str, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        from_rows(text, "en")
