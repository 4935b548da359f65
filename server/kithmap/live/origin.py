"""Whether a request comes from a page of this very server: browsers let any page open a socket to any server.

Source: RFC 6455, section 10.2, and OWASP's "cross-site WebSocket hijacking".
"""

from starlette.requests import HTTPConnection


def same_origin(connection: HTTPConnection) -> bool:
    """Tell whether the page's origin is the host that was asked. Programs that are no browsers state no origin."""
    origin = connection.headers.get("origin")
    if origin is None:
        return True
    # An origin is a scheme, a host and, unless it is the scheme's own, a port: RFC 6454, section 6.2.
    host = origin.partition("://")[2].lower()
    return host != "" and host == connection.headers.get("host", "").lower()
