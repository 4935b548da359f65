"""Who brings places in, and into what."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from kithmap.basics.actors import LEADING
from kithmap.basics.errors import ConflictError, NotAllowedError
from kithmap.basics.records import Record
from kithmap.bringing_in.model import Ground
from kithmap.shared_map.model import PLACES
from kithmap.sync.audience import Viewer
from kithmap.sync.content import Content
from kithmap.web.dependencies import AccountDep, ServicesDep
from kithmap.workshop.access import ONLY_LEADING, As
from kithmap.workshop.actions import require_workshop
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import Life, kind_labels, life_of
from kithmap.workshop.rules import boundary_of, workshop_of

OVER = "This workshop has ended, so the map can no longer be changed."


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody who leads a workshop brings places in.

    Attributes:
        listed: the workshop.
        viewer: who asks.
        view: its records as they stand.
        ground: what places come onto.
        is_over: whether the workshop has ended.
    """

    listed: Listed
    viewer: Viewer
    view: Content
    ground: Ground
    is_over: bool

    def places(self) -> list[Record]:
        """Return the places that are on the map now."""
        return [place for kind in PLACES for place in self.view.of_kind(kind)]

    def require_running(self) -> None:
        """Refuse what would change a map that is finished.

        Raises:
            ConflictError: if the workshop has ended.
        """
        if self.is_over:
            raise ConflictError(OVER)


async def desk_of(workshop: str, request: Request, services: ServicesDep) -> Desk:
    """Return where somebody brings places in.

    Raises:
        NotFoundError: if there is no such workshop.
        NotSignedInError: if nobody is known to be asking.
        NotAllowedError: if they do not lead it.
    """
    viewer = await services.workshops.viewer_for(request, workshop, As.LEADING)
    if viewer.role not in LEADING:
        raise NotAllowedError(ONLY_LEADING)
    listed = await services.read(require_workshop, workshop)
    view = await services.rooms.read(workshop)
    record = workshop_of(view)
    ground = Ground(boundary_of(view), kind_labels(record))
    return Desk(listed, viewer, view, ground, life_of(record) is Life.CLOSED)


async def _desk(workshop: str, request: Request, services: ServicesDep, _account: AccountDep) -> Desk:
    """Return where somebody brings places in; the frame of the page shows who is signed in."""
    return await desk_of(workshop, request, services)


DeskDep = Annotated[Desk, Depends(_desk)]
