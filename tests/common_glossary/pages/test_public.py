from tests.common_glossary.seven import Seven, text_of
from tests.common_glossary.test_journey import published


def test_what_was_released_stays_as_it_is_while_areas_and_rounds_go_on(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    published(seven, admin, seven.researcher())
    stranger = seven.installation.browser()
    before = stranger.get(f"{seven.path}/terms").text
    seven.publish("Oakham")
    admin.post(f"{seven.path}/begin")
    admin.post(f"{seven.path}/newest")
    assert stranger.get(f"{seven.path}/terms").text == before
    assert stranger.get("/programmes/none/common/terms").status_code == 404


def test_whoever_is_signed_in_finds_the_way_on(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    published(seven, admin, seven.researcher())
    assert "Sign out" in admin.get(f"{seven.path}/terms").text
    assert "Sign out" not in seven.installation.browser().get(f"{seven.path}/terms").text
    assert "Seven places" in text_of(admin.get(f"{seven.path}/terms").text)
