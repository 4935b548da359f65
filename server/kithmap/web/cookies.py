"""Cookies: how long, how far, and never for a script to read."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response


def set_cookie(
    request: Request, response: Response, name: str, value: str, *, lasts: timedelta, path: str = "/"
) -> None:
    """Give a browser a cookie that no script reads and no other site sends along.

    It is marked Secure where the page came by HTTPS; on a laptop's own network there is none, and phones must be able to come
    back there too.
    """
    response.set_cookie(
        name,
        value,
        max_age=int(lasts.total_seconds()),
        path=path,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def drop_cookie(request: Request, response: Response, name: str, *, path: str = "/") -> None:
    """Make a browser forget a cookie."""
    set_cookie(request, response, name, "", lasts=timedelta(0), path=path)
