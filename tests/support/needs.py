"""What a test needs from its machine. Where that is missing, the test says so; where `CI` is set, it fails."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest

BESIDE_THE_CHECKOUT = Path(__file__).resolve().parents[3] / "shared" / "data"
"""Where real map data may lie that the project does not carry."""


def nothing_may_be_skipped(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether this machine has to have everything: continuous integration sets `CI`."""
    return environment.get("CI", "").lower() in {"1", "true", "yes"}


def missing(what: str, remedy: str) -> NoReturn:
    """Skip the running test, saying what is missing and how to get it."""
    pytest.skip(f"{what}. {remedy}")


def outcome_of_a_skip(reason: str, environment: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """Return the outcome that counts for a skipped test, `skipped` or `failed`, and the words for it."""
    if nothing_may_be_skipped(environment):
        return "failed", f"skipped where nothing may be skipped: {reason}"
    return "skipped", reason
