"""Kithmap: community mapping workshops on a shared live map."""

__version__ = "0.1.0"
