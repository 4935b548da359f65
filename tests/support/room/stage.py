"""The thread in which a browser is driven.

Its library runs an event loop there as long as the browser is open, and a thread can have only one: tests that come later want
loops of their own.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, Self, TypeVar

from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.support.chromium import chromium_arguments

P = ParamSpec("P")
T = TypeVar("T")

HOST = "hall.test"
"""A name for this machine that browsers take for another one. On `localhost` a page may do what it may not in a hall."""

PATIENCE = 20_000
"""Milliseconds until something that must come is given up: far beyond what a busy machine takes."""


class Stage:
    """A thread with one open browser."""

    browser: Browser

    def __init__(self, chromium: str) -> None:
        """Say which browser; entering opens it."""
        self._chromium = chromium
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="stage")
        self._playwright: Playwright

    def __enter__(self) -> Self:
        self.run(self._open)
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._close)
        self._thread.shutdown()

    def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something in the browser's thread, and return what comes of it."""
        return self._thread.submit(work, *args, **kwargs).result()

    def _open(self) -> None:
        self._playwright = sync_playwright().start()
        self.browser = self._playwright.chromium.launch(
            executable_path=self._chromium,
            args=[*chromium_arguments(), f"--host-resolver-rules=MAP {HOST} 127.0.0.1"],
        )
        expect.set_options(timeout=PATIENCE)

    def _close(self) -> None:
        self.browser.close()
        self._playwright.stop()
