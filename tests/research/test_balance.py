from kithmap.basics.census import CENSUS
from kithmap.programme.representativeness import Comparison, compare
from kithmap.research.balance import (
    ATTRIBUTES,
    CATEGORIES,
    AreaBalance,
    RoomBeside,
    absent_figure,
    dissimilarity_figure,
)
from kithmap.research.figures import Drawn, shown


def room(female: int | None, male: int | None) -> RoomBeside:
    found = compare("sex", {"female": female, "male": male}, {"female": 50, "male": 50})
    assert isinstance(found, Comparison)
    return RoomBeside("First evening", (found,))


OAKHAM = AreaBalance("Oakham", (room(10, 10), room(20, None)))
HIDDEN = AreaBalance("Mill Side", None)


def test_every_question_and_answer_of_the_census_is_put_into_words() -> None:
    assert list(ATTRIBUTES) == list(CENSUS)
    assert all(each in CATEGORIES for categories in CENSUS.values() for each in categories)


def test_of_several_rooms_the_one_least_like_its_area_is_told() -> None:
    figure = dissimilarity_figure([OAKHAM, HIDDEN], Drawn.GROUPED)
    assert shown(figure, str).rows == (("Sex", "0.50", "–"),)
    assert OAKHAM.furthest("tenure") is None


def test_where_nothing_may_be_told_there_is_nothing() -> None:
    assert dissimilarity_figure([HIDDEN], Drawn.GROUPED).is_empty
    assert absent_figure([HIDDEN]).is_empty


def test_groups_that_were_missing_are_named_with_their_share_of_the_area() -> None:
    assert shown(absent_figure([OAKHAM, HIDDEN]), str).rows == (
        ("Oakham", "First evening", "Sex", "Male", "50.0"),
    )
