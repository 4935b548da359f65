import pytest

from kithmap.basics.actors import Role
from kithmap.paper.grid import grid_of
from tests.support.installation import SQUARE, Installation


def test_who_leads_is_told_where_the_squares_are_and_nobody_else(installation: Installation) -> None:
    workshop = installation.new_workshop()
    path = f"/api/workshops/{workshop.id}/paper/grid"
    told = installation.as_admin().get(path).json()
    grid = grid_of(SQUARE)
    assert (told["columns"], told["rows"], told["metres"]) == (grid.columns, grid.rows, grid.metres)
    assert (told["left"], told["top"], told["side"]) == pytest.approx((grid.left, grid.top, grid.side))
    assert installation.joined(workshop).get(path).status_code == 403
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER), page=False)
    assert researcher.get(path).status_code == 403
