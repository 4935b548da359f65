"""Short texts that nobody but this server can have written: what stands in cookies and in links."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta

from itsdangerous import BadSignature, Signer

TOKEN_BYTES = 18
"""144 bits: never guessed, and 24 letters in a link or QR code."""


class Signing:
    """Signs and reads values with one secret. A value signed for one purpose is worthless for another.

    Args:
        secret: at least 32 random bytes, the same in every process that serves the programme.
    """

    def __init__(self, secret: bytes) -> None:
        """Keep the secret.

        Raises:
            ValueError: if it is too short to be one.
        """
        if len(secret) < 32:  # noqa: PLR2004 - the block that SHA-256 yields
            raise ValueError("a signing secret has at least 32 bytes")
        self._secret = secret

    def sign(self, purpose: str, value: str) -> str:
        """Return ``value`` with its signature behind it."""
        return self._signer(purpose).sign(value).decode()

    def read(self, purpose: str, text: str) -> str | None:
        """Return the value of a signed text, or None if this server did not sign it for this purpose."""
        try:
            return self._signer(purpose).unsign(text).decode()
        except (BadSignature, UnicodeError):
            return None

    def sign_until(self, purpose: str, value: str, ends: datetime) -> str:
        """Return ``value``, signed, with the moment until which it is good."""
        return self.sign(purpose, f"{int(ends.timestamp())}.{value}")

    def read_until(self, purpose: str, text: str, now: datetime) -> str | None:
        """Return the value of what :meth:`sign_until` wrote, or None if it is forged or its time is over."""
        seconds, dot, value = (self.read(purpose, text) or "").partition(".")
        if not dot or datetime.fromtimestamp(int(seconds), UTC) <= now:
            return None
        return value

    def token(self, purpose: str, value: str) -> str:
        """Return a link's token that cannot be guessed and that this server can always make again."""
        mac = hmac.digest(self._secret, f"{purpose}\0{value}".encode(), hashlib.sha256)
        return urlsafe_b64encode(mac[:TOKEN_BYTES]).decode()

    def matches(self, purpose: str, value: str, token: str) -> bool:
        """Tell whether ``token`` is that of ``value``, in a time that tells nothing."""
        return hmac.compare_digest(self.token(purpose, value).encode(), token.encode())

    def _signer(self, purpose: str) -> Signer:
        return Signer(self._secret, salt=purpose, digest_method=hashlib.sha256, key_derivation="hmac")


def fingerprint(token: str) -> str:
    """Return what is stored of a link's token: enough to know it again, useless to who reads the database.

    A token has over 128 random bits, so that a fast hash is safe.
    """
    return hashlib.sha256(token.encode()).hexdigest()


LONG = timedelta(days=400)
"""The longest that browsers keep a cookie (RFC 6265bis, section 5.6.1)."""
