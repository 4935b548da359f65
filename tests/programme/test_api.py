from kithmap.basics.actors import Role
from tests.support.installation import Installation


def test_how_far_a_basemap_is_is_told_to_whoever_may_see_the_area(installation: Installation) -> None:
    path = f"/api/areas/{installation.area.id}/basemap"
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER), page=False)
    assert rex.get(path).json() == {"state": "none", "fraction": 0.0, "message": ""}
    stranger = installation.colleague(Role.FACILITATOR, installation.new_area("Elsewhere"))
    assert installation.signed_in(stranger, page=False).get(path).status_code == 403
    assert installation.browser(page=False).get(path).status_code == 401
    assert rex.get("/api/areas/none/basemap").status_code == 404
