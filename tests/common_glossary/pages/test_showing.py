from tests.common_glossary.seven import NAMES, Seven, text_of
from tests.common_glossary.test_journey import go, grouped_and_worded, say


def test_the_desk_counts_what_waits_and_what_is_missing(seven: Seven) -> None:
    admin, researcher = seven.installation.as_admin(), seven.researcher()
    assert "Gorse End 1.0.0" in text_of(admin.get(seven.path).text)
    admin.post(f"{seven.path}/begin")
    assert "3 proposals wait" in text_of(researcher.get(seven.path).text)
    assert "proposals wait" not in text_of(seven.facilitator("Oakham").get(seven.path).text)


def test_areas_see_what_waits_for_their_answer_alone(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    grouped_and_worded(seven, admin, seven.researcher())
    assert "Welcome 4 / 7 1 more area" in text_of(admin.get(seven.path).text)
    go(seven, admin, "answers")
    gorse = seven.facilitator("Gorse End")
    text = text_of(gorse.get(seven.path).text)
    assert "1 term waits for your answer. Park" in text
    assert say(seven, gorse, "Park", "Gorse End", "accepts") == 303
    assert "Nothing waits for your answer." in text_of(gorse.get(seven.path).text)
    for area in NAMES[:6]:
        assert say(seven, admin, "Hub", area, "accepts") == 303
    text = text_of(admin.get(seven.path).text)
    assert "Hub 6 / 7 enters" in text
    assert "Park 6 / 7 not all have answered" in text
    assert "Welcome 4 / 7 too few areas" in text
