"""Passwords: what is stored of them, and whether one fits.

scrypt from the standard library, with parameters of OWASP's password storage cheat sheet (2024): N = 2^14, r = 8, p = 5,
16 MB and some 0.1 s for each try.
"""

import hashlib
import hmac
import unicodedata

from kithmap.basics.errors import BadInputError

SHORTEST, LONGEST = 10, 200
COST, BLOCK, LANES = 2**14, 8, 5
MEMORY = 64 * 1024 * 1024
SALT_BYTES = 16


def check_strength(password: str) -> None:
    """Accept a password that is long enough; rules about signs and digits only make people write it down.

    Raises:
        BadInputError: if it is too short, too long, or one letter over and over.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInputError(
            f"A password has {SHORTEST} to {LONGEST} letters. Four words in a row make a good one."
        )
    if len(set(password)) < 4:  # noqa: PLR2004 - "aaaaaaaaaa" and "abababab" are guessed first
        raise BadInputError("That password is too easy to guess. Four words in a row make a good one.")


def hash_password(password: str, salt: bytes) -> str:
    """Return what is stored of a password. Takes 0.1 s.

    Args:
        password: what somebody chose.
        salt: ``SALT_BYTES`` random bytes, others for each password.

    Raises:
        BadInputError: if it is not strong enough.
    """
    check_strength(password)
    return f"scrypt${COST}${BLOCK}${LANES}${salt.hex()}${_derive(password, salt, COST, BLOCK, LANES).hex()}"


def fits(password: str, stored: str | None) -> bool:
    """Tell whether a password is the stored one. Without a stored one it takes as long, and is never right."""
    kept = stored or _NOBODY
    _, cost, block, lanes, salt, expected = kept.split("$")
    derived = _derive(password[: LONGEST + 1], bytes.fromhex(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(derived.hex(), expected) and stored is not None


def _derive(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    # Composed letters: the same password typed on a Mac and on Windows is the same bytes.
    text = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(text, salt=salt, n=cost, r=block, p=lanes, maxmem=MEMORY, dklen=32)


_NOBODY = f"scrypt${COST}${BLOCK}${LANES}${'00' * SALT_BYTES}${'00' * 32}"
