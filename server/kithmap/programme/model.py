"""Programmes, areas, partners and waves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class PartnerRole(StrEnum):
    """What an organisation is to an area."""

    VCS_ORGANISATION = "vcs_organisation"
    """The voluntary and community sector organisation that knows the people there."""
    HOST_AUTHORITY = "host_authority"
    """The public authority that hosts the programme there."""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation in its role for an area, for a time.

    Attributes:
        id: names this row.
        role: what it is to the area.
        name: of the organisation.
        since: first day, or None if nobody noted it.
        until: last day, or None while it lasts.
    """

    id: str
    role: PartnerRole
    name: str
    since: date | None = None
    until: date | None = None

    def is_past(self, today: date) -> bool:
        """Tell whether its time is over."""
        return self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of fieldwork across the areas.

    Attributes:
        id: names it.
        name: such as "baseline".
        starts: first day, or None if not set yet.
        ends: last day, or None if not set yet.
    """

    id: str
    name: str
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A place where workshops are held.

    Attributes:
        id: names it in addresses and logs.
        programme: the programme's id.
        name: as people call it.
        boundary: a GeoJSON polygon or multipolygon, WGS84 longitude and latitude.
    """

    id: str
    programme: str
    name: str
    boundary: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of workshops in several areas.

    Attributes:
        id: names it.
        title: as its people call it.
    """

    id: str
    title: str
