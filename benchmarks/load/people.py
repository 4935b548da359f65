"""A hall of people: they join by the link, place something each, and stay on real sockets from a process of their own."""

import contextlib
import http.client
import json
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from typing import Any

from benchmarks.load.demonstration import Room
from benchmarks.load.many_places import place
from kithmap.basics.ids import new_id

SEAT = "kithmap_seat"


class Hall:
    """Those who join one workshop, over one connection to its server."""

    def __init__(self, room: Room, join_link: str) -> None:
        """Read what the join link leads to."""
        self.room = room
        self._address = urllib.parse.urlsplit(room.address)
        self._line = http.client.HTTPConnection(self._address.netloc, timeout=60)
        self._welcome = self._ask("GET", urllib.parse.urlsplit(join_link).path).getheader("Location") or ""

    def join(self, people: int) -> list[str]:
        """Let so many come in; return each one's cookie."""
        return [self._come_in() for _ in range(people)]

    def place_each(self, cookies: list[str], boundary: dict[str, Any]) -> None:
        """Let each person place something."""
        path = f"/api/workshops/{self.room.workshop}/operations?as=participant"
        for number, cookie in enumerate(cookies):
            kind, payload = place(number, new_id(), boundary, len(cookies))
            asked = {
                "id": new_id(),
                "kind": kind,
                "payload": {**payload, "title": f"Waiting number {number}"},
            }
            headers = {"Content-Type": "application/json", "Cookie": cookie}
            answers = json.loads(self._ask("POST", path, json.dumps({"operations": [asked]}), headers).read())
            if answers[0]["type"] != "entry":
                raise SystemExit(f"the server refused: {answers[0]}")

    @contextlib.contextmanager
    def present(self, cookies: list[str]) -> Iterator[None]:
        """Keep everyone here on a socket, in a process of its own, until the end."""
        asked = {"address": self._address.netloc, "workshop": self.room.workshop, "cookies": cookies}
        command = [sys.executable, "-m", "benchmarks.load.sockets"]
        load = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if load.stdin is None or load.stdout is None:
            raise SystemExit("the people have no lines")
        load.stdin.write(f"{json.dumps(asked)}\n")
        load.stdin.flush()
        if load.stdout.readline().strip() != "here":
            raise SystemExit("the people did not all come in")
        try:
            yield
        finally:
            load.stdin.close()
            load.wait(20)

    def _come_in(self) -> str:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = self._ask("POST", self._welcome, "take_part=true", form)
        given = [each for name, each in answer.getheaders() if name.lower() == "set-cookie"]
        answer.read()
        return next(each.partition(";")[0] for each in given if each.startswith(SEAT))

    def _ask(
        self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
    ) -> http.client.HTTPResponse:
        self._line.request(method, path, body, {"Origin": self.room.address, **(headers or {})})
        answer = self._line.getresponse()
        if answer.status >= 400:
            raise SystemExit(f"{method} {path} was answered {answer.status}: {answer.read()[:200]!r}")
        if method == "GET":
            answer.read()
        return answer
