"""Whether a request that changes something comes from a page of our own.

Cookies that are SameSite=Lax are not sent with forms of other sites; this is the second lock, for older browsers and for
pages that lie on another port of the same host.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from kithmap.basics.errors import NotAllowedError
from kithmap.web.errors import answer, status_of

READING = frozenset({"GET", "HEAD", "OPTIONS"})
FROM_ELSEWHERE = "This came from another site, so nothing was done. Please open the page here and try again."


def is_same_origin(headers: Headers, public_hosts: frozenset[str] = frozenset()) -> bool:
    """Tell whether a request comes from our own pages, or from no browser at all.

    Args:
        headers: of the request. ``Sec-Fetch-Site`` decides where a browser sends it (it does over HTTPS and on localhost);
            else ``Origin`` must name the host that was asked. Every browser since 2020 sends one of the two.
        public_hosts: hosts under which a proxy in front serves us, where it rewrites ``Host``.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    if origin is None:
        return True
    host = host_of(origin)
    return bool(host) and (host == headers.get("host", "").lower() or host in public_hosts)


def host_of(address: str) -> str:
    """Return the host and port of an address, in small letters; empty if it has none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def local_path(path: str, otherwise: str) -> str:
    """Return where to go back to: only to a page of our own, whatever a form or an address asks for, or else elsewhere."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if is_ours else otherwise


class SameOrigin:
    """Refuses requests that change something and come from elsewhere."""

    def __init__(self, app: ASGIApp, public_hosts: frozenset[str] = frozenset()) -> None:
        """Wrap an application."""
        self._app = app
        self._public_hosts = public_hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what reads, and what comes from our own pages. WebSockets check their origin themselves."""
        if scope["type"] == "http" and scope["method"] not in READING:
            request = Request(scope)
            if not is_same_origin(request.headers, self._public_hosts):
                error = NotAllowedError(FROM_ELSEWHERE, code="other_origin")
                await answer(request, status_of(error), error.code, error.message)(scope, receive, send)
                return
        await self._app(scope, receive, send)
