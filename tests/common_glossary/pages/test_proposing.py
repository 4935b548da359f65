from starlette.testclient import TestClient

from kithmap.glossary.model import Match
from tests.common_glossary.seven import NAMES, Seven, text_of
from tests.common_glossary.test_journey import go, grouped_and_worded, key, put_together


def begun(seven: Seven) -> TestClient:
    seven.installation.as_admin().post(f"{seven.path}/begin")
    return seven.researcher()


def test_what_looks_alike_is_proposed_and_nothing_is_taken_without_a_yes(seven: Seven) -> None:
    text = text_of(begun(seven).get(f"{seven.path}/proposals").text)
    assert "3 proposals" in text
    assert "heart of the place" in text
    assert "1 other word is near" in text
    assert seven.sheet().groups == ()


def test_a_yes_makes_a_group_of_what_is_ticked_and_keeps_the_rest_apart(seven: Seven) -> None:
    client = begun(seven)
    shown = [key(seven, area, "hub") for area in NAMES[:5]]
    fields = {"do": "group", "shown": shown, "member": shown[:4], f"match-{shown[3]}": "close"}
    answer = client.post(f"{seven.path}/proposals", data=fields)
    assert answer.headers["location"].endswith("saved=grouped")
    (group,) = seven.sheet().groups
    assert sorted(group.members.values()) == [Match.CLOSE, Match.EXACT, Match.EXACT, Match.EXACT]
    assert len(seven.sheet().apart) == 4


def test_a_no_keeps_all_apart_until_somebody_wants_them_proposed_again(seven: Seven) -> None:
    client = begun(seven)
    shown = [key(seven, area, "welcome") for area in NAMES[:6]]
    answer = client.post(f"{seven.path}/proposals", data={"do": "apart", "shown": shown})
    assert answer.headers["location"].endswith("saved=apart")
    assert "2 proposals" in text_of(client.get(f"{seven.path}/proposals").text)
    assert client.post(f"{seven.path}/proposals", data={"do": "again"}).status_code == 303
    assert "3 proposals" in text_of(client.get(f"{seven.path}/proposals").text)


def test_two_words_of_one_area_are_never_joined_silently(seven: Seven) -> None:
    client = begun(seven)
    fields = {"do": "group", "member": [key(seven, "Oakham", "hub"), key(seven, "Oakham", "park")]}
    answer = client.post(f"{seven.path}/proposals", data=fields)
    assert answer.status_code == 422
    assert "Oakham has two words here that would mean the same" in text_of(answer.text)


def test_somebody_who_was_slower_learns_that_a_word_is_taken(seven: Seven) -> None:
    client = begun(seven)
    put_together(seven, client, {"Oakham": ("hub", "exact"), "Dogwood": ("hub", "exact")})
    fields = {"do": "group", "member": [key(seven, "Oakham", "hub"), key(seven, "Elm Park", "hub")]}
    answer = client.post(f"{seven.path}/proposals", data=fields)
    assert answer.status_code == 409
    assert "in another group already" in text_of(answer.text)
    assert len(seven.sheet().groups) == 1


def test_facilitators_look_and_do_not_put_together(seven: Seven) -> None:
    begun(seven)
    fay = seven.facilitator("Elm Park")
    assert "Yes, the ticked ones" not in fay.get(f"{seven.path}/proposals").text
    refused = fay.post(f"{seven.path}/proposals", data={"do": "again"})
    assert refused.status_code == 403


def test_before_a_round_there_is_nothing_to_look_at_and_after_it_nothing_to_change(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    assert admin.get(f"{seven.path}/proposals").status_code == 404
    grouped_and_worded(seven, admin, seven.researcher())
    go(seven, admin, "answers")
    assert admin.post(f"{seven.path}/phase", data={"to": "answers"}).status_code == 409
    assert "Yes, the ticked ones" not in admin.get(f"{seven.path}/proposals").text


def test_pages_beyond_the_last_show_the_last(seven: Seven) -> None:
    client = begun(seven)
    assert client.get(f"{seven.path}/proposals", params={"page": 10**9}).status_code == 200
    assert client.get(f"{seven.path}/proposals", params={"page": -1}).status_code == 200
