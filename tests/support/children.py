"""Processes of our own that can be listened to and killed.

Where the system can fork, they come from one that has the imports behind it: a second saved for each.
"""

import functools
import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
FORKS = "forkserver" in multiprocessing.get_all_start_methods()
CONTEXT = multiprocessing.get_context("forkserver" if FORKS else "spawn")


@functools.cache
def _prepare() -> None:
    """Start the process that the others come from, with what they all import. It ends with this one."""
    if not FORKS:
        return
    from multiprocessing import forkserver  # noqa: PLC0415 - absent on Windows

    # It knows this process's path only from 3.13 on, and passes over what it does not find.
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "server"), str(ROOT), *filter(None, [before])])
    try:
        # Each child imports the program that started it, which is pytest.
        CONTEXT.set_forkserver_preload(["pytest", "tests.support.log_child"])
        forkserver.ensure_running()
    finally:
        del os.environ["PYTHONPATH"]
        if before is not None:
            os.environ["PYTHONPATH"] = before


class Child:
    """A process at work.

    Attributes:
        process: to wait for it, or kill it.
    """

    def __init__(self, work: Callable[..., None], *arguments: Any) -> None:
        """Start it.

        Args:
            work: a function of a module; its first argument is a connection on which it can say something.
            arguments: what it is given beside that.
        """
        _prepare()
        self._said, theirs = CONTEXT.Pipe(duplex=False)
        self.process: BaseProcess = CONTEXT.Process(target=work, args=(theirs, *arguments), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        theirs.close()

    def said(self) -> Iterator[str]:
        """Go through what it says until it ends or is killed; what it had begun to say then does not count."""
        while True:
            try:
                yield self._said.recv_bytes().decode()
            except (EOFError, OSError):
                return

    def kill(self) -> None:
        """End it at once, wherever it is: SIGKILL, or TerminateProcess on Windows."""
        self.process.kill()
        self.process.join(10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._said.close()


Mouth = Connection
"""What a child says something with: ``mouth.send_bytes(...)``."""
