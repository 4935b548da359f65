"""What came of the finished workshop's words; told once in `tests/demo/test_seed.py`, looked at there as well."""

from kithmap.demo.publishing import TAKEN
from kithmap.glossary.catalogue import read_starting_glossary
from tests.support.source_tree import ROOT


def test_what_the_area_takes_is_in_the_starting_glossary() -> None:
    start = read_starting_glossary(ROOT / "indicator_glossary")
    assert set(TAKEN) <= {concept.id for concept in start.concepts}
