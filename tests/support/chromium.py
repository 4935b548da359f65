"""Finds a Chromium that the browser tests can drive."""

import os
import shutil
from collections.abc import Callable, Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")

ARGUMENTS = (
    "--disable-gpu",
    # A page must work over plain HTTP/1.1 on a hall's network; and the browser must not call home.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium(
    environment: Mapping[str, str] = os.environ, which: Callable[[str], str | None] = shutil.which
) -> str | None:
    """Return the path of a Chromium: what `KITHMAP_TEST_CHROMIUM` names, else the first known name on the path."""
    named = environment.get("KITHMAP_TEST_CHROMIUM")
    if named:
        return named
    return next(filter(None, map(which, NAMES)), None)


def chromium_arguments(user_id: int | None = None) -> list[str]:
    """Return the switches to start it with; `user_id` 0 adds the one that lets an administrator start it.

    Args:
        user_id: by default that of this process, where the system has such numbers.
    """
    if user_id is None and hasattr(os, "getuid"):
        user_id = os.getuid()
    return [*ARGUMENTS, "--no-sandbox"] if user_id == 0 else list(ARGUMENTS)
