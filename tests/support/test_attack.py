"""The outsider finds what is there to be found: without this, finding nothing would prove nothing."""

import gzip
import io
import json
import struct
import zipfile

import pytest

from tests.support.attack import betrayed

HOME = (-0.7291234, 52.6708765)
SAID = json.dumps({"type": "Point", "coordinates": [-0.7291234, 52.6708765]}).encode()


def zipped(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("layer.geojson", data)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        SAID,
        b"POINT (-0.72912 52.67088)",
        b"lat=52.6708765&lon=-0.7291234",
        b'<circle cx="-0.729123" cy="52.670877"/>',
        b"id,easting,northing\na,486032.90,308885.80",
        b"xyz" + struct.pack("<dd", *HOME),
        struct.pack(">d", HOME[1]) + b"words between" + struct.pack(">d", HOME[0]),
        gzip.compress(SAID, mtime=0),
        zipped(zipped(SAID)),
    ],
)
def test_a_position_is_found_wherever_it_stands(data: bytes) -> None:
    assert betrayed([b"nothing here", data], [HOME]) == [HOME]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"-0.7291234 and no latitude",
        b"POINT (-0.7299 52.6708765)",
        b"-0.7291234" + b" " * 1000 + b"52.6708765",
        struct.pack("<d", HOME[0]),
        gzip.compress(b"nothing", mtime=0),
    ],
)
def test_half_of_a_position_or_another_one_betrays_nothing(data: bytes) -> None:
    assert betrayed([data], [HOME]) == []


def test_what_is_told_on_purpose_betrays_no_neighbour() -> None:
    shops = [(-0.7291200, 52.6600001), (-0.7400001, 52.6708700)]
    told = b"POINT (-0.7291200 52.6600001), POINT (-0.7400001 52.6708700)"
    assert betrayed([told], [HOME]) == [HOME]
    assert betrayed([told], [HOME], told=shops) == []
    assert betrayed([told + SAID], [HOME], told=shops) == [HOME]
