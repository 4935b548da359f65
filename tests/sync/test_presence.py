from datetime import datetime, timedelta
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.sync.audience import Viewer
from kithmap.sync.effects import Broadcast, Send
from kithmap.sync.presence import GONE_AFTER, MOST_POLLING, MOST_SINGLY, Presence
from kithmap.sync.protocol import PresenceMessage, PresenceUpdate, View
from tests.support.hall import NOON

ANNA = Viewer("anna", Role.PARTICIPANT, name="Anna", alias="Teal Otter")
LEADER = Viewer("leader", Role.FACILITATOR, name="Lou")
WALL = Viewer("wall", Role.PROJECTOR)
SESSIONS = {"a1": ANNA, "a2": ANNA, "l": LEADER, "w": WALL}


def present() -> Presence:
    presence = Presence()
    for session in SESSIONS:
        presence.came(session)
    return presence


def test_r2_who_is_here_is_told_at_most_once_a_second() -> None:
    presence = present()
    assert presence.due(NOON)
    presence.tell(SESSIONS, NOON)
    presence.went("a2")
    assert not presence.due(NOON + timedelta(seconds=0.9))
    assert presence.due(NOON + timedelta(seconds=1))


def test_r2_the_facilitators_view_follows_at_ten_a_second() -> None:
    presence = present()
    presence.tell(SESSIONS, NOON)
    presence.update("l", LEADER, PresenceUpdate(type="presence", view=View(lon=0, lat=52, zoom=15)))
    assert not presence.due(NOON + timedelta(milliseconds=90))
    assert presence.due(NOON + timedelta(milliseconds=100))


def test_r3_a_person_with_two_tabs_is_one_and_names_are_for_those_who_lead() -> None:
    (told,) = present().tell(SESSIONS, NOON)
    assert isinstance(told, Broadcast)
    others, leading, wall = told.others, told.leading, told.persons["wall"]
    assert isinstance(others, PresenceMessage)
    assert isinstance(leading, PresenceMessage)
    assert isinstance(wall, PresenceMessage)
    assert (others.count, others.people, others.view) == (1, [], None)
    assert [person.name for person in leading.people] == ["Anna"]
    assert [person.name for person in wall.people] == ["Teal Otter"]


def test_r3_a_person_is_active_if_any_of_their_tabs_is() -> None:
    presence = present()
    presence.update("a1", ANNA, PresenceUpdate(type="presence", state="idle"))
    told = presence.seen(SESSIONS).leading
    assert isinstance(told, PresenceMessage)
    assert [person.state for person in told.people] == ["active"]


def test_r4_a_participant_moves_neither_view_nor_spotlight() -> None:
    presence = present()
    view = View(lon=0, lat=52, zoom=15)
    presence.update("a1", ANNA, PresenceUpdate(type="presence", view=view, spotlight="x"))
    assert (presence.view, presence.spotlight) == (None, None)
    presence.update("l", LEADER, PresenceUpdate(type="presence", view=view, spotlight="x"))
    assert (presence.view, presence.spotlight) == (view, "x")


def told_to(presence: Presence, sessions: dict[str, Viewer]) -> set[str]:
    news = presence.tell(sessions, NOON)
    assert all(isinstance(each, Send) for each in news)
    return {each.session for each in news if isinstance(each, Send)}


def test_r5_a_count_that_stays_the_same_goes_to_those_alone_who_know_more() -> None:
    presence = present()
    presence.tell(SESSIONS, NOON)
    presence.update("a1", ANNA, PresenceUpdate(type="presence", state="idle"))
    assert told_to(presence, SESSIONS) == {"l", "w"}
    presence.update("l", LEADER, PresenceUpdate(type="presence", view=View(lon=0, lat=52, zoom=15)))
    assert told_to(presence, SESSIONS) == {"l", "w"}


def test_r5_whoever_has_just_come_in_is_told_a_count_that_stays_the_same() -> None:
    presence = present()
    presence.tell(SESSIONS, NOON)
    presence.came("a3")
    assert told_to(presence, {**SESSIONS, "a3": ANNA}) == {"a3", "l", "w"}
    presence.went("a3")
    assert told_to(presence, SESSIONS) == {"l", "w"}


def test_r5_another_count_or_spotlight_goes_to_everyone_and_so_does_a_crowd_of_newcomers() -> None:
    presence = present()
    bashir = Viewer("bashir", Role.PARTICIPANT)
    presence.tell(SESSIONS, NOON)
    presence.came("b")
    (told,) = presence.tell({**SESSIONS, "b": bashir}, NOON)
    assert isinstance(told, Broadcast)
    presence.update("l", LEADER, PresenceUpdate(type="presence", spotlight="x"))
    (told,) = presence.tell({**SESSIONS, "b": bashir}, NOON)
    assert isinstance(told, Broadcast)
    for tab in range(MOST_SINGLY + 1):
        presence.came(f"tab {tab}")
    (told,) = presence.tell({**SESSIONS, "b": bashir}, NOON)
    assert isinstance(told, Broadcast)


def polled(presence: Presence, seconds: float, viewer: Viewer = ANNA, page: str = "anna p") -> None:
    presence.polled(page, viewer, NOON + timedelta(seconds=seconds))


def people_here(presence: Presence) -> list[tuple[str, str]]:
    return [(each.person, each.state) for each in presence.seen_by(LEADER, {}).people]


def test_r6_a_page_that_polls_is_here_and_gone_half_a_minute_after_its_last_request() -> None:
    presence = Presence()
    polled(presence, 0)
    polled(presence, 20)
    presence.expire(NOON + timedelta(seconds=50))
    assert people_here(presence) == [("anna", "active")]
    presence.tell({}, NOON)
    presence.expire(NOON + timedelta(seconds=50.1))
    assert presence.changed
    assert people_here(presence) == []


def test_r6_a_page_that_polls_tells_where_it_is_as_a_session_does() -> None:
    presence = Presence()
    polled(presence, 0)
    presence.update("anna p", ANNA, PresenceUpdate(type="presence", state="idle"))
    polled(presence, 20)
    assert people_here(presence) == [("anna", "idle")]
    view = View(lon=0, lat=52, zoom=15)
    polled(presence, 20, LEADER, "leader p")
    presence.update("leader p", LEADER, PresenceUpdate(type="presence", view=view))
    assert presence.seen_by(WALL, {}).view == view


def test_r6_a_person_with_a_line_and_a_page_that_polls_is_one() -> None:
    presence = present()
    polled(presence, 0)
    assert presence.seen_by(ANNA, SESSIONS).count == 1


def test_r6_what_is_told_anew_has_another_edition_for_those_whom_it_concerns() -> None:
    presence = present()
    presence.tell(SESSIONS, NOON)
    before = presence.edition(ANNA), presence.edition(WALL)
    presence.update("a1", ANNA, PresenceUpdate(type="presence", state="idle"))
    presence.tell(SESSIONS, NOON)
    assert presence.edition(ANNA) == before[0]
    assert presence.edition(WALL) > before[1]
    polled(presence, 0, Viewer("bashir", Role.PARTICIPANT), "bashir p")
    presence.tell(SESSIONS, NOON)
    assert presence.edition(ANNA) > before[0]


def test_r6_one_person_fills_no_room_with_pages() -> None:
    presence = Presence()
    for page in range(100):
        polled(presence, page, page=f"anna {page}")
    assert list(presence.polling) == [f"anna {page}" for page in range(100 - MOST_POLLING, 100)]
    assert len(presence.states) == MOST_POLLING


def test_r6_whose_role_has_changed_comes_again_in_the_new_one() -> None:
    presence = Presence()
    polled(presence, 0)
    polled(presence, 0, Viewer("bashir", Role.PARTICIPANT), "bashir p")
    presence.forget_person("anna")
    assert people_here(presence) == [("bashir", "active")]


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 40), st.sampled_from(["active", "idle"])),
        max_size=30,
    )
)
def test_r6_whatever_polls_and_stops_the_count_is_of_those_heard_of_lately(
    heard: list[tuple[str, int, Literal["active", "idle"]]],
) -> None:
    presence, now, last = Presence(), NOON, dict[str, datetime]()
    for person, pause, state in heard:
        now += timedelta(seconds=pause)
        viewer = Viewer(person, Role.PARTICIPANT)
        presence.polled(f"{person} p", viewer, now)
        presence.update(f"{person} p", viewer, PresenceUpdate(type="presence", state=state))
        presence.expire(now)
        last[person] = now
    here = {person for person, at in last.items() if now - at <= GONE_AFTER}
    assert presence.seen_by(Viewer("x", Role.RESEARCHER), {}).count == len(here)
    assert set(presence.states) == set(presence.polling) == {f"{person} p" for person in here}
