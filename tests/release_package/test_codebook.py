from dataclasses import replace

from kithmap.release_package.codebook import codebook
from tests.glossary.support import concept, release, starting_indicators


def test_every_indicator_stands_in_it_with_its_questions_answers_and_computation() -> None:
    indicators = tuple(starting_indicators())
    page = codebook(release(concept("hub"), indicators=indicators))
    assert page.count("\n## ") == len(indicators)
    for each in indicators:
        assert f"(`{each.concept.id}`)" in page
        for number, (key, _) in enumerate(each.questions, start=1):
            assert f"\n{number}. " in page
            assert f"(`{key}`)" in page
    assert page.count("- Computed as: ") == len(indicators)


def test_words_of_an_area_are_no_markup() -> None:
    first = starting_indicators()[0]
    hostile = replace(first, limits="# <b>x</b>\n- y", questions=(("q", "Is it [so](x)?"),))
    page = codebook(release(indicators=(hostile,)))
    assert r"- What it does not tell: \# \<b\>x\</b\> - y" in page
    assert r"1. Is it \[so\](x)? (`q`)" in page


def test_a_glossary_without_indicators_says_so() -> None:
    assert "This version has no indicators." in codebook(release(concept("hub")))
