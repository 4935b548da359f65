"""Telling the builds of one area apart."""

import hashlib


class ContentHash:
    """A hash over drawings in the order in which they are made."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._hash = hashlib.sha256()

    def add(self, address: str, body: bytes) -> None:
        """Take in one drawing and its address."""
        self._hash.update(f"{address}:{len(body)}\n".encode())
        self._hash.update(body)

    def short(self) -> str:
        """Return twelve hexadecimal digits: enough to tell the builds of one area apart."""
        return self._hash.hexdigest()[:12]
