"""The door for pictures: whatever comes, what is kept is a picture of ours and nothing else."""

import io
import zipfile

import exifread
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.photos.jpeg import BROKEN, NO_PICTURE, measure, read_picture
from kithmap.photos.model import SMALL_SIDE, Picture
from kithmap.shared_map.model import LONGEST_SIDE
from tests.support.pictures import bomb, from_a_phone, half_and_half, picture


def markers(jpeg: bytes) -> set[int]:
    """Return the markers of a JPEG's segments before its pixels (ITU T.81, annex B)."""
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


def is_ours(kept: Picture) -> bool:
    sizes = [opened(form).size for form in (kept.large, kept.small)]
    return (
        all(opened(form).format == "JPEG" and form.endswith(b"\xff\xd9") for form in (kept.large, kept.small))
        and sizes[0] == (kept.width, kept.height) == measure(kept.large)
        and max(sizes[0]) <= LONGEST_SIDE
        and max(sizes[1]) <= SMALL_SIDE
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("width", "height"), [(64, 48), (1, 1), (3, 2000), (4000, 3000)])
def test_a_picture_becomes_two_jpegs_of_our_sizes(form: str, width: int, height: int) -> None:
    kept = read_picture(picture(width, height, form))
    assert is_ours(kept)
    assert max(kept.width, kept.height) == min(max(width, height), LONGEST_SIDE)


def test_where_when_and_by_what_a_photo_was_taken_is_gone() -> None:
    sent = from_a_phone(400, 300)
    assert "GPS GPSLatitude" in exifread.process_file(io.BytesIO(sent))
    kept = read_picture(sent)
    for form in (kept.large, kept.small):
        assert exifread.process_file(io.BytesIO(form)) == {}
        for told in (b"Exif", b"Fernphone", b"home", b"xmpmeta", b"ICC_PROFILE", b"2026"):
            assert told not in form
        # Tables, frame and the four letters JFIF: nothing that could hold words.
        assert markers(form) <= {0xE0, 0xDB, 0xC2, 0xC4}


@pytest.mark.parametrize(
    ("orientation", "dark"), [(1, "top"), (3, "bottom"), (6, "right"), (8, "left"), (0, "top"), (9, "top")]
)
def test_a_photo_stands_upright_as_the_camera_was_held(orientation: int, dark: str) -> None:
    kept = read_picture(half_and_half(80, 40, orientation=orientation))
    image = opened(kept.large).convert("L")
    at = {
        "top": (image.width // 2, 2),
        "bottom": (image.width // 2, image.height - 3),
        "left": (2, image.height // 2),
        "right": (image.width - 3, image.height // 2),
    }
    shades = {side: image.getpixel(spot) for side, spot in at.items()}
    assert min(shades, key=lambda side: shades[side]) == dark  # type: ignore[arg-type,return-value]
    assert (kept.width, kept.height) == ((40, 80) if orientation in (6, 8) else (80, 40))


def test_what_is_clear_becomes_white() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(written, "PNG")
    assert opened(read_picture(written.getvalue()).large).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16", "RGBA"])
def test_every_kind_of_colour_can_be_read(mode: str) -> None:
    written = io.BytesIO()
    Image.new(mode, (20, 20)).save(written, "JPEG" if mode == "CMYK" else "PNG")
    assert is_ours(read_picture(written.getvalue()))


def test_of_an_animation_the_first_picture_counts() -> None:
    written = io.BytesIO()
    red, blue = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue")
    red.save(written, "WEBP", save_all=True, append_images=[blue], lossless=True)
    colour = opened(read_picture(written.getvalue()).large).getpixel((10, 10))
    assert isinstance(colour, tuple)
    assert colour[0] > colour[2]


def test_what_hides_behind_a_picture_does_not_pass() -> None:
    hidden = io.BytesIO()
    with zipfile.ZipFile(hidden, "w") as archive:
        archive.writestr("page.html", "<script>alert(1)</script>")
    kept = read_picture(picture() + hidden.getvalue())
    for form in (kept.large, kept.small):
        assert not zipfile.is_zipfile(io.BytesIO(form))
        assert b"script" not in form


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"%PDF-1.7\n",
        b"MZ\x90\x00",
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        picture(form="GIF"),
        picture(form="BMP"),
        picture(form="TIFF"),
        picture(form="ICO"),
    ],
)
def test_what_is_no_picture_of_the_three_forms_is_refused_whatever_it_is_called(sent: bytes) -> None:
    with pytest.raises(BadInputError) as refused:
        read_picture(sent)
    assert refused.value.message == NO_PICTURE


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_half_a_picture_is_refused(form: str) -> None:
    noise = Image.effect_noise((200, 200), 90)
    written = io.BytesIO()
    noise.save(written, form)
    with pytest.raises(BadInputError) as refused:
        read_picture(written.getvalue()[: len(written.getvalue()) // 2])
    assert refused.value.message == BROKEN


@pytest.mark.parametrize("side", [8_000, 12_000, 40_000])
def test_a_small_file_that_would_unfold_to_gigabytes_is_refused_before_it_does(side: int) -> None:
    sent = bomb(side)
    assert len(sent) < 300_000
    with pytest.raises(TooLargeError):
        read_picture(sent)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xd8\xff")
@example(b"\x89PNG\r\n\x1a\n")
@example(b"RIFF\x00\x00\x00\x00WEBPVP8 ")
def test_random_bytes_are_refused_in_words_and_never_fail_otherwise(sent: bytes) -> None:
    with pytest.raises((BadInputError, TooLargeError)):
        read_picture(sent)


SOUND = [picture(form=form) for form in ("JPEG", "PNG", "WEBP")] + [from_a_phone()]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=12),
    st.integers(0, 3000),
)
def test_a_picture_that_was_tampered_with_is_refused_or_becomes_ours(
    sent: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    changed = bytearray(sent)
    for at, value in changes:
        changed[at % len(changed)] = value
    try:
        kept = read_picture(bytes(changed[: len(changed) - cut % len(changed)]))
    except (BadInputError, TooLargeError):
        return
    assert is_ours(kept)
    assert exifread.process_file(io.BytesIO(kept.large)) == {}
