from dataclasses import FrozenInstanceError

import pytest

from kithmap.workshop.pages.contexts import JoinPage, ProjectorScreen


def test_a_page_s_facts_do_not_change_once_it_is_made() -> None:
    page = JoinPage(code="x")
    with pytest.raises(FrozenInstanceError):
        page.code = "y"  # type: ignore[misc]


def test_the_projector_is_dark_and_large() -> None:
    assert (ProjectorScreen.screen, ProjectorScreen.theme) == ("projector", "dark")
