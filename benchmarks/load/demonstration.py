"""The demonstration as a process of its own, to measure pages on."""

import contextlib
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kithmap.basics.ids import new_id

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Room:
    """A workshop that is served.

    Attributes:
        address: the server's.
        workshop: the workshop's id.
        leading: the facilitator's cookies, as a header.
        places: ids of the places on its map.
    """

    address: str
    workshop: str
    leading: str
    places: tuple[str, ...]

    def ask(self, operations: list[tuple[str, dict[str, Any]]]) -> None:
        """Submit operations as the facilitator."""
        asked = [{"id": new_id(), "kind": kind, "payload": payload} for kind, payload in operations]
        url = f"{self.address}/api/workshops/{self.workshop}/operations?as=leading"
        headers = {"Content-Type": "application/json", "Cookie": self.leading, "Origin": self.address}
        request = urllib.request.Request(url, json.dumps({"operations": asked}).encode(), headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            refused = [each for each in json.load(answer) if each["type"] == "refused"]
        if refused:
            raise SystemExit(f"the server refused: {refused[0]['message']}")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the demonstration from a folder of its own; yield what it printed."""
    command = [
        sys.executable,
        "-c",
        "from kithmap.cli import app; app()",
        "demo",
        "--data",
        str(folder / "data"),
        "--port",
        "0",
    ]
    log = folder / "log"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "server"),
        "PYTHONUNBUFFERED": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=environment)
    try:
        yield wait_for(server, log)
    finally:
        server.terminate()
        server.wait(20)


def wait_for(server: "subprocess.Popen[bytes]", log: Path) -> str:
    """Return what the server printed, once it answers."""
    for _ in range(1800):
        text = log.read_text(encoding="utf-8")
        address = re.search(r"Kithmap is running at (http://\S+)", text)
        if server.poll() is not None:
            raise SystemExit(f"the server did not start:\n{text}")
        if address and "/j/" in text:
            with contextlib.suppress(urllib.error.URLError):
                urllib.request.urlopen(f"{address[1]}/health", timeout=5)
                return text
        time.sleep(0.1)
    raise SystemExit("the server did not start within three minutes")
