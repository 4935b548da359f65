import pytest

from kithmap.common_glossary.model import Phase
from tests.common_glossary.seven import NAMES, PARK, Seven, text_of, words
from tests.common_glossary.test_journey import go, grouped_and_worded, published, say, sign
from tests.support.installation import HOSTILE


def test_before_the_first_round_an_admin_begins_and_others_wait(seven: Seven) -> None:
    assert "Begin the first round" in text_of(seven.installation.as_admin().get(seven.path).text)
    facilitator = text_of(seven.facilitator("Oakham").get(seven.path).text)
    assert "Begin the first round" not in facilitator
    assert "An admin begins it." in facilitator


@pytest.mark.parametrize("action", ["begin", "newest", "share", "phase", "publish"])
def test_only_admins_lead_a_round(seven: Seven, action: str) -> None:
    for client in (seven.researcher(), seven.facilitator("Elm Park")):
        assert client.post(f"{seven.path}/{action}", data={"to": "answers"}).status_code == 403
    assert seven.installation.browser().post(f"{seven.path}/{action}").status_code == 401


def test_who_has_no_business_in_the_programme_learns_nothing(seven: Seven) -> None:
    other = seven.installation.as_admin()
    location = other.post("/programmes", data={"title": "Another"}).headers["location"]
    assert seven.researcher().get(f"{location}/common").status_code == 404
    assert seven.installation.browser().get(seven.path).status_code == 401


def test_the_rule_is_changed_before_areas_answer_and_stays_then(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    admin.post(f"{seven.path}/begin")
    assert admin.post(f"{seven.path}/share", data={"of": "6", "among": "7"}).status_code == 303
    assert "6 of 7 areas have to hold a term" in text_of(admin.get(seven.path).text)
    for of, among in (("3", "7"), ("8", "7"), ("x", "7")):
        assert admin.post(f"{seven.path}/share", data={"of": of, "among": among}).status_code == 422
    assert seven.sheet().round.share == (6, 7)


def test_a_round_under_way_is_not_begun_again_and_no_answers_are_opened_without_words(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    admin.post(f"{seven.path}/begin")
    again = admin.post(f"{seven.path}/begin")
    assert again.status_code == 409
    assert "Another round is still going on" in again.text
    assert admin.post(f"{seven.path}/phase", data={"to": "answers"}).status_code == 422
    assert admin.post(f"{seven.path}/phase", data={"to": "anything"}).status_code == 422


def test_what_areas_publish_meanwhile_is_offered_and_taken(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    admin.post(f"{seven.path}/begin")
    assert "Take what they have published" not in admin.get(seven.path).text
    seven.publish("Gorse End", PARK, words("hub", "hub", "Where many meet."))
    assert "1.1.0 is out" in text_of(admin.get(seven.path).text)
    assert admin.post(f"{seven.path}/newest").headers["location"].endswith("saved=newest")
    brought = seven.sheet().round.source(seven.areas["Gorse End"].id)
    assert brought is not None
    assert str(brought.version) == "1.1.0"


def test_a_draft_is_signed_by_two_people_and_lapses_with_any_change(seven: Seven) -> None:
    admin, researcher = seven.installation.as_admin(), seven.researcher()
    grouped_and_worded(seven, admin, researcher)
    go(seven, admin, "answers")
    for area in NAMES[:6]:
        assert say(seven, admin, "Hub", area, "accepts") == 303
    go(seven, admin, "closed")
    seen = sign(seven, admin)
    alone = admin.post(f"{seven.path}/publish", data={"seen": seen})
    assert alone.status_code == 409
    assert "Two people have to sign" in alone.text
    assert seven.facilitator("Oakham").post(f"{seven.path}/sign", data={"seen": seen}).status_code == 403
    sign(seven, researcher)
    go(seven, admin, "answers_again")
    for area in NAMES[:6]:
        assert say(seven, admin, "Park", area, "accepts") == 303
    assert say(seven, admin, "Park", "Gorse End", "accepts") == 303
    go(seven, admin, "closed")
    text = text_of(admin.get(seven.path).text)
    assert text.count("signed an earlier draft") == 2
    stale = admin.post(f"{seven.path}/publish", data={"seen": seen})
    assert stale.status_code == 409
    assert seven.sheet().round.phase is Phase.CLOSED


def test_published_twice_is_published_once(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    published(seven, admin, seven.researcher())
    again = admin.post(f"{seven.path}/publish", data={"seen": "x"})
    assert again.status_code == 404
    assert "Version 1.0.0 is published" in text_of(admin.get(seven.path).text)


def test_a_round_that_comes_to_nothing_ends_without_a_release(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    grouped_and_worded(seven, admin, seven.researcher())
    go(seven, admin, "answers")
    go(seven, admin, "closed")
    assert "nothing to publish" in text_of(admin.get(seven.path).text)
    go(seven, admin, "end")
    assert "ended without anything new" in text_of(admin.get(seven.path).text)


def test_people_s_words_are_text(seven: Seven) -> None:
    seven.publish("Oakham", words("bad", HOSTILE[:80], HOSTILE))
    seven.publish("Elm Park", words("bad", HOSTILE[:80], HOSTILE))
    admin = seven.installation.as_admin()
    admin.post(f"{seven.path}/begin")
    for path in ("", "/proposals", "/proposals?find=script"):
        page = admin.get(f"{seven.path}{path}")
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "{{ 7*7 }}" in page.text or path == ""
