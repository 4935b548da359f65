from tests.common_glossary.seven import HUB, Seven, text_of, words
from tests.common_glossary.test_journey import put_together


def test_a_word_is_looked_for_in_all_areas_by_any_of_its_names(seven: Seven) -> None:
    seven.publish("Gorse End", HUB, words("inn", "inn", "Where people drink.", alt={"en": ("public house",)}))
    client = seven.researcher()
    seven.installation.as_admin().post(f"{seven.path}/begin")
    found = text_of(client.get(f"{seven.path}/proposals", params={"find": "house PUBLIC"}).text)
    assert "Where people drink." in found
    assert "pocket park" not in found
    assert "No area has a word like this." in text_of(
        client.get(f"{seven.path}/proposals", params={"find": "zebra"}).text
    )


def test_what_is_in_a_group_is_told_apart_from_what_is_free(seven: Seven) -> None:
    client = seven.researcher()
    seven.installation.as_admin().post(f"{seven.path}/begin")
    put_together(seven, client, {"Oakham": ("park", "exact"), "Dogwood": ("park", "exact")})
    page = client.get(f"{seven.path}/proposals", params={"find": "park"})
    before, _, after = text_of(page.text).partition("In a group already")
    assert "pocket park" in before
    assert "Oakham" in after
    assert "Oakham" not in before.partition("Words like")[2]
