import io
import struct
import time
import zipfile
import zlib

import pytest

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.kml import MOST_PARTS, MOST_UNPACKED, from_kmz, unpacked

KML = (
    b'<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Hall</name>'
    b"<Point><coordinates>-0.73,52.67</coordinates></Point></Placemark></kml>"
)


def packed(**files: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def test_the_places_of_a_kmz_are_read_and_its_pictures_are_not() -> None:
    table = from_kmz(packed(**{"images/a.png": b"\x89PNG", "other.kml": b"<no", "doc.kml": KML}))
    assert [row.cells[0] for row in table.rows] == ["Hall"]


def test_a_file_that_unpacks_to_a_thousand_times_its_size_is_refused_before_it_does() -> None:
    bomb = packed(**{"doc.kml": b" " * (MOST_UNPACKED * 4)})
    assert len(bomb) < 200_000
    began = time.process_time()
    with pytest.raises(TooLargeError, match="unpacks to more"):
        unpacked(bomb)
    assert time.process_time() - began < 20


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(packed(**{"doc.kml": b" " * (MOST_UNPACKED * 2)}))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = bomb.index(mark) + place
        bomb[at : at + 4] = struct.pack("<I", 100)
    with pytest.raises((TooLargeError, BadInputError)):
        unpacked(bytes(bomb))


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"xl/workbook.xml": b"x"}, "spreadsheet"),
        ({"places.shp": b"x"}, "no places"),
        ({"doc.kml": b"<kml"}, "XML"),
    ],
)
def test_another_kind_of_zip_is_refused_with_what_to_do(files: dict[str, bytes], says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        from_kmz(packed(**files))


def test_many_files_are_refused() -> None:
    with pytest.raises(TooLargeError):
        unpacked(packed(**{f"{number}.kml": b"" for number in range(MOST_PARTS + 1)}))


def test_what_is_damaged_or_locked_is_refused() -> None:
    whole = packed(**{"doc.kml": KML})
    locked = bytearray(whole)
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        locked[locked.index(mark) + place] |= 1
    broken = bytearray(whole)
    broken[60] ^= 0xFF
    for content in (b"PK", whole[:40], bytes(locked), bytes(broken), zlib.compress(KML)):
        with pytest.raises(BadInputError):
            from_kmz(content)
