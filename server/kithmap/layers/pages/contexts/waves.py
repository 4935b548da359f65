"""What the pages show on which layers are found and begun, wave by wave."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kithmap.programme.model import Wave
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWave:
    """A wave, and how far an area's layers of it are.

    Attributes:
        wave: the wave.
        workshops: how many were begun.
        open: how many of them are not closed.
        slug: of the series; empty where nothing is published.
        version: that is out, or empty.
        published_on: the day on which it came out, or None.
    """

    wave: Wave
    workshops: int
    open: int
    slug: str
    version: str
    published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LayersPage(Page):
    """An area's layers, wave by wave.

    Attributes:
        area: the area's id.
        area_name: the area's name.
        waves: in the order in which they were planned.
        without_wave: how many of its workshops belong to no wave.
    """

    template: ClassVar[str] = "layers/waves.html"
    entry: ClassVar[str | None] = "layers/page_desk"
    screen: ClassVar[str] = "console"

    area: str
    area_name: str
    waves: tuple[ShownWave, ...]
    without_wave: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginLayersPage(Page):
    """Beginning the layers of an area in a wave.

    Attributes:
        path: where the desk stands.
        area: the area's id.
        area_name: the area's name.
        wave: the wave's name.
        address: under which releases would be found.
        has_address: whether that is this server's own, or only a name.
        workshops: how many were begun in this wave.
        closed: how many of them are closed.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "layers/begin.html"
    entry: ClassVar[str | None] = "layers/page_desk"
    screen: ClassVar[str] = "console"

    path: str
    area: str
    area_name: str
    wave: str
    address: str
    has_address: bool
    workshops: int
    closed: int
    problem: str | None = None
