from datetime import UTC, datetime

import pytest

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.access import Library
from kithmap.glossary.pages.showing import concept_page, known_concept, release_page
from tests.glossary.published import publish, releases
from tests.glossary.support import ROOT
from tests.support.installation import Installation

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LIBRARY = Library(ROOT)


def test_what_is_near_a_concept_is_told_on_both_sides(installation: Installation) -> None:
    made = installation.do(publish, installation.area, NOW)
    newest = installation.do(LIBRARY.newest, made)
    broker = installation.do(concept_page, LIBRARY, made, newest, "broker", "/x/")
    assert "hub" in {each.id for each in broker.related}
    meeting_place = installation.do(concept_page, LIBRARY, made, newest, "meeting_place", "/x/")
    assert [each.id for each in meeting_place.narrower] == ["lunch_club", "sports_club"]


def test_an_indicator_stands_beside_what_it_tells_of_and_is_not_called_near_it(
    installation: Installation,
) -> None:
    made = installation.do(publish, installation.area, NOW)
    newest = installation.do(LIBRARY.newest, made)
    wellbeing = installation.do(concept_page, LIBRARY, made, newest, "wellbeing", "/x/")
    assert [each.id for each in wellbeing.asked][:2] == ["life_satisfaction", "worthwhile"]
    assert not {each.id for each in wellbeing.asked} & {each.id for each in wellbeing.related}


def test_what_is_no_longer_used_is_listed_apart(installation: Installation) -> None:
    made = installation.do(publish, installation.area, NOW)
    newest = installation.do(LIBRARY.newest, made)
    page = installation.do(release_page, LIBRARY, made, newest, {}, "/glossary/oakham")
    assert [each.id for each in page.gone] == ["club"]
    assert page.concepts == 7
    assert "club" not in {each.id for group in page.groups for each in group.entries}


def test_an_unknown_concept_names_the_glossary_and_the_version() -> None:
    with pytest.raises(NotFoundError, match=r"“Words” has no term at this address in version 1\.0\.0"):
        known_concept(releases()[0], "elephant", "Words")
