import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kithmap
from kithmap.web.assets import template_folders
from kithmap.web.templates import Page, as_json, environment
from tests.support.installation import HOSTILE

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(json_values)
def test_json_in_a_page_is_whole_and_ends_no_element(value: Any) -> None:
    written = str(as_json(value))
    assert json.loads(written) == value
    assert not set("<>&\u2028\u2029") & set(written)


def test_not_a_number_is_no_json() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json(float("nan"))


def test_everything_is_escaped() -> None:
    shown = environment().from_string("<p title='{{ words }}'>{{ words }}</p>").render(words=HOSTILE)
    assert "<script>" not in shown
    assert "{{ 7*7 }}" in shown


def test_an_unknown_name_is_an_error_and_no_empty_place() -> None:
    with pytest.raises(Exception, match="undefined"):
        environment().from_string("{{ nothing }}").render()


def every_page() -> Iterator[type[Page]]:
    for module in pkgutil.walk_packages(kithmap.__path__, "kithmap."):
        if ".pages" in module.name or module.name == "kithmap.web.errors":
            importlib.import_module(module.name)
    waiting = list(Page.__subclasses__())
    while waiting:
        page = waiting.pop()
        waiting += page.__subclasses__()
        yield page


def documented(page: type[Any]) -> set[str]:
    text = "\n".join(each.__doc__ or "" for each in page.__mro__)
    return set(re.findall(r"^ {8}(\w+): ", text, re.MULTILINE))


@pytest.mark.parametrize("page", list(every_page()), ids=lambda page: page.__name__)
def test_every_fact_of_a_page_is_documented(page: type[Page]) -> None:
    assert {field.name for field in fields(page)} - documented(page) == set()


@pytest.mark.parametrize(
    "page", [page for page in every_page() if hasattr(page, "template")], ids=lambda page: page.__name__
)
def test_every_page_s_template_is_there_and_extends_the_frame(page: type[Page]) -> None:
    assert environment().get_template(page.template) is not None
    source = (template_folders()[0] / page.template).read_text(encoding="utf-8")
    assert re.search(r'{% extends "base/(layout|signed_in)\.html" %}', source)


def test_the_documentation_test_can_fail() -> None:
    class Undocumented(Page):
        template: ClassVar[str] = "x.html"
        secret: str

    assert "secret" not in documented(Undocumented)
