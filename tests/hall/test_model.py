from kithmap.hall.model import Theme, WayIn


def test_the_names_are_those_that_the_screen_reads() -> None:
    assert [theme.value for theme in Theme] == ["dark", "light"]
    assert [way_in.value for way_in in WayIn] == ["auto", "large", "small"]
