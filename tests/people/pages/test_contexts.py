from dataclasses import fields

from kithmap.people.pages.contexts import NewLink, PeoplePage, ShownAccount


def test_a_list_of_people_never_holds_a_password_or_a_sign_in_name() -> None:
    shown = {field.name for page in (PeoplePage, ShownAccount, NewLink) for field in fields(page)}
    assert not {"password", "sign_in_name", "token", "fingerprint"} & shown
