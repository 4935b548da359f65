from kithmap.ogc_features.pages import contexts
from kithmap.web.templates import Page


def test_every_page_has_its_own_template_and_the_one_style() -> None:
    pages = [
        each
        for each in vars(contexts).values()
        if isinstance(each, type) and issubclass(each, Page) and hasattr(each, "template")
    ]
    assert len({each.template for each in pages}) == len(pages) == 8
    assert {each.entry for each in pages} == {"ogc_features/page_ogc_features"}
