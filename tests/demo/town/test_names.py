from random import Random

import pytest

from kithmap.demo.town.names import POOLS, SHOPS, StreetNames


@pytest.mark.parametrize("pool", POOLS)
def test_no_name_is_given_twice_however_long_one_asks(pool: str) -> None:
    names = StreetNames([], Random(1))
    given = [names.next(pool, leads_on=bool(i % 2)) for i in range(200)]
    named = [name for name in given if name]
    assert len(set(named)) == len(named) > 20


def test_a_name_on_the_plan_is_not_given_again() -> None:
    everything = [
        f"{first} {end}" for first in POOLS["clay"][0] for end in (*POOLS["clay"][1], *POOLS["clay"][2])
    ]
    names = StreetNames([name for name in everything if name != "Loam Close"], Random(1))
    assert names.next("clay", leads_on=False) == "Loam Close"
    assert names.next("clay", leads_on=False) == ""


def test_a_close_does_not_lead_on() -> None:
    names = StreetNames([], Random(1))
    assert names.next("trees", leads_on=False).split()[-1] in POOLS["trees"][2]
    assert names.next("trees", leads_on=True).split()[-1] in POOLS["trees"][1]


def test_shops_have_names_of_their_own() -> None:
    assert len({name for name, _, _ in SHOPS}) == len(SHOPS)
