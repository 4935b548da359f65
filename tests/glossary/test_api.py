from datetime import date

from kithmap.basics.actors import Role
from kithmap.glossary import store
from kithmap.glossary.model import Glossary
from kithmap.glossary.release import next_release
from tests.glossary.support import SCHEME, concept
from tests.support.installation import START, Installation


def test_the_starting_glossary_is_offered_to_those_who_lead(installation: Installation) -> None:
    workshop = installation.new_workshop()
    answer = installation.as_admin().get(f"/api/workshops/{workshop.id}/offered")
    offered = {(each["type"], each["concept"]) for each in answer.json()}
    assert {("term", "hub"), ("indicator", "life_satisfaction")} <= offered
    assert "no-store" in answer.headers["cache-control"]


def test_participants_and_researchers_bring_nothing_before_the_room(installation: Installation) -> None:
    workshop = installation.new_workshop()
    path = f"/api/workshops/{workshop.id}/offered"
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert installation.joined(workshop).get(f"{path}?as=participant").status_code == 403
    assert researcher.get(path).status_code == 403


def test_what_the_area_has_published_comes_in_its_own_words(installation: Installation) -> None:
    workshop = installation.new_workshop()
    area = installation.area
    glossary = Glossary(
        "g", area.programme, area.id, "ferndale", "https://example.org/glossary/ferndale/", "en"
    )
    hub = concept("hub", definition={"en": "Where we all end up."})
    release = next_release(None, SCHEME, [hub], [], date(2026, 11, 23))
    installation.do(store.add_glossary, glossary, START)
    installation.do(store.add_release, glossary.id, release, START)
    offered = installation.as_admin().get(f"/api/workshops/{workshop.id}/offered").json()
    assert [each["meaning"] for each in offered if each["concept"] == "hub"] == ["Where we all end up."]
