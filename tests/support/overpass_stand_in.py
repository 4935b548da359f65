"""A map server on this machine in place of an Overpass server: it gives the answers it was told to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(status: int, body: str = "", **headers: str) -> Answer:
    def send(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Length": str(len(body.encode())), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body.encode())

    return send


class StandIn(ThreadingHTTPServer):
    """A map server on this machine that gives the answers it was told to, in order, and keeps what it was asked."""

    def __init__(self, answers: list[Answer]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str]] = []
        super().__init__(("127.0.0.1", 0), _Request)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/interpreter"


class _Request(BaseHTTPRequestHandler):
    server: StandIn

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append((form["data"][0], self.headers["User-Agent"]))
        self.server.answers.pop(0)(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def standing_in(*answers: Answer) -> Iterator[StandIn]:
    with StandIn(list(answers)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
