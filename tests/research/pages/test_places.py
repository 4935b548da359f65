from dataclasses import replace

from kithmap.basics.csv_text import csv_rows
from kithmap.layers.model import Feature, Layer, LayerName
from tests.research.published import publish_layers
from tests.research.reader import Reading, figures_of
from tests.support.installation import HOSTILE, START
from tests.support.layers import HALL, RELEASE

VERSION = "/layers/oakham-baseline/versions/1.1.0"


def many(reading: Reading, *titles: str) -> str:
    """Publish an area with places of these titles; return the path of its list."""
    area = reading.installation.new_area("Fern River")
    meeting = tuple(
        Feature(f"m{at:04}", HALL.geometry, {**RELEASE.layers[1].features[0].properties, "title": title})
        for at, title in enumerate(titles)
    )
    layers = (RELEASE.layers[0], Layer(LayerName.MEETING_PLACES, meeting))
    reading.installation.do(publish_layers, area, START, release=replace(RELEASE, layers=layers))
    return "/layers/fern-river-baseline/versions/1.1.0/places"


def test_what_the_map_shows_is_told_as_a_list(reading: Reading) -> None:
    page = reading.read(f"{VERSION}/places")
    assert "2 places" in page
    assert f'href="{VERSION}/places/a-hall"' in page
    assert f'href="{VERSION}/places/c-walk"' in page


def test_places_are_looked_for_by_name_and_kind_without_a_script(reading: Reading) -> None:
    page = reading.read(f"{VERSION}/places?words=CUTTS")
    assert "1 place<" in page
    assert "a-hall" not in page
    page = reading.read(f"{VERSION}/places?kind=physical_place")
    assert "a-hall" in page
    assert "c-walk" not in page
    assert "0 places" in reading.read(f"{VERSION}/places?words=zebra")


def test_a_list_is_taken_away_as_it_is_shown(reading: Reading) -> None:
    path = many(reading, *(f"Place {at:03}" for at in range(250)))
    for page in (1, 3):
        shown = reading.read(f"{path}?page={page}")
        rows = csv_rows(
            reading.stranger.get(
                f"{path}.csv?page={page}".replace("places.csv", "places.csv")
            ).content.decode("utf-8-sig")
        )
        titles = [row[0] for row in rows[1:]]
        assert all(f"<bdi>{title}</bdi>" in shown for title in titles)
        assert shown.count('<tr id="place-') == len(titles) == (100 if page == 1 else 51)


def test_a_page_that_is_none_is_the_first(reading: Reading) -> None:
    for page in ("0", "-1", "x", "²", "9" * 30):
        assert "Victoria Hall" in reading.read(f"{VERSION}/places?page={page}")


def test_titles_and_notes_are_shown_as_text(reading: Reading) -> None:
    path = many(reading, HOSTILE)
    for page in (reading.read(path), reading.read(f"{path}/m0000"), reading.read("/layers?words=alert")):
        assert "<script>alert" not in page
    assert "<script>alert" not in reading.read(path.removesuffix("/places"))


def test_of_a_place_all_is_told_that_the_edition_has_of_it(reading: Reading) -> None:
    page = reading.read(f"{VERSION}/places/a-hall")
    (figure,) = figures_of(page)
    rows = csv_rows(reading.stranger.get(figure.links[0]).content.decode("utf-8-sig"))
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == figure.rows
    assert ["title", "Victoria Hall", "What people call it."] in figure.rows
