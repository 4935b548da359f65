"""Whether an installation has been told the demo's stories already: asked at every start, so it loads nothing heavy."""

from typing import Any

from kithmap.demo.model import OPEN_TITLE
from kithmap.programme import store as programmes
from kithmap.workshop import store as listed_workshops
from kithmap.workshop.joining import Listed


def told_workshop(session: Any) -> Listed | None:
    """Return the demo's open workshop, or None if the installation is still to be filled."""
    found = listed_workshops.workshops(session, [area.id for area in programmes.areas(session)])
    return next((each for each in found if each.title == OPEN_TITLE), None)
