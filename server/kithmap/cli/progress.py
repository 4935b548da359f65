"""How far a long command is: a bar where somebody looks on, and nothing where the words go into a file."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[float, str], None]
"""Told how much is done, from 0 to 1, and what is being done."""


@contextmanager
def shown(title: str) -> Iterator[Step]:
    """Show a bar while the block runs; it goes to standard error, and is gone at the end.

    Args:
        title: what is being done as a whole.
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console  # noqa: PLC0415 - 50 ms
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task(title, total=1.0)

        def step(done: float, what: str) -> None:
            bars.update(bar, completed=done, description=f"{title}: {what}" if what else title)

        yield step


def _silent(_done: float, _what: str, /) -> None:
    """Tell nobody."""
