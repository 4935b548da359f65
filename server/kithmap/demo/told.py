"""Whether an installation has been told the demo's stories already: asked at every start, so it loads nothing heavy."""

from typing import Any

from kithmap.programme import store as programmes
from kithmap.workshop import store as listed_workshops
from kithmap.workshop.joining import Listed

OPEN_TITLE = "Hazelmoor: where do people meet?"
"""Of the workshop that is told last, and stays open."""


def told_workshop(session: Any) -> Listed | None:
    """Return the demo's open workshop, or None if the installation is still to be filled."""
    found = listed_workshops.workshops(session, [area.id for area in programmes.areas(session)])
    return next((each for each in found if each.title == OPEN_TITLE), None)
