"""Where a place is shown that may not be shown exactly: moved once, by a distance and a direction that only this server can work out.

Source: K. H. Hampton and others, "Mapping health data: improved privacy protection with donut method geomasking", American Journal of
Epidemiology 172(9), 2010, 1062-1069; W. B. Allshouse and others, "Geomasking sensitive health data and privacy protection: an
evaluation using an E911 database", Geocarto International 25(6), 2010, 443-452. A place lands anywhere in a ring around it, with even
chance by area; the hole keeps it from landing on its own door.

Unlike there, nothing is left to chance. What moves a place is a keyed hash (HMAC-SHA256) of where it is, so that whoever asks again, in
another format, for another release, is told the same position, and averaging tells nothing. Without the secret nobody can
work the hash out for a position that they suspect. A place that is moved, or shown with another precision, gets a new position.
"""

import hashlib
import hmac
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kithmap.basics.geometry import DECIMALS, positions

METHOD = b"kithmap donut 1"
"""Names this method and its version in what is hashed: another one gives every place another position."""

NEAREST_SHARE = 0.2
"""Radius of the ring's hole, as a share of its outer radius."""

EQUATOR_RADIUS = 6_378_137.0
"""Of the WGS 84 ellipsoid, in metres."""
FLATTENING = 1 / 298.257_223_563
ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)

HALF_TURN = 180.0
HASHED_BITS = 64
"""Of the hash, for the distance and for the direction each."""


@dataclass(frozen=True, slots=True)
class Mask:
    """What moves the places of one workshop.

    Attributes:
        secret: this server's, at least 32 bytes; it never leaves the server, not even in a log.
        workshop: the workshop's id. Ids of places are made by phones: of two places with one id in two workshops, the masked
            position of one must not tell whether the other lies on the same spot.
    """

    secret: bytes = field(repr=False)
    workshop: str


def masked(mask: Mask, place: str, geometry: Mapping[str, Any], metres: float) -> tuple[float, float]:
    """Return where a place is shown that may be shown no more exactly than within some metres.

    Args:
        mask: of its workshop.
        place: its id.
        geometry: GeoJSON in longitude and latitude on WGS 84; of lines and outlines the middle of the bounds is moved.
        metres: the farthest that it is moved; more than 0, at most some thousands.

    Returns:
        Longitude and latitude, seven decimals: between a fifth of the metres and the metres away along the ellipsoid, to the
        centimetre. The same arguments give the same position, always.
    """
    share, turn = _drawn(mask, place, geometry, metres)
    inner = NEAREST_SHARE**2
    distance = metres * math.sqrt(inner + (1 - inner) * share)
    angle = math.tau * turn
    return _moved(middle(geometry), distance * math.sin(angle), distance * math.cos(angle))


def middle(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """Return the middle of a geometry's bounds."""
    corners = list(positions(geometry))
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    return ((west + east) / 2, (south + north) / 2)


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far two positions are apart along the ellipsoid, in metres: within 0.1 % for some tens of kilometres."""
    meridian, parallel = _radii((one[1] + other[1]) / 2)
    turned = (other[0] - one[0] + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN
    return math.hypot(math.radians(turned) * parallel, math.radians(other[1] - one[1]) * meridian)


def _drawn(mask: Mask, place: str, geometry: Mapping[str, Any], metres: float) -> tuple[float, float]:
    """Return two numbers from 0 up to 1, evenly spread over all places, that only the holder of the secret can know."""
    words = (
        METHOD,
        mask.workshop.encode(),
        place.encode(),
        _canonical(geometry),
        b"%d" % round(metres * 1000),
    )
    # With their lengths, so that no two lists of words are written alike.
    said = b"".join(b"%d:%b" % (len(each), each) for each in words)
    found = hmac.digest(mask.secret, said, hashlib.sha256)
    size = HASHED_BITS // 8
    share, turn = (
        int.from_bytes(part, "big") / 2**HASHED_BITS for part in (found[:size], found[size : 2 * size])
    )
    return share, turn


def _canonical(geometry: Mapping[str, Any]) -> bytes:
    """Write a geometry in one form, however its numbers were read."""

    def figures() -> Iterator[str]:
        for x, y in positions(geometry):
            yield f"{round(x * 10**DECIMALS)} {round(y * 10**DECIMALS)}"

    return f"{geometry['type']} {','.join(figures())}".encode()


def _moved(position: tuple[float, float], east: float, north: float) -> tuple[float, float]:
    """Move a position by metres, along the meridian and the parallel halfway.

    Taking the radii halfway leaves an error of the third order: under a millimetre for a kilometre at any latitude of the map.
    """
    lon, lat = position
    meridian, _ = _radii(lat)
    meridian, _ = _radii(lat + math.degrees(north / meridian) / 2)
    up = math.degrees(north / meridian)
    _, parallel = _radii(lat + up / 2)
    turned = lon + math.degrees(east / parallel)
    around = (turned + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN
    return (round(around, DECIMALS), round(lat + up, DECIMALS))


def _radii(lat: float) -> tuple[float, float]:
    """Return the radius of the meridian's curve and that of the parallel at a latitude, in metres."""
    sine = math.sin(math.radians(lat))
    flat = 1 - ECCENTRICITY_SQUARED * sine**2
    meridian = EQUATOR_RADIUS * (1 - ECCENTRICITY_SQUARED) / flat**1.5
    across = EQUATOR_RADIUS / math.sqrt(flat)
    return meridian, across * math.cos(math.radians(lat))
