import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.gpx import from_gpx
from kithmap.bringing_in.model import Coordinates


def gpx(inside: str) -> bytes:
    return f'<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">{inside}</gpx>'.encode()


def test_waypoints_become_rows_and_their_links_are_not_followed() -> None:
    table = from_gpx(
        gpx(
            "<metadata><name>not a place</name></metadata>"
            '<wpt lat="52.67" lon="-0.73"><ele>90</ele><name>Hall</name><desc>Tea</desc><type>club</type>'
            '<link href="https://evil.example/track"><text>see</text></link></wpt>'
            '<wpt lat="52.68" lon="-0.72"><sym>Flag</sym></wpt>'
        )
    )
    assert table.columns == ("name", "description", "type", "symbol")
    assert [row.cells for row in table.rows] == [("Hall", "Tea", "club", ""), ("", "", "", "Flag")]
    assert table.rows[0].shape == {"type": "Point", "coordinates": (-0.73, 52.67)}
    assert table.coordinates is Coordinates.DEGREES


def test_tracks_and_routes_are_counted_and_left_out() -> None:
    table = from_gpx(gpx('<trk><trkseg><trkpt lat="1" lon="1"/></trkseg></trk><rte/><wpt lat="1" lon="2"/>'))
    assert len(table.rows) == 1
    assert "there are 2" in table.notes[0]


@pytest.mark.parametrize("at", ['lat="x" lon="1"', 'lon="1"', 'lat="nan" lon="1"', 'lat="inf" lon="1"'])
def test_a_waypoint_that_is_nowhere_is_left_out(at: str) -> None:
    table = from_gpx(gpx(f'<wpt {at}/><wpt lat="1" lon="2"/>'))
    assert [each.row for each in table.left] == [1]
    assert [row.number for row in table.rows] == [2]


@given(st.text(alphabet='<>/wptlaon="1 &;!', max_size=120))
def test_anything_within_is_read_or_refused(inside: str) -> None:
    try:
        table = from_gpx(gpx(inside))
    except (BadInputError, TooLargeError):
        return
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
