"""Identifiers: UUIDs whose first bits are a time, so that they sort by when they were made.

Source: RFC 9562, section 5.7 (UUID version 7).
"""

import hashlib
import re
import secrets
import time

RANDOM_BYTES = 10
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def uuid7(milliseconds: int, randomness: bytes) -> str:
    """Return a version 7 UUID.

    Args:
        milliseconds: Unix time in milliseconds, 48 bits.
        randomness: ten random bytes, of which 74 bits are used.

    Raises:
        ValueError: if ``randomness`` is not ten bytes or the time does not fit.
    """
    if len(randomness) != RANDOM_BYTES or not 0 <= milliseconds < 1 << 48:
        raise ValueError("a version 7 UUID takes 48 bits of time and ten random bytes")
    raw = bytearray(milliseconds.to_bytes(6, "big") + randomness)
    raw[6] = 0x70 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_id() -> str:
    """Return a new identifier. For the store and door rings; rules are handed theirs."""
    return uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(RANDOM_BYTES))


def is_id(text: str) -> bool:
    """Tell whether ``text`` is a UUID in its canonical lower-case form."""
    return _UUID.fullmatch(text) is not None


def derived_id(root: str, name: str) -> str:
    """Return the identifier that a name has beside another identifier: the same whenever it is asked, of the same moment.

    Args:
        root: a version 7 UUID.
        name: different for each that is derived from it.
    """
    moment = int(root[:8] + root[9:13], 16)
    return uuid7(moment, hashlib.sha256(f"{root} {name}".encode()).digest()[:RANDOM_BYTES])
