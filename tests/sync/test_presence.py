from datetime import timedelta

from kithmap.basics.actors import Role
from kithmap.sync.audience import Viewer
from kithmap.sync.presence import Presence
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
    told = present().tell(SESSIONS, NOON)
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
    told = presence.tell(SESSIONS, NOON).leading
    assert isinstance(told, PresenceMessage)
    assert [person.state for person in told.people] == ["active"]


def test_r4_a_participant_moves_neither_view_nor_spotlight() -> None:
    presence = present()
    view = View(lon=0, lat=52, zoom=15)
    presence.update("a1", ANNA, PresenceUpdate(type="presence", view=view, spotlight="x"))
    assert (presence.view, presence.spotlight) == (None, None)
    presence.update("l", LEADER, PresenceUpdate(type="presence", view=view, spotlight="x"))
    assert (presence.view, presence.spotlight) == (view, "x")
