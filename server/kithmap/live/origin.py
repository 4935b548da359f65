"""Whether a request comes from a page of this very server: browsers let any page open a socket to any server.

Source: RFC 6455, section 10.2, and OWASP's "cross-site WebSocket hijacking".
"""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection


def same_origin(connection: HTTPConnection) -> bool:
    """Tell whether the page's origin is the host that was asked. Programs that are no browsers state no origin."""
    origin = connection.headers.get("origin")
    if origin is None:
        return True
    return urlsplit(origin).netloc.lower() == connection.headers.get("host", "").lower()
