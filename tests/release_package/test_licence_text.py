from dataclasses import replace

import pytest

from kithmap.layers.model import LICENCES, Licence
from kithmap.release_package.licence_text import IN_SHORT, licence_text
from tests.support.layers import HEADER


@pytest.mark.parametrize("licence", LICENCES, ids=lambda licence: licence.id)
def test_it_names_the_licence_where_its_text_stands_and_what_to_print(licence: Licence) -> None:
    text = licence_text(replace(HEADER, licence=licence))
    assert (licence.id in text, licence.address in text) == (True, True)
    assert " ".join(IN_SHORT[licence.id].split()) in " ".join(text.split())
    assert HEADER.attribution in " ".join(text.split())


def test_every_licence_that_may_be_chosen_is_told_in_short() -> None:
    assert IN_SHORT.keys() == {licence.id for licence in LICENCES}
