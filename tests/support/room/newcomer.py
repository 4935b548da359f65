"""Whoever has just installed Kithmap, at the machine it runs on."""

from typing import Self

from playwright.sync_api import Browser

from tests.support.room.stage import HOST, PATIENCE
from tests.support.room.watch import Watch
from tests.support.running_kithmap import RunningKithmap


class Newcomer:
    """A browser before an empty installation."""

    def __init__(self, browser: Browser, kithmap: RunningKithmap) -> None:
        """Open it."""
        self._kithmap = kithmap
        host = f"{HOST}:{kithmap.port}"
        self._context = browser.new_context(
            base_url=f"http://{host}", viewport={"width": 1280, "height": 800}, locale="en-GB"
        )
        self._context.set_default_timeout(PATIENCE)
        self.watch = Watch(self._context, host)
        self.page = self._context.new_page()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def faults(self) -> list[str]:
        """Tell what went wrong behind the screen, and in the server."""
        return [*self.watch.faults, *self._kithmap.complaints.splitlines()]
