"""The words of the story are the words of the shared map: kept apart in the code, held together here."""

from enum import StrEnum
from typing import Any, get_args

import pytest

from kithmap.demo import model
from kithmap.shared_map import model as shared_map
from kithmap.workshop.model import SIX_KINDS


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (model.Visibility, shared_map.Visibility),
        (model.Precision, shared_map.Precision),
        (model.HowOften, shared_map.HowOften),
        (model.HowMany, shared_map.HowMany),
        (model.OpenTo, shared_map.OpenTo),
        (model.Mode, shared_map.Mode),
        (model.Strength, shared_map.Strength),
        (model.Why, shared_map.Why),
        (model.Outcome, shared_map.Outcome),
    ],
)
def test_the_story_speaks_the_words_of_the_map(ours: Any, theirs: type[StrEnum]) -> None:
    assert set(get_args(ours)) == {word.value for word in theirs}


def test_the_kinds_are_the_six_and_the_meeting_place() -> None:
    assert set(get_args(model.Kind)) == {key for key, _ in SIX_KINDS} | {shared_map.MEETING_PLACE}
