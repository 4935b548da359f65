from dataclasses import FrozenInstanceError

import pytest
from shapely import LineString

from kithmap.demo.town.plan import Street


def test_a_street_cannot_be_changed_once_drawn() -> None:
    street = Street(LineString([(0, 0), (1, 1)]), "residential", "Fuller Street")
    with pytest.raises(FrozenInstanceError):
        street.name = "Weaver Street"  # type: ignore[misc]


def test_a_street_without_more_words_takes_the_style_of_its_district() -> None:
    street = Street(LineString([(0, 0), (1, 1)]), "residential")
    assert (street.name, street.fronts, dict(street.tags)) == ("", "", {})
