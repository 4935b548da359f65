from kithmap.basics.census import CENSUS


def test_every_category_has_one_name_in_all_attributes() -> None:
    categories = [category for each in CENSUS.values() for category in each]
    assert len(categories) == len(set(categories))
    assert all(len(each) >= 2 for each in CENSUS.values())
