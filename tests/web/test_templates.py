import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kithmap
from kithmap.web.assets import template_folders
from kithmap.web.language import BY_TAG, ENGLISH
from kithmap.web.templates import (
    Page,
    as_json,
    environment,
    in_words,
    moment_in_words,
    own_words,
    tongue_in_words,
)
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


def test_a_field_says_of_itself_all_that_it_is_told() -> None:
    shown = environment().from_string(
        "{% from 'base/parts.html' import text_field %}"
        "{{ text_field('name', 'Name', value='a\"b', hint='Any.', problem='No.', maxlength=80) }}"
    )
    found = re.search(r"<input[^>]*>", shown.render(language=ENGLISH))
    assert found is not None
    assert set(found[0].removesuffix(">").split(" ")[1:]) >= {
        'value="a&#34;b"',
        "required",
        'maxlength="80"',
        'aria-invalid="true"',
    }
    assert 'aria-describedby="name-hint name-problem"' in found[0]


def test_an_unknown_name_is_an_error_and_no_empty_place() -> None:
    with pytest.raises(Exception, match="undefined"):
        environment().from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    ("tag", "day"),
    [("en", "1 September 2025"), ("cy", "1 Medi 2025"), ("pl", "1 września 2025"), ("ur", "1 ستمبر، 2025")],
)
def test_a_day_is_written_as_the_language_of_the_page_writes_it(tag: str, day: str) -> None:
    assert in_words(date(2025, 9, 1), BY_TAG[tag]) == day


def test_a_moment_of_these_days_has_no_year() -> None:
    moment = datetime(2025, 9, 1, 14, 30, tzinfo=UTC)
    assert moment_in_words(moment) == "1 September, 14:30"
    assert "2025" not in moment_in_words(moment, BY_TAG["ur"])


def test_what_people_typed_keeps_its_own_direction_and_is_no_markup() -> None:
    assert own_words("<b>") == "<bdi>&lt;b&gt;</bdi>"


def test_each_language_has_its_own_words_even_in_a_part_that_is_brought_in() -> None:
    part = "{% macro said() %}{% trans %}Sign in{% endtrans %}{% endmacro %}{{ said() }}"
    assert environment(BY_TAG["cy"]).from_string(part).render() == "Mewngofnodi"
    assert environment(ENGLISH).from_string(part).render() == "Sign in"


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


ALONE = frozenset({"reports/release.html", "reports/workshop.html", "time_lapse/file.html"})
"""Templates of files that are opened without any server: the frame leads to pages that are not there."""


@pytest.mark.parametrize(
    "page", [page for page in every_page() if hasattr(page, "template")], ids=lambda page: page.__name__
)
def test_every_page_s_template_is_there_and_extends_the_frame(page: type[Page]) -> None:
    assert environment().get_template(page.template) is not None
    source = (template_folders()[0] / page.template).read_text(encoding="utf-8")
    extends = re.search(r'{% extends "base/(layout|signed_in)\.html" %}', source) is not None
    assert extends != (page.template in ALONE)


def test_the_documentation_test_can_fail() -> None:
    class Undocumented(Page):
        template: ClassVar[str] = "x.html"
        secret: str

    assert "secret" not in documented(Undocumented)


@pytest.mark.parametrize(
    ("tag", "called"),
    [
        ("cy", "Welsh"),
        ("ur", "Urdu"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("qqq", "qqq"),
        ("", ""),
    ],
)
def test_a_language_is_called_by_its_name(tag: str, called: str) -> None:
    assert tongue_in_words(tag) == called
