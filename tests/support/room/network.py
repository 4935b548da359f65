"""The hall's network, where it lets pages through and what they say not."""

import re

from playwright.sync_api import BrowserContext, Route, WebSocketRoute


class SocketGate:
    """A network that can refuse sockets, and with them what pages send by plain requests.

    Args:
        context: whose browser it stands before; it holds pages that are opened from now on.
        requests: whether plain requests pass even while the gate is closed: a guest network that blocks sockets alone.
    """

    def __init__(self, context: BrowserContext, *, requests: bool = False) -> None:
        """Stand open."""
        self._open = True
        self._requests = requests
        self._sockets: list[WebSocketRoute] = []
        context.route_web_socket(re.compile(r"/live/"), self._socket)
        context.route(re.compile(r"/api/workshops/[^/]+/(operations|news|presence)"), self._request)

    def open(self) -> None:
        """Let everything through."""
        self._open = True

    def close(self) -> None:
        """Cut the sockets that are open, and refuse what comes from now on."""
        self._open = False
        for socket in self._sockets:
            socket.close()
        self._sockets.clear()

    def _socket(self, socket: WebSocketRoute) -> None:
        if self._open:
            socket.connect_to_server()
            self._sockets.append(socket)
        else:
            socket.close()

    def _request(self, route: Route) -> None:
        if self._open or self._requests:
            route.continue_()
        else:
            route.abort()
