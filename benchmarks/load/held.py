"""Lines that are opened, greeted, and kept open."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from benchmarks.load.machine import LINE, Running

HELLO = b'{"type":"hello","protocol":1,"after":null}'


def _open(server: Running, phone: int) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", server.port))
    path = LINE.replace("@PHONE@", str(phone))
    line.sendall(
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
    )
    head = b""
    while b"\r\n\r\n" not in head:
        head += line.recv(4096)
    line.sendall(bytes((0x81, 0x80 | len(HELLO), 0, 0, 0, 0)) + HELLO)
    # The welcome: the server has taken the hello in.
    line.recv(4096)
    return line


@contextmanager
def holding(server: Running, phones: int) -> Iterator[None]:
    """Keep so many lines open."""
    with ExitStack() as lines:
        for phone in range(phones):
            lines.enter_context(_open(server, phone))
        yield
