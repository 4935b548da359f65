"""How the hall's screen is arranged: light or dark, and how large the way in stands."""

from enum import StrEnum

KIND = "hall"
RECORD = "hall"
"""The id of the one record of its kind. Without it, each screen is as its link says."""


class Theme(StrEnum):
    """For a dim hall or a bright one."""

    DARK = "dark"
    LIGHT = "light"


class WayIn(StrEnum):
    """How large the code and its picture stand on the hall's screen."""

    AUTO = "auto"
    """Large while people arrive, small once the room is at work."""
    LARGE = "large"
    SMALL = "small"
