import re

import pytest

from kithmap.basics.actors import Role
from kithmap.people import store
from tests.support.installation import HOSTILE, Installation


def test_an_invitation_s_link_is_shown_once_and_works(installation: Installation) -> None:
    admin = installation.as_admin()
    form = {"role": "facilitator", "areas": [installation.area.id], "note": "Fay"}
    answer = admin.post("/people/invitations", data=form)
    found = re.search(r'href="http://testserver(/invitations/[^"]+)"', answer.text)
    assert found is not None
    assert found[1] not in admin.get("/people").text
    assert "Fay" in admin.get("/people").text
    assert installation.browser().get(found[1]).status_code == 200


@pytest.mark.parametrize(
    "form", [{}, {"role": "facilitator"}, {"role": "participant"}, {"role": HOSTILE, "note": HOSTILE}]
)
def test_an_invitation_that_lacks_something_says_so(installation: Installation, form: dict[str, str]) -> None:
    answer = installation.as_admin().post("/people/invitations", data=form)
    assert answer.status_code in (403, 422)
    assert 'role="alert"' in answer.text
    assert "<script>alert" not in answer.text


def test_markup_in_a_note_or_name_is_shown_as_text(installation: Installation) -> None:
    admin = installation.as_admin()
    installation.colleague(Role.FACILITATOR, name="<b>Fay</b>")
    form = {"role": "facilitator", "areas": [installation.area.id], "note": HOSTILE}
    text = admin.post("/people/invitations", data=form).text
    assert "<script>alert" not in text
    assert "<b>Fay" not in text
    assert "&lt;b&gt;Fay" in text


def test_an_invitation_is_taken_back(installation: Installation) -> None:
    admin = installation.as_admin()
    admin.post("/people/invitations", data={"role": "facilitator", "areas": [installation.area.id]})
    (waiting,) = installation.do(store.open_invitations, installation.clock())
    assert admin.post(f"/people/invitations/{waiting.id}/revoke").status_code == 303
    assert admin.post(f"/people/invitations/{waiting.id}/revoke").status_code == 404


def test_a_facilitator_sees_colleagues_of_their_areas_only(installation: Installation) -> None:
    elsewhere = installation.new_area("Elsewhere")
    fay = installation.colleague(Role.FACILITATOR, name="Fay")
    installation.colleague(Role.RESEARCHER, name="Rex")
    installation.colleague(Role.FACILITATOR, elsewhere, name="Stranger")
    text = installation.signed_in(fay).get("/people").text
    assert "Rex" in text
    assert "Stranger" not in text
    assert "Elsewhere" not in text
    assert "End this account" not in text


def test_other_roles_are_given(installation: Installation) -> None:
    fay = installation.colleague(Role.FACILITATOR)
    form = {f"role_{installation.area.id}": "researcher"}
    assert installation.as_admin().post(f"/people/{fay.id}/roles", data=form).status_code == 303
    found = installation.do(store.account, fay.id)
    assert found is not None
    assert found.roles == {installation.area.id: Role.RESEARCHER}


@pytest.mark.parametrize(
    "form", [{"role_nowhere": "facilitator"}, {"role_{area}": "admin"}, {"role_{area}": HOSTILE}]
)
def test_roles_that_are_none_change_nothing(installation: Installation, form: dict[str, str]) -> None:
    fay = installation.colleague(Role.FACILITATOR)
    sent = {name.format(area=installation.area.id): value for name, value in form.items()}
    answer = installation.as_admin().post(f"/people/{fay.id}/roles", data=sent)
    assert answer.status_code == 422
    assert installation.do(store.account, fay.id) == fay


def test_a_link_for_somebody_signs_them_in(installation: Installation) -> None:
    fay = installation.colleague(Role.FACILITATOR, name="Fay")
    text = installation.as_admin().post(f"/people/{fay.id}/link").text
    found = re.search(r'href="http://testserver(/sign-in/[^"]+)"', text)
    assert found is not None
    browser = installation.browser()
    browser.post(found[1])
    assert "Fay" in browser.get("/account").text


def test_an_ended_account_is_signed_out_everywhere(installation: Installation) -> None:
    fay = installation.colleague(Role.FACILITATOR)
    browser = installation.signed_in(fay)
    assert browser.get("/account").status_code == 200
    assert installation.as_admin().post(f"/people/{fay.id}/end").status_code == 303
    assert browser.get("/account").status_code == 401
