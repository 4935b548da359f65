import pytest

from kithmap.glossary.pages.draft_contexts import (
    BeginGlossaryPage,
    DraftConceptPage,
    DraftPage,
    StartingTermsPage,
)
from kithmap.web.templates import Page, environment


@pytest.mark.parametrize("page", [BeginGlossaryPage, DraftConceptPage, DraftPage, StartingTermsPage])
def test_every_page_has_a_template_and_is_read_at_a_desk(page: type[Page]) -> None:
    assert environment().get_template(page.template).name == page.template
    assert page.screen == "console"
