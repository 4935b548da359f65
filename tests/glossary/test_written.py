from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.glossary.written import read_concepts, read_indicators
from tests.glossary.support import starting_concepts, starting_indicators

GOOD = "- id: hub\n  label: hub\n  definition: A place with many ties.\n"


def test_a_concept_is_read_in_its_language() -> None:
    (hub,) = read_concepts(GOOD + "  alt: [heart]\n", "terms.yaml", "cy")
    assert (hub.id, hub.label, hub.alt) == ("hub", {"cy": "hub"}, {"cy": ("heart",)})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "terms.yaml cannot be read"),
        ("id: hub", "has to be a list"),
        ("- hub", "entry 1"),
        (GOOD + "  colour: red\n", "“hub”, colour"),
        ("- id: hub\n  label: hub\n", "“hub”, definition"),
        (GOOD.replace("id: hub", "id: Hub"), "“Hub”, id"),
        (GOOD + "- id: bench\n  label: [bench]\n  definition: A seat.\n", "“bench”, label"),
        ("- !!python/object/apply:os.system ['true']", "cannot be read"),
    ],
)
def test_a_fault_names_the_file_and_the_entry(text: str, words: str) -> None:
    with pytest.raises(BadInputError, match=r"terms\.yaml") as caught:
        read_concepts(text, "terms.yaml", "en")
    assert words in caught.value.message


@given(
    st.text()
    | st.recursive(
        st.none() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["id", "label", "definition", "alt"]), inner)
        ),
    ).map(yaml.safe_dump)
)
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(text: str) -> None:
    for read in (read_concepts, read_indicators):
        said = refusal(read, text)
        assert said == "" or said.startswith("any.yaml")


def refusal(read: Callable[[str, str, str], object], text: str) -> str:
    """Return the words by which a text is refused, or nothing; anything else fails."""
    try:
        read(text, "any.yaml", "en")
    except BadInputError as refused:
        return refused.message
    return ""


def test_there_are_the_terms_of_the_programme_and_those_of_the_product() -> None:
    ids = {each.id for each in starting_concepts()}
    assert len(ids) == 76
    assert {"community", "co_production", "host_authority", "loneliness", "minority_statement", "hub"} <= ids


def test_there_are_twenty_eight_indicators_and_each_says_by_what_right() -> None:
    indicators = starting_indicators()
    assert len(indicators) == 28
    about = {each.id for each in starting_concepts()}
    for each in indicators:
        assert each.about in about
        assert bool(each.questions) or each.rights != "shipped"
        assert each.rights != "slot" or not each.questions
        assert each.rights != "shipped" or "Open Government Licence" in each.attribution
