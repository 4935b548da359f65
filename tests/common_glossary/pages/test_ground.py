from dataclasses import replace

from kithmap.common_glossary.pages.ground import newer
from kithmap.glossary.model import Version
from tests.common_glossary.support import a_round, source


def test_what_areas_bring_by_now_is_compared_with_what_the_round_stands_on() -> None:
    round_ = a_round("ash", "elm")
    assert newer(round_, [source("elm"), source("ash")]) == ()
    later = source("elm", Version(1, 1, 0))
    assert newer(round_, [source("ash"), later]) == (later,)
    assert newer(round_, [source("ash"), source("elm"), source("fir")]) == (source("fir"),)
    renamed = replace(source("ash"), name="Ash Vale")
    assert newer(round_, [renamed, source("elm")]) == (renamed,)
