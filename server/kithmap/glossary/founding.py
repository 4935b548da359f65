"""How a glossary is named, and under which address its concepts stand: fixed when it is founded."""

from collections.abc import Collection
from datetime import date

from kithmap.glossary.draft import new_id_of
from kithmap.glossary.model import Glossary, Organisation, Scheme

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

UNNAMED = "https://kithmap.example/"
"""Begins addresses where the server has no public one: they name concepts for ever, and lead nowhere until somebody lets them."""

RESERVED = frozenset({"starting", "schema"})
"""Names that no area's glossary gets: the glossary that comes with Kithmap has the first."""


def name_of(called: str, taken: Collection[str]) -> str:
    """Return a glossary's name in addresses, made from its area's; what is taken gets a number behind it."""
    stem = new_id_of(called, ()).replace("_", "-")
    number, found = 2, stem
    while found in taken or found in RESERVED:
        found = f"{stem}-{number}"
        number += 1
    return found


def base_of(name: str, public_address: str) -> str:
    """Return the address under which a glossary's concepts stand.

    Args:
        name: the glossary's.
        public_address: under which others reach this server; empty where nobody set one.
    """
    return f"{public_address.rstrip('/') or UNNAMED.rstrip('/')}/glossary/{name}/"


def scheme_of(glossary: Glossary, called: str, programme: str, created: date) -> Scheme:
    """Return whose glossary it is.

    Args:
        glossary: which.
        called: the area's name; the programme's for the common one.
        programme: the programme's title.
        created: the day of its first release.
    """
    # The titles are part of what is published, and in its language whatever that of the pages.
    common = glossary.area is None
    title = f"Common glossary of {called}" if common else f"Glossary of {called}"
    told = (
        f"The words that the areas of {called} share."
        if common
        else f"The words that people in {called} agreed on in their workshops."
    )
    root = glossary.base.removesuffix(f"{glossary.name}/")
    return Scheme(
        base=glossary.base,
        title={glossary.language: title},
        description={glossary.language: told},
        creator=Organisation(f"{glossary.base}terms#people", f"People of {called}"),
        publisher=Organisation(root, programme),
        licence=LICENCE,
        language=glossary.language,
        created=created,
    )
