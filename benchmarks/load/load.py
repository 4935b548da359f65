"""The load where there is no C compiler: the same command line and the same result as ``load.c``, whose head explains both."""

import json
import selectors
import socket
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

HELLO = b'{"type":"hello","protocol":1,"after":null}'
MARK = b'"operation":"01900000-0000-7000-8000-'
ENTRY = b'{"type":"entry","number":'
ANSWERED = b'"answered":'
DRAIN_SECONDS = 10.0
OPENING_AT_ONCE = 64

WARMING = 20
"""Edits that the times leave out; ``load.c`` says why."""


def masked(opcode: int, text: bytes) -> bytes:
    """Return a client's frame; a mask of zeros leaves the bytes as they are (RFC 6455, section 5.3)."""
    length = bytes((0x80 | len(text),)) if len(text) <= 125 else b"\xfe" + len(text).to_bytes(2, "big")
    return bytes((0x80 | opcode,)) + length + bytes(4) + text


class Line:
    """One phone's line."""

    def __init__(self, index: int, address: tuple[str, int]) -> None:
        """Begin to connect."""
        self.index = index
        self.rest = b""
        self.state = "handshake"
        self.number = 0
        self.socket = socket.create_connection(address)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def frames(self, data: bytes) -> list[tuple[int, bytes]]:
        """Return the whole frames that are there now."""
        data = self.rest + data
        found, at = [], 0
        while len(data) - at >= 2:
            size, start = data[at + 1] & 0x7F, at + 2
            if size > 125:
                width = 2 if size == 126 else 8
                if len(data) < start + width:
                    break
                size, start = int.from_bytes(data[start : start + width], "big"), start + width
            if len(data) < start + size:
                break
            found.append((data[at] & 0x0F, data[start : start + size]))
            at = start + size
        self.rest = data[at:]
        return found


class Load:
    """All phones."""

    def __init__(self, host: str, port: int, path: str, phones: int) -> None:
        """Open nothing yet."""
        self.address = (host, port)
        self.path = path
        self.phones = phones
        self.lines: list[Line] = []
        self.ready = 0
        self.closed = 0
        self.selector = selectors.DefaultSelector()
        self.wall_path = ""
        self.on_text: Callable[[Line, bytes, float], None] = lambda _line, _text, _at: None

    def open(self, index: int) -> Line:
        """Open one line and ask for the socket."""
        line = Line(index, self.address)
        host = f"{self.address[0]}:{self.address[1]}"
        path = self.path.replace("@PHONE@", str(index)) if index < self.phones else self.wall_path
        line.socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: Upgrade\r\n"
            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        self.lines.append(line)
        self.selector.register(line.socket, selectors.EVENT_READ, line)
        return line

    def turn(self, wait: float) -> None:
        """Take in what comes within this time."""
        for key, _ in self.selector.select(wait):
            self._read(key.data)

    def _read(self, line: Line) -> None:
        data = line.socket.recv(1 << 20)
        at = time.perf_counter()
        if not data:
            self._lose(line)
            return
        if line.state == "handshake":
            head, end, data = (line.rest + data).partition(b"\r\n\r\n")
            if not end:
                line.rest = head
                return
            if not head.startswith(b"HTTP/1.1 101"):
                sys.exit(f"refused: {head[:80]!r}")
            line.rest, line.state = b"", "greeted"
            line.socket.sendall(masked(1, HELLO))
        for opcode, text in line.frames(data):
            if opcode == 1:
                self.on_text(line, text, at)
            elif opcode == 9:
                line.socket.sendall(masked(10, text))
            elif opcode == 8:
                self._lose(line)

    def _lose(self, line: Line) -> None:
        self.closed += 1
        self.selector.unregister(line.socket)
        line.socket.close()


def spread(values: list[float]) -> dict[str, float] | None:
    """Return median, 99th percentile and largest, in milliseconds."""
    if not values:
        return None
    values = sorted(values)
    p99 = values[min(len(values) - 1, int(len(values) * 0.99))]
    return {"p50": statistics.median(values), "p99": p99, "max": values[-1]}


class FanOut:
    """Edits, and when they have reached every phone."""

    def __init__(self, load: Load, submit: str, base: int, in_flight: int) -> None:
        """Begin with no edit."""
        self.load, self.submit, self.base, self.in_flight = load, submit, base, in_flight
        self.sent: list[float] = []
        self.last: list[float] = []
        self.reached: list[int] = []
        self.each: list[float] = []
        self.gaps = 0
        load.on_text = self.take

    def edit(self) -> None:
        """Let the next phone send an edit."""
        index = len(self.sent)
        text = self.submit.replace("@ID@", f"01900000-0000-7000-8000-{self.base + index:012}")
        text = text.replace("@PLACE@", f"01900000-0000-7000-9000-{self.base + index:012}")
        self.sent.append(time.perf_counter())
        self.last.append(0.0)
        self.reached.append(0)
        self.load.lines[index * 7919 % self.load.phones].socket.sendall(masked(1, text.encode()))

    def take(self, line: Line, text: bytes, at: float) -> None:
        """Take one message in."""
        if line.state == "greeted":
            if text.startswith(b'{"type":"catch_up"'):
                line.state = "ready"
                self.load.ready += 1
            return
        if not text.startswith(ENTRY):
            return
        number = int(text[len(ENTRY) :].partition(b",")[0])
        self.gaps += line.number > 0 and number != line.number + 1
        line.number = number
        found = text.find(MARK)
        index = int(text[found + len(MARK) :][:12]) - self.base if found >= 0 else -1
        if 0 <= index < len(self.sent):
            self._count(index, at)

    def _count(self, index: int, at: float) -> None:
        self.last[index] = at
        if index >= WARMING:
            self.each.append((at - self.sent[index]) * 1e3)
        self.reached[index] += 1
        if self.reached[index] == self.load.phones and self.in_flight:
            self.edit()

    def open_all(self) -> None:
        """Bring all phones in."""
        while self.load.ready < self.load.phones:
            while len(self.load.lines) < min(self.load.phones, self.load.ready + OPENING_AT_ONCE):
                self.load.open(len(self.load.lines))
            self.load.turn(1)

    def run(self, rate: float, seconds: float) -> dict[str, Any]:
        """Let them edit."""
        began, own, keep = time.perf_counter(), time.process_time(), self.in_flight
        for _ in range(keep):
            self.edit()
        while (now := time.perf_counter()) < began + seconds:
            if not keep and began + len(self.sent) / rate <= now:
                self.edit()
            self.load.turn(0.1 if keep else 0)
        self.in_flight = 0
        drained = time.perf_counter() + DRAIN_SECONDS
        wanted = len(self.sent) * self.load.phones
        while sum(self.reached) < wanted and time.perf_counter() < drained:
            self.load.turn(0.01)
        whole = [
            (last - sent) * 1e3
            for last, sent, reached in list(zip(self.last, self.sent, self.reached, strict=True))[WARMING:]
            if reached == self.load.phones
        ]
        delivered = sum(self.reached)
        return {
            "last_ms": spread(whole),
            "each_ms": spread(self.each),
            "edits": len(self.sent),
            "delivered": delivered,
            "lost": wanted - delivered,
            "gaps": self.gaps,
            "closed": self.load.closed,
            "seconds": time.perf_counter() - began,
            "own_seconds": time.process_time() - own,
        }


class Rating:
    """Every phone sends once, and one more line listens: when does it have the entry that a phone's sending became?"""

    def __init__(self, load: Load, submit: str, base: int, wall_path: str) -> None:
        """Begin with nobody."""
        self.load, self.submit, self.base = load, submit, base
        load.wall_path = wall_path
        load.on_text = self.take
        self.sent: list[float] = []
        self.shown: dict[int, float] = {}
        self.numbers: dict[int, int] = {}
        self.answered = self.out_of_step = self.gaps = 0

    def take(self, line: Line, text: bytes, at: float) -> None:
        """Take one message in."""
        if line.state == "greeted":
            if text.startswith(b'{"type":"catch_up"'):
                line.state = "ready"
                self.load.ready += 1
            return
        if not text.startswith(ENTRY):
            return
        number = int(text[len(ENTRY) :].partition(b",")[0].rstrip(b"}"))
        self.gaps += line.number > 0 and number != line.number + 1
        line.number = number
        if line.index == self.load.phones:
            self._take_on_wall(number, text, at)
        elif (found := text.find(MARK)) >= 0:
            index = int(text[found + len(MARK) :][:12]) - self.base
            if index == line.index:
                self.numbers.setdefault(index, number)

    def _take_on_wall(self, number: int, text: bytes, at: float) -> None:
        self.shown.setdefault(number, at)
        found = text.find(ANSWERED)
        if found >= 0:
            told = int(text[found + len(ANSWERED) :].partition(b",")[0].rstrip(b"}"))
            self.out_of_step += told != self.answered + 1
            self.answered = told

    def open_all(self) -> None:
        """Bring all phones in, and the wall."""
        lines = self.load.phones + 1
        while self.load.ready < lines:
            while len(self.load.lines) < min(lines, self.load.ready + OPENING_AT_ONCE):
                self.load.open(len(self.load.lines))
            self.load.turn(1)

    def run(self, seconds: float) -> dict[str, Any]:
        """Let them rate."""
        began, own, raters = time.perf_counter(), time.process_time(), self.load.phones
        while len(self.sent) < raters:
            while (
                len(self.sent) < raters and began + len(self.sent) * seconds / raters <= time.perf_counter()
            ):
                self._send(len(self.sent))
            self.load.turn(0.001)
        drained = time.perf_counter() + DRAIN_SECONDS
        while min(len(self.numbers), len(self.shown)) < raters and time.perf_counter() < drained:
            self.load.turn(0.01)
        times = [
            (self.shown[number] - self.sent[index]) * 1e3
            for index, number in self.numbers.items()
            if number in self.shown
        ]
        return {
            "shown_ms": spread(times),
            "sent": raters,
            "acknowledged": len(self.numbers),
            "shown": len(times),
            "answered": self.answered,
            "out_of_step": self.out_of_step,
            "gaps": self.gaps,
            "closed": self.load.closed,
            "seconds": time.perf_counter() - began,
            "own_seconds": time.process_time() - own,
        }

    def _send(self, index: int) -> None:
        text = self.submit.replace("@ID@", f"01900000-0000-7000-8000-{self.base + index:012}")
        self.sent.append(time.perf_counter())
        self.load.lines[index].socket.sendall(masked(1, text.encode()))


class Joining:
    """Phones that join at once."""

    def __init__(self, load: Load, snapshot: str) -> None:
        """Begin with nobody."""
        self.load, self.snapshot, self.bytes = load, snapshot, 0
        self.times: list[float] = []
        self.began = time.perf_counter()
        load.on_text = self.take

    def take(self, line: Line, text: bytes, _at: float) -> None:
        """Fetch the snapshot that the catch-up names."""
        if not text.startswith(b'{"type":"catch_up"'):
            return
        number = json.loads(text)["snapshot"]
        path = self.snapshot.replace("@PHONE@", str(line.index)).replace("@NUMBER@", str(number))
        with socket.create_connection(self.load.address) as fetch:
            fetch.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            data = b"".join(iter(lambda: fetch.recv(1 << 18), b""))
        if data.startswith(b"HTTP/1.1 200"):
            self.bytes += len(data.partition(b"\r\n\r\n")[2])
            self.times.append((time.perf_counter() - self.began) * 1e3)

    def run(self) -> dict[str, Any]:
        """Let them join."""
        for index in range(self.load.phones):
            self.load.open(index)
            self.load.turn(0)
        while len(self.times) < self.load.phones and time.perf_counter() < self.began + 60:
            self.load.turn(0.1)
        return {
            "ready_ms": spread(self.times),
            "ready": len(self.times),
            "closed": self.load.closed,
            "snapshot_bytes": self.bytes // self.load.phones,
            "own_seconds": time.process_time(),
        }


def main() -> None:
    """Run as told and print the result."""
    kind, host, port, path, phones, *more = sys.argv[1:]
    load = Load(host, int(port), path, int(phones))
    if kind == "join":
        print(json.dumps(Joining(load, more[0]).run()))
        return
    if kind == "rate":
        submit, base, wall_path, seconds = more
        rating = Rating(load, submit, int(base), wall_path)
        rating.open_all()
        print("ready", flush=True)
        sys.stdin.readline()
        print(json.dumps(rating.run(float(seconds))))
        return
    submit, base, rate, in_flight, seconds = more
    fan_out = FanOut(load, submit, int(base), int(in_flight))
    fan_out.open_all()
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(fan_out.run(float(rate), float(seconds))))


if __name__ == "__main__":
    main()
