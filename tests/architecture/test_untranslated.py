"""Every sentence for people goes through the catalogues, wherever it is written."""

from pathlib import Path

import pytest

from tests.support.plain_words import in_script, in_template
from tests.support.source_tree import ROOT

FRONTEND = ROOT / "frontend"

FOR_DEVELOPERS = ("components/gallery/",)
"""Pages that no workshop shows."""


def sources(ending: str) -> list[Path]:
    return [
        path
        for path in sorted(FRONTEND.glob(f"*/**/*{ending}"))
        if "node_modules" not in path.parts
        and not path.name.endswith(".test.ts")
        and path.name not in ("examples.ts", "testing.ts")
        and "testing" not in path.parts
        and not path.relative_to(FRONTEND).as_posix().startswith(FOR_DEVELOPERS)
    ]


def named(path: Path) -> str:
    return path.relative_to(FRONTEND).as_posix()


@pytest.mark.parametrize("path", sources(".html"), ids=named)
def test_a_template_says_nothing_past_the_catalogue(path: Path) -> None:
    assert in_template(path.read_text(encoding="utf-8")) == []


def test_a_script_says_nothing_past_the_catalogue() -> None:
    found = {named(path): in_script(path.read_text(encoding="utf-8")) for path in sources(".ts")}
    assert {name: sentences for name, sentences in found.items() if sentences} == {}


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello there</p>",
        '<input placeholder="such as this">',
        "<p>{{ page.title }} is open</p>",
        '{{ text_field("name", "Your name") }}',
        "{% if page.open %}Open{% endif %}",
    ],
)
def test_plain_words_in_a_template_are_found(source: str) -> None:
    assert in_template(source) != []


@pytest.mark.parametrize(
    "source",
    [
        "<p>{% trans %}Hello there{% endtrans %}</p>",
        '<input placeholder="{{ _("such as this") }}">',
        "{# A note for us #}<p>{{ page.title }}</p>",
        '{{ text_field("name", _("Your name")) }}',
        "<h1>Kithmap</h1>",
        '<script type="application/json">{{ page.context | json }} and more</script>',
    ],
)
def test_what_is_translated_or_no_word_is_not_found(source: str) -> None:
    assert in_template(source) == []


@pytest.mark.parametrize(
    "source",
    [
        'const LOST = "The server does not answer.";',
        "return html`<p>Nothing here</p>`;",
        'return html`<button aria-label="Close this">${icon("close")}</button>`;',
    ],
)
def test_plain_words_in_a_script_are_found(source: str) -> None:
    assert in_script(source) != []


@pytest.mark.parametrize(
    "source",
    [
        'const LOST = words("The server does not answer.");',
        'const WORDS = words({ a: "One thing (of two)", b: { one: "A b c", other: "D e f" } } as const);',
        "return html`<p>${WORDS.a}</p>`;",
        'throw new Error("The page lacks its map.");',
        "// The server does not answer.",
        'const kind = "meeting place";',
    ],
)
def test_words_in_a_table_and_words_for_programmers_are_not_found(source: str) -> None:
    assert in_script(source) == []
