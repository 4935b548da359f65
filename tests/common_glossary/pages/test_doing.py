from kithmap.common_glossary.pages.doing import SAVED
from tests.common_glossary.seven import Seven, text_of


def test_what_was_done_is_said_and_another_word_in_the_address_says_nothing(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    admin.post(f"{seven.path}/begin")
    assert SAVED["newest"] in text_of(admin.get(f"{seven.path}?saved=newest").text)
    assert 'role="status"' not in admin.get(f"{seven.path}?saved=<b>").text


def test_what_is_refused_is_said_on_the_page_it_was_sent_from_and_nothing_is_kept(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    admin.post(f"{seven.path}/begin")
    answer = admin.post(f"{seven.path}/proposals", data={"do": "group"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "tick at least one" in answer.text
    assert "What may belong together" in answer.text
    assert seven.sheet().groups == ()


def test_a_form_of_too_many_fields_is_refused(seven: Seven) -> None:
    admin = seven.installation.as_admin()
    admin.post(f"{seven.path}/begin")
    many = {f"field{number}": "x" for number in range(700)}
    assert admin.post(f"{seven.path}/proposals", data=many).status_code == 400
