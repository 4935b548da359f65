"""Watches pages for what nobody in the room would see: scripts that fail, rules that are broken, calls to other hosts."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, WebError, WebSocket

LOUD = frozenset({"error", "warning"})

NETWORK_TROUBLE = re.compile(r"net::ERR_|WebSocket connection to|Failed to load resource: net::")
"""What a browser says of a network that is away."""

INSIDE = frozenset({"data", "blob"})
"""Addresses that lead nowhere but into the page itself."""


class Watch:
    """Notes what is wrong in all pages of a browser context.

    Attributes:
        faults: what must not happen in any journey.
        asked: the addresses of all requests.
    """

    def __init__(self, context: BrowserContext, host: str) -> None:
        """Begin to watch pages that may ask one host only, given with its port."""
        self._host = host
        self._expected: list[re.Pattern[str]] = []
        self.faults: list[str] = []
        self.asked: list[str] = []
        context.on("page", self._page)
        context.on("request", self._request)
        context.on("console", self._said)
        context.on("weberror", self._failed)
        context.on("dialog", self._dialog)

    def expect(self, words: str) -> None:
        """Let the browser report something that the journey brings about, from now on."""
        self._expected.append(re.compile(words))

    def expect_network_trouble(self) -> None:
        """Let the browser say that the network is away."""
        self._expected.append(NETWORK_TROUBLE)

    def _page(self, page: Page) -> None:
        page.on("websocket", self._socket)
        page.on("crash", lambda _: self.faults.append("a page crashed"))

    def _request(self, request: Request) -> None:
        self._asks(request.url)

    def _socket(self, socket: WebSocket) -> None:
        self._asks(socket.url)

    def _asks(self, address: str) -> None:
        parts = urlsplit(address)
        self.asked.append(address)
        if parts.scheme not in INSIDE and parts.netloc != self._host:
            self.faults.append(f"a page asked another host: {address}")

    def _said(self, message: ConsoleMessage) -> None:
        words = f"{message.text} ({message.location.get('url', '')})"
        if message.type in LOUD and not any(each.search(words) for each in self._expected):
            self.faults.append(f"console {message.type}: {words}")

    def _failed(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _dialog(self, dialog: Dialog) -> None:
        # Leaving a page with unsent changes may ask whether to leave; nothing else may ask anything.
        if dialog.type != "beforeunload":
            self.faults.append(f"dialog: {dialog.message}")
        dialog.accept()
