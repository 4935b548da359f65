"""The built front end: hashed names, so that browsers keep each file for ever; packed once, not for each phone."""

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kithmap.basics.errors import NotFoundError

FOR_EVER = "public, max-age=31536000, immutable"

TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".json": "application/json",
    ".txt": "text/plain",
}
"""Named here and not guessed: Windows keeps its guesses in a registry where other programs change them."""

PACKED = frozenset({".js", ".css", ".svg", ".json", ".txt"})
"""Fonts and pictures are packed already."""

LEVEL = 9
"""Packed once for the life of the process, so the best is cheap."""


@lru_cache(maxsize=256)
def _body(path: Path, *, pack: bool) -> bytes:
    raw = path.read_bytes()
    return gzip.compress(raw, LEVEL, mtime=0) if pack else raw


class BuiltFiles:
    """Serves the files below one folder, from memory.

    Args:
        folder: what Vite built.
    """

    def __init__(self, folder: Path) -> None:
        """Take over a folder."""
        self._folder = folder.resolve()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request with a file."""
        request = Request(scope)
        # Where this is mounted, the path begins with the mount's own.
        name = scope["path"].removeprefix(scope.get("root_path", "")).lstrip("/")
        await self._answer(request, name)(scope, receive, send)

    def _answer(self, request: Request, name: str) -> Response:
        # No system takes a name with NUL in it.
        path = (self._folder / name.replace("\0", "?")).resolve()
        media_type = TYPES.get(path.suffix)
        if media_type is None or not path.is_relative_to(self._folder) or not path.is_file():
            raise NotFoundError(
                "There is no such file. The page may be older than the server: please load it again."
            )
        if request.method not in ("GET", "HEAD"):
            return Response(status_code=405, headers={"Allow": "GET, HEAD"})
        headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
        pack = path.suffix in PACKED and "gzip" in request.headers.get("accept-encoding", "")
        if pack:
            headers["Content-Encoding"] = "gzip"
        body = _body(path, pack=pack)
        headers["Content-Length"] = str(len(body))
        return Response(b"" if request.method == "HEAD" else body, media_type=media_type, headers=headers)
