from dataclasses import replace

from kithmap.basemap.catalogue import BasemapDescription, WholeImage
from kithmap.layers.model import Edition
from kithmap.layers.pages.picturing import circles, frame_of, looks_of, map_context, marks, picture
from kithmap.shared_map.masking import metres_between
from tests.support.layer_desk import Table

BASEMAP = BasemapDescription(
    area="a",
    version="v",
    bounds=(-0.75, 52.65, -0.7, 52.69),
    min_zoom=10,
    max_zoom=16,
    tile_size=512,
    zoom_offset=-1,
    attribution="© OpenStreetMap contributors",
    built_at="2026-11-01T00:00:00Z",
    tiles={"light": "/l", "dark": "/d"},
    whole=WholeImage(light="/whole-light.svg", dark="/whole-dark.svg", width=1000, height=1320),
)


def test_a_draft_is_drawn_on_its_areas_map(table: Table) -> None:
    evening = table.evening()
    hall = evening.asset("The hall", -0.725, 52.67)
    vague = evening.meeting("Vague", -0.72, 52.668, precision="100m")
    evening.connect(hall, vague)
    evening.close()
    table.send()
    desk = table.desk()
    found = table.draft(desk)
    release = found.draft.editions[Edition.PUBLIC]
    assert looks_of(found)["association"] == "association"
    assert picture(desk) is None
    with_map = replace(desk, basemap=BASEMAP)
    drawn = picture(with_map)
    assert drawn is not None
    assert (drawn.address, drawn.attribution) == ("/whole-light.svg", "© OpenStreetMap contributors")
    frame = frame_of(with_map, release)
    assert frame.place(-0.725, 52.67)[0] == 500

    (circle,) = circles(with_map, release)
    row = release.layers[1].features[0].properties
    west = frame.bounds[0] + (circle.x - circle.radius) / frame.width * 0.05
    reach = metres_between((row["lon"], row["lat"]), (west, row["lat"]))
    assert abs(reach - 100) < 1

    context = map_context(with_map, found, release)
    assert [(each["kind"], each["metres"]) for each in context["places"]] == [
        ("physical_place", 0),
        ("meeting_place", 100),
    ]
    assert context["connections"][0]["strength"] == "strong"
    assert context["ground"]["tiles"] == {"light": "/l", "dark": "/d"}
    # The whole of it stands within the boundary.
    assert context["bounds"] == (-0.74, 52.66, -0.71, 52.68)
    came = marks(with_map, found.draft.found[Edition.PUBLIC], release)
    assert {each.what for each in came} == {"added"}
    assert {each.title for each in came} == {"The hall", "Vague"}
