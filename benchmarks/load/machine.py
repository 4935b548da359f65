"""Servers and loads as processes: started, pinned to a core each, measured, ended."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.load.servers import LEADS, WALL, WORKSHOP, rating_text, submit_text

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LINE = f"/live/{WORKSHOP}?person=phone-@PHONE@"
WALL_LINE = f"/live/{WORKSHOP}?person={WALL}1"
LEADING_LINE = f"/live/{WORKSHOP}?person={LEADS}@PHONE@"
SNAPSHOT = f"/api/workshops/{WORKSHOP}/snapshots/@NUMBER@?person=phone-@PHONE@"
SERVERS_CORE, LOADS_CORE = 0, 1
_numbers = iter(range(0, 900_000_000_000, 5_000_000))

Result = dict[str, Any]


@dataclass(frozen=True)
class Running:
    """A server that is measured."""

    process: "subprocess.Popen[str]"
    port: int

    def cpu_seconds(self) -> float | None:
        """Return the processor time that it has taken, or None where the system does not say."""
        try:
            text = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        except OSError:
            return None
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_kib(self) -> int | None:
        """Return the memory that it holds, or None where the system does not say."""
        try:
            text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        except OSError:
            return None
        return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("VmRSS"))


@contextmanager
def running(kind: str, features: int = 0) -> Iterator[Running]:
    """Run one of ``servers.py`` on a fresh database."""
    with tempfile.TemporaryDirectory() as folder, running_in(folder, kind, features) as server:
        yield server


@contextmanager
def running_in(folder: str, kind: str, features: int = 0) -> Iterator[Running]:
    """Run one of ``servers.py`` on the database of a folder, which is filled the first time."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "benchmarks.load.servers",
            kind,
            str(Path(folder) / "kithmap.sqlite"),
            str(features),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "server"), str(ROOT)])},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        yield Running(process, int(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@contextmanager
def load_program() -> Iterator[list[str]]:
    """Compile the load, where there is a compiler; elsewhere it is slower, and runs in Python."""
    compiler = shutil.which("cc") if sys.platform == "linux" else None
    if compiler is None:
        print("no C compiler: the load runs in Python, and at a thousand phones it measures itself too")
        yield [sys.executable, str(HERE / "load.py")]
        return
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "load"
        subprocess.run([compiler, "-O2", "-o", str(program), str(HERE / "load.c")], check=True)
        yield [str(program)]


def _pinned(words: list[str]) -> list[str]:
    taskset = shutil.which("taskset")
    return (
        words
        if taskset is None or (os.cpu_count() or 1) <= LOADS_CORE
        else [taskset, "-c", str(LOADS_CORE), *words]
    )


def fan_out(
    program: list[str],
    server: Running,
    phones: int,
    rate: float,
    in_flight: int,
    seconds: float,
    *,
    line: str = LINE,
    submit: str | None = None,
) -> Result:
    """Let phones edit, and return the load's figures with the server's processor time for 1,000 deliveries, in ms.

    Args:
        program: the load.
        server: what it is laid on.
        phones: how many lines are open.
        rate: edits a second, where none are kept under way.
        in_flight: edits that are kept under way; 0 for a steady rate.
        seconds: for so long.
        line: the path of a phone's line.
        submit: what a phone sends for one edit, with its marks; by default it places an asset.
    """
    words = [
        str(server.port),
        line,
        str(phones),
        submit or submit_text(),
        str(next(_numbers)),
        str(rate),
        str(in_flight),
    ]
    result, cpu = _laid_on(server, [*program, "fan_out", "127.0.0.1", *words, str(seconds)])
    if cpu is not None and result["delivered"]:
        result["cpu_ms"] = cpu * 1e6 / result["delivered"]
    return result


def rate(program: list[str], server: Running, phones: int, seconds: float) -> Result:
    """Let every phone rate once within so many seconds; return the load's figures with the server's processor seconds."""
    words = [str(server.port), LINE, str(phones), rating_text(), str(next(_numbers)), WALL_LINE, str(seconds)]
    result, result["cpu_s"] = _laid_on(server, [*program, "rate", "127.0.0.1", *words])
    return result


def _laid_on(server: Running, words: list[str]) -> tuple[Result, float | None]:
    """Run a load once its phones are in; return its figures and the server's processor seconds."""
    load = subprocess.Popen(
        _pinned(words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert load.stdout is not None
    if load.stdout.readline() != "ready\n":
        raise RuntimeError("the phones could not join")
    # Until who is here has been told to all.
    time.sleep(1.5)
    before = server.cpu_seconds()
    written, _ = load.communicate("go\n")
    after = server.cpu_seconds()
    return json.loads(written), None if before is None or after is None else after - before


def join(program: list[str], server: Running, phones: int) -> Result:
    """Let phones join at once, and return the load's figures with the server's processor time."""
    before = server.cpu_seconds()
    words = _pinned([*program, "join", "127.0.0.1", str(server.port), LINE, str(phones), SNAPSHOT])
    written = subprocess.run(words, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False).stdout
    result: Result = json.loads(written)
    after = server.cpu_seconds()
    result["cpu_s"] = None if before is None or after is None else after - before
    return result


def verdict(words: str, figure: float, goal: float) -> None:
    """Print a figure beside its goal."""
    print(
        f"  {words}: {figure:.2f} (goal: at most {goal:g}) {'reached' if figure <= goal else 'NOT REACHED'}"
    )
