from kithmap.basics.actors import Role
from kithmap.programme import store
from kithmap.programme.lawful_basis import Condition
from kithmap.programme.profile import template
from tests.support.installation import HOSTILE, Installation

SEXES = "attribute,category,count\nsex,female,5100\nsex,male,4900\n"
BASIS = {
    "basis": "public_task",
    "condition": "research",
    "controller": "Ferndale Council",
    "contact": "privacy@ferndale.example",
    "retention_days": "90",
    "least_shown": "10",
}


def send(installation: Installation, text: str, **more: str) -> str:
    answer = installation.as_admin().post(
        f"/areas/{installation.area.id}/privacy/census",
        files={"file": ("profile.csv", text.encode())},
        data={"source": "Census 2021, TS008", "day": "2021-03-21", **more},
        follow_redirects=True,
    )
    return answer.text


def test_a_census_profile_is_kept_with_its_source_and_day(installation: Installation) -> None:
    text = send(installation, SEXES)
    assert "Census 2021, TS008" in text
    assert "51.0" in text
    profile = installation.do(store.census_profile, installation.area.id)
    assert profile is not None
    assert profile.counts == {"sex": {"female": 5100, "male": 4900}}


def test_of_a_file_with_faults_nothing_is_kept_and_each_is_told(installation: Installation) -> None:
    send(installation, SEXES)
    text = send(installation, f"attribute,category,count\nsex,female,many\n{HOSTILE},x,1\n", source=HOSTILE)
    assert "Line 2, column count:" in text
    assert "Line 3, column attribute:" in text
    assert "<script>alert" not in text
    profile = installation.do(store.census_profile, installation.area.id)
    assert profile is not None
    assert profile.source == "Census 2021, TS008"
    assert "Please say where the numbers come from" in send(installation, SEXES, source=" ")


def test_the_template_is_given(installation: Installation) -> None:
    answer = installation.as_admin().get(f"/areas/{installation.area.id}/privacy/template.csv")
    assert (answer.text, answer.headers["content-type"]) == (template(), "text/csv; charset=utf-8")


def test_the_lawful_basis_is_recorded_and_told_to_whoever_joins(installation: Installation) -> None:
    workshop = installation.new_workshop()
    desk, path = installation.as_admin(), f"/areas/{installation.area.id}/privacy"
    refused = desk.post(f"{path}/basis", data={**BASIS, "least_shown": "2"})
    assert "never lowered" in refused.text
    assert 'value="Ferndale Council"' in refused.text
    assert desk.post(f"{path}/basis", data=BASIS).status_code == 303
    kept = installation.do(store.lawful_basis, installation.area.id)
    assert kept is not None
    assert (kept.condition, kept.least_shown) == (Condition.RESEARCH, 10)
    assert installation.do(store.retention_days) == {installation.area.id: 90}
    visitor = installation.browser()
    text = visitor.get(installation.ticket(workshop, visitor)).text
    assert "Ferndale Council may use what you add because it is part of its public work." in text
    assert "Names are erased 90 days after the workshop." in text


def test_who_does_not_run_the_area_cannot_change_it(installation: Installation) -> None:
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    path = f"/areas/{installation.area.id}/privacy"
    assert researcher.get(path).status_code == 200
    assert researcher.post(f"{path}/basis", data=BASIS).status_code == 403
    assert installation.browser().get(path).status_code == 401
    assert installation.do(store.lawful_basis, installation.area.id) is None
