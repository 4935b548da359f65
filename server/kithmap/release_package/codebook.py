"""The codebook: every indicator of the glossary with its questions, answers and computation, as a page to read."""

from collections.abc import Iterator, Mapping
from typing import Any

from kithmap.glossary.exports import answers_in_words, calculation, comparability
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Indicator, Release
from kithmap.release_package.plain_markdown import plain

CODEBOOK = "codebook.md"


def codebook(release: Release) -> str:
    """Write the codebook of a glossary's release."""
    title = preferred(release.scheme.title, release.scheme.language)
    head = (
        f"# Codebook\n\nThe indicators of “{plain(title)}”, version {release.version}, with the questions by which they are "
        "asked, in the order in which they are asked. The same as tables: `glossary/indicators.csv` and "
        "`glossary/questionnaire.csv`."
    )
    if not release.indicators:
        return f"{head}\n\nThis version has no indicators.\n"
    return (
        "\n\n".join([head, *(part for each in release.indicators for part in _indicator(each, release))])
        + "\n"
    )


def _indicator(indicator: Indicator, release: Release) -> Iterator[str]:
    language = release.scheme.language
    concept = indicator.concept
    yield f"## {plain(preferred(concept.label, language))} (`{concept.id}`)"
    yield plain(preferred(concept.definition, language))
    if indicator.questions:
        yield "\n".join(
            f"{number}. {plain(text)} (`{key}`)"
            for number, (key, text) in enumerate(indicator.questions, start=1)
        )
    yield "\n".join(f"- {name}: {plain(words)}" for name, words in _facts(indicator) if words)


def _facts(indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield "Answers", answers_in_words(indicator.answers)
    yield "How it is asked", indicator.mode
    yield "Computed as", _computed(indicator.compute)
    yield "Also computed as", _computed(indicator.also)
    yield "Better is", {"up": "more", "down": "less"}.get(indicator.direction, "neither more nor less")
    yield "What it does not tell", indicator.limits
    yield "Instrument version", str(indicator.instrument)
    yield "Comparing", comparability(indicator)
    yield "Source", indicator.source
    yield "Rights", f"{indicator.rights}: {indicator.licence}"
    yield "Beside it is printed", indicator.attribution
    yield "May be compared with", indicator.benchmark


def _computed(compute: Mapping[str, Any]) -> str:
    return calculation(compute) if compute else ""
