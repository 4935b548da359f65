import json
import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from kithmap.basics.errors import BadInputError
from kithmap.storage.json_text import from_json, to_json
from tests.support.json_values import JSON


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


@given(JSON)
def test_any_json_is_read_back_as_exactly_the_values_that_were_written(value: Any) -> None:
    again = from_json(to_json(value))
    assert again == value
    assert repr(again) == repr(value), "whole numbers stay whole, and keys keep their order"


@given(JSON)
def test_what_is_written_holds_no_nul_and_is_json_for_others_too(value: Any) -> None:
    text = to_json(value)
    assert "\0" not in text
    assert json.loads(text) == value


@pytest.mark.parametrize(
    "value", [2**63, -(2**63), 2**64 - 1, nested(250), "\0", -0.0, 5e-324, 1.7976931348623157e308]
)
def test_the_limits_of_what_can_be_kept(value: Any) -> None:
    assert repr(from_json(to_json(value))) == repr(value)


@pytest.mark.parametrize(
    "value",
    [
        "\ud800",
        "a\udfffb",
        2**64,
        -(2**63) - 1,
        nested(300),
        {1: 2},
        {"\ud800": 1},
        b"a",
        {1},
        datetime.now(UTC),
    ],
)
def test_what_could_not_be_read_back_is_refused(value: Any) -> None:
    with pytest.raises(BadInputError):
        to_json(value)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_kept_as_nothing(value: float) -> None:
    assert from_json(to_json([value])) == [None]
