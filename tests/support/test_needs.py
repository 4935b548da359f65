"""A test that cannot run says why; where nothing may be skipped, it fails."""

import pytest

from tests.support.chromium import chromium_arguments, find_chromium
from tests.support.needs import missing, outcome_of_a_skip


def test_on_a_laptop_a_skip_is_a_skip() -> None:
    assert outcome_of_a_skip("no browser", {}) == ("skipped", "no browser")
    assert outcome_of_a_skip("no browser", {"CI": "false"}) == ("skipped", "no browser")


def test_in_continuous_integration_a_skip_is_a_failure() -> None:
    outcome, words = outcome_of_a_skip("no browser", {"CI": "true"})
    assert outcome == "failed"
    assert words.endswith("no browser")


def test_what_is_missing_is_said_with_its_remedy() -> None:
    with pytest.raises(pytest.skip.Exception, match=r"No oven was found\. Buy one\."):
        missing("No oven was found", "Buy one.")


def test_a_browser_named_in_the_environment_goes_before_one_on_the_path() -> None:
    def which(name: str) -> str | None:
        return "/bin/chromium-browser" if name == "chromium-browser" else None

    assert find_chromium({"KITHMAP_TEST_CHROMIUM": "/opt/mine"}, which) == "/opt/mine"
    assert find_chromium({}, which) == "/bin/chromium-browser"
    assert find_chromium({}, lambda _: None) is None


def test_only_an_administrators_browser_goes_without_its_sandbox() -> None:
    assert "--no-sandbox" in chromium_arguments(0)
    assert "--no-sandbox" not in chromium_arguments(1000)
