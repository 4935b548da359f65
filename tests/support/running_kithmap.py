"""Kithmap as whoever installed it runs it: the command in a process of its own, and what it prints."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]

ADDRESS = re.compile(r"running at (http://\S+:(\d+))")
SIGN_IN = re.compile(r"(/sign-in/\S+)")
READY = "Press Ctrl+C"

LONGEST_STOP = 20
"""Seconds that the server may take to say goodbye to its pages."""


class RunningKithmap:
    """A `kithmap serve` or `kithmap demo` that can be stopped and started again on the same port.

    Attributes:
        port: where it listens, once it has been started.
        data_folder: with its database.
        sign_in_path: the path of the admin's one-time link, as it was printed.
    """

    def __init__(
        self, folder: Path, command: str = "serve", environment: Mapping[str, str] | None = None
    ) -> None:
        """Name the folder of its data; :meth:`start` runs it."""
        self._folder = folder
        self.data_folder = folder / "data"
        self._command = command
        self._environment = environment or {}
        self._process: subprocess.Popen[str] | None = None
        self.port = 0
        self.sign_in_path = ""

    @property
    def complaints(self) -> str:
        """What it wrote to its standard error in all its runs."""
        path = self._folder / "complaints.txt"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def start(self) -> None:
        """Run it, and wait until it has printed what it prints."""
        self._folder.mkdir(parents=True, exist_ok=True)
        # The first time on a free port; then on the same, as pages that are open come back to it.
        words = ["--data", str(self.data_folder), "--port", str(self.port)]
        with (self._folder / "complaints.txt").open("a", encoding="utf-8") as complaints:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from kithmap.cli import app; app()", self._command, *words],
                env={**os.environ, "PYTHONPATH": str(ROOT / "server"), **self._environment},
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
                encoding="utf-8",
            )
        self._read()

    def stop(self) -> None:
        """End it as Ctrl+C does."""
        process = self._process
        assert process is not None
        process.terminate()
        process.wait(LONGEST_STOP)
        assert process.stdout is not None
        process.stdout.close()
        self._process = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self.stop()

    def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        said = ""
        # The link comes last, and only while nobody has an account.
        awaited = READY if self.port else "/sign-in/"
        while awaited not in said:
            line = self._process.stdout.readline()
            if not line:
                raise RuntimeError(f"Kithmap ended at once:\n{said}{self.complaints}")
            said += line
        if not self.port:
            found = ADDRESS.search(said)
            link = SIGN_IN.search(said)
            assert found is not None
            assert link is not None
            self.port = int(found[2])
            self.sign_in_path = link[1]
