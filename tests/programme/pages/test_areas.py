import json

import pytest

from kithmap.basics.actors import Role
from kithmap.programme import store
from tests.support.installation import HOSTILE, SQUARE, Installation

GEOJSON = json.dumps(SQUARE)


def test_an_area_is_made_from_a_file_or_a_drawing(installation: Installation) -> None:
    admin, path = installation.as_admin(), f"/programmes/{installation.programme.id}/areas"
    assert admin.get(f"{path}/new").status_code == 200
    by_file = admin.post(path, data={"name": "By file"}, files={"file": ("a.geojson", GEOJSON)})
    drawn = admin.post(path, data={"name": "Drawn", "drawn": GEOJSON})
    for answer, name in ((by_file, "By file"), (drawn, "Drawn")):
        assert answer.status_code == 303
        assert name in admin.get(answer.headers["location"]).text


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": "X"}, "choose a boundary file"),
        ({"name": "", "drawn": GEOJSON}, "Please give the area a name"),
        ({"name": "Oakham", "drawn": GEOJSON}, "already"),
        ({"name": "x" * 5_000, "drawn": GEOJSON}, "too long"),
        ({"name": "X", "drawn": "not json"}, "not a GeoJSON file"),
        ({"name": HOSTILE, "drawn": HOSTILE}, "not a GeoJSON file"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    installation: Installation, form: dict[str, str], words: str
) -> None:
    answer = installation.as_admin().post(f"/programmes/{installation.programme.id}/areas", data=form)
    assert answer.status_code in (409, 422)
    assert words in answer.text
    assert "<script>alert" not in answer.text
    assert len(installation.do(store.areas)) == 1


def test_a_file_that_is_too_large_is_refused(installation: Installation) -> None:
    files = {"file": ("a.geojson", b" " * 7_000_000)}
    answer = installation.as_admin().post(
        f"/programmes/{installation.programme.id}/areas", data={"name": "X"}, files=files
    )
    assert answer.status_code == 413


def test_partners_come_and_go_and_stay_on_record(installation: Installation) -> None:
    path = f"/areas/{installation.area.id}"
    fay = installation.signed_in(installation.colleague(Role.FACILITATOR))
    form = {"role": "host_authority", "name": "Rutland <b>Council</b>", "since": "2020-01-01"}
    assert fay.post(f"{path}/partners", data=form).status_code == 303
    (partner,) = installation.do(store.partners, installation.area.id)
    assert fay.post(f"{path}/partners/{partner.id}/end", data={"until": "2024-01-01"}).status_code == 303
    text = fay.get(path).text
    assert "Rutland &lt;b&gt;Council" in text
    assert "until 1 January 2024" in text


@pytest.mark.parametrize(
    "form", [{}, {"role": "boss", "name": "X"}, {"role": "host_authority", "name": "X", "since": "soon"}]
)
def test_a_partner_that_cannot_be_is_said(installation: Installation, form: dict[str, str]) -> None:
    answer = installation.as_admin().post(f"/areas/{installation.area.id}/partners", data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_another_boundary(installation: Installation) -> None:
    admin, path = installation.as_admin(), f"/areas/{installation.area.id}/boundary"
    other = GEOJSON.replace("52.68", "52.69")
    assert admin.post(path, files={"file": ("a.json", other)}).status_code == 303
    assert admin.post(path, files={"file": ("a.json", "x")}).status_code == 422
    found = installation.do(store.area, installation.area.id)
    assert found is not None
    assert "52.69" in json.dumps(found.boundary)


def test_the_page_shows_workshops_with_their_life_and_code(installation: Installation) -> None:
    workshop = installation.new_workshop(title="Where <i>do</i> people meet?")
    path = f"/areas/{installation.area.id}"
    text = installation.as_admin().get(path).text
    assert "Where &lt;i&gt;do" in text
    assert workshop.code in text
    assert "being prepared" in text
    installation.ask(workshop, "workshop.open")
    assert ">open<" in installation.as_admin().get(path).text
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert workshop.code not in rex.get(path).text


def test_a_researcher_changes_nothing(installation: Installation) -> None:
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    path = f"/areas/{installation.area.id}"
    assert "Add a partner" not in rex.get(path).text
    assert rex.post(f"{path}/partners", data={"role": "host_authority", "name": "X"}).status_code == 403
    assert rex.post(f"{path}/boundary", data={"drawn": GEOJSON}).status_code == 403
