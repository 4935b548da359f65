"""Fetches an area's map data from an Overpass server: https://wiki.openstreetmap.org/wiki/Overpass_API.

Overpass servers are run by volunteers and shared by everyone: one question for each area, a name to be known by, patience
when the server is busy.
"""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep as wait_seconds

import httpx

from kithmap import __version__
from kithmap.basemap.model import BasemapError, Bounds, BuildProgress, Stage
from kithmap.basemap.tags import KEYS

Progress = Callable[[BuildProgress], None]
Sleep = Callable[[float], None]

USER_AGENT = f"Kithmap/{__version__} (community mapping workshops)"

QUERY_SECONDS = 180
"""How long the server may work on the question; Overpass's own default."""

TIMEOUT = httpx.Timeout(30.0, read=QUERY_SECONDS + 30.0)

MAX_BYTES = 400_000_000
"""The longest answer taken: three times that of the densest ten kilometres of London, as XML."""

MAX_SERVER_BYTES = 512 * 1024 * 1024
"""Memory that the server may use for the question; Overpass's own default."""

WAITS = (5.0, 15.0, 40.0)
"""Seconds before the second, third and fourth try. A busy server frees a place within about a minute."""

LONGEST_WAIT = 120.0
"""Seconds at most, whatever a server asks for: nobody sits before a bar that long."""

BUSY = frozenset({429, 502, 503, 504})

_STARTS = (b"<?xml", b"<osm")
_END = b"</osm>"
_TAIL = 4096
_CHUNK = 64 * 1024


class _BusyError(Exception):
    """The server has no time now; another try may succeed."""

    def __init__(self, wait: float | None = None) -> None:
        """Keep how many seconds the server asks to be left alone, where it says so."""
        super().__init__()
        self.wait = wait


def question(bounds: Bounds) -> str:
    """Return the question to ask for everything that the map shows within bounds, in Overpass's language.

    Points come before ways and ways before relations, and no way lacks its points: as readers of OSM files need it.
    Of relations only shapes are asked for, and none for being a place: an island's shape is its whole coast.
    """
    box = f"{bounds.south:.6f},{bounds.west:.6f},{bounds.north:.6f},{bounds.east:.6f}"
    settings = f"[out:xml][timeout:{QUERY_SECONDS}][maxsize:{MAX_SERVER_BYTES}][bbox:{box}]"
    shapes = f'rel[type=multipolygon][~"^({"|".join(key for key in KEYS if key != "place")})$"~"."]'
    return f'{settings};(nw[~"^({"|".join(KEYS)})$"~"."];{shapes};);(._;>;);out body;'


def fetch_area(
    bounds: Bounds,
    target: Path,
    *,
    server: str,
    client: httpx.Client,
    progress: Progress,
    sleep: Sleep = wait_seconds,
) -> None:
    """Fetch the map data within bounds into a file that `osm_file` reads.

    Args:
        bounds: what to fetch, in degrees.
        target: the file to write; it appears only when the answer is complete.
        server: the address that takes questions, such as ``https://overpass-api.de/api/interpreter``.
        client: the HTTP client to ask with.
        progress: told how much has come, and about waiting. Whatever it raises ends the fetching.
        sleep: waits a number of seconds.

    Raises:
        BasemapError: the server cannot be reached, stays busy, refuses, or its answer is no complete map data.
    """
    for wait in (*WAITS, None):
        try:
            with _part_of(target) as part:
                _fetch_once(bounds, part, server, client, progress)
        except _BusyError as busy:
            if wait is None:
                raise BasemapError(
                    "The map server is busy. Nothing was changed. Try again in some minutes, or build from a file."
                ) from busy
            _wait(min(max(wait, busy.wait or 0.0), LONGEST_WAIT), progress, sleep)
        else:
            return


def _wait(seconds: float, progress: Progress, sleep: Sleep) -> None:
    """Wait a second at a time: whoever looks on sees it pass, and may end it."""
    for left in range(round(seconds), 0, -1):
        progress(_progress(f"The map server is busy. Trying again in {left} s"))
        sleep(1.0)


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """Give a file to write into that takes the target's place when all went well."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _fetch_once(bounds: Bounds, part: Path, server: str, client: httpx.Client, progress: Progress) -> None:
    progress(_progress("Asking the map server"))
    try:
        with client.stream(
            "POST",
            server,
            data={"data": question(bounds)},
            headers={"User-Agent": USER_AGENT},
            timeout=TIMEOUT,
            follow_redirects=True,
        ) as answer:
            _check_status(answer)
            _save(answer, part, progress)
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        raise BasemapError(_unreachable(problem)) from problem
    _check_complete(part)


def _check_status(answer: httpx.Response) -> None:
    if answer.status_code in BUSY:
        raise _BusyError(_retry_after(answer.headers.get("retry-after", "")))
    if answer.status_code != httpx.codes.OK:
        raise BasemapError(
            f"The map server refused (answer {answer.status_code}). Nothing was changed. "
            "Check the server's address in the settings, or build from a file."
        )


def _retry_after(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdecimal() and len(text) <= len("86400") else None


def _save(answer: httpx.Response, part: Path, progress: Progress) -> None:
    length = 0
    with part.open("wb") as file:
        for chunk in answer.iter_bytes(_CHUNK):
            length += len(chunk)
            if length > MAX_BYTES:
                raise BasemapError(
                    f"The map server sends more than {MAX_BYTES / 1e6:.0f} MB: the area is too large. "
                    "Nothing was changed. Make the area smaller, or build from a file."
                )
            file.write(chunk)
            progress(_progress(f"Receiving the map: {length / 1e6:.1f} MB"))


def _check_complete(part: Path) -> None:
    """Make sure that an answer is map data from beginning to end: busy servers say so in the middle of an answer."""
    with part.open("rb") as file:
        start = file.read(_TAIL)
        file.seek(max(0, part.stat().st_size - _TAIL))
        end = file.read().rstrip()
    if not start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_STARTS) or b"<html" in start.lower():
        raise BasemapError(
            "The server's answer is not map data. Nothing was changed. "
            "Check the server's address in the settings, or build from a file."
        )
    remark = re.search(rb"<remark>\s*runtime error:(.*?)</remark>", end, re.DOTALL)
    if remark is not None:
        raise _remarked(remark[1].decode(errors="replace"))
    if not end.endswith(_END):
        raise BasemapError(
            "The map server's answer broke off. Nothing was changed. Try again, or build from a file."
        )


def _remarked(remark: str) -> Exception:
    if "out of memory" in remark or "timed out" in remark:
        return BasemapError(
            "The map server gave up on this area. Nothing was changed. Make the area smaller, or build from a file."
        )
    return _BusyError()


def _unreachable(problem: Exception) -> str:
    if isinstance(problem, httpx.TimeoutException):
        what = "The map server does not answer in time."
    elif isinstance(problem, httpx.RemoteProtocolError | httpx.ReadError):
        what = "The map server's answer broke off."
    elif isinstance(problem, httpx.InvalidURL | httpx.UnsupportedProtocol):
        what = "The map server's address is not an address of the web."
    else:
        what = "The map server cannot be reached."
    return f"{what} Nothing was changed. Check the internet connection and try again, or build from a file."


def _progress(message: str) -> BuildProgress:
    return BuildProgress(Stage.FETCHING, 0.0, message)
