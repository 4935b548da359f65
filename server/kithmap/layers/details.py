"""What people decide about the next release besides its checks, and what it says of itself because of that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kithmap.basics.errors import BadInputError
from kithmap.glossary.draft import new_id_of
from kithmap.glossary.founding import UNNAMED
from kithmap.glossary.model import Version
from kithmap.layers.model import LICENCES, GlossaryUsed, Header, Licence, Source

THRESHOLD = 10
"""Counts of people below it are not told, unless the area asks for more."""

LONGEST_NOTE = 5_000
LONGEST_LINE = 300
MOST_CREATORS = 12
MOST_WORKSHOPS = 100

RESERVED = frozenset({"compare", "search"})
"""Words that stand in addresses where a slug stands."""

DRAFTED = Version(0, 0, 0)
"""Of what is not published."""


@dataclass(frozen=True, slots=True)
class Details:
    """What people decide about the next release.

    Attributes:
        licence: id of one of ``LICENCES``.
        note: what is new, in plain words.
        creators: organisations that made it; None to name the area's partners.
        attribution: the line to print beside it; None for one made from the creators.
        workshops: ids of those that it is built from; None for all of the area and wave that are closed.
    """

    licence: str = LICENCES[0].id
    note: str = ""
    creators: tuple[str, ...] | None = None
    attribution: str | None = None
    workshops: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose layers they are.

    Attributes:
        area_id: the area's id.
        area: its name.
        programme: the programme's title.
        wave_id: the wave's id.
        wave: its name.
        slug: of the series.
        address: of the series.
        partners: the area's organisations, the voluntary one first.
        least_shown: the count of people below which the area tells none.
        beside: lines of attribution for what stands in the release beside what people mapped: the basemap's, the
            statistical areas'.
    """

    area_id: str
    area: str
    programme: str
    wave_id: str
    wave: str
    slug: str
    address: str
    partners: tuple[str, ...]
    least_shown: int = 0
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """A series as it was begun.

    Attributes:
        id: its id.
        area: the area's id.
        wave: the wave's id.
        slug: names it in addresses and files.
        address: under which its releases are found, without a slash at its end.
    """

    id: str
    area: str
    wave: str
    slug: str
    address: str


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """What people decided.

    Attributes:
        details: licence, note and the like, as JSON values.
        settlements: of findings, by their keys, as JSON values.
        statistical_areas: what was brought in, as JSON values; None without any.
    """

    details: dict[str, Any] = field(default_factory=dict)
    settlements: dict[str, Any] = field(default_factory=dict)
    statistical_areas: dict[str, Any] | None = None


def slug_of(area: str, wave: str, taken: Collection[str]) -> str:
    """Return what names an area's layers of a wave in addresses and files; what is taken gets a number behind it."""
    unfit = {each.replace("-", "_") for each in {*taken, *RESERVED}}
    return new_id_of(f"{area} {wave}", unfit).replace("_", "-")


def address_of(slug: str, public_address: str) -> str:
    """Return the address under which a series stands.

    Args:
        slug: the series'.
        public_address: under which others reach this server; empty where nobody set one.
    """
    return f"{(public_address or UNNAMED).rstrip('/')}/layers/{slug}"


def creators_of(setting: Setting, details: Details) -> tuple[str, ...]:
    """Return the organisations that a release names as its makers."""
    return details.creators or setting.partners or (f"People of {setting.area}",)


def attribution_of(setting: Setting, details: Details) -> str:
    """Return the line that a release asks to be printed beside it."""
    makers = ", ".join(creators_of(setting, details))
    own = details.attribution or f"Residents of {setting.area} with {makers}, {details.licence}"
    return ". ".join([each.strip().rstrip(".") for each in (own, *setting.beside) if each.strip()])


def header_of(
    setting: Setting, details: Details, sources: Sequence[Source], glossary: GlossaryUsed | None, day: date
) -> Header:
    """Return what a release says of itself, before it has a number.

    Args:
        setting: whose layers they are.
        details: what people decided.
        sources: the workshops that it is built from.
        glossary: by which kinds are called.
        day: of publishing.
    """
    return Header(
        area_id=setting.area_id,
        area=setting.area,
        programme=setting.programme,
        wave_id=setting.wave_id,
        wave=setting.wave,
        slug=setting.slug,
        address=setting.address,
        version=DRAFTED,
        day=day,
        previous=None,
        note=details.note,
        licence=licence_of(details.licence),
        creators=creators_of(setting, details),
        attribution=attribution_of(setting, details),
        glossary=glossary,
        sources=tuple(sorted(sources, key=lambda each: (each.held_on, each.workshop))),
        threshold=max(THRESHOLD, setting.least_shown),
    )


def licence_of(licence_id: str) -> Licence:
    """Return a licence.

    Raises:
        BadInputError: if it may not be chosen.
    """
    found = next((each for each in LICENCES if each.id == licence_id), None)
    if found is None:
        raise BadInputError("Please choose one of the licences.")
    return found


def read_details(typed: Mapping[str, str]) -> Details:
    """Read licence, note, creators (one on each line) and attribution as a form sends them.

    Raises:
        BadInputError: if something is too long, or there is no such licence.
    """
    lines = tuple(line for each in typed.get("creators", "").splitlines() if (line := " ".join(each.split())))
    if len(lines) > MOST_CREATORS:
        raise BadInputError(f"These are too many organisations: {MOST_CREATORS} at most.")
    attribution = " ".join(typed.get("attribution", "").split())
    note = typed.get("note", "").replace("\r\n", "\n").strip()
    for each in (*lines, attribution):
        _check_length(each, LONGEST_LINE)
    _check_length(note, LONGEST_NOTE)
    return Details(
        licence=licence_of(typed.get("licence", LICENCES[0].id)).id,
        note=note,
        creators=lines or None,
        attribution=attribution or None,
    )


def with_workshops(
    details: Details, wanted: Collection[str], offered: Collection[str], by_rule: Collection[str]
) -> Details:
    """Return the details with the workshops that were chosen.

    Args:
        details: as they are.
        wanted: ids of those that the release is to be built from.
        offered: ids of those that can be chosen.
        by_rule: ids of those that it is built from where nobody chooses. Whoever chooses just these goes on by the rule.

    Raises:
        BadInputError: if none was chosen.
    """
    found = sorted(set(wanted) & set(offered))[:MOST_WORKSHOPS]
    if not found:
        raise BadInputError("Please choose at least one workshop. Nothing was changed.")
    return replace(details, workshops=None if set(found) == set(by_rule) else tuple(found))


def as_stored(details: Details) -> dict[str, Any]:
    """Return details as JSON values."""
    return {
        "licence": details.licence,
        "note": details.note,
        "creators": None if details.creators is None else list(details.creators),
        "attribution": details.attribution,
        "workshops": None if details.workshops is None else list(details.workshops),
    }


def from_stored(stored: Mapping[str, Any]) -> Details:
    """Return the details that were kept as JSON values."""
    if not stored:
        return Details()
    return Details(
        licence=stored["licence"],
        note=stored["note"],
        creators=None if stored["creators"] is None else tuple(stored["creators"]),
        attribution=stored["attribution"],
        workshops=None if stored["workshops"] is None else tuple(stored["workshops"]),
    )


def _check_length(text: str, longest: int) -> None:
    if len(text) > longest:
        raise BadInputError(f"This is too long: {longest:,} letters at most. Nothing was changed.")
