import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.placemarks import from_placemarks

OUTLINE = "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>"
RING = "<LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing>"
HOLE = "<LinearRing><coordinates>2,1 3,1 3,2 2,1</coordinates></LinearRing>"


def kml(inside: str) -> bytes:
    return f'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>All</name>{inside}</Document></kml>'.encode()


def placemark(inside: str, name: str = "Hall") -> str:
    return f"<Placemark><name>{name}</name>{inside}</Placemark>"


POINT = "<Point><coordinates>-0.73,52.67,90</coordinates></Point>"


def test_placemarks_become_rows_with_their_folder_and_their_data() -> None:
    table = from_placemarks(
        kml(
            "<Folder><name>Parks</name>"
            + placemark(f'<ExtendedData><Data name="open"><value>daily</value></Data></ExtendedData>{POINT}')
            + "<Folder><name>Small</name>"
            + placemark(
                f'<ExtendedData><SchemaData><SimpleData name="size">2</SimpleData></SchemaData></ExtendedData>{POINT}'
            )
            + "</Folder></Folder>"
            + placemark(POINT)
        )
    )
    assert table.columns == ("name", "description", "folder", "open", "size")
    assert [row.cells for row in table.rows] == [
        ("Hall", "", "Parks", "daily", ""),
        ("Hall", "", "Small", "", "2"),
        ("Hall", "", "", "", ""),
    ]
    assert table.rows[0].shape == {"type": "Point", "coordinates": (-0.73, 52.67)}


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("<LineString><coordinates>0,0 1,1</coordinates></LineString>", "LineString"),
        (f"<Polygon><outerBoundaryIs>{RING}</outerBoundaryIs></Polygon>", "Polygon"),
        (f"<MultiGeometry>{POINT}{POINT}</MultiGeometry>", "MultiPoint"),
        (f"<MultiGeometry>{POINT}</MultiGeometry>", "Point"),
        (
            f"<MultiGeometry>{OUTLINE}{OUTLINE}</MultiGeometry>",
            "MultiPolygon",
        ),
        ("<LinearRing><coordinates>0,0 1,1 2,0 0,0</coordinates></LinearRing>", "LineString"),
    ],
)
def test_shapes_of_every_plain_kind_are_read(inside: str, kind: str) -> None:
    (row,) = from_placemarks(kml(placemark(inside))).rows
    assert row.shape is not None
    assert row.shape["type"] == kind


def test_the_outside_stands_first_wherever_it_is_written() -> None:
    inner, outer = f"<innerBoundaryIs>{HOLE}</innerBoundaryIs>", f"<outerBoundaryIs>{RING}</outerBoundaryIs>"
    (row,) = from_placemarks(kml(placemark(f"<Polygon>{inner}{outer}</Polygon>"))).rows
    assert row.shape is not None
    assert row.shape["coordinates"][0][1] == (4.0, 0.0)


def test_links_are_not_followed_and_descriptions_are_plain_words() -> None:
    table = from_placemarks(
        kml(
            "<NetworkLink><Link><href>https://evil.example/more.kml</href></Link></NetworkLink>"
            "<GroundOverlay><Icon><href>file:///etc/passwd</href></Icon></GroundOverlay>"
            "<Placemark><name>&lt;b&gt;Hall&lt;/b&gt;</name><description><![CDATA[<script>alert(1)</script><p>Tea &amp; cake</p>"
            f"<img src=x onerror=alert(1)>]]></description>{POINT}</Placemark>"
        )
    )
    (row,) = table.rows
    assert [cell.strip() for cell in row.cells] == ["Hall", "Tea & cake", ""]
    assert "GroundOverlay, NetworkLink" in table.notes[0]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<Point/>",
        "<Point><coordinates></coordinates></Point>",
        "<Point><coordinates>here</coordinates></Point>",
        "<Point><coordinates>1</coordinates></Point>",
        "<Point><coordinates>nan,1</coordinates></Point>",
        f"<MultiGeometry>{POINT}<LineString><coordinates>0,0 1,1</coordinates></LineString></MultiGeometry>",
        "<Polygon/>",
        "<LineString><coordinates>" + "0,0 " * 60_000 + "</coordinates></LineString>",
    ],
)
def test_a_placemark_that_is_nowhere_is_left_out_and_the_rest_stay(inside: str) -> None:
    table = from_placemarks(kml(placemark(inside) + placemark(POINT, "Park")))
    assert [each.row for each in table.left] == [1]
    assert [row.cells[0] for row in table.rows] == ["Park"]


@given(
    st.lists(
        st.sampled_from(
            [
                "<Placemark>",
                "</Placemark>",
                "<Folder>",
                "</Folder>",
                POINT,
                "<name>x</name>",
                "<Polygon>",
                "</Polygon>",
                RING,
                "<Data>",
                "</Data>",
                "<value>v</value>",
            ]
        ),
        max_size=12,
    )
)
def test_parts_in_any_order_are_read_or_refused(parts: list[str]) -> None:
    try:
        table = from_placemarks(kml("".join(parts)))
    except (BadInputError, TooLargeError):
        return
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
