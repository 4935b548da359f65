"""What is drawn of a draft, and what lies beneath."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture beneath marks: the area's basemap.

    Attributes:
        address: of the picture.
        attribution: the line to print beneath it.
    """

    address: str
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMark:
    """Something drawn on the small map of differences.

    Attributes:
        what: added, gone or moved.
        x: in pixels from the left.
        y: in pixels from the top.
        from_x: where it was, if it moved.
        from_y: where it was, if it moved.
        title: what people call it.
    """

    what: str
    x: float
    y: float
    from_x: float
    from_y: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCircle:
    """How exactly a place is shown: a circle around where that is.

    Attributes:
        x: of its centre, in pixels.
        y: of its centre, in pixels.
        radius: in pixels.
    """

    x: float
    y: float
    radius: float
