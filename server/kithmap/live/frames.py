"""WebSocket text frames written by hand, so that one byte string goes to every phone.

Source: RFC 6455, section 5.2. A server's frames are not masked (section 5.1), so the same bytes are right for everyone.
"""

import struct

from kithmap.sync.protocol import ServerMessage, encode

_WHOLE_TEXT = 0x81
"""The final bit and the opcode for text: a message in one frame."""

_SHORT = 125
_MEDIUM = 0xFFFF


def text_frame(text: bytes) -> bytes:
    """Return one unmasked text frame.

    Args:
        text: UTF-8.
    """
    length = len(text)
    if length <= _SHORT:
        return bytes((_WHOLE_TEXT, length)) + text
    if length <= _MEDIUM:
        return struct.pack("!BBH", _WHOLE_TEXT, 126, length) + text
    return struct.pack("!BBQ", _WHOLE_TEXT, 127, length) + text


def frame(message: ServerMessage) -> bytes:
    """Return a server's message as one frame."""
    return text_frame(encode(message))


def texts(frames: bytes) -> list[str]:
    """Return the texts of whole frames that :func:`text_frame` wrote, for servers that frame messages themselves."""
    found: list[str] = []
    at = 0
    while at < len(frames):
        length, start = frames[at + 1], at + 2
        if length > _SHORT:
            size = 2 if length == 126 else 8  # noqa: PLR2004 - RFC 6455's marks for 16 and 64 bits of length
            length = int.from_bytes(frames[start : start + size], "big")
            start += size
        at = start + length
        found.append(frames[start:at].decode())
    return found
