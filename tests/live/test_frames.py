"""Frames written by hand, read by a library that knows the standard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode
from websockets.protocol import CLIENT, OPEN, Protocol

from kithmap.live.frames import frame, text_frame, texts
from kithmap.sync.protocol import Pong


def read_as_a_browser_does(frames: bytes) -> list[str]:
    browser = Protocol(CLIENT, state=OPEN, max_size=None)
    browser.receive_data(frames)
    assert browser.parser_exc is None
    events = [event for event in browser.events_received() if isinstance(event, Frame)]
    assert all(event.opcode is Opcode.TEXT and event.fin for event in events)
    return [bytes(event.data).decode() for event in events]


@given(st.lists(st.text(max_size=300), max_size=5))
def test_joined_frames_are_read_as_the_same_texts(written: list[str]) -> None:
    frames = b"".join(text_frame(text.encode()) for text in written)
    assert read_as_a_browser_does(frames) == written
    assert texts(frames) == written


@pytest.mark.parametrize("length", [0, 125, 126, 0xFFFF, 0x10000, 300_000])
def test_each_form_of_the_length_is_right_at_its_edges(length: int) -> None:
    text = "x" * length
    assert read_as_a_browser_does(text_frame(text.encode())) == [text]
    assert texts(text_frame(text.encode()) * 2) == [text, text]


def test_a_message_is_one_frame() -> None:
    assert read_as_a_browser_does(frame(Pong())) == ['{"type":"pong"}']
