from kithmap.basemap.model import Theme, WholeMap
from kithmap.basemap.whole import whole_svg
from tests.support.basemaps import parse, words


def test_the_whole_map_carries_the_credit_for_its_data() -> None:
    root = parse(whole_svg(WholeMap(15, 800, 600, ""), Theme.LIGHT, "© OpenStreetMap contributors"))
    assert "© OpenStreetMap contributors" in words(root)
    assert (root.attrib["width"], root.attrib["height"]) == ("800", "600")


def test_a_credit_cannot_bring_markup() -> None:
    root = parse(whole_svg(WholeMap(15, 800, 600, ""), Theme.DARK, "<script>me & you</script>"))
    assert "<script>me & you</script>" in words(root)
