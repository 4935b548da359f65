"""A guide's file becomes a guide, or is told what is wrong with it in sentences; never anything else."""

import random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kithmap.guides.model import FaultyGuideError, Guide, GuideKind
from kithmap.guides.read import LONGEST, key_of, read_guide
from kithmap.workshop.model import Stage
from tests.support.guides import written_guide, written_head, written_step

NAME = "02_mapping_places.md"


def faults_of(text: str, name: str = NAME) -> tuple[str, ...]:
    with pytest.raises(FaultyGuideError) as caught:
        read_guide(name, text)
    return caught.value.faults


def test_a_guide_is_read_with_its_steps_and_its_text() -> None:
    steps = [
        written_step(),
        written_step("places", stage="places", minutes=20, rules={"blind": True}, watch=["Quiet people."]),
    ]
    guide = read_guide(NAME, written_guide("# Mapping\n\nRead me.\n", steps=steps))
    assert (guide.key, guide.title, guide.minutes) == ("mapping_places", "Mapping places", 30)
    assert guide.body == "# Mapping\n\nRead me."
    first, second = guide.steps
    assert (first.blind, first.moderated, first.watch, first.again) == (None, None, (), False)
    assert (second.stage, second.minutes, second.blind) == (Stage.PLACES, 20, True)
    assert second.watch == ("Quiet people.",)


def test_a_guide_to_read_has_no_steps() -> None:
    text = written_guide(kind="reading", steps=[], minutes=15)
    assert read_guide("06_mapping_ethics.md", text).kind is GuideKind.READING
    [fault] = faults_of(written_guide(kind="reading"))
    assert fault.startswith(f"{NAME}: steps: a guide of the kind reading has none.")


def test_a_file_from_windows_is_read_alike() -> None:
    text = written_guide()
    assert read_guide(NAME, "\ufeff" + text.replace("\n", "\r\n")) == read_guide(NAME, text)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"minutes": 0}, "step “welcome”, minutes: this should be 1 or more."),
        ({"minutes": "ten"}, "step “welcome”, minutes: this should be a whole number."),
        ({"stage": "tea"}, "step “welcome”, stage: this should be one of lobby, places,"),
        ({"say": "Hello"}, "step “welcome”, say: this should be a list, each line with a dash before it."),
        ({"say": ["Hello", ""]}, "step “welcome”, say, line 2: please write something here."),
        ({"rules": {"blind": "perhaps"}}, "step “welcome”, rules, blind: this should be true or false."),
        ({"rules": {"loud": True}}, "step “welcome”, rules, loud: guides have no such field."),
        ({"tea": True}, "step “welcome”, tea: guides have no such field."),
        ({"key": "Two words"}, "step “Two words”, key: this is not written as it should be."),
        ({"key": 7}, "step 1, key: this should be text."),
        ({"title": "x" * 121}, "step “welcome”, title: this is longer than 120 letters."),
    ],
)
def test_a_fault_of_a_step_names_file_step_and_field(step: dict[str, Any], told: str) -> None:
    [fault] = faults_of(written_guide(steps=[written_step(**step)], minutes=10))
    assert fault.startswith(f"{NAME}, {told}")


def test_every_missing_field_is_told_at_once() -> None:
    head = written_head()
    del head["title"], head["for"], head["steps"][0]["prompt"]
    assert faults_of(f"---\n{yaml.safe_dump(head)}---\n") == (
        f"{NAME}, title: this field is missing.",
        f"{NAME}, for: this field is missing.",
        f"{NAME}, step “welcome”, prompt: this field is missing.",
    )


def test_the_minutes_of_a_guide_are_those_of_its_steps() -> None:
    assert faults_of(written_guide(minutes=25)) == (
        f"{NAME}: minutes: the guide says 25, but its steps take 10 minutes together.",
    )


def test_keys_are_unique_and_stages_go_forward_unless_the_step_says_so() -> None:
    back = [
        written_step("a", stage="places"),
        written_step("b", stage="lobby"),
        written_step("a", stage="places"),
    ]
    told = faults_of(written_guide(steps=back))
    assert told == (
        f"{NAME}: step “b”, stage: it goes back from places to lobby. If that is meant, write again: true.",
        f"{NAME}: step “a”, key: another step has it already.",
    )
    again = [written_step("a", stage="places"), written_step("b", stage="lobby", again=True)]
    assert read_guide(NAME, written_guide(steps=again)).steps[1].again


def test_only_the_last_step_closes_the_workshop() -> None:
    steps = [written_step("end", stage="closed"), written_step("after", stage="closed")]
    [fault] = faults_of(written_guide(steps=steps))
    assert "closed ends the workshop, so it must be the last step" in fault


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No head at all.", "it should begin with a line of three dashes"),
        ("---\ntitle: One\n", "it should begin with a line of three dashes"),
        ("---\n- a list\n---\n", "between the dashes there should be fields"),
        ("---\n---\n", "between the dashes there should be fields"),
        ("---\ntitle: One\ntitle: Two\n---\n", "line 3: “title” stands there twice"),
        ("---\ntitle: *one\n---\n", "line 2: a text that begins with & or * or !"),
        ("---\ntitle: [One\n---\n", "line 3"),
        ("---\ntitle: One\x07\n---\n", "there is a sign in it that no text has"),
    ],
)
def test_a_head_that_is_none_is_told_with_its_line(text: str, told: str) -> None:
    [fault] = faults_of(text)
    assert fault.startswith(NAME)
    assert told in fault


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("02_mapping_places.md", "mapping_places"),
        ("our_way.md", "our_way"),
        ("02.md", None),
        ("Our way.md", None),
        ("../secret.md", None),
        ("guide.txt", None),
    ],
)
def test_a_key_is_the_name_without_its_number(name: str, key: str | None) -> None:
    assert key_of(name) == key


def test_a_name_that_is_none_and_a_file_without_end_are_told() -> None:
    assert "the file's name should be small letters" in faults_of(written_guide(), "Our way.md")[0]
    assert "Please make two guides of it" in faults_of("x" * (LONGEST + 1))[0]


def is_guide_or_told(text: str) -> bool:
    try:
        return isinstance(read_guide(NAME, text), Guide)
    except FaultyGuideError as error:
        return bool(error.faults) and all(
            fault.startswith(NAME) and fault.endswith((".", ")")) for fault in error.faults
        )


@given(st.text())
def test_any_text_is_a_guide_or_a_told_fault(text: str) -> None:
    assert is_guide_or_told(text)
    assert is_guide_or_told(f"---\n{text}\n---\n")


yaml_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.binary(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.integers(), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*written_head(), "tea"]), yaml_values), yaml_values)
def test_any_value_in_any_field_is_a_guide_or_a_told_fault(fields: dict[str, Any], step: Any) -> None:
    head = {**written_head(), **fields}
    assert is_guide_or_told(f"---\n{yaml.safe_dump(head)}---\n")
    assert is_guide_or_told(f"---\n{yaml.safe_dump({**written_head(), 'steps': [step]})}---\n")


@given(st.integers())
def test_a_guide_with_a_few_letters_changed_is_a_guide_or_a_told_fault(seed: int) -> None:
    draw = random.Random(seed)
    letters = list(written_guide())
    for _ in range(draw.randint(1, 6)):
        letters[draw.randrange(len(letters))] = draw.choice("\n \t:-[]{}'\"|>&*!%#0aé\x00\ud7ff")
    assert is_guide_or_told("".join(letters))
