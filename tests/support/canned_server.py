"""A server in a process of its own that answers with what it was given: for showing that a reader refuses what is broken."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SCRIPT = """
import json, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

answers = json.load(sys.stdin)

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        media, text = answers.get(self.path.partition("?")[0], ("application/json", None))
        self.send_response(404 if text is None else 200)
        self.send_header("Content-Type", media)
        self.end_headers()
        self.wfile.write((text or "{}").replace("HERE", here).encode())

    def log_message(self, *_):
        pass

server = HTTPServer(("127.0.0.1", 0), Handler)
here = f"http://127.0.0.1:{server.server_port}"
print(server.server_port, flush=True)
server.serve_forever()
"""


@contextmanager
def canned(answers: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Serve answers on a free port of this machine, and yield the server's address.

    Args:
        answers: media type and text by path; ``HERE`` in a text becomes the address.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(answers))
        process.stdin.close()
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()
