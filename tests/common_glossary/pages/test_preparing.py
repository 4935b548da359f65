from kithmap.glossary import store as glossaries
from tests.common_glossary.seven import NAMES, Seven, text_of
from tests.common_glossary.test_journey import go, grouped_and_worded, say


def test_the_draft_tells_its_version_what_is_new_and_who_has_to_sign(seven: Seven) -> None:
    admin, researcher = seven.installation.as_admin(), seven.researcher()
    grouped_and_worded(seven, admin, researcher)
    go(seven, admin, "answers")
    for area in NAMES[:6]:
        assert say(seven, admin, "Hub", area, "accepts") == 303
    assert admin.post(f"{seven.path}/sign", data={"seen": "x"}).status_code == 409
    go(seven, admin, "closed")
    text = text_of(researcher.get(seven.path).text)
    assert "Version 1.0.0" in text
    assert "“Hub” is new." in text
    assert "An admin : has not signed yet" in text or "An admin: has not signed yet" in text
    assert "Publish version" not in text
    facilitator = text_of(seven.facilitator("Oakham").get(seven.path).text)
    assert "Sign this draft" not in facilitator


def test_the_common_glossary_is_founded_once_when_the_first_round_is_closed(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    programme = seven.installation.programme.id
    grouped_and_worded(seven, admin, seven.researcher())
    go(seven, admin, "answers")
    assert seven.installation.do(glossaries.common_glossary, programme) is None
    go(seven, admin, "closed")
    first = seven.installation.do(glossaries.common_glossary, programme)
    assert first is not None
    assert first.base == f"https://kithmap.example/glossary/{first.name}/"
    go(seven, admin, "answers_again")
    go(seven, admin, "closed")
    assert seven.installation.do(glossaries.common_glossary, programme) == first
