"""Seven areas come to a common glossary through the pages, as an admin, a researcher and their facilitators do."""

import json
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from kithmap.basics.csv_text import csv_rows
from kithmap.common_glossary.model import Group, Phase
from kithmap.glossary import store as glossaries
from kithmap.glossary.model import Match, Version
from tests.common_glossary.seven import NAMES, PARK, WELCOME, Seven, seven_areas, text_of, words
from tests.support.installation import Installation


@pytest.fixture
def seven(installation: Installation) -> Seven:
    return seven_areas(installation)


def key(seven: Seven, area: str, concept_id: str) -> str:
    return f"{seven.areas[area].id}/{concept_id}"


def put_together(seven: Seven, client: TestClient, members: dict[str, tuple[str, str]]) -> None:
    """Say yes to these words, each with how it is like the others."""
    fields: dict[str, list[str] | str] = {"do": "group", "member": []}
    for area, (concept_id, match) in members.items():
        each = key(seven, area, concept_id)
        fields["member"] = [*fields["member"], each]
        fields[f"match-{each}"] = match
    answer = client.post(f"{seven.path}/proposals", data=fields)
    assert answer.status_code == 303, text_of(answer.text)


def word(seven: Seven, client: TestClient, group: Group, label: str, definition: str) -> None:
    fields = {"revision": group.revision, "label": label, "definition": definition}
    answer = client.post(f"{seven.path}/groups/{group.id}/words", data=fields)
    assert answer.status_code == 303, text_of(answer.text)


def say(seven: Seven, client: TestClient, label: str, area: str, says: str, reason: str = "") -> int:
    group = seven.group(label)
    fields = {"revision": group.revision, "area": seven.areas[area].id, "says": says, "reason": reason}
    return client.post(f"{seven.path}/groups/{group.id}/answer", data=fields).status_code


def go(seven: Seven, client: TestClient, to: str) -> None:
    answer = client.post(f"{seven.path}/phase", data={"to": to})
    assert answer.status_code == 303, text_of(answer.text)


def sign(seven: Seven, client: TestClient) -> str:
    """Sign the draft as it is on the page; return its checksum."""
    page = client.get(seven.path).text
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    answer = client.post(f"{seven.path}/sign", data={"seen": seen})
    assert answer.status_code == 303, text_of(answer.text)
    return seen


def unlabelled(seven: Seven) -> Group:
    return next(each for each in seven.sheet().groups if not each.label)


def grouped_and_worded(seven: Seven, admin: TestClient, researcher: TestClient) -> None:
    """Go through the first round: a hub, a park of which one is a pocket park, a welcome."""
    assert admin.post(f"{seven.path}/begin").status_code == 303
    hubs = dict.fromkeys(NAMES[:5], ("hub", "exact")) | {"Fir Bank": ("heart", "exact")}
    put_together(seven, researcher, hubs)
    word(seven, researcher, unlabelled(seven), "Hub", "A place or person through whom many are connected.")
    parks = dict.fromkeys((*NAMES[:4], *NAMES[5:]), ("park", "exact")) | {
        "Elm Park": ("pocket_park", "narrow")
    }
    put_together(seven, researcher, parks)
    word(seven, researcher, unlabelled(seven), "Park", "A green place that is open to everybody.")
    put_together(seven, researcher, dict.fromkeys(NAMES[:4], ("welcome", "exact")))
    word(seven, researcher, unlabelled(seven), "Welcome", "How new people are met.")


def published(seven: Seven, admin: TestClient, researcher: TestClient) -> None:
    """Go through both rounds to the first common release: the hub enters, the park is objected to, the welcome is held by too few."""
    grouped_and_worded(seven, admin, researcher)
    go(seven, admin, "answers")
    facilitators = {area: seven.facilitator(area) for area in NAMES}
    for area in NAMES[:6]:
        assert say(seven, facilitators[area], "Hub", area, "accepts") == 303
    for area in NAMES:
        objects = area == "Elm Park"
        said = ("objects", "Ours is little.") if objects else ("accepts", "")
        assert say(seven, facilitators[area], "Park", area, *said) == 303
    go(seven, admin, "closed")
    sign(seven, researcher)
    seen = sign(seven, admin)
    answer = admin.post(f"{seven.path}/publish", data={"seen": seen})
    assert answer.status_code == 303, text_of(answer.text)


def test_seven_areas_come_to_a_common_glossary_and_keep_their_own_words(seven: Seven) -> None:
    admin, researcher = seven.installation.as_admin(), seven.researcher()
    before = {name: areas_documents(seven, name) for name in NAMES}
    published(seven, admin, researcher)

    assert seven.sheet().round.phase is Phase.RELEASED
    assert seven.sheet().round.released == Version(1, 0, 0)
    common = seven.installation.do(glossaries.common_glossary, seven.installation.programme.id)
    assert common is not None
    release = seven.installation.do(glossaries.release, common.id)
    assert release is not None
    (hub,) = release.concepts
    assert (hub.id, hub.label) == ("hub", {"en": "Hub"})
    assert hub.alt == {"en": ("heart of the place",)}
    assert set(hub.matches) == {Match.EXACT}
    root = "https://kithmap.example/glossary"
    assert set(hub.matches[Match.EXACT]) == {
        f"{root}/oakham/hub",
        f"{root}/birch-hill/hub",
        f"{root}/cedar-row/hub",
        f"{root}/dogwood/hub",
        f"{root}/elm-park/hub",
        f"{root}/fir-bank/heart",
    }
    assert hub.decisions[0].sentence.startswith(
        "6 of 7 areas hold it, and 5 are needed. No area objects: it enters."
    )
    assert {name: areas_documents(seven, name) for name in NAMES} == before


def test_a_common_concept_stands_at_its_own_address_and_says_how_it_came_to_be(seven: Seven) -> None:
    published(seven, seven.installation.as_admin(), seven.researcher())
    common = seven.installation.do(glossaries.common_glossary, seven.installation.programme.id)
    assert common is not None
    stranger = seven.installation.browser()
    text = text_of(stranger.get(f"/glossary/{common.name}/hub").text)
    assert "Agreed across areas on 23 November 2026" in text
    assert "Held by:" in text
    turtle = stranger.get(f"/glossary/{common.name}/versions/1.0.0.ttl").text
    assert "across areas on 2026-11-23" in turtle
    assert turtle.count("skos:exactMatch") >= 1
    assert "/glossary/fir-bank/heart" in turtle


def test_an_areas_page_leads_to_the_common_term_that_stands_for_its_own(seven: Seven) -> None:
    stranger = seven.installation.browser()
    assert "Common glossary" not in text_of(stranger.get("/glossary/fir-bank/heart").text)
    published(seven, seven.installation.as_admin(), seven.researcher())
    common = seven.installation.do(glossaries.common_glossary, seven.installation.programme.id)
    assert common is not None
    page = stranger.get("/glossary/fir-bank/heart").text
    assert "Common glossary the same as Hub" in " ".join(text_of(page).split())
    assert f'href="/glossary/{common.name}/hub"' in page


def areas_documents(seven: Seven, name: str) -> list[str]:
    glossary = seven.installation.do(glossaries.glossary_of_area, seven.areas[name].id)
    assert glossary is not None
    return [each.checksum for each in seven.installation.do(glossaries.published, glossary.id)]


def test_everybody_reads_how_each_area_says_it_once_it_is_released(seven: Seven) -> None:
    stranger = seven.installation.browser()
    assert stranger.get(f"{seven.path}/terms").status_code == 404
    published(seven, seven.installation.as_admin(), seven.researcher())
    text = text_of(stranger.get(f"{seven.path}/terms").text)
    assert "1 common term" in text
    assert "2 terms that areas keep for themselves" in text
    assert "6 of 7 areas hold it, and 5 are needed. No area objects: it enters." in text
    assert "6 of 7 areas hold it, and 5 are needed, but an area objects: it stays out." in text
    assert "4 of 7 areas hold it, and 5 are needed: too few." in text
    assert "heart of the place" in text
    assert "is narrower" in text
    assert "Ours is little." in text
    assert "Fay" not in text
    found = text_of(stranger.get(f"{seven.path}/terms", params={"find": "heart"}).text)
    assert "1 common term" in found
    assert "keep for themselves" not in found
    assert stranger.get(f"{seven.path}/terms", params={"version": "1.0.0"}).status_code == 200
    for none in ("9.9.9", "soon"):
        assert stranger.get(f"{seven.path}/terms", params={"version": none}).status_code == 404


def test_the_table_and_the_json_tell_what_the_page_tells(seven: Seven) -> None:
    published(seven, seven.installation.as_admin(), seven.researcher())
    stranger = seven.installation.browser()
    table = stranger.get(f"{seven.path}/terms.csv")
    assert "by-area.csv" in table.headers["content-disposition"]
    rows = csv_rows(table.content.decode("utf-8-sig"))
    assert len(rows) == 1 + 3 * 7
    document = json.loads(stranger.get(f"{seven.path}/terms.json").content)
    assert document["version"] == "1.0.0"
    assert document["rule"] == {"share": [5, 7], "areas": 7, "needed": 5}
    assert [(each["label"], each["standing"]) for each in document["terms"]] == [
        ("Hub", "enters"),
        ("Park", "objected"),
        ("Welcome", "too_few"),
    ]


def test_the_next_round_begins_where_the_last_one_ended_and_what_became_common_can_go_again(
    seven: Seven,
) -> None:
    admin, researcher = seven.installation.as_admin(), seven.researcher()
    published(seven, admin, researcher)
    # Two areas come to mean something else by their hub, so they are asked again, and no longer hold it.
    for name in NAMES[:2]:
        wheel = replace(words("hub", "hub", "The middle of a wheel."), meaning=2)
        seven.publish(name, wheel, PARK, WELCOME)
    assert admin.post(f"{seven.path}/begin").status_code == 303
    hub = seven.group("Hub")
    assert hub.concept == "hub"
    assert seven.sheet().answers_to(hub) == {}
    members = [held for held in hub.members if held[0] not in {seven.areas[name].id for name in NAMES[:2]}]
    fields = {"revision": hub.revision, "do": "keep", "member": ["/".join(held) for held in members]}
    assert researcher.post(f"{seven.path}/groups/{hub.id}/members", data=fields).status_code == 303
    go(seven, admin, "answers")
    go(seven, admin, "closed")
    text = text_of(admin.get(seven.path).text)
    assert "Version 2.0.0" in text
    assert "“Hub” is no longer used." in text
    sign(seven, researcher)
    seen = sign(seven, admin)
    assert admin.post(f"{seven.path}/publish", data={"seen": seen}).status_code == 303
    stranger = seven.installation.browser()
    assert "1 common term" in text_of(stranger.get(f"{seven.path}/terms", params={"version": "1.0.0"}).text)
    assert "0 common terms" in text_of(stranger.get(f"{seven.path}/terms").text)
