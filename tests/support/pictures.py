"""Pictures for tests: as phones make them, and as nobody should."""

import io
import struct
import zlib

from PIL import Image
from PIL.TiffImagePlugin import IFDRational


def picture(
    width: int = 64, height: int = 48, form: str = "JPEG", colour: str = "#b91c67", **more: object
) -> bytes:
    """Return a picture of one colour as a file."""
    written = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(written, form, **more)
    return written.getvalue()


def from_a_phone(width: int = 64, height: int = 48, *, orientation: int = 1) -> bytes:
    """Return a JPEG with all that a phone writes into it: the place, the time, the phone, a comment, a profile of colours."""
    exif = Image.Exif()
    exif[0x010F] = "Fernphone"
    exif[0x0112] = orientation
    exif[0x0132] = "2026:11:23 10:00:00"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (IFDRational(52), IFDRational(40), IFDRational(12))
    place[3], place[4] = "W", (IFDRational(0), IFDRational(43), IFDRational(30))
    return picture(
        width, height, exif=exif, comment=b"taken at home", icc_profile=b"0" * 200, xmp=b"<x:xmpmeta/>"
    )


def half_and_half(width: int, height: int, *, orientation: int) -> bytes:
    """Return a JPEG whose upper half is black and lower half white as it is stored, with a turn written beside it."""
    image = Image.new("RGB", (width, height), "white")
    image.paste((0, 0, 0), (0, 0, width, height // 2))
    exif = Image.Exif()
    exif[0x0112] = orientation
    written = io.BytesIO()
    image.save(written, "JPEG", exif=exif)
    return written.getvalue()


def bomb(side: int) -> bytes:
    """Return a PNG of a few kilobytes that says it is ``side`` by ``side`` pixels, and is."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + side // 8)
    rows = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def camera_photo() -> bytes:
    """Return what a phone held upright makes of a red door: 12 megapixels stored lying, a turn beside it, and where it was taken."""
    width, height = 4000, 3000
    noise = Image.effect_noise((width, height), 70)
    image = Image.merge(
        "RGB", (noise, noise.point(lambda shade: shade // 2), noise.point(lambda shade: shade // 2))
    )
    image.paste((163, 33, 26), (900, 1000, 3600, 2000))
    exif = Image.Exif()
    exif[0x0112] = 6
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (IFDRational(52), IFDRational(40), IFDRational(12))
    written = io.BytesIO()
    image.save(written, "JPEG", quality=98, subsampling=0, exif=exif)
    return written.getvalue()
