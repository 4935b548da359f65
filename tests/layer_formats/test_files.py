from pathlib import Path

import pytest

from kithmap.layer_formats.files import WRITERS, write, write_all
from kithmap.layer_formats.formats import FORMATS, Format, file_names
from kithmap.layers.geojson import written
from tests.support.layers import RELEASE

LAYERS = tuple(layer.name for layer in RELEASE.layers)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
def test_a_format_writes_the_files_that_it_names_and_no_others(form: Format, tmp_path: Path) -> None:
    paths = write(form, RELEASE, tmp_path)
    assert [path.name for path in paths] == file_names(form, RELEASE.header, RELEASE.edition, LAYERS)
    assert sorted(tmp_path.iterdir()) == sorted(paths)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
def test_writing_again_over_what_is_there_gives_the_same_bytes(form: Format, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write(form, RELEASE, tmp_path)]
    assert [path.read_bytes() for path in write(form, RELEASE, tmp_path)] == first


def test_progress_goes_from_nothing_to_everything_and_never_back(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    found = write_all(RELEASE, tmp_path, lambda done, title: told.append((done, title)))
    assert list(found) == [form.key for form in FORMATS]
    assert list(dict.fromkeys(title for _, title in told)) == [form.title for form in FORMATS]
    parts = [done for done, _ in told]
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0, 1)


def test_every_format_has_a_writer() -> None:
    assert set(WRITERS) == {form.key for form in FORMATS}


def test_geojson_is_to_the_byte_what_checksums_are_taken_of(tmp_path: Path) -> None:
    for path, layer in zip(write(FORMATS[0], RELEASE, tmp_path), RELEASE.layers, strict=True):
        assert path.read_bytes() == written(RELEASE.header, RELEASE.edition, layer)
