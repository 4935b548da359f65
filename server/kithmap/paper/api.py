"""The grid of squares, for whoever types paper cards into the console."""

from fastapi import APIRouter, Request
from pydantic import BaseModel

from kithmap.basics.actors import LEADING
from kithmap.basics.errors import NotAllowedError
from kithmap.paper.grid import grid_of
from kithmap.web.dependencies import RoomsDep, ServicesDep
from kithmap.workshop.rules import boundary_of

router = APIRouter(prefix="/api/workshops/{workshop}/paper", tags=["map"])


class GridAnswer(BaseModel):
    """Where the squares are, in Web Mercator's unit coordinates: x from 0 to 1 eastwards, y southwards.

    Columns are lettered from the west, rows numbered from the north; a square is `side` wide and `metres` on the ground.
    """

    left: float
    top: float
    side: float
    metres: int
    columns: int
    rows: int


@router.get("/grid")
async def show_grid(workshop: str, request: Request, services: ServicesDep, rooms: RoomsDep) -> GridAnswer:
    """Tell where the squares of the printed sheets are."""
    viewer = await services.workshops.viewer_for(request, workshop)
    if viewer.role not in LEADING:
        raise NotAllowedError("Paper cards are typed in by the facilitator.")
    grid = grid_of(boundary_of(await rooms.read(workshop)))
    return GridAnswer(
        left=grid.left,
        top=grid.top,
        side=grid.side,
        metres=grid.metres,
        columns=grid.columns,
        rows=grid.rows,
    )
