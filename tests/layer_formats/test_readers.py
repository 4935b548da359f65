"""Every format, read by programs that we did not write: the same features, shapes and values, whatever people wrote."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from kithmap.layer_formats.files import write
from kithmap.layer_formats.formats import FORMATS, Format, format_of
from kithmap.layers.model import LayerName, ReleaseEdition
from tests.support.layers import RELEASE
from tests.support.outside_readers.comparing import READERS, assert_same, expected
from tests.support.outside_readers.seen import Reader
from tests.support.releases import releases


@pytest.mark.parametrize(
    ("key", "reader"), READERS, ids=lambda part: part if isinstance(part, str) else part.__name__
)
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(release=releases())
@example(release=RELEASE)
def test_a_reader_finds_what_was_written(key: str, reader: Reader, release: ReleaseEdition) -> None:
    form = format_of(key)
    assert form is not None
    with TemporaryDirectory() as folder:
        paths = write(form, release, Path(folder))
        assert_same(form, reader(paths), expected(form, release))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
def test_every_format_has_two_readers_that_share_no_code(form: Format) -> None:
    assert len([reader for key, reader in READERS if key == form.key]) >= 2


def test_rows_without_a_layer_are_told_from_rows_in_one() -> None:
    form = format_of("geojson")
    assert form is not None
    wanted = expected(form, RELEASE)
    with pytest.raises(AssertionError):
        assert_same(form, {**wanted, LayerName.ASSETS: {}}, wanted)
