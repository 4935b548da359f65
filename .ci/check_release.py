"""Checks an installed release: it tells its version, serves, and its pages find their styles and scripts.

    python .ci/check_release.py ENVIRONMENT VERSION

ENVIRONMENT is a virtual environment that the wheel was installed into, and nothing else of this project.
"""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen

PATIENCE_SECONDS = 60
"""The first start makes a database; on a busy machine that takes a while."""

ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def command(environment: Path) -> str:
    """Return the path of the command that the wheel installed."""
    return str(environment / ("Scripts" if os.name == "nt" else "bin") / "kithmap")


def free_port() -> int:
    """Return a port of the loopback that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def fetch(address: str) -> bytes:
    """Return what stands at an address. Raises URLError if it answers with anything but success."""
    with urlopen(address, timeout=10) as answer:
        body: bytes = answer.read()
        return body


def wait_until_well(server: subprocess.Popen[bytes], root: str) -> dict[str, str]:
    """Return what the server says of its health, once it says anything."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if server.poll() is not None:
            raise SystemExit(f"kithmap serve ended with {server.returncode}")
        try:
            said: dict[str, str] = json.loads(fetch(urljoin(root, "/health")))
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return said
    raise SystemExit(f"kithmap serve was not well within {PATIENCE_SECONDS} s")


def check_pages(root: str) -> int:
    """Fetch the first page and all that it names; return how many files those were."""
    page = fetch(root).decode("utf-8")
    assets = sorted(set(ASSET.findall(page)))
    if not assets:
        raise SystemExit("the first page names no style and no script")
    for path in assets:
        if not fetch(urljoin(root, path)):
            raise SystemExit(f"{path} is empty")
    return len(assets)


def check(environment: Path, version: str) -> str:
    """Run the checks; return what was found, in a line."""
    # Away from the checkout: nothing of it may be found by accident.
    with tempfile.TemporaryDirectory() as folder:
        alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        said = subprocess.run(
            [command(environment), "--version"],
            cwd=folder,
            env=alone,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        if version not in said:
            raise SystemExit(f"kithmap --version says {said!r} and not {version}")
        port = free_port()
        server = subprocess.Popen(
            [command(environment), "serve", "--data", folder, "--port", str(port)], cwd=folder, env=alone
        )
        try:
            root = f"http://127.0.0.1:{port}/"
            health = wait_until_well(server, root)
            count = check_pages(root)
        finally:
            server.terminate()
            server.wait(timeout=30)
    return f"kithmap {health['version']} serves; its first page and the {count} files that it names are there"


if __name__ == "__main__":
    print(check(Path(sys.argv[1]).resolve(), sys.argv[2]))
