from kithmap.programme.pages.contexts import AreaPage, NewAreaPage, ProgrammePage


def test_pages_with_a_script_name_it() -> None:
    assert AreaPage.entry == "programme/page_area"
    assert NewAreaPage.entry == "programme/page_new_area"
    assert ProgrammePage.entry is None
