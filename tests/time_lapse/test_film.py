"""What a film shows: the last form of what its watchers may see now, at the times that the log knows."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.records import Audience, Change, Put, Record, Remove
from kithmap.shared_map.masking import Mask
from kithmap.shared_map.model import ASSET, CONNECTION, MEETING_PLACE
from kithmap.time_lapse.film import Moment, Watchers, film
from kithmap.workshop.model import KIND, RECORD

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
MASK = Mask(b"a secret of 32 bytes, for tests.", "workshop")
KINDS = [{"key": "club", "label": "Clubs", "matches": "association"}]


def moments(*changes: Change | tuple[Change, ...]) -> list[Moment]:
    """Return one moment for each change or group of changes, a minute apart."""
    groups = [each if isinstance(each, tuple) else (each,) for each in changes]
    return [Moment(NOON + timedelta(minutes=number), group) for number, group in enumerate(groups)]


def workshop(life: str = "open", stage: str = "places") -> Put:
    fields = {"life": life, "stage": stage, "asset_kinds": KINDS}
    return Put(Record(KIND, RECORD, None, Audience.EVERYONE, fields))


def place(name: str, *, audience: Audience = Audience.EVERYONE, **fields: Any) -> Put:
    whole = {
        "title": name,
        "asset_kind": "club",
        "geometry": {"type": "Point", "coordinates": [-0.73, 52.67]},
        "visibility": "room",
        "precision": "exact",
        **fields,
    }
    return Put(Record(ASSET, name, "ann", audience, whole))


def connection(start: str, end: str) -> Put:
    fields = {"start": start, "end": end}
    return Put(Record(CONNECTION, f"{start}-{end}", "ann", Audience.EVERYONE, fields, (start, end)))


def titles(story: list[Moment], watchers: Watchers = Watchers.ROOM) -> list[str]:
    return [each["title"] for each in film(story, watchers, MASK)["moments"] if each["what"] == "place"]


def test_places_come_in_the_order_of_the_log_with_their_kind_and_title() -> None:
    meeting = replace(place("Bench").record, kind=MEETING_PLACE)
    shown = film(moments(workshop(), place("Choir"), Put(meeting)), Watchers.ROOM, MASK)
    assert [(each["kind"], each["title"]) for each in shown["moments"][1:]] == [
        ("club", "Choir"),
        ("meeting_place", "Bench"),
    ]
    assert shown["moments"][1]["where"] == [-0.73, 52.67]
    assert shown["moments"][1]["time"] == "2026-05-01T12:01:00.000Z"
    assert shown["kinds"] == [{"key": "club", "label": "Clubs", "looks": "association"}]
    assert shown["length"] == shown["moments"][-1]["at"]


def test_what_was_removed_or_hidden_since_is_in_no_frame() -> None:
    hidden = place("Slander", audience=Audience.LEADING)
    story = moments(
        place("Choir"),
        place("Slander"),
        place("Mistake"),
        hidden,
        Remove("Mistake"),
        workshop("closed", "closed"),
    )
    assert titles(story) == ["Choir"]
    assert "Slander" not in json.dumps(film(story, Watchers.ROOM, MASK))


def test_what_waits_to_be_shown_is_in_no_frame() -> None:
    assert titles(moments(place("Choir", audience=Audience.AUTHOR))) == []


def test_an_earlier_wording_is_in_no_frame_and_the_last_one_comes_at_the_first_time() -> None:
    shown = film(moments(place("Choir", title="Mrs Smith’s house"), place("Choir")), Watchers.ROOM, MASK)
    assert [each["title"] for each in shown["moments"]] == ["Choir"]
    assert shown["moments"][0]["time"] == shown["began"] == "2026-05-01T12:00:00.000Z"


def test_what_was_put_back_comes_when_it_first_came() -> None:
    story = moments(place("Choir"), Remove("Choir"), place("Bench"), place("Choir"))
    assert titles(story) == ["Choir", "Bench"]


def test_what_was_blanked_is_in_no_frame() -> None:
    blank = Put(replace(place("Choir").record, fields={}))
    assert titles(moments(place("Bench"), blank)) == ["Bench"]


def test_a_connection_comes_after_both_its_places_and_names_their_moments() -> None:
    story = moments(workshop(), place("A"), place("B"), connection("A", "B"), Remove("A-B"), Remove("A"))
    story += moments(place("A"), connection("A", "B"))
    shown = film(story, Watchers.ROOM, MASK)["moments"]
    assert [each["what"] for each in shown] == ["stage", "place", "place", "connection"]
    assert [shown[index]["title"] for index in shown[3]["ends"]] == ["A", "B"]


def test_a_connection_to_a_place_that_is_not_shown_is_not_shown() -> None:
    story = moments(place("A"), place("B", audience=Audience.AUTHOR), connection("A", "B"))
    assert [each["what"] for each in film(story, Watchers.ROOM, MASK)["moments"]] == ["place"]


def test_outside_the_room_one_sees_what_was_given_there_as_exactly_as_it_was_given() -> None:
    story = moments(
        place("In here"),
        place("For partners", visibility="partners", precision="neighbourhood"),
        place("For all", visibility="public"),
    )
    assert titles(story) == ["In here", "For partners", "For all"]
    assert titles(story, Watchers.PARTNERS) == ["For partners", "For all"]
    assert titles(story, Watchers.PUBLIC) == ["For all"]
    vague, exact = film(story, Watchers.PARTNERS, MASK)["moments"]
    assert vague["where"] != [-0.73, 52.67]
    assert exact["where"] == [-0.73, 52.67]


def test_stages_and_pauses_are_marked_once_each_and_preparing_is_not() -> None:
    story = moments(
        workshop("draft", "lobby"),
        workshop("open", "lobby"),
        workshop("open", "places"),
        workshop("open", "places"),
        workshop("paused", "places"),
        workshop("open", "places"),
        workshop("closed", "closed"),
    )
    stages = [each["stage"] for each in film(story, Watchers.ROOM, MASK)["moments"]]
    assert stages == ["lobby", "places", "paused", "places", "closed"]


def test_before_anything_happened_a_film_is_empty() -> None:
    assert film([], Watchers.ROOM, MASK) == {"length": 0.0, "began": None, "kinds": [], "moments": []}


ids = st.sampled_from("ABCD")
anything = st.one_of(
    st.builds(place, ids, audience=st.sampled_from(Audience), visibility=st.sampled_from(["room", "public"])),
    st.builds(connection, ids, ids),
    st.builds(Remove, ids),
    st.just(workshop()),
)


@given(st.lists(anything, max_size=25), st.sampled_from(Watchers))
def test_no_order_of_changes_shows_more_than_what_stands_at_the_end(
    changes: list[Change], watchers: Watchers
) -> None:
    at_end: dict[str, Record] = {}
    for change in changes:
        if isinstance(change, Put):
            at_end[change.record.id] = change.record
        else:
            at_end.pop(change.id, None)
    shown = film(moments(*changes), watchers, MASK)["moments"]
    open_now = {each.id for each in at_end.values() if each.audience is Audience.EVERYONE}
    assert {each["title"] for each in shown if each["what"] == "place"} <= open_now
    for number, each in enumerate(shown):
        if each["what"] == "connection":
            assert all(index < number and shown[index]["what"] == "place" for index in each["ends"])
    assert [each["at"] for each in shown] == sorted(each["at"] for each in shown)
