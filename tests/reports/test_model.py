"""What a report shows of a map."""

from kithmap.reports.model import MAP, Look
from kithmap.workshop.model import SIX_KINDS


def test_every_kind_of_asset_has_a_look() -> None:
    assert {key for key, _ in SIX_KINDS} < {look.value for look in Look}


def test_the_map_s_element_has_a_name_that_a_script_can_use() -> None:
    assert MAP.isidentifier()
