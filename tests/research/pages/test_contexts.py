from kithmap.research.pages import catalogue_contexts, comparing_contexts, contexts
from kithmap.web.templates import Page


def test_every_page_is_read_on_any_screen_and_only_a_release_has_a_map() -> None:
    pages = {
        each
        for module in (contexts, catalogue_contexts, comparing_contexts)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Page) and hasattr(each, "template")
    }
    assert len({page.template for page in pages}) == len(pages) == 5
    assert {page.entry for page in pages} == {"research/page_research", "research/page_release"}
    assert [page.__name__ for page in pages if page.entry == "research/page_release"] == ["ReleasePage"]
    assert {page.screen for page in pages} == {"console"}
