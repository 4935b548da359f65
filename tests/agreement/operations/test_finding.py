import pytest

from kithmap.agreement.items import ItemState
from kithmap.agreement.operations.finding import find_item, is_indicator, require_revision
from kithmap.basics.errors import Reason, Refused
from tests.agreement.room import AgreeingHall
from tests.support.hall import load, made_id


def test_an_item_is_found_where_it_has_to_stand_and_nothing_else_is_one() -> None:
    hall = AgreeingHall(people=1)
    item = hall.propose(type="indicator")
    content, _ = load(hall.log)
    found = find_item(content, item, {ItemState.DRAFT}, "")
    assert is_indicator(found)
    with pytest.raises(Refused, match="Too late") as late:
        find_item(content, item, {ItemState.RATING}, "Too late.")
    assert late.value.reason is Reason.CHANGED_SINCE
    for other in (made_id(4), "workshop"):
        with pytest.raises(Refused) as missing:
            find_item(content, other, set(ItemState), "")
        assert missing.value.reason is Reason.NOT_FOUND


def test_what_was_meant_for_other_words_is_held_back() -> None:
    hall = AgreeingHall(people=1)
    item = hall.propose()
    content, _ = load(hall.log)
    found = find_item(content, item, set(ItemState), "")
    require_revision(found, 0)
    with pytest.raises(Refused, match="changed meanwhile"):
        require_revision(found, 1)
