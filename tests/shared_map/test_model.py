from kithmap.basics.records import Audience, Record
from kithmap.shared_map.model import METRES, Precision, audience_of, is_place, mark_id
from kithmap.sync.content import Content

SHOWN = {"blind": False, "revealed": False}


def test_a_record_is_for_everyone_only_if_all_it_stands_on_is() -> None:
    hidden = Record("asset", "h", "anna", Audience.AUTHOR, {})
    shown = Record("asset", "s", "anna", Audience.EVERYONE, {})
    view = Content(records=[hidden, shown])
    joined = [
        Record("connection", "c", "x", Audience.AUTHOR, {"placed": SHOWN}, ends)
        for ends in (("h", "s"), ("s", "s"))
    ]
    assert [audience_of(each, view) for each in joined] == [Audience.AUTHOR, Audience.EVERYONE]


def test_every_precision_is_a_length_in_metres() -> None:
    assert METRES.keys() == set(Precision)
    assert is_place(Record("meeting_place", "m", None, Audience.EVERYONE, {}))
    assert not is_place(Record("connection", "m", None, Audience.EVERYONE, {}))
    assert mark_id("place", "person") == "place:person"
