"""From whatever was sent to a JPEG of our own making.

Nothing of the original bytes is kept: the picture is decoded, turned upright, made small and encoded anew. What was written
beside it (where and when it was taken, by which phone, and whatever else was hidden in or behind the file) is gone.
"""

import io
from typing import TYPE_CHECKING

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.photos.model import MOST_PIXELS, SMALL_SIDE, Picture
from kithmap.shared_map.model import LONGEST_SIDE

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "WEBP")
"""Every other decoder is left alone: those hold the bugs."""

QUALITY = 82
SMALL_QUALITY = 75
WHITE = (255, 255, 255)

NO_PICTURE = (
    "This file is no picture that we can read, so nothing was added. Please take the photo again, or choose one in the form "
    "JPEG, PNG or WebP."
)
BROKEN = "This picture is damaged, so nothing was added. Please take the photo again, or choose another one."
TOO_MANY_PIXELS = "This picture is too large to be opened here, so nothing was added. Please choose a smaller one, of at most 50 megapixels."


def read_picture(sent: bytes) -> Picture:
    """Make our two forms of a photo.

    Args:
        sent: a JPEG, PNG or WebP file, told by its content whatever its name says. Of an animation the first picture counts.

    Raises:
        BadInputError: if it is none of these, or damaged.
        TooLargeError: if it holds more than ``MOST_PIXELS`` pixels.
    """
    image = _upright(_opened(sent))
    large = _within(image, LONGEST_SIDE)
    return Picture(
        large=_encoded(large, QUALITY),
        small=_encoded(_within(large, SMALL_SIDE), SMALL_QUALITY),
        width=large.width,
        height=large.height,
    )


def measure(kept: bytes) -> tuple[int, int]:
    """Return width and height, in pixels, of a photo that we wrote."""
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(kept), formats=FORMATS) as image:
        return image.size


def _opened(sent: bytes) -> "Image":
    """Return the decoded picture, for a large JPEG at a size of which ours can be made."""
    # 30 ms and 8 MB, for those rooms only that have photos.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        image = Image.open(io.BytesIO(sent), formats=FORMATS)
    except (UnidentifiedImageError, ValueError, SyntaxError):
        raise BadInputError(NO_PICTURE) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooLargeError(TOO_MANY_PIXELS) from None
    except Exception:  # noqa: BLE001 - a file of a stranger's making: whatever a decoder trips over, it is the file's doing
        raise BadInputError(BROKEN) from None
    if image.width * image.height > MOST_PIXELS:
        raise TooLargeError(TOO_MANY_PIXELS)
    try:
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
    except Exception:  # noqa: BLE001 - as above
        raise BadInputError(BROKEN) from None
    return image


def _upright(image: "Image") -> "Image":
    """Turn a picture as its camera was held; a turn that is written wrongly is no turn."""
    from PIL import Image  # noqa: PLC0415

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        turn = turns.get(image.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - what is written beside a picture may be any bytes; the picture itself is sound
        turn = None
    return image if turn is None else image.transpose(turn)


ORIENTATION = 0x0112
"""The tag of Exif (CIPA DC-008, section 4.6.4) that says how the camera was held."""


def _within(image: "Image", side: int) -> "Image":
    """Return the picture in colours without transparency, with no side longer than ``side`` pixels."""
    from PIL import Image  # noqa: PLC0415

    plain = _on_white(image)
    factor = side / max(plain.size)
    if factor >= 1:
        return plain
    width, height = (max(1, round(length * factor)) for length in plain.size)
    return plain.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _on_white(image: "Image") -> "Image":
    from PIL import Image  # noqa: PLC0415

    if image.mode == "RGB":
        return image
    clear = image.convert("RGBA")
    ground = Image.new("RGB", clear.size, WHITE)
    ground.paste(clear, mask=clear.getchannel("A"))
    return ground


def _encoded(image: "Image", quality: int) -> bytes:
    from PIL import Image  # noqa: PLC0415

    # A picture of pixels alone: what came with the one it was made of stays behind.
    bare = Image.frombytes("RGB", image.size, image.tobytes())
    written = io.BytesIO()
    bare.save(written, "JPEG", quality=quality, optimize=True, progressive=True)
    return written.getvalue()
