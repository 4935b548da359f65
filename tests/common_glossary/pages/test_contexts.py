from kithmap.common_glossary.pages.contexts import ShownConcept
from kithmap.common_glossary.pages.forms import held_of
from kithmap.glossary.model import Match
from tests.glossary.support import concept


def test_a_form_gets_back_the_concept_that_it_was_given() -> None:
    shown = ShownConcept(
        held=("ash", "hub"), area="Ash", concept=concept("hub"), match=Match.EXACT, address="/"
    )
    assert held_of(shown.key) == ("ash", "hub")
