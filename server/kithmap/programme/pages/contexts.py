"""What the pages of programmes and areas show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kithmap.programme.api.basemap_jobs import BasemapJob
from kithmap.programme.model import Partner, Programme, Wave
from kithmap.programme.profile import CensusProfile, Fault
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammesPage(Page):
    """All programmes, and beginning one.

    Attributes:
        programmes: those in which the viewer has a role.
        may_add: whether the viewer may begin one: admins.
        title: what was typed before.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "programme/programmes.html"
    screen: ClassVar[str] = "console"

    programmes: tuple[Programme, ...]
    may_add: bool
    title: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArea:
    """An area among others.

    Attributes:
        id: the area's.
        name: the area's.
        outline: its boundary as the ``d`` of an SVG path in a square of ``outline_side`` units.
        vcs_organisation: today's, or empty.
        host_authority: today's, or empty.
        workshops: how many there are.
        open: how many of them are open or paused now.
        has_basemap: whether it has one.
    """

    id: str
    name: str
    outline: str
    vcs_organisation: str
    host_authority: str
    workshops: int
    open: int
    has_basemap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage(Page):
    """One programme: its areas and its waves.

    Attributes:
        id: the programme's.
        title: the programme's.
        areas: by name.
        outline_side: the side of the square in which outlines are drawn.
        waves: in the order in which they were planned.
        may_change: whether the viewer may add areas and waves: admins.
        wave: what was typed for a wave before, or None.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "programme/programme.html"
    screen: ClassVar[str] = "console"

    id: str
    title: str
    areas: tuple[ShownArea, ...]
    outline_side: int
    waves: tuple[Wave, ...]
    may_change: bool
    wave: Wave | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAreaPage(Page):
    """Making an area from a boundary, sent as a file or drawn.

    Attributes:
        programme: the programme's id.
        programme_title: the programme's title.
        name: what was typed before.
        drawn: the boundary that was drawn before, as GeoJSON text, or empty.
        context: facts for the script: ``bounds`` to begin at, the other areas' outlines as ``neighbours``, and the
            ``basemap`` of one of them, or null.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "programme/new_area.html"
    entry: ClassVar[str | None] = "programme/page_new_area"
    screen: ClassVar[str] = "console"

    programme: str
    programme_title: str
    context: dict[str, Any]
    name: str = ""
    drawn: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWorkshop:
    """A workshop of the area.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        wave: its wave's name, or empty.
        made: the day on which it was made.
        life: draft, open, paused or closed, as its log says.
        code: by which people join; empty once it is closed.
    """

    id: str
    title: str
    wave: str
    made: date
    life: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPage(Page):
    """One area.

    Attributes:
        id: the area's.
        name: the area's.
        programme: the programme's id.
        programme_title: the programme's title.
        outline: its boundary as the ``d`` of an SVG path.
        outline_side: the side of the square in which it is drawn.
        basemap: the answer of ``/basemaps/{area}.json``, or None where there is no basemap yet.
        outline_on_basemap: its boundary as the ``d`` of an SVG path over the basemap's whole image, or None without one.
        job: how far a basemap is that is being built.
        partners: of today, then of before.
        past_partners: ids of those whose time is over.
        workshops: the newest first.
        may_change: whether the viewer runs workshops here.
        may_fetch: whether this server fetches map data from OpenStreetMap.
        most_megabytes: of an OpenStreetMap file that can be sent.
        today: as forms of dates want it, ``2026-11-23``.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "programme/area.html"
    entry: ClassVar[str | None] = "programme/page_area"
    screen: ClassVar[str] = "console"

    id: str
    name: str
    programme: str
    programme_title: str
    outline: str
    outline_side: int
    basemap: dict[str, Any] | None
    outline_on_basemap: str | None
    job: BasemapJob
    partners: tuple[Partner, ...]
    past_partners: frozenset[str]
    workshops: tuple[ShownWorkshop, ...]
    may_change: bool
    may_fetch: bool
    most_megabytes: int
    today: str
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyPage(Page):
    """Who lives in an area, and on what ground it may use what people give.

    Attributes:
        id: the area's.
        name: the area's.
        profile: the census profile, or None.
        basis: the lawful basis as the form shows it, each part as text.
        may_change: whether the viewer runs workshops here.
        source: where the numbers come from, as typed before.
        day: which day they tell of, as typed before.
        saved: what was just done, in words, or empty.
        problem: why something did not work, or None.
        faults: what is wrong in the file that was sent.
    """

    template: ClassVar[str] = "programme/privacy.html"
    screen: ClassVar[str] = "console"

    id: str
    name: str
    profile: CensusProfile | None
    basis: Mapping[str, str]
    may_change: bool
    source: str = ""
    day: str = ""
    saved: str = ""
    problem: str | None = None
    faults: tuple[Fault, ...] = ()
