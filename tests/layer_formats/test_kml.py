from dataclasses import replace
from xml.etree import ElementTree as ET

from kithmap.layer_formats.kml import geometry, kml
from kithmap.layers.model import Feature, Layer, LayerName, ReleaseEdition
from tests.support.layers import HALL, POINT, RELEASE

KML = "{http://www.opengis.net/kml/2.2}"


def written(release: ReleaseEdition = RELEASE) -> ET.Element:
    return ET.fromstring(b"".join(kml(release)))


def of_one(place: Feature) -> ET.Element:
    mark = written(replace(RELEASE, layers=(Layer(LayerName.ASSETS, (place,)),))).find(f".//{KML}Placemark")
    assert mark is not None
    return mark


def test_each_layer_is_a_folder() -> None:
    names = [folder.findtext(f"{KML}name") for folder in written().iter(f"{KML}Folder")]
    assert names == ["Assets", "Meeting places", "Connections", "Boundary"]


def test_a_balloon_shows_words_of_people_as_words() -> None:
    said = of_one(HALL).findtext(f"{KML}description") or ""
    assert "<b>Victoria Hall</b>" in said
    assert "&lt;b&gt;ours&lt;/b&gt;" in said
    # What Google Earth would put in place of a name, it finds in no balloon but as we wrote it.
    texts = {each.text for each in written().iter(f"{KML}text")}
    assert texts == {"$[description]"}


def test_lines_of_a_note_stay_lines() -> None:
    two = replace(HALL, properties={**HALL.properties, "note": "Warm.\nOpen <late>."})
    assert "<p>Warm.<br>Open &lt;late&gt;.</p>" in (of_one(two).findtext(f"{KML}description") or "")


def test_a_place_that_was_moved_says_so() -> None:
    moved = replace(HALL, properties={**HALL.properties, "precision": "100m", "precision_m": 100})
    said = of_one(moved).findtext(f"{KML}description") or ""
    assert "at most 100 metres away from where it is" in said
    assert "away from" not in (of_one(HALL).findtext(f"{KML}description") or "")


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert [each.tag for each in written().iter() if each.tag in {f"{KML}href", f"{KML}Icon"}] == []


def test_columns_without_a_value_are_left_out() -> None:
    names = [each.get("name") for each in of_one(HALL).iter(f"{KML}SimpleData")]
    assert "provenance" not in names
    assert {"id", "title", "lon", "me_too"} < set(names)


def test_styles_are_all_there() -> None:
    read = written()
    styles = {f"#{each.get('id')}" for each in read.iter(f"{KML}Style")}
    assert {each.text for each in read.iter(f"{KML}styleUrl")} <= styles
    own = replace(HALL, properties={**HALL.properties, "kind": "our_own"})
    assert of_one(own).findtext(f"{KML}styleUrl") == "#asset-other"


def test_ids_are_such_as_xml_allows() -> None:
    assert of_one(HALL).get("id") == "assets.a-hall"
    assert of_one(replace(HALL, id='not "an" id')).get("id") is None


def test_a_connection_is_called_by_its_places_and_their_order() -> None:
    names = [each.findtext(f"{KML}name") for each in written().iter(f"{KML}Placemark")]
    assert "Victoria Hall ↔ Cutts Close walkers" in names
    assert "Cutts Close walkers → The bandstand lawn" in names


def test_holes_and_several_outlines_have_their_own_words() -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 0]]
    assert geometry({"type": "MultiPolygon", "coordinates": [[ring, ring]]}) == (
        "<MultiGeometry><Polygon><tessellate>1</tessellate><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0"
        "</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates>"
        "</LinearRing></innerBoundaryIs></Polygon></MultiGeometry>"
    )
    assert geometry(POINT) == "<Point><coordinates>-0.7291,52.6708</coordinates></Point>"
