"""The guides for the console: which there are to lead by, and the run sheet that several make together."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from kithmap.guides.access import ShelfDep
from kithmap.guides.catalogue import OWN
from kithmap.guides.model import Guide
from kithmap.guides.run_sheet import sheet_of
from kithmap.people.access import require_account
from kithmap.web.dependencies import AccountDep

router = APIRouter(prefix="/api/guides", tags=["guides"])


class OfferedGuide(BaseModel):
    """A guide that a workshop can follow.

    Attributes:
        key: its name in addresses.
        title: what it is called.
        summary: what it is for.
        minutes: how long its steps take together.
        steps: how many there are.
        language: its language tag.
        own: whether it is people's own, from the data folder.
    """

    key: str
    title: str
    summary: str
    minutes: int
    steps: int
    language: str
    own: bool


class WrittenRunSheet(BaseModel):
    """A run sheet, as ``run_sheet.choose`` takes it.

    Attributes:
        guides: titles of the guides it comes from.
        steps: every step with all that its guide says of it.
    """

    guides: list[str]
    steps: list[dict[str, Any]]


def offer(guide: Guide) -> OfferedGuide:
    """Return a guide as it is offered for choosing."""
    return OfferedGuide(
        key=guide.key,
        title=guide.title,
        summary=guide.summary,
        minutes=guide.minutes,
        steps=len(guide.steps),
        language=guide.language,
        own=guide.key.startswith(OWN),
    )


@router.get("")
async def offered_guides(account: AccountDep, shelf: ShelfDep) -> list[OfferedGuide]:
    """List the guides that a workshop can follow."""
    require_account(account)
    return [offer(guide) for guide in shelf.leading()]


@router.get("/run-sheet")
async def whole_run_sheet(
    account: AccountDep, shelf: ShelfDep, guide: Annotated[list[str], Query(min_length=1, max_length=20)]
) -> WrittenRunSheet:
    """Return the run sheet of a workshop that follows these guides, in the order of the shelf."""
    require_account(account)
    return WrittenRunSheet.model_validate(sheet_of(shelf.chosen(guide)))
