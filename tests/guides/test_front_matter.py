"""The parser and the schema beside the guides say the same of a guide's head."""

import copy
import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kithmap.guides.front_matter import FrontMatter, misfits
from tests.support.guides import written_head, written_step
from tests.support.source_tree import ROOT

SCHEMA = json.loads((ROOT / "facilitator_guides" / "schema.json").read_text(encoding="utf-8"))
BY_SCHEMA = jsonschema_rs.Draft202012Validator(SCHEMA)

STEPS_BELONG = "steps: a guide of the kind"
"""How the misfits begin that JSON Schema can say, too."""


def is_sound(head: Any) -> bool:
    """Tell whether the parser takes a head, apart from sums and orders that no schema can state."""
    try:
        read = FrontMatter.model_validate(head)
    except ValidationError:
        return False
    return not any(words.startswith(STEPS_BELONG) for words in misfits(read))


odd = st.sampled_from(
    [
        None,
        "",
        "  ",
        "x",
        0,
        -1,
        7,
        601,
        True,
        [],
        [""],
        ["Hello"],
        {},
        {"blind": 1},
        "lobby",
        "reading",
        "en-GB",
    ]
)


@given(st.lists(st.tuples(st.sampled_from([*written_head(), "tea"]), odd), max_size=2), st.data())
def test_parser_and_schema_agree_on_every_field(changes: list[tuple[str, Any]], data: st.DataObject) -> None:
    head = written_head(
        steps=[written_step(watch=["Quiet people."], rules={"moderated": False}, again=False)]
    )
    for name, value in changes:
        head[name] = value
    if isinstance(head["steps"], list) and head["steps"] and isinstance(head["steps"][0], dict):
        step = copy.deepcopy(head["steps"][0])
        step[data.draw(st.sampled_from([*step, "tea"]))] = data.draw(odd)
        head["steps"] = [step]
    assert BY_SCHEMA.is_valid(head) is is_sound(head), head


@pytest.mark.parametrize("field", [name for name in written_head() if name != "steps"])
def test_both_miss_a_field_that_is_not_there(field: str) -> None:
    head = written_head()
    del head[field]
    assert (is_sound(head), BY_SCHEMA.is_valid(head)) == (False, False)


@pytest.mark.parametrize("field", ["key", "title", "stage", "minutes", "say", "do", "prompt"])
def test_both_miss_a_field_of_a_step_that_is_not_there(field: str) -> None:
    head = written_head()
    del head["steps"][0][field]
    assert (is_sound(head), BY_SCHEMA.is_valid(head)) == (False, False)


def test_steps_belong_to_guides_that_lead_a_workshop() -> None:
    for head, sound in (
        (written_head(), True),
        (written_head(kind="reading"), False),
        (written_head(kind="reading", steps=[]), True),
        (written_head(steps=[]), False),
    ):
        assert is_sound(head) is BY_SCHEMA.is_valid(head) is sound
