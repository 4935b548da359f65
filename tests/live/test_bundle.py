"""The effects of one step, joined."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.live.bundle import Bundle, Frames, Told
from kithmap.live.frames import frame
from kithmap.sync.audience import Viewer, for_viewer
from kithmap.sync.effects import Broadcast, Send
from kithmap.sync.protocol import EntryMessage, Pong, ServerMessage

SESSIONS = {
    "s1": Viewer("anna", Role.PARTICIPANT),
    "s2": Viewer("bashir", Role.PARTICIPANT),
    "s3": Viewer("carys", Role.FACILITATOR),
    "s4": Viewer("anna", Role.PARTICIPANT),
    "s5": Viewer("wall", Role.PROJECTOR),
}


def entry(number: int) -> EntryMessage:
    return EntryMessage(number=number)


def for_all(number: int) -> Broadcast:
    message = entry(number)
    return Broadcast(others=message, leading=message)


def blind(number: int, *people: str) -> Broadcast:
    particular = {person: EntryMessage(number=number, person=person) for person in people}
    leading = EntryMessage(number=number, person="seen by the facilitator")
    return Broadcast(others=entry(number), leading=leading, persons=particular)


def one_by_one(told: Sequence[Told]) -> dict[str, bytes]:
    """What each session receives if everything is sent by itself."""
    received = dict.fromkeys([*SESSIONS, "a request"], b"")
    for each in told:
        if isinstance(each, Send):
            received[each.session] += frame(each.message)
        else:
            for session, viewer in SESSIONS.items():
                received[session] += frame(for_viewer(each, viewer))
    return {session: frames for session, frames in received.items() if frames}


@given(
    st.lists(
        st.one_of(
            st.builds(for_all, st.integers(1, 9)),
            st.builds(blind, st.integers(1, 9), st.sampled_from(["anna", "bashir", "gone"])),
            st.builds(Send, st.sampled_from([*SESSIONS, "a request"]), st.builds(entry, st.integers(1, 9))),
        ),
        max_size=8,
    )
)
def test_joined_each_session_receives_what_it_would_one_by_one_in_the_same_order(told: list[Told]) -> None:
    pairs = list(Bundle(told).each(SESSIONS))
    assert dict(pairs) == one_by_one(told)
    assert len(pairs) == len(dict(pairs))


def test_several_commits_worth_of_entries_go_to_everyone_as_one_and_the_same_bytes() -> None:
    received = dict(Bundle([for_all(1), for_all(2), for_all(3)]).each(SESSIONS))
    assert received.keys() == SESSIONS.keys()
    assert received["s1"] is received["s2"] is received["s5"]


def test_a_message_is_encoded_once_however_many_receive_it() -> None:
    frames, message = Frames(), Pong()
    first: ServerMessage = message
    assert frames.of(first) is frames.of(message)
    assert frames.of(Pong()) is not frames.of(message)
