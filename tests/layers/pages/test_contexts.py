from dataclasses import fields

import pytest

from kithmap.layers.pages.contexts.desk import DeskPage
from kithmap.layers.pages.contexts.waves import BeginLayersPage, LayersPage
from kithmap.web.templates import Page


@pytest.mark.parametrize("page", [LayersPage, BeginLayersPage, DeskPage])
def test_every_fact_of_a_page_is_told_of(page: type[Page]) -> None:
    assert page.__doc__ is not None
    assert [each.name for each in fields(page) if f"    {each.name}:" not in page.__doc__] == []
    assert page.template.startswith("layers/")
