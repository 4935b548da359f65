from kithmap.glossary.pages import contexts
from kithmap.web.templates import Page


def test_every_page_is_read_on_any_screen_and_needs_no_script_of_its_own() -> None:
    pages = [
        each
        for each in vars(contexts).values()
        if isinstance(each, type) and issubclass(each, Page) and each is not Page
    ]
    assert {page.entry for page in pages} == {"glossary/page_glossary"}
    assert {page.screen for page in pages} == {"console"}
