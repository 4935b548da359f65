import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.glossary.model import Match, Version
from tests.glossary.support import concept, release

numbers = st.integers(0, 99_999)


@given(numbers, numbers, numbers)
def test_a_version_is_read_as_it_is_written(major: int, minor: int, patch: int) -> None:
    version = Version(major, minor, patch)
    assert Version.parse(str(version)) == version


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.0-rc1", "1.0.-1", "٣.0.0"]
)
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="three numbers"):
        Version.parse(text)


def test_versions_stand_in_the_order_of_their_numbers() -> None:
    assert Version(1, 9, 0) < Version(1, 10, 0) < Version(2, 0, 0)


def test_a_release_knows_its_concepts_by_id() -> None:
    found = release(concept("hub"))
    assert found.concept("hub") == concept("hub")
    assert found.concept("bench") is None


@pytest.mark.parametrize("match", list(Match))
def test_seen_from_the_other_side_twice_a_match_is_itself_again(match: Match) -> None:
    assert match.inverse.inverse is match
    assert (match.inverse is match) == (match not in {Match.BROAD, Match.NARROW})
