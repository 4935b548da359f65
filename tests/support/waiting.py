"""Waiting for something that another thread or process does."""

import time
from collections.abc import Callable


def until(happened: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something has happened.

    Raises:
        TimeoutError: if it has not, after so many seconds.
    """
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError("it did not happen")
        time.sleep(0.005)
