from typing import Any

from starlette.testclient import TestClient

from kithmap.common_glossary.model import Group
from kithmap.glossary.model import Match
from tests.common_glossary.seven import NAMES, Seven, text_of
from tests.common_glossary.test_journey import go, grouped_and_worded, key, put_together, say
from tests.support.installation import HOSTILE


def worded(seven: Seven) -> TestClient:
    """Go through the first round; return the researcher's browser."""
    researcher = seven.researcher()
    grouped_and_worded(seven, seven.installation.as_admin(), researcher)
    return researcher


def send(seven: Seven, client: TestClient, group: Group, what: str, **fields: Any) -> int:
    data = {"revision": group.revision, **fields}
    return client.post(f"{seven.path}/groups/{group.id}/{what}", data=data).status_code


def test_a_group_is_shown_with_every_area_s_words_beside_the_common_ones(seven: Seven) -> None:
    client = worded(seven)
    text = text_of(client.get(f"{seven.path}/groups/{seven.group('Hub').id}").text)
    assert "A place or person through whom many are connected." in text
    assert "heart of the place" in text
    assert "6 of 7 areas hold it, and 5 are needed. Without it: Gorse End." in text
    assert client.get(f"{seven.path}/groups/none").status_code == 404


def test_members_are_changed_split_joined_and_taken_apart(seven: Seven) -> None:
    client = worded(seven)
    hub = seven.group("Hub")
    keys = ["/".join(held) for held in hub.members]
    close = {"do": "keep", "member": keys, f"match-{keys[0]}": "close"}
    assert send(seven, client, hub, "members", **close) == 303
    assert min(seven.group("Hub").members.values()) is Match.CLOSE
    assert send(seven, client, hub, "members", **close) == 409
    assert send(seven, client, seven.group("Hub"), "members", do="split", member=keys[:2]) == 303
    made = next(each for each in seven.sheet().groups if not each.label)
    assert len(made.members) == 2
    assert send(seven, client, seven.group("Hub"), "join", other=made.id) == 303
    assert len(seven.group("Hub").members) == 6
    assert send(seven, client, seven.group("Hub"), "members", do="nothing") == 422
    assert send(seven, client, seven.group("Hub"), "members", do="dissolve") == 303
    assert [each.label for each in seven.sheet().groups] == ["Park", "Welcome"]


def test_what_is_near_is_offered_and_added(seven: Seven) -> None:
    client = seven.researcher()
    seven.installation.as_admin().post(f"{seven.path}/begin")
    put_together(seven, client, {"Oakham": ("hub", "exact"), "Dogwood": ("hub", "exact")})
    (group,) = seven.sheet().groups
    page = client.get(f"{seven.path}/groups/{group.id}").text
    assert "heart of the place" in text_of(page)
    added = key(seven, "Fir Bank", "heart")
    assert send(seven, client, group, "add", member=[added], **{f"match-{added}": "close"}) == 303
    assert seven.sheet().groups[0].members[seven.areas["Fir Bank"].id, "heart"] is Match.CLOSE
    found = client.get(f"{seven.path}/groups/{group.id}", params={"find": "welcome"})
    assert "How new people are met" in text_of(found.text)


def test_common_words_are_an_area_s_or_written_and_what_was_typed_comes_back(seven: Seven) -> None:
    client = worded(seven)
    hub = seven.group("Hub")
    fir = seven.areas["Fir Bank"].id
    assert send(seven, client, hub, "words", taken_from=fir) == 303
    taken = seven.group("heart of the place")
    assert (taken.definition, taken.taken_from) == (
        "A place or person through whom many of us are connected.",
        fir,
    )
    gorse = seven.areas["Gorse End"].id
    assert send(seven, client, taken, "words", taken_from=gorse) == 422
    data = {"revision": taken.revision, "label": "Park", "definition": HOSTILE}
    again = client.post(f"{seven.path}/groups/{taken.id}/words", data=data)
    assert again.status_code == 409
    assert "Another group is called “Park” already" in text_of(again.text)
    assert "&lt;script&gt;alert(1)" in again.text


def test_an_area_answers_by_its_own_facilitators_with_a_reason_if_it_objects(seven: Seven) -> None:
    worded(seven)
    admin, fay = seven.installation.as_admin(), seven.facilitator("Elm Park")
    assert say(seven, fay, "Hub", "Elm Park", "accepts") == 409
    go(seven, admin, "answers")
    assert "1 term waits for your answer" in text_of(fay.get(seven.path).text)
    page = text_of(fay.get(f"{seven.path}/groups/{seven.group('Hub').id}").text)
    assert "What does Elm Park say to these common words?" in page
    assert say(seven, fay, "Hub", "Oakham", "accepts") == 403
    assert say(seven, seven.researcher(), "Hub", "Oakham", "accepts") == 403
    assert say(seven, fay, "Hub", "Elm Park", "objects", " ") == 422
    assert say(seven, fay, "Hub", "Elm Park", "perhaps") == 422
    assert say(seven, fay, "Hub", "Elm Park", "objects", "Too wide for us.") == 303
    shown = text_of(admin.get(f"{seven.path}/groups/{seven.group('Hub').id}").text)
    assert "6 of 7 areas hold it, and 5 are needed, but an area objects" in shown
    assert "Too wide for us." in shown
    assert say(seven, fay, "Hub", "Elm Park", "accepts") == 303
    assert [(each.accepts, each.role) for each in seven.sheet().answers] == [(True, "facilitator")]


def test_other_words_ask_the_areas_again(seven: Seven) -> None:
    researcher = worded(seven)
    admin = seven.installation.as_admin()
    go(seven, admin, "answers")
    for area in NAMES[:6]:
        assert say(seven, admin, "Hub", area, "accepts") == 303
    hub = seven.group("Hub")
    assert send(seven, researcher, hub, "words", label="Hub", definition="Where many ways meet.") == 303
    text = text_of(researcher.get(f"{seven.path}/groups/{hub.id}").text)
    assert "Not every area that holds it has answered yet." in text
    assert send(seven, admin, hub, "answer", area=seven.areas["Oakham"].id, says="accepts") == 409


def test_facilitators_change_no_group(seven: Seven) -> None:
    worded(seven)
    fay, hub = seven.facilitator("Elm Park"), seven.group("Hub")
    for what in ("members", "add", "join", "words"):
        assert send(seven, fay, hub, what, do="dissolve", label="x", definition="y") == 403
    assert seven.group("Hub") == hub
