from kithmap.glossary.pages.bring_in_contexts import BringInPage, LookAtPage


def test_both_pages_are_for_the_desk_and_need_no_script_of_their_own() -> None:
    assert {page.screen for page in (BringInPage, LookAtPage)} == {"console"}
    assert {page.entry for page in (BringInPage, LookAtPage)} == {"glossary/page_glossary"}
