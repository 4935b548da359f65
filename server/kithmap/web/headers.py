"""Headers that every answer carries: what a browser may do with it.

No inline script or style, nothing from elsewhere, in nobody's frame. With this a place called
``<script>`` is a strange name and no more, even if an escape were forgotten.
"""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HOST = re.compile(r"[A-Za-z0-9._\-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # To other sites nothing, so that no token in an address leaks. To ourselves the address is sent: with "no-referrer"
    # browsers would send forms with "Origin: null", and the check of the origin would refuse every phone on the local network.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}

WHEN_SECURE = {
    # Over plain HTTP browsers ignore it, and complain of each page.
    "Cross-Origin-Opener-Policy": "same-origin",
}


def content_policy(host: str) -> str:
    """Return the content security policy for pages served at this host.

    Args:
        host: the request's Host; anything that does not look like one is left out. It is named because Safari before 15.4
            does not count WebSockets of the same host as "self".
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        f"connect-src 'self'{sockets}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


class SecurityHeaders:
    """Adds the headers to every HTTP answer that has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add to its answer's head."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        added = ALWAYS | WHEN_SECURE if scope["scheme"] == "https" else ALWAYS

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith(("text/html", "image/svg")):
                    host = Headers(scope=scope).get("host", "")
                    headers.setdefault("Content-Security-Policy", content_policy(host))
            await send(message)

        await self._app(scope, receive, send_with_headers)
